import { View } from '@tarojs/components'
import { waitingWords } from '@/copy/ledger'
import { ledgerWords as words, staffTaskWords } from '@/copy/staff-task'
import { ActionButton } from '@/src/components/action-button'
import { ListFaces } from '@/src/components/list-faces'
import { StateChip } from '@/src/components/state-chip'
import type { Way } from '@/src/components/tappable'
import { TextLink } from '@/src/components/text-link'
import { WidePane } from '@/src/components/wide-shell'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import type { StaffTask } from '../staff-task'
import { TaskFacts } from './staff-task-view'
import { taskChip } from '@/src/features/office/state-chips'
import { TaskHistory } from './task-history'

/** The chosen task beside the ledger: what it is, what is to be done, what was done. */
export function LedgerDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { load, retry } = useAction('task.get', { taskId: id }, { refreshOnShow: true })
  const way = wayTo('subpackages/unit/task', { id })
  return (
    <WidePane kind="side">
      <View className="ledger-drawer__top">
        <TextLink text={words.closeDrawer} onTap={onClose} />
        <TextLink text={words.openPage} go="right" {...way} />
      </View>
      <ListFaces load={load} onRetry={retry}>
        {(task) => (
          <View>
            <View className="sub">{staffTaskWords.number(task.number, task.upperNumber)}</View>
            <View className="title mt1 mb2" role="heading" aria-level={2}>
              {task.title}
            </View>
            <StateChip {...taskChip(task.state)} />
            <NextStep task={task} way={way} />
            <TaskFacts task={task} />
            <TaskHistory task={task} />
          </View>
        )}
      </ListFaces>
    </WidePane>
  )
}

function NextStep({ task, way }: { task: StaffTask; way: Way }) {
  const names = waitingWords(task.events)
  return (
    <View className={names.length > 0 ? 'ledger-next ledger-next--open' : 'ledger-next'}>
      <View className="sub">{names.length > 0 ? words.canDo : words.nothingToDo}</View>
      {names.length > 0 && (
        <>
          <View className="name mt1 mb2">{names.join('、')}</View>
          <ActionButton text={words.doIt} {...way} />
        </>
      )}
    </View>
  )
}
