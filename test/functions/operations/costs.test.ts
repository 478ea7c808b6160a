import { readFileSync } from 'node:fs'
import path from 'node:path'
import { requestsMade } from '@/cloudfunctions/_stores/requests-made'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { type Engine, obligation, openEngine } from '../notifier/engine'

/** What `docs/deploy.md` says a run or a message takes: calls of the function and of the SDK. */
const page = readFileSync(path.resolve(__dirname, '../../../docs/deploy.md'), 'utf8')
const said = (what: string): number =>
  Number(new RegExp(`^\\| ${what}[^|]*\\| \\d+ +\\| (\\d+) `, 'm').exec(page)?.[1])

let app: TestApp
let engine: Engine
const lines: string[] = []

beforeAll(async () => {
  app = await startApp({ startAt: '2020-03-02T10:00:00+08:00', log: (line) => lines.push(line) })
  await buildOrganization(app)
  engine = openEngine(app)
}, 120_000)
beforeEach(() => engine.clear())
afterAll(() => app.close())

it.each(['notifier', 'feedback', 'task', 'enterprise'])(
  'a run of %s with nothing to do takes no more than the page says, and not half of it',
  async (name) => {
    // The first runs of a process learn its key, and what the day measures.
    await app.clock.jump(app.clock.now() + 2 * 3_600_000)
    lines.length = 0
    await app.clock.jump(app.clock.now() + 2 * 3_600_000)
    const runs = lines
      .filter((line) => line.startsWith(`[${name} `) && line.includes('"action":"timer"'))
      .map((line) => Number(/"requests":(\d+)/.exec(line)![1]) + 1)
    expect(runs.length).toBeGreaterThan(0)
    expect(Math.max(...runs)).toBeLessThanOrEqual(said(`\`${name}\``))
    expect(Math.max(...runs)).toBeGreaterThan(said(`\`${name}\``) / 2)
  },
)

const callsOf = async (things: number): Promise<number> => {
  await engine.allow('openid-waterStaff', 'deadline', 5)
  const list = Array.from({ length: things }, (_, index) =>
    obligation(`m${index}`, { unitId: 'water', roles: ['unitStaff'] }),
  )
  await engine.owe(...list)
  const before = requestsMade()
  await engine.run('2020-03-03T09:00')
  expect(engine.sent).toHaveLength(things > 0 ? 1 : 0)
  return requestsMade() - before
}

it('a message and each further thing in it take no more than the page says, and not half of it', async () => {
  await callsOf(0)
  await engine.clear()
  const idle = await callsOf(0)
  const one = (await callsOf(1)) - idle
  await engine.clear()
  const six = (await callsOf(6)) - idle
  const further = Math.ceil((six - one) / 5)
  expect(one).toBeLessThanOrEqual(said('a message about one thing'))
  expect(one).toBeGreaterThan(said('a message about one thing') / 2)
  expect(further).toBeLessThanOrEqual(said('each further thing in it'))
  expect(further).toBeGreaterThan(said('each further thing in it') / 2)
})
