/**
 * Our defaults ([D]) and the limits that published rules set ([S]), as one versioned record.
 *
 * A due date keeps the version that was in force when it was made, so that a changed
 * setting never moves a promise already given.
 */
export interface Settings {
  readonly version: number
  /** Working days a unit has to sign for an assignment. [D] */
  readonly signForWorkingDays: number
  /** Working days from signing to the unit's plan. [D] */
  readonly planWorkingDays: number
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
  /** Working days after mediation until it ends without agreement. [D] */
  readonly mediationWorkingDays: number
  /** Working days a close-out notice is public. [S] */
  readonly noticeWorkingDays: number
  /** Working days to admit or dismiss an objection, and to reply to an admitted one. */
  readonly objectionAdmitWorkingDays: number
  readonly objectionReplyWorkingDays: number
  /** Working days for each of the two checks before a text is public. [D] */
  readonly releaseCheckWorkingDays: number
  /** Days all verification steps have together. [D] */
  readonly verifyDays: number
  /** Steps before a due day at which a reminder is sent. [D] */
  readonly reminderDaysBefore: readonly number[]
  /** Interval of reminders while overdue, in days. [D] */
  readonly overdueEveryDays: number
  /** Beijing hour at which the day's digest goes out. [D] */
  readonly digestHour: number
  /** No at-once message from `quietFromHour` (inclusive) to `quietToHour` (exclusive). [D] */
  readonly quietFromHour: number
  readonly quietToHour: number
}

export const defaultSettings: Settings = {
  version: 1,
  signForWorkingDays: 3,
  planWorkingDays: 15,
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
  timelineRounds: 2,
  mediationWorkingDays: 10,
  noticeWorkingDays: 10,
  objectionAdmitWorkingDays: 3,
  objectionReplyWorkingDays: 15,
  releaseCheckWorkingDays: 5,
  verifyDays: 30,
  reminderDaysBefore: [30, 7, 3, 1, 0],
  overdueEveryDays: 7,
  digestHour: 9,
  quietFromHour: 21,
  quietToHour: 8,
}
