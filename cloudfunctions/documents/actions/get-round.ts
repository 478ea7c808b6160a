import { whyNotSee } from '@/domain/import/batch'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'
import type { RoundStore } from '../../_stores/round-store'
import { loadNames } from '../../_stores/task-names'

interface Deps extends Pick<Stores, 'organization'> {
  readonly rounds: RoundStore
}

export const getRound =
  ({ rounds, organization }: Deps): Handler<'documents.getRound'> =>
  async ({ roundId }, { actor }) => {
    const found = await rounds.find(roundId)
    if (!found) throw new RuleError('THING.NOT_FOUND')
    const { regionCode, chain, ...round } = found.round
    refuseIf(whyNotSee(regionCode, actor))
    const unitIds = chain.flatMap(({ unitId }) => unitId ?? [])
    const { unitRef } = await loadNames(organization, unitIds, [])
    return {
      ...round,
      version: found.version,
      chain: chain.map(({ level, unitId }) => ({
        level,
        unit: unitId === null ? null : unitRef(unitId),
      })),
    }
  }
