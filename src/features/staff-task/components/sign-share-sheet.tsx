import { View } from '@tarojs/components'
import { selfCheckWords, shareWords as words } from '@/copy/close-out'
import { partWords } from '@/copy/task-parts'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { maxPaper } from '@/src/acting/use-done-form'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { TextField } from '@/src/components/field/text-field'
import { Row } from '@/src/components/row'
import { SectionHead } from '@/src/components/section-head'
import { Sheet } from '@/src/components/sheet'
import { serverNow } from '@/src/platform/clock'
import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import type { StaffTask } from '../staff-task'

/** 签本单位自查: what the unit has said done, and its leader's word on it, here or by a paper. */
export function SignShareSheet({ task, act }: { task: StaffTask; act: Acting }) {
  const isLeader = useMembership()?.role === 'unitLeader'
  const draft = useDraft(`signShare.${task.id}`, { paper: '' })
  const { paper } = draft.value
  const today = beijingDay(serverNow())
  const own = task.assignments.find(({ events }) => events.includes('signShare'))
  const parts = task.parts.filter(({ unit, doneOn }) => unit.id === own?.unit.id && doneOn !== null)
  const sign = () => {
    const input = { taskId: task.id, signOffNumber: paper.trim() || null }
    return act.run(deed('task.signShare', input, { told: words.sent }), draft)
  }
  return (
    <Sheet
      open
      title={words.sign}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.send}
          busy={act.busy}
          blocked={blockedBy(
            !isLeader && !paper.trim() && selfCheckWords.signNeeded,
            tooLong(paper, maxPaper),
          )}
          onTap={() => void sign()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb3">{words.line}</View>
      <SectionHead text={words.parts(parts.length)} />
      <Card rows>
        {parts.map(({ id, text, doneOn, report }) => (
          <Row
            key={id}
            icon="check"
            name={text}
            line={[
              doneOn && partWords.doneOn(doneOn, today),
              report?.paperNumber ? partWords.paper(report.paperNumber) : null,
            ]}
          />
        ))}
      </Card>
      <View className="mt3">
        <TextField
          key={`paper${draft.generation}`}
          label={selfCheckWords.signOffNumber}
          hint={isLeader ? words.byLeader : selfCheckWords.signByStaff}
          initial={paper}
          max={maxPaper}
          onInput={(typed) => draft.change({ paper: typed })}
        />
      </View>
    </Sheet>
  )
}
