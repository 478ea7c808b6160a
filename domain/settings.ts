/**
 * Our defaults ([D]) and the limits that published rules set ([S]), as one versioned record.
 *
 * A due date keeps the version of the day from which it is counted (`settings-book.ts`), so that a
 * changed setting never moves a promise already given.
 */
export interface Settings {
  readonly version: number
  /**
   * Working days after which the coordinator is asked about what nothing else names, and again
   * each time as many have passed; what the coordinator owes rises to the city leader after
   * twice as many. [D]
   */
  readonly waitWorkingDays: number
  /** Working days that villages and firms have at least to answer on draft measures. [D] */
  readonly consultWorkingDays: number
  /** Working days the office has to answer what was said of the draft. [D] */
  readonly answerDraftWorkingDays: number
  /** Working days a unit has to sign for an assignment. [D] */
  readonly signForWorkingDays: number
  /** Working days from signing to the unit's plan. [D] */
  readonly planWorkingDays: number
  /** Working days from the feedback to the plan of the whole city. [S] */
  readonly cityPlanWorkingDays: number
  /** Working days the lead unit (or the office) has to approve or return a plan. [D] */
  readonly approvePlanWorkingDays: number
  /** Working days the office has to give a returned assignment to another unit. [D] */
  readonly reassignWorkingDays: number
  /** Days after assignment at which the unit is first asked whether an awaited event happened. [D] */
  readonly awaitEventDays: number
  /** Calendar days to admit or decline a report. [S 信访工作条例 / 环境信访办法] */
  readonly admitDays: number
  /** Calendar days from admission to the answer. [S] */
  readonly answerDays: number
  /** Working days from admission until intake has given the matter to a unit. [D] */
  readonly assignFeedbackWorkingDays: number
  /** One extension of the answer, with notice to the reporter. [S] */
  readonly answerExtensionDays: number
  /** Days for an item of an inspection batch (督察交办件). [S] */
  readonly inspectionBatchDays: number
  /** Working days for the second look after 办了一半 / 没办好. [D] */
  readonly secondLookWorkingDays: number
  /** Days after an answer until it is archived unrated. [D] */
  readonly archiveUnratedDays: number
  /** Working days of silence after a reminder before a timeline is referred. [D] */
  readonly timelineSilenceWorkingDays: number
  /** Rounds of proposals before a timeline is referred. [D] */
  readonly timelineRounds: number
  /** Minutes by which a phone's clock may differ on arrival for a photo's time to count. [D] */
  readonly cameraClockMinutes: number
  /** Metres from a site's point, beside what the phone may err, from which a photo is asked about. [D] */
  readonly farPhotoMetres: number
  /** Working days after mediation until it ends without agreement. [D] */
  readonly mediationWorkingDays: number
  /** Working days a unit has to confirm or return what a firm reports done. [D] */
  readonly confirmNodeWorkingDays: number
  /** Working days the office has to publish the notice once its text is released. [D] */
  readonly publishNoticeWorkingDays: number
  /** Working days to the leading group's decision after the notice. [D] */
  readonly approveCloseOutWorkingDays: number
  /** Months after closing, and then between re-checks; after a finding or a reopening. [D] */
  readonly firstRecheckMonths: number
  readonly recheckMonths: number
  /** Working days to the next re-check once intake has admitted a resident's report of relapse. [D] */
  readonly relapseRecheckWorkingDays: number
  /** Working days the office has to reopen after a finding, or to say why not. [D] */
  readonly reopenWorkingDays: number
  /** Working days a close-out notice is public. [S] */
  readonly noticeWorkingDays: number
  /** Working days intake has for the 摘要 of an objection, inside those to admit it. [D] */
  readonly summarizeObjectionWorkingDays: number
  /** Working days to admit or dismiss an objection, and to reply to an admitted one. */
  readonly objectionAdmitWorkingDays: number
  readonly objectionReplyWorkingDays: number
  /** Working days for each of the two checks before a text is public. [D] */
  readonly releaseCheckWorkingDays: number
  /** Days in which an invitation can be taken. [D] */
  readonly invitationDays: number
  /** Working days to decide on an extension. [D] */
  readonly decideExtensionWorkingDays: number
  /** Working days for the self-check once every part is done, and then for the request. [D] */
  readonly selfCheckWorkingDays: number
  readonly requestCloseOutWorkingDays: number
  /** Working days the office has to name who accepts. [D] */
  readonly nameChainWorkingDays: number
  /** Working days a branch or committee has to say what the village thinks. [D] */
  readonly giveOpinionWorkingDays: number
  /** Working days an inspector has to call on a resident who agreed to it. [D] */
  readonly visitResidentWorkingDays: number
  /** Working days to summarize opinions, then to answer them, then to release the summary. [D] */
  readonly summarizeOpinionsWorkingDays: number
  /** Days all verification steps have together. [D] */
  readonly verifyDays: number
  /** Working days from the asking in which a firm is visited, or the visit ends as not made. [D] */
  readonly visitWorkingDays: number
  /** Working days after the last day for the record of a visit that was notified. [D] */
  readonly recordVisitWorkingDays: number
  /** Working days the second checker has to confirm. [D] */
  readonly confirmCheckWorkingDays: number
  /** Days before a node is due at which whoever owes it is reminded. [D] */
  readonly reminderDaysBefore: readonly number[]
  /** Interval of reminders while a node is overdue, in days. [D] */
  readonly overdueEveryDays: number
  /** From so many days before on the unit's leader is reminded of a node too. [D] */
  readonly leaderFromDaysBefore: number
  /** From so many days overdue on the coordinator is reminded of a node too. [D] */
  readonly coordinatorFromDaysOverdue: number
  /** The same for a reply that somebody owes, beside its half-time. [D] */
  readonly replyDaysBefore: readonly number[]
  readonly replyOverdueEveryWorkingDays: number
  /** Days before and after the closing of the monthly round. [D] */
  readonly reportDaysBefore: readonly number[]
  readonly reportDaysAfter: readonly number[]
  /** Days before a notice ends, a re-check or a mediation is due. [D] */
  readonly watchDaysBefore: readonly number[]
  /** Beijing hour at which the day's digest goes out. [D] */
  readonly digestHour: number
  /** No at-once message from `quietFromHour` (inclusive) to `quietToHour` (exclusive). [D] */
  readonly quietFromHour: number
  readonly quietToHour: number
}

export const defaultSettings: Settings = {
  version: 1,
  waitWorkingDays: 20,
  consultWorkingDays: 5,
  answerDraftWorkingDays: 5,
  signForWorkingDays: 3,
  planWorkingDays: 15,
  cityPlanWorkingDays: 30,
  approvePlanWorkingDays: 5,
  reassignWorkingDays: 3,
  awaitEventDays: 30,
  admitDays: 15,
  answerDays: 60,
  assignFeedbackWorkingDays: 3,
  answerExtensionDays: 30,
  inspectionBatchDays: 10,
  secondLookWorkingDays: 20,
  archiveUnratedDays: 30,
  timelineSilenceWorkingDays: 10,
  confirmNodeWorkingDays: 5,
  cameraClockMinutes: 10,
  farPhotoMetres: 500,
  timelineRounds: 2,
  mediationWorkingDays: 10,
  publishNoticeWorkingDays: 5,
  approveCloseOutWorkingDays: 10,
  firstRecheckMonths: 6,
  recheckMonths: 12,
  relapseRecheckWorkingDays: 10,
  reopenWorkingDays: 5,
  noticeWorkingDays: 10,
  summarizeObjectionWorkingDays: 1,
  objectionAdmitWorkingDays: 3,
  objectionReplyWorkingDays: 15,
  releaseCheckWorkingDays: 5,
  invitationDays: 14,
  decideExtensionWorkingDays: 10,
  selfCheckWorkingDays: 10,
  requestCloseOutWorkingDays: 5,
  nameChainWorkingDays: 5,
  giveOpinionWorkingDays: 10,
  visitResidentWorkingDays: 10,
  summarizeOpinionsWorkingDays: 10,
  verifyDays: 30,
  visitWorkingDays: 20,
  recordVisitWorkingDays: 3,
  confirmCheckWorkingDays: 3,
  reminderDaysBefore: [30, 7, 3, 1, 0],
  overdueEveryDays: 7,
  leaderFromDaysBefore: 3,
  coordinatorFromDaysOverdue: 7,
  replyDaysBefore: [3, 1, 0],
  replyOverdueEveryWorkingDays: 3,
  reportDaysBefore: [5, 2, 0],
  reportDaysAfter: [1, 3],
  watchDaysBefore: [3, 0],
  digestHour: 9,
  quietFromHour: 21,
  quietToHour: 8,
}
