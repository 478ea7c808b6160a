import { asksAgain, rate as decideRating } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { contentFlag } from '../content-flag'
import { lookerFor } from '../looker'
import { actOnOwn } from '../own-report'
import type { Parts } from '../parts'

/** 评价: the rating is for all who handle the matter, the line beside it for intake. */
export const rate =
  (parts: Parts): Handler<'feedback.rate'> =>
  async (input, call) => {
    const { feedbackId, rating, words } = input
    const flag = await contentFlag(parts.wechat, call.openid, words)
    const label = `rating ${call.newId('rating')}`
    return actOnOwn(parts, call, input, 'rate', async (feedback, facts) => ({
      next: decideRating(
        feedback,
        {
          rating,
          words,
          ...(asksAgain(feedback, rating) && {
            looker: await lookerFor(parts, feedback, feedback.unitId),
          }),
        },
        call.actor,
        facts,
      ),
      changes: { rating },
      also: ({ transaction }) =>
        parts.originals.add(feedbackId, label, flag, (original) => ({
          ...original,
          ratings: [...original.ratings, { rating, words, at: call.now }],
        }))(transaction),
    }))
  }
