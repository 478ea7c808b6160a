import { enforcement, regions, units } from './organization.mjs'
import { people } from './people.mjs'

/** Acts for one person in their role. */
const actorOf = (client, person, actAs) => ({
  ...person,
  actAs,
  call: (action, input) => client.call(person.openid, action, input, actAs),
})

/**
 * Dialogs answered with 允许 by each; one allows one message of each template. Who is not named
 * never allowed one: the coordinator finds them on the call list.
 */
const dialogs = {
  resident: 2,
  neighbour: 1,
  village: 1,
  enterprise: 3,
  stone: 3,
  farmingStaff: 5,
  farmingLeader: 3,
  housingStaff: 4,
  ecologyStaff: 4,
  townStaff: 3,
  dianbaiStaff: 4,
  countyChecker: 3,
  countyChecker2: 3,
  cityChecker: 4,
  cityChecker2: 4,
  inspector: 3,
  coordinator: 8,
  countyCoordinator: 6,
}

/** As the phone does: the dialog's answer, then its record, so many times. */
export const allowMessages = async (client, openid, times) => {
  if (times === 0) return
  const { consents: templates } = await client.call(openid, 'identity.whoAmI', {})
  const ids = templates.map(({ templateId }) => templateId)
  for (let time = 0; time < times; time += 1) {
    const answers = await client.consent(openid, ids)
    const results = ids.map((templateId) => ({ templateId, outcome: answers[templateId] }))
    await client.call(openid, 'notifier.recordConsent', { results })
  }
}

/** How often this person said yes when the demonstration begins. */
export const messagesAllowed = (key) => dialogs[key] ?? 0

const invite = async (client, administrator, { openid, name, membership }) => {
  const [role, unitKey, regionCode] = membership
  const invitation = { role, unitKey, regionCode, name }
  const { code } = await administrator.call('identity.invite', invitation)
  const accepted = await client.call(openid, 'identity.acceptInvitation', { code })
  return accepted.membership.id
}

const join = async (client, administrator, key, person) => {
  const actAs = person.membership ? await invite(client, administrator, person) : undefined
  if (person.village)
    await client.call(person.openid, 'identity.setVillage', { regionCode: person.village })
  await allowMessages(client, person.openid, messagesAllowed(key))
  return [key, actorOf(client, person, actAs)]
}

/**
 * The city's regions and units, and everybody in the identity bar in their role, through real
 * invitations.
 * @returns people by key, each with `call(action, input)` in their role
 */
export const buildOrganization = async (client, administratorOpenid) => {
  const { memberships } = await client.call(administratorOpenid, 'identity.whoAmI', {})
  const administrator = actorOf(
    client,
    {
      openid: administratorOpenid,
      name: '管理员',
      roleText: '系统管理员',
      note: '人员、单位和设置',
    },
    memberships[0].id,
  )
  await administrator.call('identity.importOrganization', { regions, units })
  await administrator.call('identity.markEnforcement', enforcement)
  const joined = await Promise.all(
    Object.entries(people).map(([key, person]) => join(client, administrator, key, person)),
  )
  const everybody = { ...Object.fromEntries(joined), administrator }
  await client.identities(
    Object.values(everybody).map(({ openid, name, roleText, note }) => ({
      openid,
      name,
      roleText,
      note,
    })),
  )
  return everybody
}
