import type { ActionOutput } from '@/contract/actions'

/** A report as its reporter sees it. */
export type ReporterFeedback = ActionOutput<'feedback.get'>
