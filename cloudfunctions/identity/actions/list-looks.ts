import type { Handler } from '../../_kit/handler'
import type { FeedbackLookStore } from '../../_stores/feedback-look-store'

export const listLooks =
  ({ looks }: { looks: Pick<FeedbackLookStore, 'list'> }): Handler<'identity.listLooks'> =>
  async (_input, { actor }) => ({
    items: (await looks.list(actor)).map(({ on, number, reason }) => ({
      on,
      number,
      reason,
    })),
  })
