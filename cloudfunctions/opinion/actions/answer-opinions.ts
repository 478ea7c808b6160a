import { answerOpinions as answered } from '@/domain/opinion/summary-transitions'
import type { Handler } from '../../_kit/handler'
import { summaryThing } from '../../_stores/summary-thing'
import type { Parts } from '../parts'

/** 书面答复, one a matter. */
export const answerOpinions =
  ({ writer, cipher }: Pick<Parts, 'writer' | 'cipher'>): Handler<'opinion.answerOpinions'> =>
  ({ summaryId, answers }, call) =>
    writer.act(summaryThing, call, summaryId, 'answerOpinions', (summary, facts) => ({
      next: answered(summary, answers, call.actor, facts),
      changes: { said: cipher.blind(`${summaryId} ${JSON.stringify(answers)}`) },
    }))
