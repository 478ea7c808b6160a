import { View } from '@tarojs/components'
import { verifyWords as words } from '@/copy/close-out'
import type { AcceptanceLevel } from '@/domain/task/acceptance'
import { RadioList } from '@/src/components/choice/radio-list'
import { TextField } from '@/src/components/field/text-field'
import { SectionHead } from '@/src/components/section-head'
import { useAction } from '@/src/platform/use-action'
import type { useVerify } from '../hooks/use-verify'
import type { StaffTask } from '../staff-task'

interface CheckersProps {
  task: StaffTask
  level: AcceptanceLevel
  form: ReturnType<typeof useVerify>
}

/** Who looked beside the caller; of the province's step, both. */
export function Checkers({ task, level, form }: CheckersProps) {
  return level === 'province' ? (
    <View>
      <SectionHead text={words.both} />
      <Typed form={form} withSecond />
    </View>
  ) : (
    <Second taskId={task.id} form={form} />
  )
}

/** A colleague who confirms later, or an expert who signs here. */
function Second({ taskId, form }: { taskId: string } & Pick<CheckersProps, 'form'>) {
  const { load } = useAction('task.listCheckers', { taskId })
  const { draft, typed } = form
  const colleagues = load.face === 'ready' ? load.data.items : []
  return (
    <View>
      <SectionHead text={words.second} right={words.secondLine} />
      {colleagues.length > 0 && (
        <RadioList
          label={words.second}
          options={[
            ...colleagues.map(({ membershipId, name, unit }) => ({
              value: membershipId,
              text: name,
              line: `${unit.name}，${words.confirmsLater}`,
            })),
            { value: '', text: words.expert, line: words.expertLine },
          ]}
          value={typed.membershipId}
          onChange={(membershipId) => draft.change({ membershipId })}
        />
      )}
      {typed.membershipId === '' && <Typed form={form} />}
    </View>
  )
}

function Typed({ form, withSecond }: Pick<CheckersProps, 'form'> & { withSecond?: boolean }) {
  const { draft, typed } = form
  return (
    <View key={draft.generation}>
      <TextField
        label={words.name}
        initial={typed.name}
        max={20}
        onInput={(name) => draft.change({ name })}
      />
      {withSecond && (
        <TextField
          label={words.secondName}
          initial={typed.secondName}
          max={20}
          onInput={(secondName) => draft.change({ secondName })}
        />
      )}
      <TextField
        label={words.unitName}
        initial={typed.unitName}
        max={60}
        onInput={(unitName) => draft.change({ unitName })}
      />
    </View>
  )
}
