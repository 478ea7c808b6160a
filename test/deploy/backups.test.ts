import Fastify from 'fastify'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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

const open = (to: string, clock = cloud.parts.clock) =>
  new Backups({
    parts: { ...cloud.parts, clock },
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

/**
 * A folder whose disk is full: one of 16 KB where this may mount it, else the machine's own device
 * that takes no byte, in the place of the archive of that instant.
 */
const fillDisk = (to: string, instant: number): (() => void) => {
  mkdirSync(at(to))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', at(to)]).status === 0
  if (mounted) {
    writeFileSync(path.join(at(to), 'older-nights'), Buffer.alloc(12 * 1024))
    return () => void execFileSync('umount', [at(to)])
  }
  const name = `${new Date(instant).toISOString().replaceAll(/[:.]/g, '-')}.part`
  mkdirSync(path.join(at(to), name))
  symlinkSync('/dev/full', path.join(at(to), name, 'ledger.ndjson.gz'))
  return () => undefined
}

it('a disk that fills in the night keeps what was there, and the next night is tried again', async () => {
  const clock = cloud.parts.clock
  const instant = clock.now()
  const empty = fillDisk('full-disk', instant)
  const before = readdirSync(at('full-disk')).filter((name) => !name.endsWith('.part'))
  const still = Object.assign(Object.create(clock) as typeof clock, { now: () => instant })
  const backups = open('full-disk', still)
  try {
    expect(await backups.make('nightly')).toBe(false)
    expect(log.at(-1)).toBe('[backup] failed: ENOSPC')
    expect(readdirSync(at('full-disk'))).toEqual(before)
    expect(await healthOf(backups)).toBe(503)
  } finally {
    empty()
  }
  expect(await backups.make('nightly')).toBe(true)
  expect(await healthOf(backups)).toBe(200)
})
