import { rateVisit as rated } from '@/domain/visit/transitions'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'

/** 评价: the office reads it without who of the firm gave it, and the body not at all. */
export const rateVisit =
  ({ writer }: Pick<Parts, 'writer'>): Handler<'enterprise.rateVisit'> =>
  ({ visitId, rating, words }, call) =>
    writer.act(visitThing, call, visitId, 'rateVisit', (visit, facts) => ({
      next: rated(visit, { rating, words }, call.actor, facts),
      changes: { rating },
    }))
