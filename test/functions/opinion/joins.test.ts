import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import { roles } from '@/domain/organization/role'
import { obligationKinds } from '@/domain/reminder/kinds'
import { taskStates } from '@/domain/task/task'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { buildOrganization, regions, units } from '../../support/organization'
import { dump } from '../feedback/dump'
import { wayBetween } from '../feedback/joins'
import { villageIn } from './village'

const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)

/** Villagers speak, some minutes apart from what others do; then somebody holds a copy. */
describe('a copy of the database without the key', () => {
  let app: TestApp
  let all: Awaited<ReturnType<typeof dump>>
  const opinions = new Map<string, string>()
  const words = '村口的排水沟雨天照样臭'

  const pause = () => app.clock.jump(app.clock.now() + 17 * 60_000)

  beforeAll(async () => {
    app = await startApp()
    const people = await buildOrganization(app)
    const village = await villageIn(app, people)
    await pause()
    const taskId = await village.asked('task-that-touches-the-village')
    await pause()
    for (const openid of ['openid-old', 'openid-young', 'openid-newcomer']) {
      await village.villager(openid)
      const spoken = { taskId, satisfaction: 'unsatisfied', words } as const
      const { id } = await app.ok(openid, 'opinion.giveOwn', spoken)
      await app.ok(openid, 'opinion.giveOwn', { ...spoken, satisfaction: 'half' })
      opinions.set(openid, id)
      await pause()
    }
    all = await dump(app)
  })
  afterAll(() => app.close())

  const personOf = (openid: string) =>
    all.get('identities')!.find(({ _id }) => _id === cipher.blind(`openid ${openid}`))!
      .personId as string

  const known = () =>
    new Set<string>([
      ...((all.get('files')?.[0]?.fileId as string | undefined) ?? '').split(/[/.]/),
      ...regions.map(({ code }) => code),
      ...units.map(({ key }) => key),
      'committee-shangtang',
      ...roles,
      ...obligationKinds,
      ...taskStates,
      'acceptInvitation',
      'beginMembership',
      '0'.repeat(64),
    ])

  it('leads from no opinion to who gave it', () => {
    expect(opinions.size).toBe(3)
    const found = [...opinions].map(([openid, id]) => [
      openid,
      wayBetween(all, id, personOf(openid), known()),
    ])
    expect(found.filter(([, way]) => way !== null)).toEqual([])
  })

  it('is one in which this reader does find what is joined', () => {
    const [openid, id] = [...opinions][0]!
    const joined = [{ _id: 'a-row-that-joins', personId: personOf(openid), opinionId: id }]
    const way = wayBetween(new Map([...all, ['rows', joined]]), id, personOf(openid), known())
    expect(way).not.toBeNull()
  })

  it('holds no word that a villager said', () => {
    expect(JSON.stringify([...all.values()])).not.toContain(words.slice(0, 8))
  })

  it('keeps the day of an opinion, and no millisecond', () => {
    const own = new Set(opinions.values())
    const acts = all.get('auditEvents')!.filter(({ thingId }) => own.has(thingId as string))
    expect(acts).toHaveLength(6)
    for (const { at } of acts) expect((at as number) % 86_400_000).toBe(57_600_000)
    for (const doc of all.get('opinions')!.filter(({ _id }) => own.has(_id)))
      expect(JSON.stringify(doc)).not.toMatch(/\b15\d{11}\b(?<!00000)/)
  })

  it('names no voice in a digest that anybody can make', () => {
    for (const [openid, id] of opinions) {
      const { askingId } = all.get('opinions')!.find(({ _id }) => _id === id)!
      expect(id).not.toBe(personOf(openid))
      expect(id).toBe(cipher.blind(`opinion ${String(askingId)} ${personOf(openid)}`))
    }
  })
})
