import type { ActionOutput } from '@/contract/actions'

/** A task as the server shows it to this person. */
export type StaffTask = ActionOutput<'task.get'>

/** What is reported done one by one. */
export type Part = StaffTask['parts'][number]

/** 征求意见, as this person may see it. */
export type Consultation = NonNullable<StaffTask['consultation']>

/** What is said of a part or of an extension. */
export type PartDialog =
  | 'reportDone'
  | 'evidence'
  | 'undoDone'
  | 'returnDone'
  | 'recordNoPart'
  | 'extend'
  | 'endorseExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'withdrawExtension'

/** What sends a task back into work; each with demands and a day. */
export type ReworkKind = 'returnForRework' | 'returnByUpper' | 'reopen'

/** What is said on the way from self-check to close-out. */
export type CloseOutDialog =
  | 'signShare'
  | 'requestCloseOut'
  | 'withdraw'
  | 'confirmCheck'
  | 'denyCheck'
  | 'noticeFirst'
  | 'publishNotice'
  | 'approveCloseOut'
  | 'recordUpper'
  | 'recheck'
  | 'keepClosed'
  | ReworkKind

/** Decisions that open a sheet on the task's page. */
export type TaskDialog =
  | PartDialog
  | CloseOutDialog
  | 'signFor'
  | 'returnAssignment'
  | 'returnPlan'
  | 'withdrawPlan'
  | 'reassign'
  | 'dropShare'
  | 'enterEvent'
  | 'changeRhythm'
  | 'setPoint'
  | 'correctText'
  | 'cancelTask'
  | 'cancelDraft'

/** Decided outside, and recorded with number and signed paper. */
export type DecisionKind = 'approveCloseOut' | 'recordUpper'

/** Those that are forms of their own. */
export type FormDialog =
  | 'signFor'
  | 'reassign'
  | 'dropShare'
  | 'reportDone'
  | 'evidence'
  | 'extend'
  | 'signShare'
  | 'recheck'
  | 'enterEvent'
  | DecisionKind
  | 'changeRhythm'
  | 'setPoint'
  | 'correctText'
  | ReworkKind
