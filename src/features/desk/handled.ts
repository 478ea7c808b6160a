import type { ActionOutput } from '@/contract/actions'

/** A report as this desk may see it. */
export type Handled = ActionOutput<'feedback.getHandled'>

/** Somebody to whom the desk may hand the report over. */
export type NextDesk = ActionOutput<'feedback.listNextDesks'>['desks'][number]

/** A report that may be the same matter. */
export type MergeTarget = ActionOutput<'feedback.listMergeTargets'>['items'][number]

/** Identity and original words, after an audited look. */
export type Original = ActionOutput<'feedback.openOriginal'>

/** Decisions that open a sheet on the report's page. */
export type DeskDialog =
  | 'openOriginal'
  | 'admit'
  | 'decline'
  | 'handOverDesk'
  | 'correctAccused'
  | 'takeBack'
  | 'extendAnswer'
  | 'merge'
  | 'assign'
  | 'returnToIntake'
  | 'submitAnswer'
  | 'submitSecondAnswer'
  | 'releaseAnswer'
  | 'returnAnswer'
