import { RuleError } from '@/domain/refusal'
import { nextStep } from '@/domain/task/acceptance-chain'
import { whyNotChecker } from '@/domain/task/parties'
import type { Checker } from '@/domain/task/verification'
import type { Call, ParsedInput } from '../_kit/handler'
import type { MemberStore } from '../_stores/member-store'
import type { StoredMembership } from '../_stores/membership-store'
import type { TaskRecord } from '../_stores/task-record'
import type { Read } from '../_stores/thing'

type Other = ParsedInput<'task.verify'>['others'][number]

const checkerOf = ({ id, personId, name, unitId }: StoredMembership): Checker => ({
  membershipId: id,
  personId,
  name: name ?? '',
  unitId,
  unitName: null,
  confirmedOn: null,
})

/**
 * Who looked, the caller first: signed on the spot by the caller and by who has no account; a
 * colleague confirms at an own opening. Of the province's step the caller is no checker but records
 * it. Read in the transaction of the change.
 * @throws RuleError `TASK.CHECKERS` of a colleague who could not take this step
 */
export const checkersOf = async (
  members: MemberStore,
  read: Read,
  task: TaskRecord,
  others: readonly Other[],
  { actor, today }: Call,
): Promise<Checker[]> => {
  const checkers: Checker[] = []
  if (nextStep(task)?.level !== 'province' && actor.membershipId !== null) {
    const own = checkerOf(await members.heldIn(read, actor.membershipId))
    checkers.push({ ...own, confirmedOn: today })
  }
  for (const other of others) {
    const signed = other.signatureId ? { signatureId: other.signatureId } : {}
    if ('membershipId' in other) {
      const member = await members.heldIn(read, other.membershipId)
      if (whyNotChecker(member, task)) throw new RuleError('TASK.CHECKERS', ['others'])
      checkers.push({ ...checkerOf(member), ...signed })
    } else {
      const { name, unitName } = other
      const nobody = { membershipId: null, personId: null, unitId: null }
      checkers.push({ ...nobody, name, unitName, confirmedOn: today, ...signed })
    }
  }
  return checkers
}
