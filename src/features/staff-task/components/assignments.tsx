import { View } from '@tarojs/components'
import { shareWords } from '@/copy/close-out'
import { fullDay } from '@/copy/moment'
import { planWords } from '@/copy/plan'
import { proofWords } from '@/copy/proof'
import { staffTaskWords as words } from '@/copy/staff-task'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { StateChip } from '@/src/components/show/state-chip'
import type { Way } from '@/src/components/tap/tappable'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { SignatureChip } from './share-signatures'
import { planChanges } from '../plan-changes'
import type { StaffTask } from '../staff-task'
import { assignmentChip } from '@/src/features/office/state-chips'

type Assignment = StaffTask['assignments'][number]

interface AssignmentsProps {
  task: StaffTask
  busy: boolean
  onApprove: (unitId: string) => void
  onOpen: (dialog: 'returnPlan' | 'withdrawPlan' | 'reassign' | 'dropShare', unitId: string) => void
}

/** Each responsible unit's share: signed for by whom, planned how. */
export function Assignments(props: AssignmentsProps) {
  return (
    <View>
      {props.task.assignments.map((assignment) => (
        <Share key={assignment.unit.id} assignment={assignment} {...props} />
      ))}
    </View>
  )
}

function Share(props: AssignmentsProps & { assignment: Assignment }) {
  const { assignment, task, busy, onApprove, onOpen } = props
  const today = beijingDay(serverNow())
  const { unit, state, personName, phone, plan, returnedReason, amendment } = assignment
  const { signature, signDueOn, signDueProvisional, planDueOn, planDueProvisional } = assignment
  const isDone = task.parts
    .filter((part) => part.unit.id === unit.id && part.kind !== 'occurrence')
    .every(({ doneOn }) => doneOn !== null)
  const can = (event: Assignment['events'][number]) => assignment.events.includes(event)
  return (
    <Card>
      <View className="between">
        <View className="name grow">{unit.name}</View>
        <View className="ml2">
          <StateChip {...assignmentChip(state)} />
        </View>
      </View>
      {state === 'pending' && (
        <View className="sub mt1">{words.signBy(signDueOn, today, signDueProvisional)}</View>
      )}
      {state === 'signedFor' && planDueOn && (
        <View className="sub mt1">{words.planBy(planDueOn, today, planDueProvisional)}</View>
      )}
      {signature && (signature.on ?? isDone) && (
        <View className="between mt1">
          <View className="sub grow">{shareWords.sign}</View>
          <SignatureChip signature={signature} />
        </View>
      )}
      {personName && <View className="sub mt1">{words.person(personName, phone)}</View>}
      {returnedReason && (
        <View className="mt2">
          <NoteBlock icon="info" tone="amber" inside>
            {words.returnedFor(returnedReason)}
          </NoteBlock>
        </View>
      )}
      {plan && (
        <View className="mt3">
          <View className="name">{words.plan}</View>
          <View className="mt1">{plan.goals}</View>
          {plan.measures.map((measure) => (
            <View key={measure.measureId} className="mt2">
              <View>
                {task.measures.find(({ id }) => id === measure.measureId)?.text ?? measure.text}
              </View>
              <View className="sub">
                {measure.person} {fullDay(measure.dueOn)}
              </View>
              {measure.proof && (
                <View className="sub">
                  {proofWords.by(proofWords.line(measure.proof, measure.proofWords))}
                </View>
              )}
            </View>
          ))}
        </View>
      )}
      {amendment?.state === 'submitted' && plan && (
        <View className="mt3">
          <NoteBlock icon="edit" inside>
            <View className="name">{planWords.asked}</View>
            <View>{amendment.reason}</View>
            {planChanges(task, plan, amendment.plan).map((line) => (
              <View key={line} className="sub mt1">
                {line}
              </View>
            ))}
          </NoteBlock>
        </View>
      )}
      {can('amendPlan') && (
        <Small text={planWords.amend} {...wayTo('subpackages/unit/plan', { id: task.id })} />
      )}
      {can('reassign') && <Small text={words.reassign} onTap={() => onOpen('reassign', unit.id)} />}
      {can('dropShare') && (
        <Small text={words.dropShare} onTap={() => onOpen('dropShare', unit.id)} />
      )}
      {can('withdrawPlan') && (
        <Small text={words.withdrawPlan} onTap={() => onOpen('withdrawPlan', unit.id)} />
      )}
      {(can('approvePlan') || can('returnPlan')) && (
        <View className="two mt3">
          <ActionButton
            kind="outlined"
            small
            text={words.returnPlan}
            onTap={() => onOpen('returnPlan', unit.id)}
          />
          <ActionButton
            small
            busy={busy}
            text={words.approvePlan}
            onTap={() => onApprove(unit.id)}
          />
        </View>
      )}
    </Card>
  )
}

/** One thing that may be done with a share, beside others. */
const Small = (props: Way & { text: string }) => (
  <View className="mt3">
    <ActionButton kind="outlined" small {...props} />
  </View>
)
