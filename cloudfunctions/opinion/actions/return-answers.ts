import { returnAnswers as returned } from '@/domain/opinion/summary-transitions'
import type { Handler } from '../../_kit/handler'
import { summaryThing } from '../../_stores/summary-thing'
import type { Parts } from '../parts'

/** The office sends answers back that answer nothing. */
export const returnAnswers =
  ({ writer }: Pick<Parts, 'writer'>): Handler<'opinion.returnAnswers'> =>
  ({ summaryId, reason }, call) =>
    writer.act(summaryThing, call, summaryId, 'returnAnswers', (summary, facts) => ({
      next: returned(summary, reason, call.actor, facts),
      changes: {},
      note: reason,
    }))
