import { whyNotSee } from '@/domain/import/batch'
import { type RoundSettings, whyNotSettings } from '@/domain/import/round'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Call, Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'
import { roundIdOf, type RoundStore } from '../../_stores/round-store'

interface Deps extends Pick<Stores, 'organization'> {
  readonly rounds: RoundStore
}

/** A round of nobody's units, or of a day to come, is none. */
const check = async (
  { organization }: Deps,
  settings: RoundSettings,
  { today }: Call,
): Promise<void> => {
  refuseIf(whyNotSettings(settings, { today }))
  const unitIds = settings.chain.flatMap(({ unitId }) => unitId ?? [])
  const units = await organization.units(unitIds)
  if (unitIds.some((id) => !units.has(id))) throw new RuleError('THING.NOT_FOUND', ['chain'])
}

/** 登记: from now on the round has its facts; lists that name it are its own already. */
export const registerRound =
  (deps: Deps): Handler<'documents.registerRound'> =>
  async ({ name, ...settings }, call) => {
    const regionCode = call.actor.regionCode ?? ''
    refuseIf(whyNotSee(regionCode, call.actor))
    await check(deps, settings, call)
    const id = roundIdOf(regionCode, name)
    return deps.rounds.register({ id, name: name.trim(), regionCode, ...settings }, call, { id })
  }

/** What is set counts for what comes after: a chain at assignment, a notice at the self-check. */
export const changeRound =
  (deps: Deps): Handler<'documents.changeRound'> =>
  ({ roundId, version, ...settings }, call) =>
    deps.rounds.change(
      roundId,
      version,
      async ({ regionCode }) => {
        refuseIf(whyNotSee(regionCode, call.actor))
        await check(deps, settings, call)
        return settings
      },
      call,
      { id: roundId },
    )
