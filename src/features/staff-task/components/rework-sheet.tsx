import { maxDemand } from '@/contract/task/limits'
import { maxPaperNumber, maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { reworkKinds, reworkWords as words } from '@/copy/close-out'
import type { ActionInput } from '@/contract/actions'
import { fullDay } from '@/copy/moment'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { Row } from '@/src/components/show/row'
import { Sheet } from '@/src/components/frame/sheet'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { useDraft } from '@/src/platform/use-draft'
import type { ReworkKind, StaffTask } from '../staff-task'

const noMeasures: readonly string[] = []
const nothing = {
  reason: '',
  demand: '',
  on: '',
  unitId: '',
  documentNumber: '',
  measureIds: noMeasures,
}

interface ReworkSheetProps {
  task: StaffTask
  act: Acting
  kind: ReworkKind | 'upholdObjection'
  /** What is upheld, where an objection is. */
  objectionId?: string
}

type Rework = Omit<ActionInput<'task.returnForRework'>, 'taskId'>

const deedOf = (
  { kind, task: { id: taskId }, objectionId = '' }: ReworkSheetProps,
  rework: Rework,
  documentNumber: string,
) => {
  const following = { told: words.sent }
  if (kind === 'upholdObjection')
    return deed('feedback.upholdObjection', { objectionId, ...rework }, following)
  if (kind === 'reopen') return deed('task.reopen', { taskId, ...rework }, following)
  if (kind === 'returnForRework')
    return deed('task.returnForRework', { taskId, ...rework }, following)
  const upper = { upperDocumentNumber: documentNumber, remarks: rework.reason }
  return deed('task.recordUpper', { taskId, ...upper, rework }, following)
}

/** The unit's own measures: those that name it, and those that name nobody. */
const measuresOf = (task: StaffTask, unitId: string) =>
  task.measures.filter(({ id }) =>
    task.parts.some((part) => part.measureId === id && part.unit.id === unitId),
  )

/** Back into work: why, who does what again, which measures open again, until when. */
export function ReworkSheet(props: ReworkSheetProps) {
  const { task, act, kind, objectionId = task.id } = props
  const said = reworkKinds[kind]
  const draft = useDraft(`${kind}.${objectionId}`, nothing)
  const { reason, demand, on, measureIds, documentNumber } = draft.value
  const only = task.assignments.length === 1 ? task.assignments[0]?.unit.id : undefined
  const unitId = only ?? draft.value.unitId
  const own = measuresOf(task, unitId)
  const opened = own.map(({ id }) => id).filter((id) => measureIds.includes(id))
  const toggle = (id: string) =>
    draft.change({
      measureIds: opened.includes(id) ? opened.filter((each) => each !== id) : [...opened, id],
    })
  const send = () => {
    const demands = [{ unitId, words: demand.trim(), measureIds: opened }]
    const rework = { reason: reason.trim(), on, demands }
    return act.run(deedOf(props, rework, documentNumber.trim()), draft)
  }
  return (
    <Sheet
      open
      title={said.title}
      onClose={act.close}
      foot={
        <ActionButton
          text={said.title}
          busy={act.busy}
          blocked={blockedBy(
            !reason.trim() && words.reasonNeeded,
            tooLong(reason, 500),
            !unitId && words.unitNeeded,
            !demand.trim() && words.demandNeeded,
            tooLong(demand, 300),
            !on && words.onNeeded,
            kind === 'returnByUpper' && !documentNumber.trim() && words.documentNeeded,
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb3">{said.line}</View>
      <DraftBox
        draft={draft}
        label={said.reason}
        text={reason}
        max={maxReason}
        height={72}
        onInput={(typed) => draft.change({ reason: typed })}
      />
      {only === undefined && (
        <View className="mt3">
          <View className="name mb2">{words.unit}</View>
          <RadioList
            label={words.unit}
            options={task.assignments.map(({ unit }) => ({ value: unit.id, text: unit.name }))}
            value={unitId || null}
            onChange={(chosen) => draft.change({ unitId: chosen })}
          />
        </View>
      )}
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.demand}
          text={demand}
          max={maxDemand}
          height={72}
          onInput={(typed) => draft.change({ demand: typed })}
        />
      </View>
      {own.map(({ id, text }) => (
        <Row
          key={id}
          name={text}
          line={opened.includes(id) ? words.opened : words.kept}
          value={
            <TextLink
              text={opened.includes(id) ? words.keep : words.open}
              label={opened.includes(id) ? words.keepOf(text) : words.openOf(text)}
              onTap={() => toggle(id)}
            />
          }
        />
      ))}
      <DateField
        label={said.on}
        value={on}
        from={beijingDay(serverNow())}
        shown={on && fullDay(on)}
        placeholder={words.choose}
        onChange={(day) => draft.change({ on: day })}
      />
      {kind === 'returnByUpper' && (
        <TextField
          key={`document${draft.generation}`}
          label={words.documentNumber}
          initial={documentNumber}
          max={maxPaperNumber}
          onInput={(typed) => draft.change({ documentNumber: typed })}
        />
      )}
    </Sheet>
  )
}
