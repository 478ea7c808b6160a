import { firstBreak, type ShownEvent } from '@/domain/audit/chain'
import { createHash, randomUUID } from 'node:crypto'
import { noUnits } from '@/domain/organization/unit'
import { units } from '../../support/organization'
import { assignment, draftTask, measure } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']

beforeAll(async () => {
  ;({ app, organization, ledger, as } = await openTaskWorld())
})
afterAll(() => app.close())

const chainOf = async (taskId: string) =>
  (await ledger.database.find(
    'auditEvents',
    { thing: 'task', thingId: taskId },
    { sort: [['seq', 'asc']], limit: 100 },
  )) as unknown as ShownEvent[]

describe('a call that arrives twice', () => {
  const twice = async (name: 'coordinator' | 'housingStaff', action: string, input: unknown) => {
    const event = {
      action,
      input,
      idempotencyKey: randomUUID(),
      actAs: organization[name].actAs,
    }
    const send = () => app.raw(organization[name].openid, 'task', event)
    return [await send(), await send()] as const
  }

  it('gets the first one’s reply and changes nothing', async () => {
    await ledger.draft(draftTask('twice'))
    const [first, second] = await twice(
      'coordinator',
      'task.assign',
      assignment('twice', ['housing']),
    )
    expect(first.ok).toBe(true)
    expect(second).toEqual(first)
    expect((await chainOf('twice')).map(({ event }) => event)).toEqual(['imported', 'assign'])
  })

  it('makes no second set of children', async () => {
    await ledger.draft(draftTask('twice-split', { collectiveUnits: ['各镇'] }))
    const [first, second] = await twice('coordinator', 'task.split', {
      taskId: 'twice-split',
      unitIds: ['housing', 'water'],
    })
    expect(second).toEqual(first)
    const children = await ledger.database.count('tasks', { parentId: 'twice-split' })
    expect(children).toBe(2)
  })

  it('is refused when the same intention is sent anew under another key', async () => {
    await ledger.draft(draftTask('anew'))
    await as.ok('coordinator', 'task.assign', assignment('anew', ['housing']))
    expect(await as.refusal('coordinator', 'task.assign', assignment('anew', ['housing']))).toBe(
      'THING.STATE',
    )
  })
})

describe('twenty writers on one task', () => {
  it('loses nothing and keeps the chain whole', async () => {
    const { administrator } = organization
    const asAdministrator = { actAs: administrator.actAs }
    const keys = Array.from({ length: 20 }, (_, index) => `bureau-${index}`)
    const bureaus = keys.map((key) => ({ ...units[2]!, key, name: `第${key}局` }))
    await app.ok(
      administrator.openid,
      'identity.importOrganization',
      { regions: [], units: bureaus },
      asAdministrator,
    )
    const staff: { readonly openid: string; readonly actAs: string }[] = []
    for (const unitKey of keys) {
      const { code } = await app.ok(
        administrator.openid,
        'identity.invite',
        { role: 'unitStaff', unitKey, regionCode: '440900', name: unitKey },
        asAdministrator,
      )
      const openid = `openid-${unitKey}`
      const { membership } = await app.ok(openid, 'identity.acceptInvitation', { code })
      staff.push({ openid, actAs: membership.id })
    }
    const measures = keys.map((unitId, index) =>
      measure(`m${index}`, { units: { ...noUnits, responsible: [unitId] } }),
    )
    await ledger.draft(draftTask('crowded', { measures }))
    await as.ok('coordinator', 'task.assign', assignment('crowded', ['housing']))

    const sign = ({ openid, actAs }: (typeof staff)[number]) => signUntilTaken(openid, actAs)
    const results = await Promise.all(staff.map(sign))
    expect(results.every(Boolean)).toBe(true)

    const page = await as.ok('coordinator', 'task.get', { taskId: 'crowded' })
    const signed = page.assignments.filter(({ state }) => state === 'signedFor')
    expect(signed).toHaveLength(20)
    const chain = await chainOf('crowded')
    expect(chain.filter(({ event }) => event === 'signFor')).toHaveLength(20)
    const doc = await ledger.database.get('tasks', 'crowded')
    const { head } = (doc as unknown as { _book: { head: string } })._book
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(firstBreak(chain, head, sha256)).toBeNull()
    const signing = await ledger.database.find(
      'obligations',
      { owners: 'unitStaff@bureau-7' },
      { sort: [['dueOn', 'asc']], limit: 10 },
    )
    expect(signing).not.toEqual([])
    expect(signing.map(({ kind }) => kind)).not.toContain('signFor')
  })

  /** As the client does: `THING.BUSY` is tried again with the same key. */
  const signUntilTaken = async (openid: string, actAs: string): Promise<boolean> => {
    const key = randomUUID()
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const input = { taskId: 'crowded', person: '李某', phone: '0668-2111111' }
      const reply = await app.call(openid, 'task.signFor', input, { actAs, key })
      if (reply.ok) return true
      if (reply.error.code !== 'THING.BUSY') throw new Error(reply.error.code)
    }
    return false
  }
})
