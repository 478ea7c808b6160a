import { messageTemplates } from '@/domain/reminder/template'
import { count, oneOf } from '../fields'
import * as z from '../zod'

/** Templates a person can consent to; ids come from the environment. */
export const consentView = z.strictObject({
  template: oneOf(messageTemplates),
  templateId: z.string(),
  /** Messages that may still be sent. */
  left: count,
})
