import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ActionOutput } from '@/contract/actions'
import {
  type ChainFile,
  chainFileFormat,
  printedHead,
  readChainFile,
  verifyChainFile,
} from '@/domain/audit/chain-file'
import { casesIn } from '../task/close-out'
import { openTaskWorld, type TaskWorld } from '../task/task-world'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

let world: TaskWorld
let folder: string
beforeAll(async () => {
  world = await openTaskWorld()
  folder = mkdtempSync(path.join(tmpdir(), 'chain-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.app.close()
})

type Colleague = keyof TaskWorld['organization']

const taken = async (taskId: string, by: Colleague): Promise<ChainFile> => {
  const { number, head, events } = await world.as.ok(by, 'papers.exportChain', {
    taskId,
    after: 0,
  })
  return { format: chainFileFormat, thing: 'task', thingId: taskId, number, head, events }
}

/** Both measures done, self-checked and asked for: names, phones and words have gone in. */
const withALife = async (taskId: string): Promise<string> => {
  const { asked } = casesIn(world.as, world.ledger)
  return asked(taskId)
}

describe('the chain of a task as it is handed out', () => {
  it('is whole, and its head is the one that the task keeps', async () => {
    const file = await taken(await withALife('chain-whole'), 'coordinator')
    expect(readChainFile(JSON.stringify(file))).toEqual(file)
    expect(verifyChainFile(file, sha256)).toMatchObject({ broken: null })
    const { version } = await world.as.ok('coordinator', 'task.get', { taskId: 'chain-whole' })
    expect(file.events).toHaveLength(version)
    expect(file.events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['imported', 'assign', 'signFor', 'selfCheck', 'requestCloseOut']),
    )
  })

  it('says nobody’s name, phone or words, and opens only numbers, days and digests', async () => {
    const file = await taken(await withALife('chain-silent'), 'housingStaff')
    const text = JSON.stringify(file)
    for (const said of ['李某', '0668-2111111', '张工', '截污管', '每月巡查', '直排'])
      expect(text).not.toContain(said)
    for (const { openid, actAs } of Object.values(world.organization)) {
      expect(text).not.toContain(openid)
      expect(text).not.toContain(actAs)
    }
    const opened = file.events.filter(({ changes }) => changes !== undefined)
    expect(new Set(opened.map(({ event }) => event))).toEqual(
      new Set(['reportDone', 'requestCloseOut']),
    )
  })

  it('tells two persons apart without telling who they are', async () => {
    const { events } = await taken(await withALife('chain-people'), 'coordinator')
    const by = (name: string) => events.find(({ event }) => event === name)!.by
    expect(by('selfCheck')).not.toBe(by('requestCloseOut'))
    expect(by('signFor')).toBe(by('requestCloseOut'))
    const other = await taken(await withALife('chain-people-2'), 'coordinator')
    expect(other.events.map((event) => event.by)).not.toContain(by('signFor'))
  })

  it('goes to staff who read the task, and to no village, firm or stranger', async () => {
    const taskId = await world.underway('chain-readers')
    const input = { taskId, after: 0 }
    for (const by of ['coordinator', 'housingStaff', 'inspector', 'cityLeader'] as const)
      await world.as.ok(by, 'papers.exportChain', input)
    expect(await world.as.refusal('enterprise', 'papers.exportChain', input)).toBe('ACCESS.ROLE')
    expect(await world.as.refusal('townStaff', 'papers.exportChain', input)).toBe('ACCESS.UNIT')
    expect(await world.as.refusal('coordinatorDianbai', 'papers.exportChain', input)).toBe(
      'ACCESS.REGION',
    )
    expect(await world.app.refusal('openid-nobody', 'papers.exportChain', input)).toBe(
      'ACCESS.ROLE',
    )
  })

  it('comes in pages that join', async () => {
    const taskId = await world.underway('chain-pages')
    const from = (after: number): Promise<ActionOutput<'papers.exportChain'>> =>
      world.as.ok('coordinator', 'papers.exportChain', { taskId, after })
    const whole = await from(0)
    const rest = await from(3)
    expect(rest.events).toEqual(whole.events.slice(3))
    expect(rest.length).toBe(whole.events.length)
    expect((await from(whole.length)).events).toEqual([])
  })
})

/** The command as a person types it. */
const verify = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const script = path.resolve(__dirname, '../../../scripts/operator.mjs')
    execFile(process.execPath, [script, 'verify-audit', ...args], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })

const saved = (name: string, content: unknown): string => {
  const file = path.join(folder, `${name}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('npm run verify-audit', () => {
  let whole: ChainFile
  beforeAll(async () => {
    whole = await taken(await withALife('chain-command'), 'coordinator')
  })

  it('finds an exported chain whole, and an older paper’s fingerprint in it', async () => {
    const { events, head, number } = whole
    const file = saved('whole', whole)
    const { code, out } = await verify(file, '--head', printedHead(number, events[4]!.hash))
    expect(code).toBe(0)
    expect(out).toContain(`${events.length}条记录，前后都接得上`)
    expect(out).toContain(`第5条，做卷宗以后又有${events.length - 5}条`)
    expect((await verify(file, '--head', head)).out).toContain('就是最后一条')
    expect(await verify(file, '--head', '0'.repeat(64))).toMatchObject({ code: 1 })
  })

  it.each([
    [
      'changed',
      '从第3条断开',
      (events: ChainFile['events'][number][]) => {
        events[2] = { ...events[2]!, at: events[2]!.at + 60_000 }
      },
    ],
    [
      'removed',
      '从第4条断开：这一条被拿掉了',
      (events: ChainFile['events'][number][]) => {
        events.splice(3, 1)
      },
    ],
    [
      'swapped',
      '从第2条断开：这一条被换了位置',
      (events: ChainFile['events'][number][]) => {
        events.splice(1, 2, events[2]!, events[1]!)
      },
    ],
  ])('names the first break where one was %s', async (name, said, change) => {
    const events = [...whole.events]
    change(events)
    const { code, out } = await verify(saved(name, { ...whole, events }))
    expect(code).toBe(1)
    expect(out).toContain(said)
  })

  it('says in words that a file is no chain, or is not there', async () => {
    const none = await verify(saved('none', '{"format":"other"}'))
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toContain('FILE.NOT_A_CHAIN')
    expect((await verify(path.join(folder, 'nowhere.json'))).err).toContain('FILE.MISSING')
    expect((await verify()).err).toContain('npm run verify-audit')
  })
})
