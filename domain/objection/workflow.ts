import { isFilled } from '../given'
import type { Days } from '../calendar/period'
import { officeOrLeader } from '../organization/scope'
import { type Need, type Party, type Row, type Rules, rulesOf } from '../workflow'
import { isNoticeRunning, type Objection, type ObjectionState } from './objection'

/** Each is the name of the action that does it. */
export const objectionEvents = [
  'lodgeObjection', // 提出异议
  'openObjection', // 看原话
  'summarizeObjection', // 写摘要
  'admitObjection', // 受理
  'dismissObjection', // 不予受理
  'upholdObjection', // 成立
  'rejectObjection', // 不成立
] as const
export type ObjectionEvent = (typeof objectionEvents)[number]

export type ObjectionCase = Omit<Objection, 'state'> & { readonly state: ObjectionState | null }

export interface ObjectionFacts extends Days {
  readonly given?: {
    readonly words?: string
    readonly contactPhone?: string
    readonly summary?: string
    readonly reply?: string
  }
}

type ObjectionParty = 'resident' | 'intakeOfRegion' | 'coordinatorOfRegion'

const parties: Readonly<Record<ObjectionParty, Party<ObjectionCase, ObjectionFacts>>> = {
  resident: (actor) => (actor.role === 'resident' ? null : 'ACCESS.ROLE'),
  // Nobody in their own cause: an office that does the work leaves it to the region above or the leader.
  intakeOfRegion: (actor, objection) => officeOrLeader(actor, 'intake', objection),
  coordinatorOfRegion: (actor, objection) => officeOrLeader(actor, 'coordinator', objection),
}

const needs = {
  // Later ones are reports on the task.
  duringNotice: (objection, { today, calendar }) =>
    isNoticeRunning(objection, today, calendar) ? null : { code: 'OBJECTION.CLOSED' },
  // An affected firm and the units at work do not object to what is said of themselves.
  notOwnCause: ({ doingUnitIds, enterpriseIds }, _facts, { belongsTo }) =>
    belongsTo.some((id) => doingUnitIds.includes(id) || enterpriseIds.includes(id))
      ? { code: 'OBJECTION.OWN_CAUSE' }
      : null,
  words: (_objection, { given }) =>
    given === undefined || isFilled(given.words)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['words'] },
  contact: (_objection, { given }) =>
    given === undefined || isFilled(given.contactPhone)
      ? null
      : { code: 'OBJECTION.CONTACT_REQUIRED', fields: ['contactPhone'] },
  summaryGiven: (_objection, { given }) =>
    given === undefined || isFilled(given.summary)
      ? null
      : { code: 'FEEDBACK.SUMMARY_REQUIRED', fields: ['summary'] },
  // The office decides on the 摘要.
  summary: ({ summary }) => (isFilled(summary) ? null : { code: 'FEEDBACK.SUMMARY_REQUIRED' }),
  reply: (_objection, { given }) =>
    given === undefined || isFilled(given.reply)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['reply'] },
} as const satisfies Record<string, Need<ObjectionCase, ObjectionFacts>>

const decides = (
  from: ObjectionState,
  to: ObjectionState,
  ...asked: (keyof typeof needs)[]
): Row<ObjectionState, ObjectionParty, keyof typeof needs> => ({
  from: [from],
  to,
  by: ['coordinatorOfRegion'],
  needs: asked,
})

const objectionTable: Readonly<
  Record<ObjectionEvent, Row<ObjectionState, ObjectionParty, keyof typeof needs>>
> = {
  lodgeObjection: {
    from: [null],
    to: 'lodged',
    by: ['resident'],
    needs: ['duringNotice', 'notOwnCause', 'words', 'contact'],
  },
  // Contact and original words, each look in the chain.
  openObjection: { from: ['lodged', 'admitted'], to: null, by: ['intakeOfRegion'], needs: [] },
  summarizeObjection: {
    from: ['lodged'],
    to: null,
    by: ['intakeOfRegion'],
    needs: ['summaryGiven'],
  },
  admitObjection: decides('lodged', 'admitted', 'summary'),
  dismissObjection: decides('lodged', 'dismissed', 'summary', 'reply'),
  // What has to be done again joins the task (task table, `upholdObjection`).
  upholdObjection: decides('admitted', 'upheld', 'reply'),
  rejectObjection: decides('admitted', 'rejected', 'reply'),
}

/** The law of an objection. */
export const objectionRules: Rules<ObjectionCase, ObjectionFacts, ObjectionEvent> = rulesOf({
  table: objectionTable,
  parties,
  needs,
})

export const { whyNot: whyNotObjection, allowed: allowedObjectionEvents } = objectionRules
