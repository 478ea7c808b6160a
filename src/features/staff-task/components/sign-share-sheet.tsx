import { maxPaperNumber } from '@/contract/limits'
import { View } from '@tarojs/components'
import { shareWords as words, signedPaperWords } from '@/copy/close-out'
import { partWords } from '@/copy/task-parts'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { Sheet } from '@/src/components/frame/sheet'
import { serverNow } from '@/src/platform/clock'
import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import { useSignedPapers } from '../hooks/use-signed-papers'
import { isOnPaper, noSignOff } from '../sign-off'
import type { StaffTask } from '../staff-task'
import { SignOffFields } from './sign-off-fields'

interface SignShareSheetProps {
  task: StaffTask
  act: Acting
  reload: () => Promise<void>
}

/** 签本单位自查: what the unit has said done, and its leader's word on it, here or by a paper. */
export function SignShareSheet({ task, act, reload }: SignShareSheetProps) {
  const isLeader = useMembership()?.role === 'unitLeader'
  const draft = useDraft(`signShare.${task.id}`, noSignOff)
  const told = (lost: number) => (lost > 0 ? signedPaperWords.lost(lost) : words.sent)
  const signed = useSignedPapers('task.signShare', draft, told, () => {
    act.close()
    void reload()
  })
  const { waiting, busy, refusal } = signed.delivery
  const { signOffNumber } = draft.value
  const sign = () =>
    signed.send({ taskId: task.id, signOffNumber: draft.read().signOffNumber.trim() || null })
  return (
    <Sheet
      open
      title={words.sign}
      onClose={act.close}
      {...(!waiting && {
        foot: (
          <ActionButton
            text={words.send}
            busy={busy}
            blocked={blockedBy(
              !isLeader && !isOnPaper(draft.value) && signedPaperWords.signNeeded,
              tooLong(signOffNumber, maxPaperNumber),
            )}
            onTap={() => void sign()}
          />
        ),
      })}
    >
      {waiting ? (
        <WaitingNote item={waiting} />
      ) : (
        <View>
          <RefusalNote text={refusal} />
          <RestoredNote draft={draft} onEmpty={signed.dropAll} />
          <View className="mb3">{words.line}</View>
          <OwnParts task={task} />
          <View className="mt3">
            <SignOffFields
              draft={draft}
              hint={isLeader ? words.byLeader : words.byStaff}
              papers={signed.papers}
            />
          </View>
        </View>
      )}
    </Sheet>
  )
}

function OwnParts({ task }: Pick<SignShareSheetProps, 'task'>) {
  const today = beijingDay(serverNow())
  const own = task.assignments.find(({ events }) => events.includes('signShare'))
  const parts = task.parts.filter(({ unit, doneOn }) => unit.id === own?.unit.id && doneOn !== null)
  return (
    <View>
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
    </View>
  )
}
