import { firstAdministrator } from '../local-environment.mjs'
import { people } from '../seed/people.mjs'
import { allowMessages, messagesAllowed } from '../seed/staff.mjs'

const day = 24 * 60 * 60 * 1000
const beijing = 8 * 60 * 60 * 1000

/** YYYY-MM-DD in Beijing of an instant in epoch milliseconds. */
const beijingDay = (at) => new Date(at + beijing).toISOString().slice(0, 10)

const everybody = [
  ...Object.entries(people).map(([key, person]) => ({ key, ...person })),
  { key: 'administrator', openid: firstAdministrator, roleText: '系统管理员', name: '管理员' },
]

/** Who phones instead: each desk's list, page by page. */
const callListOf = async (client, { openid, roleText }) => {
  const { memberships } = await client.call(openid, 'identity.whoAmI', {})
  const rows = []
  let cursor
  do {
    const input = cursor ? { cursor } : {}
    const page = await client.call(openid, 'notifier.listCallList', input, memberships[0].id)
    rows.push(...page.items.map((row) => ({ ...row, list: roleText })))
    cursor = page.cursor
  } while (cursor)
  return rows
}

const desks = everybody.filter(({ membership }) =>
  ['coordinator', 'intake'].includes(membership?.[0]),
)

/**
 * @param {ReturnType<typeof import('../seed/client.mjs').openClient>} client of a seeded ledger
 * @returns messages in order of time and everything that ever stood on a call list
 */
export const runDays = async (client, days) => {
  const from = await client.clock.now()
  const calls = new Map()
  for (let count = 1; count <= days; count += 1) {
    const at = from + count * day
    await client.clock.jump(new Date(at).toISOString())
    if (new Date(at + beijing).getUTCDay() !== 1) continue
    for (const { key, openid } of everybody)
      await allowMessages(client, openid, Math.min(messagesAllowed(key), 3))
    for (const desk of desks)
      for (const row of await callListOf(client, desk)) calls.set(`${row.list} ${row.id}`, row)
  }
  const messages = []
  for (const { openid, roleText } of everybody)
    for (const { title, fields, page, at } of await client.messages(openid)) {
      const texts = Object.values(fields).map(({ value }) => String(value))
      messages.push({ at, on: beijingDay(at), openid, to: roleText, title, page, texts })
    }
  return {
    from: beijingDay(from),
    until: beijingDay(from + days * day),
    messages: messages.sort((one, other) => one.at - other.at),
    calls: [...calls.values()],
  }
}
