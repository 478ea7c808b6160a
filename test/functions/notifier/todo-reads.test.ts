import { startApp, type TestApp } from '../../support/app'
import { examinedBy } from '../every-action/requests-of'
import { buildOrganization, type Organization } from '../../support/organization'
import { obligationDoc } from '@/cloudfunctions/_stores/obligation-store'
import { type Engine, obligation, openEngine } from './engine'

let app: TestApp
let engine: Engine
let people: Organization

beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
  engine = openEngine(app)
})
afterAll(() => app.close())

/** Owed by the office of the city, one a day, each by a thing of its own. */
const owed = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    obligationDoc(
      obligation(`office-${at}`, {
        unitId: null,
        roles: ['coordinator'],
        dueOn: `2019-${at % 2 === 0 ? '10' : '12'}-${String((at % 28) + 1).padStart(2, '0')}`,
      }),
    ),
  )

const todo = () =>
  app.ok(people.coordinator.openid, 'notifier.listTodo', {}, { actAs: people.coordinator.actAs })

test('what the office owes is counted and shown from an index, however much there is', async () => {
  const docs = owed(3_000)
  for (let at = 0; at < docs.length; at += 500)
    await engine.database.createMany('obligations', docs.slice(at, at + 500))
  const others = owed(2_000).map((doc, at) => ({
    ...{ ...doc, _id: `other-${at}` },
    owners: ['unitStaff@water'],
  }))
  for (let at = 0; at < others.length; at += 500)
    await engine.database.createMany('obligations', others.slice(at, at + 500))
  let seen: Awaited<ReturnType<typeof todo>> | null = null
  const examined = await examinedBy(app, async () => {
    seen = await todo()
  })
  expect(seen).toMatchObject({ overdue: 100 })
  // A page's row more than is counted, and who asks.
  expect(examined).toBeLessThanOrEqual(130)
})

test('what is owed is read page by page, each once, also where a day goes on over the page', async () => {
  const days = ['2019-12-01', '2019-12-02', '2019-12-03']
  const mine = Array.from({ length: 150 }, (_, at) =>
    obligationDoc(
      obligation(`farming-${String((at * 7) % 150).padStart(3, '0')}`, {
        unitId: people.farmingStaff.unitId,
        roles: ['unitStaff'],
        dueOn: days[at % 3]!,
      }),
    ),
  )
  await engine.database.createMany('obligations', mine)
  const { openid, actAs } = people.farmingStaff
  const read: { dueOn: string; thingId: string }[] = []
  let pages = 0
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await app.ok(openid, 'notifier.listTodo', { cursor }, { actAs })
    read.push(...page.items)
    cursor = page.cursor ?? undefined
    pages += 1
  }
  expect(pages).toBeGreaterThan(3)
  const own = read.filter(({ thingId }) => thingId.startsWith('farming-'))
  expect(own).toHaveLength(150)
  expect(new Set(own.map(({ thingId }) => thingId)).size).toBe(150)
  expect(own.map(({ dueOn }) => dueOn)).toEqual(own.map(({ dueOn }) => dueOn).sort())
})
