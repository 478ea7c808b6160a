import { actions, type ActionName } from '@/contract/actions'
import { arrange } from './arrange'
import { forgetQuotas } from '../feedback/desk'
import { examinedBy } from './requests-of'
import { fillTo } from './fill'
import { listCases } from './list-cases'
import { letVillagesBeSilent } from './on-opinions'
import { variants } from './variants'
import { type Arrange, type Arranged, openWorld, type World } from './world'

const cases = [
  ...Object.entries(arrange).map(([action, prepare]) => [action, action, prepare] as const),
  ...[...variants, ...listCases].map(
    ([action, what, prepare]) => [`${action} ${what}`, action, prepare] as const,
  ),
] as readonly (readonly [string, ActionName, Arrange<ActionName>])[]

interface Ready {
  readonly name: string
  readonly action: ActionName
  readonly prepare: Arrange<ActionName>
  readonly call: Arranged<ActionName>
}

const prepared = async (world: World, prepare: Arrange<ActionName>) => {
  await forgetQuotas(world.app)
  return prepare(world)
}

/** One allowed call of every case, so that the city has something of everything. */
const makeReady = async (world: World): Promise<Ready[]> => {
  const ready: Ready[] = []
  for (const [name, action, prepare] of cases)
    ready.push({ name, action, prepare, call: await prepared(world, prepare) })
  return ready
}

/** The same calls once more: what was only read can be read again, what was changed is prepared anew. */
const madeReadyAgain = async (world: World, done: readonly Ready[]): Promise<Ready[]> => {
  const ready: Ready[] = []
  for (const one of done)
    ready.push(
      actions[one.action].writes ? { ...one, call: await prepared(world, one.prepare) } : one,
    )
  return ready
}

/** Null where a timer ran at the same time. */
const examinedOnce = async (
  world: World,
  action: ActionName,
  { by, input }: Arranged<ActionName>,
) => {
  await forgetQuotas(world.app)
  return examinedBy(world.app, async () => {
    await world.ok(by, action, input as never)
  })
}

/** @param ready where a filling or a timer came between, one more is prepared */
const examine = async (world: World, ready: readonly Ready[]): Promise<Map<string, number>> => {
  const examined = new Map<string, number>()
  for (const { name, action, prepare, call } of ready) {
    let read = await examinedOnce(world, action, call).catch(() => null)
    while (read === null) read = await examinedOnce(world, action, await prepared(world, prepare))
    examined.set(name, read)
  }
  return examined
}

/** A hundred rows with their names, where a reader has fewer in the shorter ledger. */
const fullPage = 130

describe('documents that one call reads', () => {
  let long: World
  let few: Map<string, number>
  let many: Map<string, number>
  beforeAll(async () => {
    long = await openWorld()
    await letVillagesBeSilent(long, 12)
    const first = await makeReady(long)
    await fillTo(long, 500)
    few = await examine(long, first)
    const second = await madeReadyAgain(long, first)
    await fillTo(long, 5000)
    many = await examine(long, second)
    if (process.env.SHOW_REQUESTS)
      console.log([...few].map(([name, read]) => `${name}: ${read} → ${many.get(name)}`).join('\n'))
  }, 1_200_000)
  afterAll(() => long.close())

  test.each(cases.map(([name]) => name))('%s reads no more in a longer ledger', (name) => {
    expect(many.get(name)).toBeLessThanOrEqual(Math.max(few.get(name)!, fullPage))
    expect(many.get(name)).toBeLessThanOrEqual(1000)
  })

  test('words that few rows hold are found by going on, each row once, and the page says so', async () => {
    const input = { filter: { state: 'draft' as const }, query: '生活污水' }
    const found: string[] = []
    const said: boolean[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await long.ok('coordinator', 'task.listLedger', {
        ...input,
        ...(cursor && { cursor }),
      })
      found.push(...page.items.map(({ id }) => id))
      said.push(page.partly)
      cursor = page.cursor
    }
    const { command } = long.database
    const { total } = await long.database.cloud
      .database()
      .collection('tasks')
      .where({ 'by.readers': 'office:city', state: 'draft', 'by.order': command.gt('') })
      .count()
    expect(total).toBeGreaterThan(20)
    expect(found).toHaveLength(total!)
    expect(new Set(found).size).toBe(total)
    expect(said).toContain(true)
    expect(said.at(-1)).toBe(false)
  })
})
