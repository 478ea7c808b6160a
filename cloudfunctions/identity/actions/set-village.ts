import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'

/** Self-declared: it only chooses what is shown first and never gives a right. */
export const setVillage =
  ({
    people,
    organization,
  }: Pick<Stores, 'people' | 'organization'>): Handler<'identity.setVillage'> =>
  async ({ regionCode }, { actor, enter }) => {
    const region = regionCode ? (await organization.regions([regionCode])).get(regionCode) : null
    if (regionCode && !region) throw new RuleError('THING.NOT_FOUND', ['regionCode'])
    await people.setVillage(actor.personId!, regionCode, enter)
    return { village: region ? { code: region.code, name: region.name } : null }
  }
