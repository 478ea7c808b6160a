import { latest } from '../calendar/day'
import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import { withoutAmendments } from './assignment-transitions'
import { type Cycle, presentCycle, type Standard, withCycle } from './cycle'
import { lapseExtension } from './extension-transitions'
import type { TaskFacts } from './facts'
import { withLeadPerson } from './lead-official'
import type { LeadPerson } from './lead-person'
import { partsOf } from './part'
import { signedShares } from './share-signature'
import type { AcceptanceStep, ClosingLevel } from './acceptance'
import type { RectificationTask } from './task'
import type { StandardDispute } from './verification'
import { whyNotTask } from './workflow'

type Context = Omit<TaskFacts, 'given'>

/** 定验收链: who accepts, from below upwards, which level closes, and who leads. Throws `RuleError`. */
export const changeChain = (
  task: RectificationTask,
  given: {
    readonly chain: readonly AcceptanceStep[]
    readonly closingLevel: ClosingLevel
    /** Left as it is where nothing is said. */
    readonly leadPerson?: LeadPerson | null
  },
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'changeChain', actor, { ...context, given }))
  const { chain, closingLevel, leadPerson } = given
  return {
    ...{ ...task, acceptanceChain: chain, closingLevel },
    ...(leadPerson !== undefined && { leadOfficial: withLeadPerson(task, leadPerson) }),
  }
}

/** 备自查: what staff have written for their leader; a later one takes its place. Throws `RuleError`. */
export const prepareSelfCheck = (
  task: RectificationTask,
  given: {
    readonly standards: Readonly<Record<Standard, string>>
    readonly dispute: StandardDispute | null
  },
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'prepareSelfCheck', actor, { ...context, given }))
  const { standards: words, dispute } = given
  const made = { on: context.today, byId: actor.personId, words }
  return withCycle(task, { prepared: { ...made, ...(dispute && { dispute }) } })
}

/**
 * 自查: a word on each standard, signed by the leader or with the paper that the leader signed. An
 * open request for more time or for another plan ends with it. Throws `RuleError`.
 */
export const selfCheck = (
  task: RectificationTask,
  given: {
    readonly standards: Readonly<Record<Standard, string>>
    readonly signOffNumber: string | null
    readonly fileIds?: readonly string[]
    readonly dispute?: StandardDispute | null
    /** The round asks for a notice before close-out is asked for. */
    readonly noticeFirst: boolean
  },
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'selfCheck', actor, { ...context, given }))
  const { today } = context
  const { standards: words, signOffNumber, fileIds = [], noticeFirst, dispute } = given
  return withCycle(
    {
      ...withoutAmendments(lapseExtension(task, context)),
      state: 'selfChecked',
      // The day on which the last part was done, whenever that is signed.
      completedOn: latest(partsOf(task).map(({ doneOn }) => doneOn)) ?? today,
    },
    {
      selfCheck: {
        ...{ on: today, words, byId: actor.personId, signOffNumber },
        ...(fileIds.length > 0 && { fileIds }),
        ...signedShares(task),
        ...(dispute && { dispute }),
      },
      prepared: null,
      ...(noticeFirst && { preNoticeAsked: true }),
    },
  )
}

/** 申请验收, with the report. Throws `RuleError`. */
export const requestCloseOut = (
  task: RectificationTask,
  given: { readonly reportNumber: string },
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'requestCloseOut', actor, { ...context, given }))
  const request = { on: context.today, byId: actor.personId, reportNumber: given.reportNumber }
  return withCycle({ ...task, state: 'verifying' }, { request })
}

/** What a self-check said lies ready again, to be looked at. */
const backInHand = (
  { selfCheck }: Cycle,
  { today }: Context,
): Pick<Cycle, 'selfCheck' | 'prepared'> => {
  if (selfCheck === null) return { selfCheck }
  const { on, byId, words, dispute } = selfCheck
  const prepared = { on, byId, words, ...(dispute && { dispute }), lapsedOn: today }
  return { selfCheck: null, prepared }
}

/** 撤回 of the last of the two, before the next step has acted. Throws `RuleError`. */
export const withdraw = (
  task: RectificationTask,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'withdraw', actor, { ...context, given: {} }))
  return presentCycle(task).request
    ? withCycle({ ...task, state: 'selfChecked' }, { request: null })
    : withCycle(
        { ...task, state: 'inProgress', completedOn: null },
        { ...backInHand(presentCycle(task), context), preNoticeAsked: false },
      )
}
