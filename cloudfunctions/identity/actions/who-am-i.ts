import type { Actor } from '@/domain/organization/actor'
import type { Person } from '@/domain/organization/person'
import type { Handler } from '../../_kit/handler'
import type { ConsentStore } from '../../_stores/consent-store'
import type { FeedbackLookStore } from '../../_stores/feedback-look-store'
import type { Stores } from '../../_stores/open-stores'
import { consentsBy, type TemplateIds } from '../../_stores/template-ids'
import { describeMembership } from '../describe-membership'
import type { WithFirstAdministrator } from '../first-administrator'
import type { Host } from '../host'

interface Deps extends Pick<Stores, 'organization'> {
  readonly consents: ConsentStore
  readonly host: Host
  readonly templateIds: TemplateIds
  readonly looks: Pick<FeedbackLookStore, 'count'>
  readonly withFirstAdministrator: WithFirstAdministrator
}

/** What is known of a person beside what they may act as. */
const aroundOf = async (
  { organization, consents, looks }: Deps,
  { id, memberships, villageCode }: Person,
  actor: Actor,
) => {
  const regionCodes = memberships.map(({ regionCode }) => regionCode)
  const [units, regions, balances, identityLooks] = await Promise.all([
    organization.units(memberships.map(({ unitId }) => unitId)),
    organization.regions(villageCode ? [...regionCodes, villageCode] : regionCodes),
    consents.balances(id),
    looks.count({ ...actor, personId: id }),
  ])
  return { units, regions, balances, identityLooks }
}

export const whoAmI =
  (deps: Deps): Handler<'identity.whoAmI'> =>
  async (_input, call) => {
    const { host, templateIds } = deps
    const person = await deps.withFirstAdministrator(call)
    if (!person)
      return {
        memberships: [],
        actingAs: null,
        village: null,
        consents: consentsBy(new Map(), templateIds),
        identityLooks: 0,
        host,
      }
    const { units, regions, balances, identityLooks } = await aroundOf(deps, person, call.actor)
    const village = regions.get(person.villageCode ?? '')
    return {
      memberships: person.memberships.map((held) => describeMembership(held, units, regions)),
      actingAs: call.actor.membershipId,
      village: village ? { code: village.code, name: village.name } : null,
      consents: consentsBy(balances, templateIds),
      identityLooks,
      host,
    }
  }
