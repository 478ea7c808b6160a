import { messageTemplates } from '@/domain/reminder/template'
import type { Handler } from '../../_kit/handler'
import type { ConsentStore } from '../../_stores/consent-store'
import type { Stores } from '../../_stores/open-stores'
import { consentsBy, type TemplateIds } from '../../_stores/template-ids'

interface Deps extends Pick<Stores, 'writer'> {
  readonly consents: ConsentStore
  readonly templateIds: TemplateIds
}

/** `success` fires even on a refusal, so each template's own answer is read. */
export const recordConsent =
  ({ writer, consents, templateIds }: Deps): Handler<'notifier.recordConsent'> =>
  async ({ results }, call) => {
    const accepted = messageTemplates.filter((template) =>
      results.some(
        ({ templateId, outcome }) => templateId === templateIds[template] && outcome === 'accept',
      ),
    )
    return writer.write(call, async ({ transaction }) => {
      const balances = await consents.allow(transaction, call.actor.personId!, accepted)
      return { consents: consentsBy(balances, templateIds) }
    })
  }
