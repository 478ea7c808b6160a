/**
 * Every reason for which a rule says no, `CONTEXT.REASON`. A closed union: a code without a
 * Chinese text in `copy/errors.ts` does not compile.
 */
export const refusalCodes = [
  // the whole service, whoever asks
  'SERVICE.KEY', // the identity key is missing, or is not the one of this database
  'SERVICE.CLOSED', // nothing is written while the ledger is copied
  'SERVICE.READ_ONLY', // residents only read where there is no WeChat
  // identity and permission
  'IDENTITY.REQUIRED', // no person in the context
  'IDENTITY.MEMBERSHIP_UNKNOWN', // actAs names a membership this person does not hold
  'IDENTITY.INVITATION_INVALID', // used, expired or never issued
  'ACCESS.ROLE', // this role does not do that
  'ACCESS.UNIT', // another unit's matter
  'ACCESS.REGION', // outside the region of this role
  'ACCESS.OWNER', // another person's matter
  'ACCESS.SAME_PERSON', // two persons are asked for
  // people and units
  'ORGANIZATION.LEVEL', // a row that does not fit its level, its code or an earlier row
  'ORGANIZATION.STAFFED', // somebody acts for the unit as it stands
  'ORGANIZATION.NOBODY_THERE', // given to a firm, or to a unit in which nobody could do it
  'ORGANIZATION.NO_ENFORCEMENT', // a body that only coordinates may not enter a firm
  'ORGANIZATION.NO_TABLE', // a workbook without the tables of the template
  'ORGANIZATION.TOO_MANY', // more rows in one table than are read at once
  // generic
  'THING.NOT_FOUND',
  'THING.STATE', // this event does not start from the present state
  'THING.CHANGED', // changed by somebody else since it was read
  'THING.BUSY', // too many writers at once; try again
  // task
  'TASK.NO_SINGLE_LEAD', // one lead or single responsible unit is needed
  'TASK.COLLECTIVE_UNIT', // a collective unit is not split yet
  'TASK.NOBODY_CONSULTED', // neither a village nor a firm to ask
  'TASK.CONSULT_DAY', // the day to answer comes too soon
  'TASK.CONSULT_RUNNING', // not everybody has answered, and the last day is not over
  'TASK.CONSULT_UNANSWERED', // an opinion on the draft without 采纳 or 不采纳
  'TASK.NO_COUNTED_DATE', // neither date nor event with who enters it
  'TASK.EVENT_DATE_PAST', // counted from the event, the deadline is over already
  'TASK.PAPER_NUMBER_REQUIRED',
  'TASK.REASON_REQUIRED',
  'TASK.PLAN_INCOMPLETE', // a measure has no person, no date, or nothing that will prove it
  'TASK.NOTHING_AMENDED', // the plan that stands, once more
  'TASK.DATE_AFTER_DEADLINE',
  'TASK.DATE_PAST',
  'TASK.DATE_AHEAD', // said done on a day that is still to come
  'TASK.DATE_BEFORE_DEMAND', // evidence older than what asks for it
  'TASK.WORDS_REQUIRED', // what was done, in a line
  'TASK.SITE_UNIT', // a unit that does not owe the measure
  'TASK.DONE_STAYS', // what was said done stays as it is
  'TASK.SITES_TOO_MANY',
  'TASK.NOBODY_LEFT', // no other unit would owe the measure
  'TASK.ASSIGNMENT_OPEN', // not every responsible unit has signed and planned
  'TASK.MEASURE_UNFINISHED',
  'TASK.EVIDENCE_MISSING',
  'TASK.PROOF_PHOTO', // what the plan names to prove it, and was not shown
  'TASK.PROOF_FILE',
  'TASK.PROOF_NUMBER',
  'TASK.SIGN_OFF_MISSING', // neither the leader nor the paper that the leader signed
  'TASK.SHARE_UNSIGNED', // another unit's leader has not signed its share
  'TASK.PRE_NOTICE_DUE', // the round asks for a notice before the request
  'TASK.REPORT_NUMBER_REQUIRED', // the report that comes with the request
  'TASK.CHAIN_UNNAMED', // a step of the chain has no unit, or the levels are out of order
  'TASK.LAST_STEP_OWN', // the last step would be taken by a unit that did the work
  'TASK.VILLAGE_NOT_ASKED', // an affected village was not asked what it thinks
  'TASK.OPINION_MISSING', // an affected village has not been heard
  'TASK.OPINION_UNANSWERED', // an unsatisfied opinion has no written answer
  'TASK.CHECKERS', // at least two checkers who did not work on it
  'TASK.MEASURE_UNCHECKED', // a measure without 到位 or 不到位, or without what was seen
  'TASK.MEASURE_UNSEEN', // neither a photo of a measure nor what it was judged by
  'TASK.MEASURE_NOT_IN_PLACE', // only a rework follows
  'TASK.PHOTO_REQUIRED', // a relapse found without a photo of what was seen
  'TASK.DEMAND_REQUIRED', // a rework without what has to be done again, by whom
  'TASK.CHAIN_UNFINISHED', // an acceptance step is missing
  'TASK.OBJECTION_OPEN',
  'TASK.NOTICE_RUNNING',
  'TASK.DECISION_NUMBER_REQUIRED',
  'TASK.CHILD_OPEN',
  'TASK.EXTENSION_TOO_LATE', // asked after the deadline
  'TASK.EXTENSION_OPEN', // one at a time
  'TASK.NEXT_STEP_TAKEN', // too late to withdraw
  'TASK.STEP_DECIDED', // others took this step, or sent the task back, in the meantime
  'TASK.RELEASE_MISSING', // secrecy and openness checks are not both recorded
  // opinion
  'OPINION.CLOSED', // before the first asking, or after the last day of the notice
  'OPINION.VILLAGE_UNKNOWN', // the resident has not said where they live
  'OPINION.OTHER_VILLAGE', // their village is not affected
  'OPINION.OWN_CAUSE', // works for a unit that does the work
  'OPINION.MINUTES_MISSING',
  'OPINION.MEETING_AHEAD', // a meeting still to come
  'OPINION.MATTER_MISSING', // somebody is not satisfied and nothing says with what
  'OPINION.ANSWER_MISSING', // each matter is answered
  // objection
  'OBJECTION.CLOSED', // before the notice, or after its last day
  'OBJECTION.CONTACT_REQUIRED', // nobody could be told what became of it
  'OBJECTION.LODGED_ALREADY', // one a person and notice
  'OBJECTION.OWN_CAUSE', // works for an affected firm or a unit that does the work
  // release
  'RELEASE.FIELD_NOT_PUBLIC', // the field is never public
  'RELEASE.TEXT_CHANGED', // the text changed after the first check
  'RELEASE.URGED_TODAY', // one urging a day
  'RELEASE.NOTHING_EDITED', // it reads as before, or has no such place
  'RELEASE.UNREAD', // a place of the notice was not opened by who checks it
  'RELEASE.PHOTO_FLAGGED', // WeChat's check flagged a photo that would go out
  // feedback
  'FEEDBACK.REASON_REQUIRED',
  'FEEDBACK.SUMMARY_REQUIRED',
  'FEEDBACK.UNIT_ACCUSED',
  'FEEDBACK.DESK_ACCUSED', // the desk's own unit: it hands the report over
  'FEEDBACK.DESK_NOT_NEXT', // nobody to whom this report may be handed over
  'FEEDBACK.TOO_MANY', // of one person in an hour or a day: kept on the phone for later
  'FEEDBACK.TOO_MANY_NOW', // of all in this minute, where nobody may be told apart
  'FEEDBACK.TOO_MANY_CODES', // codes that open nothing: somebody tries them out
  'FEEDBACK.CODE_TAKEN', // the lookup code is another report's: draw another
  'FEEDBACK.TAKE_BACK_FIRST', // the unit that is to be marked has the report just now
  'FEEDBACK.SECOND_LOOK_SAME_PERSON',
  'FEEDBACK.WORDS_REQUIRED', // 办了一半 / 没办好 ask for a line
  'FEEDBACK.EXTENDED_ALREADY',
  'FEEDBACK.CONSENT_REQUIRED', // 代填 without the resident's consent noted
  'FEEDBACK.NOT_ASKED_AGAIN', // the second rating is final
  'FEEDBACK.MERGE_ITSELF',
  // timeline
  'TIMELINE.DATE_AFTER_DEADLINE',
  'TIMELINE.DATE_PAST',
  'TIMELINE.DATE_MISSING', // a date per measure is needed
  'TIMELINE.REASON_REQUIRED',
  'TIMELINE.NOTHING_COUNTERED', // a counter-proposal equal to the proposal
  'TIMELINE.ROUND', // answers another round than the present one
  'TIMELINE.SIGNED_ALREADY',
  // visit of a firm
  'VISIT.NOT_AFFECTED', // the firm has no part in this task
  'VISIT.BODY', // not marked as enforcement body
  'VISIT.MATTERS_TOO_MANY', // more than one visit can look at
  'VISIT.DAY_LATE', // after the last day of the visit
  'VISIT.DAY_EARLY', // recorded before the day that was notified
  'VISIT.OFFICERS', // two persons, each with a certificate number
  'VISIT.FINDINGS', // a matter without what was found
  // files
  'FILE.TOO_LARGE',
  'FILE.TYPE', // the name or declared type is not allowed
  'FILE.NOT_AN_IMAGE', // bytes are no picture
  'FILE.MISSING', // never uploaded, or not this person's
  'FILE.CHANGED', // another size or content than announced
  // round
  'ROUND.KNOWN', // another of the same name is registered
  'ROUND.DAY_AHEAD', // a feedback day still to come
  'SETTINGS.VALUE', // outside of its bounds, or at odds with another
  'ROUND.CHAIN', // levels out of order, or the province with a unit
  // import
  'IMPORT.UNSURE_OPEN', // fields still to decide
  'IMPORT.NOT_COMPLETE',
  'IMPORT.UNIT_UNKNOWN',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** A rule says no. `fields` names the input fields concerned, as dotted paths. */
export interface Refusal {
  readonly code: RefusalCode
  readonly fields?: readonly string[]
}

/** Thrown once where a refusal leaves the rules; turned into the wire's error in one place. */
export class RuleError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly fields: readonly string[] = [],
  ) {
    super(code)
    this.name = 'RuleError'
  }
}

/** Throws when a rule gave a reason; does nothing on null. */
export const refuseIf = (refusal: Refusal | null): void => {
  if (refusal) throw new RuleError(refusal.code, refusal.fields)
}
