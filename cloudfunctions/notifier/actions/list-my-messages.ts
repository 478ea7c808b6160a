import type { Handler } from '../../_kit/handler'
import type { MessageQueue } from '../../_stores/messages/message-queue'

export const listMyMessages =
  ({ queue }: { readonly queue: MessageQueue }): Handler<'notifier.listMyMessages'> =>
  async ({ cursor }, { actor }) => {
    const page = await queue.pageOf(actor.personId!, cursor)
    return {
      items: page.items.map(({ id, template, about, at, state, things }) => ({
        id,
        template,
        about,
        at,
        state,
        things,
      })),
      cursor: page.cursor,
    }
  }
