import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { describeForReporter } from '../views/reporter-view'

/** 用查询码查: whoever holds the code reads what the reporter reads. */
export const lookUp =
  (parts: Parts): Handler<'feedback.lookUp'> =>
  async ({ lookupHash }, call) => {
    const id = await parts.originals.idByLookup(lookupHash)
    const feedback = id ? await parts.feedback.find(id) : null
    if (!feedback) throw new RuleError('THING.NOT_FOUND')
    const row = await parts.originals.find(feedback.id)
    return describeForReporter(parts, feedback, row?.original ?? null, call)
  }
