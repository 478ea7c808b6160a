import { View } from '@tarojs/components'
import { ledgerTableWords as tableWords, waitingWords } from '@/copy/ledger'
import { ledgerWords as words, staffTaskWords } from '@/copy/staff-task'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/tap/action-button'
import { ListFaces } from '@/src/components/frame/list-faces'
import { ProgressBar } from '@/src/components/show/progress'
import { StateChip } from '@/src/components/show/state-chip'
import type { Way } from '@/src/components/tap/tappable'
import { TextLink } from '@/src/components/tap/text-link'
import { WidePane } from '@/src/components/frame/wide-shell'
import { serverNow } from '@/src/platform/clock'
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
            <View className="mb3">
              <StateChip {...taskChip(task.state)} />
            </View>
            <TaskFacts task={task} />
            <Done task={task} />
            <NextStep task={task} way={way} />
            <TaskHistory task={task} />
          </View>
        )}
      </ListFaces>
    </WidePane>
  )
}

/** 完成: parts said done of all, and a mark where they should be by today. */
function Done({ task: { parts } }: { task: StaffTask }) {
  if (parts.length === 0) return null
  const today = beijingDay(serverNow())
  const done = parts.filter(({ doneOn }) => doneOn !== null).length
  const due = parts.filter(({ dueOn }) => dueOn !== null && dueOn <= today).length
  const percentOf = (count: number) => (count / parts.length) * 100
  return (
    <View className="mt3">
      <View className="between mb2">
        <View className="sub">{tableWords.done}</View>
        <View className="name tabular">{tableWords.doneOf(done, parts.length)}</View>
      </View>
      <ProgressBar
        label={tableWords.done}
        percent={percentOf(done)}
        tone={done < due ? 'amber' : 'green'}
        {...(due > 0 && { due: percentOf(due) })}
      />
      {due > 0 && <View className="sub mt2">{tableWords.shouldBe(due)}</View>}
    </View>
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
