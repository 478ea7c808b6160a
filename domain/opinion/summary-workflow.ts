import { isFilled } from '../given'
import type { Days } from '../calendar/period'
import { actsForUnit, officeOrLeader } from '../organization/scope'
import type { TaskState } from '../task/task'
import { type Need, type Party, type Row, type Rules, rulesOf } from '../workflow'
import type { MatterSide, OpinionSummary, SummaryState } from './summary'

/** Each is the name of the action that does it. */
export const summaryEvents = [
  'openWords', // 看原话
  'summarize', // 归纳
  'answerOpinions', // 书面答复
  'returnAnswers', // 退回重答
  'releaseSummary', // 发出
] as const
export type SummaryEvent = (typeof summaryEvents)[number]

export interface SummaryFacts extends Days {
  readonly given?: {
    /** Digest of what intake has read, and of what there is now. */
    readonly read?: string
    readonly present?: string
    /** Sides on which somebody is not satisfied, and those of the matters. */
    readonly unsatisfied?: readonly MatterSide[]
    readonly sides?: readonly MatterSide[]
    readonly answers?: readonly string[]
    readonly reason?: string
  }
}

type SummaryParty = 'intakeOfRegion' | 'answeringUnit' | 'coordinatorOfRegion'
type Relation = Party<OpinionSummary, SummaryFacts>

const parties: Readonly<Record<SummaryParty, Relation>> = {
  // Nobody in their own cause: an office that does the work leaves it to the region above or the leader.
  intakeOfRegion: (actor, summary) => officeOrLeader(actor, 'intake', summary),
  answeringUnit: (actor, { answeringUnitId }) =>
    actsForUnit(actor, answeringUnitId === null ? [] : [answeringUnitId]),
  coordinatorOfRegion: (actor, summary) => officeOrLeader(actor, 'coordinator', summary),
}

/** From the request for close-out until it is decided. */
const summarizedIn: readonly TaskState[] = ['verifying', 'underNotice', 'awaitingApproval']

const needs = {
  presentCycle: ({ taskState, askingId, presentAskingId }) =>
    summarizedIn.includes(taskState) && askingId === presentAskingId
      ? null
      : { code: 'THING.STATE' },
  // A word that came in while intake was writing is read first.
  nothingBetween: (_summary, { given }) =>
    given === undefined || given.read === given.present ? null : { code: 'THING.CHANGED' },
  everySide: (_summary, { given }) =>
    given?.unsatisfied?.every((side) => given.sides?.includes(side)) === false
      ? { code: 'OPINION.MATTER_MISSING', fields: ['matters'] }
      : null,
  everyAnswer: ({ matters }, { given }) =>
    given === undefined ||
    (given.answers?.length === matters.length && given.answers.every(isFilled))
      ? null
      : { code: 'OPINION.ANSWER_MISSING', fields: ['answers'] },
  reason: (_summary, { given }) =>
    given === undefined || isFilled(given.reason)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['reason'] },
} as const satisfies Record<string, Need<OpinionSummary, SummaryFacts>>

const summaryTable: Readonly<
  Record<SummaryEvent, Row<SummaryState, SummaryParty, keyof typeof needs>>
> = {
  openWords: {
    from: ['toSummarize', 'released'],
    to: null,
    by: ['intakeOfRegion'],
    needs: ['presentCycle'],
  },
  summarize: {
    from: ['toSummarize', 'released'],
    to: ['toAnswer', 'toRelease'],
    by: ['intakeOfRegion'],
    needs: ['presentCycle', 'nothingBetween', 'everySide'],
  },
  answerOpinions: {
    from: ['toAnswer'],
    to: 'toRelease',
    by: ['answeringUnit'],
    needs: ['presentCycle', 'everyAnswer'],
  },
  returnAnswers: {
    from: ['toRelease'],
    to: 'toAnswer',
    by: ['coordinatorOfRegion'],
    needs: ['presentCycle', 'reason'],
  },
  releaseSummary: {
    from: ['toRelease'],
    to: 'released',
    by: ['coordinatorOfRegion'],
    needs: ['presentCycle'],
  },
}

export const summaryRules: Rules<OpinionSummary, SummaryFacts, SummaryEvent> = rulesOf({
  table: summaryTable,
  parties,
  needs,
})

export const { whyNot: whyNotSummary, allowed: allowedSummaryEvents } = summaryRules
