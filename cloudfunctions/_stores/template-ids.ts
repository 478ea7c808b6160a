import { type MessageTemplate, messageTemplates } from '@/domain/reminder/template'
import type { Balances } from './consent-store'
import type { Environment } from './environment'

/** WeChat's ids of our templates, from the environment: they differ per account. */
export type TemplateIds = Readonly<Record<MessageTemplate, string>>

type Named = Pick<Environment, 'TEMPLATE_ANSWER_READY' | 'TEMPLATE_DEADLINE' | 'TEMPLATE_TIMELINE'>

export const templateIdsFrom = (env: Named): TemplateIds => ({
  answerReady: env.TEMPLATE_ANSWER_READY,
  deadline: env.TEMPLATE_DEADLINE,
  timeline: env.TEMPLATE_TIMELINE,
})

/** Every template there is, with how many messages may still be sent. */
export const consentsBy = (balances: Balances, templateIds: TemplateIds) =>
  messageTemplates.map((template) => ({
    template,
    templateId: templateIds[template],
    left: balances.get(template) ?? 0,
  }))
