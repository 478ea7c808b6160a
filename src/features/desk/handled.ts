import type { ActionOutput } from '@/contract/actions'

/** A report as this desk may see it. */
export type Handled = ActionOutput<'feedback.getHandled'>

/** Identity and original words, after an audited look. */
export type Original = ActionOutput<'feedback.openOriginal'>

/** Decisions that open a sheet on the report's page. */
export type DeskDialog =
  | 'openOriginal'
  | 'admit'
  | 'decline'
  | 'assign'
  | 'returnToIntake'
  | 'submitAnswer'
  | 'submitSecondAnswer'
  | 'releaseAnswer'
  | 'returnAnswer'
