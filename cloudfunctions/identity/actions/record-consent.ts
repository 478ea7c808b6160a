import { messageTemplates } from '@/contract/identity'
import type { Handler } from '../../_kit/handler'
import type { ConsentStore } from '../../_stores/consent-store'
import type { TemplateIds } from '../../_stores/template-ids'

interface Deps {
  readonly consents: ConsentStore
  readonly templateIds: TemplateIds
}

/** `success` fires even on a refusal, so each template's own answer is read. */
export const recordConsent =
  ({ consents, templateIds }: Deps): Handler<'identity.recordConsent'> =>
  async ({ results }, { actor }) => {
    const personId = actor.personId!
    for (const template of messageTemplates) {
      const accepted = results.some(
        ({ templateId, outcome }) => templateId === templateIds[template] && outcome === 'accept',
      )
      if (accepted) await consents.add(personId, template, 1)
    }
    const balances = await consents.balances(personId)
    return {
      consents: messageTemplates.map((template) => ({
        template,
        templateId: templateIds[template],
        left: balances.get(template) ?? 0,
      })),
    }
  }
