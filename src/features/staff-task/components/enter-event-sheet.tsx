import { maxPaperNumber, maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { fullDay } from '@/copy/moment'
import { eventWords as words } from '@/copy/staff-task'
import { addDays, addMonths, beijingDay } from '@/domain/calendar/day'
import { type Period, periodUnits } from '@/domain/task/deadline'
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
import { NoteBlock } from '@/src/components/show/note-block'
import { Sheet } from '@/src/components/frame/sheet'
import { serverNow } from '@/src/platform/clock'
import { useDraft } from '@/src/platform/use-draft'
import { printedPeriod } from '../printed-period'
import type { StaffTask } from '../staff-task'

interface Typed {
  readonly on: string
  readonly count: string
  readonly unit: Period['unit']
  readonly paper: string
  readonly reason: string
}
const nothing: Typed = { on: '', count: '', unit: 'day', paper: '', reason: '' }

/** Where the period ends; working days only the server can count. */
const endOf = (from: string, { count, unit }: Period): string | null => {
  if (unit === 'workingDay') return null
  return unit === 'day'
    ? addDays(from, count)
    : addMonths(from, unit === 'year' ? count * 12 : count)
}

const periodOf = ({ count, unit }: Pick<Typed, 'count' | 'unit'>): Period | null => {
  const number = Number(count)
  return Number.isInteger(number) && number >= 1 && number <= 1000 ? { count: number, unit } : null
}

/** Nobody copies what the list prints; it stands in the form to be looked at. */
const printedIn = (original: string) => {
  const period = printedPeriod(original)
  return period && { count: String(period.count), unit: period.unit }
}

/** 录入事件: the day on which it happened, by which paper; the date that counts is shown first. */
export function EnterEventSheet({ task, act }: { task: StaffTask; act: Acting }) {
  const { event, text } = task.deadline
  const original = text || (event?.text ?? '')
  const draft = useDraft(`enterEvent.${task.id}`, { ...nothing, ...printedIn(original) })
  const { on, unit, paper, reason } = draft.value
  const today = beijingDay(serverNow())
  const period = periodOf(draft.value)
  const end = on && period ? endOf(on, period) : null
  const isPast = end !== null && end < today
  // Working days are counted by the server: it says that the day is over, and the tap after that is
  // the answer. Another refusal, or other days than those it was about, are no such word.
  const [sentDays, setSentDays] = useState('')
  const days = JSON.stringify([on, period])
  const isToldPast = sentDays === days && act.refusal === errorTexts['TASK.EVENT_DATE_PAST']
  const pastKnown = isPast || isToldPast
  const isCorrection = event?.entered != null
  const send = () => {
    if (!period) return
    setSentDays(days)
    const said = { happenedOn: on, period, paperNumber: paper.trim(), reason: reason.trim() }
    const input = { taskId: task.id, ...said, pastKnown }
    return act.run(deed('task.enterEvent', input, { told: words.entered }), draft)
  }
  return (
    <Sheet
      open
      title={isCorrection ? words.correct : words.title}
      onClose={act.close}
      foot={
        <ActionButton
          text={pastKnown ? words.pastEnter : words.enter}
          busy={act.busy}
          blocked={blockedBy(
            !on && words.onNeeded,
            !period && words.countNeeded,
            !paper.trim() && words.paperNeeded,
            isCorrection && !reason.trim() && words.reasonNeeded,
            tooLong(reason, maxReason),
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View>{words.line}</View>
      <View className="sub mt1 mb3">{words.original(original)}</View>
      <DateField
        label={words.on}
        value={on}
        until={today}
        shown={on && fullDay(on)}
        placeholder={words.choose}
        onChange={(day) => draft.change({ on: day })}
      />
      <View key={draft.generation} className="mt3 mb2">
        <TextField
          label={words.period}
          initial={draft.value.count}
          max={4}
          onInput={(count) => draft.change({ count: count.trim() })}
        />
      </View>
      <RadioList
        pairs
        label={words.unit}
        options={periodUnits.map((value) => ({ value, text: words.units[value] }))}
        value={unit}
        onChange={(value) => draft.change({ unit: value })}
      />
      {on !== '' && period && (
        <View className="mt2" role="status">
          <NoteBlock icon={isPast ? 'alert' : 'info'} {...(isPast && { tone: 'amber' })}>
            {end === null
              ? words.countedLater
              : isPast
                ? words.past(fullDay(end))
                : words.counted(fullDay(end))}
          </NoteBlock>
        </View>
      )}
      <View key={`paper${draft.generation}`} className="mt3">
        <TextField
          label={words.paper}
          hint={words.paperHint}
          initial={paper}
          max={maxPaperNumber}
          onInput={(typed) => draft.change({ paper: typed })}
        />
      </View>
      {isCorrection && (
        <DraftBox
          draft={draft}
          label={words.reason}
          text={reason}
          max={maxReason}
          height={72}
          onInput={(typed) => draft.change({ reason: typed })}
        />
      )}
    </Sheet>
  )
}
