import { type MessageTemplate, messageTemplates } from '@/domain/reminder/template'
import type { Balances } from './consent-store'

/** WeChat's ids of our templates, from the environment: they differ per account. */
export type TemplateIds = Readonly<Record<MessageTemplate, string>>

/**
 * @param env `TEMPLATE_ANSWER_READY`, `TEMPLATE_DEADLINE`, `TEMPLATE_TIMELINE`
 * @throws Error naming the variable that is missing
 */
export const templateIdsFrom = (env: NodeJS.ProcessEnv): TemplateIds => {
  const entries = messageTemplates.map((template) => {
    const variable = `TEMPLATE_${template.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
    const id = env[variable]
    if (!id) throw new Error(`${variable} is not set`)
    return [template, id] as const
  })
  return Object.fromEntries(entries) as TemplateIds
}

/** Every template there is, with how many messages may still be sent. */
export const consentsBy = (balances: Balances, templateIds: TemplateIds) =>
  messageTemplates.map((template) => ({
    template,
    templateId: templateIds[template],
    left: balances.get(template) ?? 0,
  }))
