import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { describeForReporter } from '../views/reporter-view'

/**
 * 用查询码查: whoever holds the code reads what the reporter reads, and leaves nothing behind. Codes
 * that open nothing are counted, so that nobody tries them out: who has missed too often reads
 * nothing for a while, or the next hit would still be told from a miss.
 */
export const lookUp =
  (parts: Parts): Handler<'feedback.lookUp'> =>
  async ({ lookupHash }, call) => {
    const { openid, now } = call
    const quota = openid === null ? 'missedByNobody' : 'missedCode'
    const miss = { quota, by: openid, now } as const
    await parts.quotas.requireLeft(miss)
    const id = await parts.originals.idByLookup(lookupHash)
    const feedback = id ? await parts.feedback.find(id) : null
    if (!feedback) {
      await parts.quotas.takeAlone(miss)
      throw new RuleError('THING.NOT_FOUND')
    }
    const row = await parts.originals.find(feedback.id)
    return describeForReporter(parts, feedback, row?.original ?? null, call)
  }
