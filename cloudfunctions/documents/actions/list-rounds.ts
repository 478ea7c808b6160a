import { whyNotSee } from '@/domain/import/batch'
import { cityPlanDueOn } from '@/domain/import/round'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { Stores } from '../../_stores/open-stores'
import type { RoundStore } from '../../_stores/round-store'

interface Deps extends Pick<Stores, 'city' | 'contextOn'> {
  readonly batches: BatchStore
  readonly rounds: RoundStore
}

/** A county works on the city's rounds too; it reads them and changes its own. */
export const listRounds =
  ({ batches, rounds, city, contextOn }: Deps): Handler<'documents.listRounds'> =>
  async (_input, { actor, today }) => {
    const regionCode = actor.regionCode ?? ''
    refuseIf(whyNotSee(regionCode, actor))
    const registered = await rounds.ofRegions([regionCode, city])
    const lists = await batches.latestOfRounds(regionCode)
    const known = new Set(registered.map(({ id }) => id))
    const context = contextOn(today)
    return {
      items: registered.map((round) => {
        const planDue = cityPlanDueOn(round, context)
        return {
          id: round.id,
          name: round.name,
          level: round.level,
          kind: round.kind,
          feedbackOn: round.feedbackOn,
          planDueOn: planDue.on,
          planDueProvisional: planDue.provisional,
          planHandedInOn: round.planHandedInOn ?? null,
          expected: round.expected,
          listed: lists.get(round.id)?.drafts ?? null,
          noticeFirst: round.noticeFirst,
          own: round.regionCode === regionCode,
        }
      }),
      named: [...lists.values()]
        .filter(({ roundId }) => !known.has(roundId))
        .map(({ roundId, roundName }) => ({ id: roundId, name: roundName })),
    }
  }
