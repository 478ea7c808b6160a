import type { FeedbackId } from '@/domain/feedback/feedback'
import type { Actor } from '@/domain/organization/actor'
import type { Parts } from './parts'

/** By the own session, or by the lookup code (its hash) from any phone. */
export interface Claim {
  readonly feedbackId: FeedbackId
  readonly lookupHash?: string
}

/** Whether the caller is who sent the report; nobody is once its identity was erased. */
export const isReporterOf = async (
  { originals }: Pick<Parts, 'originals'>,
  { feedbackId, lookupHash }: Claim,
  actor: Actor,
): Promise<boolean> => {
  if (lookupHash !== undefined) return (await originals.idByLookup(lookupHash)) === feedbackId
  if (actor.personId === null) return false
  const row = await originals.find(feedbackId)
  return row?.reporterKey === originals.reporterKey(actor)
}
