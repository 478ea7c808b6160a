import { messageTemplates } from '@/contract/identity'
import type { Balances } from '../_stores/consent-store'
import type { TemplateIds } from '../_stores/template-ids'

/** Every template there is, with how many messages may still be sent. */
export const describeConsents = (balances: Balances, templateIds: TemplateIds) =>
  messageTemplates.map((template) => ({
    template,
    templateId: templateIds[template],
    left: balances.get(template) ?? 0,
  }))
