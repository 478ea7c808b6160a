import type { FeedbackId } from '@/domain/feedback/feedback'
import type { Actor } from '@/domain/organization/actor'
import type { OriginalRow } from '../_stores/feedback-original-store'
import type { Parts } from './parts'

/** By the own session, or by the lookup code (its hash) from any phone. */
export interface Claim {
  readonly feedbackId: FeedbackId
  readonly lookupHash?: string
}

/** The original by the own session; null where somebody else sent it, or its identity was erased. */
export const ownOriginal = async (
  { originals }: Pick<Parts, 'originals'>,
  feedbackId: FeedbackId,
  actor: Actor,
): Promise<OriginalRow | null> => {
  if (actor.personId === null) return null
  const row = await originals.find(feedbackId)
  return row?.reporterKey === originals.reporterKey(actor) ? row : null
}

/** Whether the caller is who sent the report; nobody is once its identity was erased. */
export const isReporterOf = async (
  parts: Pick<Parts, 'originals'>,
  { feedbackId, lookupHash }: Claim,
  actor: Actor,
): Promise<boolean> => {
  if (lookupHash !== undefined) return (await parts.originals.idByLookup(lookupHash)) === feedbackId
  return (await ownOriginal(parts, feedbackId, actor)) !== null
}
