import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'

type Ok = <N extends ActionName>(
  who: 'intake' | 'housingStaff' | 'coordinator',
  action: N,
  input: ActionInput<N>,
) => Promise<ActionOutput<N>>

/** What was said so far is summarized, answered where somebody is not satisfied, and released. */
export const answerSummary = async (
  ok: Ok,
  taskId: string,
  unsatisfied: readonly ('collective' | 'residents')[] = [],
): Promise<void> => {
  const summaryId = (await ok('intake', 'opinion.listAsked', { taskId })).summaryId!
  const { digest } = await ok('intake', 'opinion.openWords', { summaryId })
  const matters = unsatisfied.map((side) => ({ side, words: '雨天有味' }))
  await ok('intake', 'opinion.summarize', { summaryId, digest, words: '多数说好', matters })
  const answers = matters.map(() => '月底前再清一次')
  if (answers.length > 0) await ok('housingStaff', 'opinion.answerOpinions', { summaryId, answers })
  await ok('coordinator', 'opinion.releaseSummary', { summaryId })
}
