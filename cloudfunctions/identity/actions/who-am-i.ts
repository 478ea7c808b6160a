import { messageTemplates } from '@/contract/identity'
import type { Handler } from '../../_kit/handler'
import type { ConsentStore } from '../../_stores/consent-store'
import type { FeedbackLookStore } from '../../_stores/feedback-look-store'
import type { Stores } from '../../_stores/open-stores'
import { describeMembership } from '../describe-membership'
import type { EnsureFirstAdministrator } from '../first-administrator'
import type { Host } from '../host'
import type { TemplateIds } from '../../_stores/template-ids'

interface Deps extends Pick<Stores, 'people' | 'organization'> {
  readonly consents: ConsentStore
  readonly host: Host
  readonly templateIds: TemplateIds
  readonly looks: Pick<FeedbackLookStore, 'count'>
  readonly ensureFirstAdministrator: EnsureFirstAdministrator
}

export const whoAmI =
  (deps: Deps): Handler<'identity.whoAmI'> =>
  async (_input, { actor, openid, now }) => {
    const personId = (await deps.ensureFirstAdministrator(openid, now)) ?? actor.personId
    const memberships = personId ? await deps.people.membershipsOf(personId) : []
    const villageCode = personId ? await deps.people.villageOf(personId) : null
    const regionCodes = memberships.map(({ regionCode }) => regionCode)
    const regions = await deps.organization.regions(
      villageCode ? [...regionCodes, villageCode] : regionCodes,
    )
    const units = await deps.organization.units(memberships.map(({ unitId }) => unitId))
    const balances = personId ? await deps.consents.balances(personId) : new Map<string, number>()
    const village = villageCode ? regions.get(villageCode) : undefined
    return {
      memberships: memberships.map((membership) => describeMembership(membership, units, regions)),
      actingAs: actor.membershipId,
      village: village ? { code: village.code, name: village.name } : null,
      consents: messageTemplates.map((template) => ({
        template,
        templateId: deps.templateIds[template],
        left: balances.get(template) ?? 0,
      })),
      identityLooks: personId ? await deps.looks.count(personId) : 0,
      host: deps.host,
    }
  }
