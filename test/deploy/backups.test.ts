import Fastify from 'fastify'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type StartedCloud, startCloud } from '@/local/start-cloud'
import { Backups } from '@/scripts/serve/backups'
import { registerHealth } from '@/scripts/serve/health'
import { testEnvironment } from '../support/environment'
import { root } from './support/command'

/** One machine's nights: the real ledger, a clock of the test's. */
const folder = mkdtempSync(path.join(tmpdir(), 'backups-'))
const at = (name: string) => path.join(folder, name)
const log: string[] = []
let cloud: StartedCloud

beforeAll(async () => {
  cloud = await startCloud(
    {
      data: at('data'),
      functions: path.join(root, 'dist/cloudfunctions'),
      schema: path.join(root, 'database/schema.json'),
      environment: { ...testEnvironment },
      startAt: '2026-03-02T22:00:00+08:00',
      envId: 'one-machine',
    },
    (line) => log.push(line),
    () => undefined,
  )
  writeFileSync(at('accounts'), '{"accounts":[]}')
}, 120_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

const open = (to: string) =>
  new Backups({
    parts: cloud.parts,
    folder: at(to),
    accountsFile: at('accounts'),
    log: (line) => log.push(line),
  })

const healthOf = async (backups: Backups) => {
  const server = Fastify()
  registerHealth(server, { parts: cloud.parts, backup: backups.state, version: 'one' })
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const { status } = await fetch(`${origin}/serve/health`)
  await server.close()
  return status
}

it('at three in the night, Beijing time, everything is copied', async () => {
  const backups = open('nights')
  const setTimer = jest.spyOn(globalThis, 'setTimeout')
  backups.start()
  const [work, wait] = setTimer.mock.calls.at(-1)!
  setTimer.mockRestore()
  backups.stop()
  const fires = new Date(cloud.parts.clock.now() + wait!)
  expect(fires.toISOString()).toMatch(/T19:00:00\.\d{3}Z$/)
  ;(work as () => void)()
  await new Promise<void>((resolve) => {
    const look = () => (backups.state.lastAt === null ? setImmediate(look) : resolve())
    look()
  })
  const [night] = readdirSync(at('nights'))
  expect(night).toMatch(/-nightly$/)
  expect(readdirSync(path.join(at('nights'), night!)).sort()).toEqual([
    'accounts.json',
    'ledger.ndjson.gz',
  ])
  expect(await healthOf(backups)).toBe(200)
  backups.stop()
})

it('two weeks of nights are kept', async () => {
  for (let day = 10; day < 30; day += 1)
    mkdirSync(at(`nights/2026-02-${day}T19-00-00-000Z-nightly`))
  expect(await open('nights').make('nightly')).toBe(true)
  const nights = readdirSync(at('nights'))
  expect(nights).toHaveLength(14)
  expect(nights).not.toContain('2026-02-10T19-00-00-000Z-nightly')
})

it('a night that could not be written leaves nothing, and the health page calls a person', async () => {
  writeFileSync(at('no-folder'), '')
  const backups = open('no-folder')
  expect(await backups.make('nightly')).toBe(false)
  expect(await healthOf(backups)).toBe(503)
  expect(log).toContainEqual(expect.stringMatching(/^\[backup\] failed: E/))
  expect(existsSync(at('no-folder.part'))).toBe(false)
})
