import { summarize as summarized } from '@/domain/opinion/summary-transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { summaryThing } from '../../_stores/summary-thing'
import type { Parts } from '../parts'
import { presentOf, spokenOf } from '../../_stores/spoken'

/** 归纳: of exactly what intake has read; refused when a word came in between. */
export const summarize =
  ({
    opinions,
    writer,
    cipher,
  }: Pick<Parts, 'opinions' | 'writer' | 'cipher'>): Handler<'opinion.summarize'> =>
  async ({ summaryId, digest, words, matters }, call) => {
    const found = await opinions.findSummary(summaryId)
    if (!found) throw new RuleError('THING.NOT_FOUND')
    const present = presentOf(spokenOf(await opinions.all(found.askingId)))
    return writer.act(summaryThing, call, summaryId, 'summarize', (summary, facts) => ({
      next: summarized(summary, { words, matters, read: digest }, present, call.actor, facts),
      changes: {
        covers: present.digest,
        said: cipher.blind(`${summaryId} ${words} ${JSON.stringify(matters)}`),
      },
    }))
  }
