import { spawn } from 'node:child_process'
import { renameSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { FunctionInstance } from '@/local/functions/function-instance'
import { FunctionPool } from '@/local/functions/function-pool'
import { FunctionRunner } from '@/local/functions/function-runner'
import type { CallRecord, RunnerOptions } from '@/local/functions/function-runner'
import { readFunctions } from '@/local/functions/function-config'
import { ProcessGuard } from '@/local/functions/process-guard'
import { functionsFolder, refusal, testCloud } from './support/cloud'

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'))
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(check: () => boolean, ms = 5_000): Promise<void> {
  const deadline = Date.now() + ms
  while (!check()) {
    if (Date.now() > deadline) throw new Error('it did not happen in time')
    await wait(10)
  }
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const runners: FunctionRunner[] = []
afterAll(() => Promise.all(runners.map((runner) => runner.close())))

/** A runner alone, without a server round it. */
function runnerOf(
  sources: Parameters<typeof functionsFolder>[0],
  options: Partial<RunnerOptions> = {},
) {
  const log: string[] = []
  const calls: CallRecord[] = []
  const runner = new FunctionRunner({
    functions: readFunctions(functionsFolder(sources)),
    environment: () => ({ given: { PATH: process.env.PATH ?? '' }, available: {} }),
    envId: 'local-env',
    offsetMs: () => 0,
    now: () => Date.now(),
    log: (name, line) => log.push(`[${name}] ${line}`),
    onCall: (call) => calls.push(call),
    ...options,
  })
  runners.push(runner)
  const call = async (name: string, event: unknown = {}) =>
    JSON.parse(await runner.invoke(name, event, { kind: 'server' })) as unknown
  return { runner, call, log, calls }
}

describe('a warm process', () => {
  it('that has nothing to do for a while is ended, and the next call starts another', async () => {
    const { call, calls } = runnerOf({ p: 'exports.main = () => process.pid' }, { idleMs: 100 })
    const first = (await call('p')) as number
    expect(await call('p')).toBe(first)
    await until(() => !alive(first))
    expect(await call('p')).not.toBe(first)
    expect(calls.map(({ cold }) => cold)).toEqual([true, false, true])
    expect(calls[0]!.loadMs).toBeGreaterThan(0)
    expect(calls[1]!.loadMs).toBeNull()
  })

  it('that ended after its reply by what nobody caught is replaced, and the log says why', async () => {
    const { call, log } = runnerOf({
      p: 'exports.main = async () => { setTimeout(() => Promise.reject(new Error("left behind")), 20); return process.pid }',
    })
    const first = (await call('p')) as number
    await until(() => !alive(first))
    expect(await call('p')).not.toBe(first)
    expect(log.some((line) => line.includes('left behind'))).toBe(true)
  })

  it('that ends just as an event reaches it gives the event to another', async () => {
    const { call, calls } = runnerOf({
      p: 'exports.main = async (event) => { if (event.end) setImmediate(() => process.exit(3)); return process.pid }',
    })
    for (let i = 0; i < 5; i++) {
      const ending = (await call('p', { end: true })) as number
      expect(await call('p')).not.toBe(ending)
    }
    expect(calls.filter(({ failure }) => failure === null)).toHaveLength(10)
  })

  it('says what nobody caught when that ends it in the middle of an event', async () => {
    const { call } = runnerOf({
      p: 'exports.main = () => new Promise(() => setTimeout(() => { throw new RangeError("in a timer") }, 10))',
      q: 'exports.main = () => new Promise(() => Promise.reject(new Error("unheard")))',
      r: 'exports.main = () => { process.on("uncaughtException", () => undefined); return new Promise((done) => { setTimeout(() => { throw new Error("caught") }, 5); setTimeout(() => done("on"), 30) }) }',
    })
    expect(await refusal(call('p'))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringMatching(/^RangeError: in a timer .*code 1/) as string,
    })
    expect((await refusal(call('q')))?.message).toMatch(/^Error: unheard/)
    expect(await call('r')).toBe('on')
  })
})

describe('a result', () => {
  it.each([
    ['a BigInt', 'return 1n', /BigInt/],
    ['a value that throws when written', 'return { toJSON() { throw new Error("no") } }', /no/],
    ['more than 6 MB', 'return "x".repeat(6 * 1024 * 1024)', /exceeds the upper limit \(6MB\)/],
    ['a throw of what cannot be written', 'throw { big: 1n }', /object Object/],
    ['a throw of nothing', 'throw undefined', /undefined/],
  ])('of %s is refused, and the process goes on', async (_name, body, text) => {
    const { call } = runnerOf({
      p: `exports.main = (event) => { if (event.ok) return "ok"; ${body} }`,
    })
    expect(await refusal(call('p'))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringMatching(text) as string,
    })
    expect(await call('p', { ok: true })).toBe('ok')
  })

  it('may be an error given to the callback', async () => {
    const { call } = runnerOf({
      p: 'exports.main = (event, context, callback) => { callback(new Error("by callback")) }',
    })
    expect((await refusal(call('p')))?.message).toBe('Error: by callback')
  })

  it.each([
    ['null', 'null', null],
    ['a function', '() => 1', null],
    ['a text of just 6 MB', '"x".repeat(6 * 1024 * 1024 - 2)', 'x'.repeat(6 * 1024 * 1024 - 2)],
    ['a date', 'new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['a number that is none', 'NaN', null],
  ])('of %s arrives as JSON has it', async (_name, value, wanted) => {
    const { call } = runnerOf({ p: `exports.main = async () => ${value}` })
    expect(await call('p')).toEqual(wanted)
  })
})

describe('limits', () => {
  it('count buffers, which the heap does not', async () => {
    const { call } = runnerOf({
      p: {
        code: 'exports.main = async () => { const kept = []; for (;;) { kept.push(Buffer.alloc(4e6, 1)); await new Promise((go) => setImmediate(go)) } }',
        config: { timeout: 20, memorySize: 64 },
      },
    })
    expect((await refusal(call('p')))?.code).toBe('FUNCTIONS_MEMORY_LIMIT_EXCEEDED')
  })

  it('of time do not count the wait for a free process, and events keep their order', async () => {
    const { call } = runnerOf(
      {
        p: {
          code: 'let order = 0; exports.main = async ({ n }) => { await new Promise((r) => setTimeout(r, 120)); return [n, order++] }',
          config: { timeout: 0.4 },
        },
      },
      { mostProcesses: 1 },
    )
    const replies = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => call('p', { n })))
    expect(replies).toEqual([0, 1, 2, 3, 4, 5].map((n) => [n, n]))
  })

  it('end a function that calls itself without an end, and leave nothing running', async () => {
    const { cloud, app } = await testCloud({
      functions: functionsFolder({
        loop: {
          code: `const app = require(${SDK}).init({ env: 'local-env' }); exports.main = () => app.callFunction({ name: 'loop', data: {} })`,
          config: { timeout: 1 },
        },
      }),
    })
    expect((await refusal(app.callFunction({ name: 'loop', data: {} })))?.code).toBe(
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    )
    await wait(1_500)
    const { length } = cloud.calls()
    expect(length).toBeLessThanOrEqual(5)
    await wait(700)
    expect(cloud.calls()).toHaveLength(length)
  })
})

describe('a call between functions', () => {
  it('shows where it came from, and carries the request id of its caller’s request', async () => {
    const { cloud } = await testCloud({
      functions: functionsFolder({
        outer: `const app = require(${SDK}).init({ env: 'local-env' }); exports.main = async () => { const { result, requestId } = await app.callFunction({ name: 'inner', data: {} }); return { ...result, asked: requestId } }`,
        inner:
          'exports.main = async (event, context) => ({ ...JSON.parse(context.environment), id: context.request_id })',
      }),
    })
    const reply = JSON.parse(await cloud.call('outer', {}, 'oPerson')) as Record<string, string>
    expect(reply).toMatchObject({ TCB_SOURCE: 'wx_client,scf' })
    expect(reply.id).toBe(reply.asked)
    expect(reply).not.toHaveProperty('WX_OPENID')
  })

  it('names versions: the newest is there, no other', async () => {
    const { app } = await testCloud({ functions: functionsFolder({ v: 'exports.main = () => 1' }) })
    const call = (qualifier?: string) =>
      app.callFunction({ name: 'v', data: {}, ...(qualifier ? { qualifier } : {}) } as never)
    expect(await call()).toMatchObject({ result: 1 })
    expect(await call('$LATEST')).toMatchObject({ result: 1 })
    expect((await refusal(call('3')))?.code).toBe('FUNCTION_QUALIFIER_NOT_FOUND')
  })

  it('refuses an event of more than 6 MB', async () => {
    const { app } = await testCloud({
      functions: functionsFolder({ v: 'exports.main = (event) => event.text.length' }),
    })
    const call = (length: number) =>
      app.callFunction({ name: 'v', data: { text: 'x'.repeat(length) } })
    expect(await call(6 * 1024 * 1024 - 11)).toMatchObject({ result: 6 * 1024 * 1024 - 11 })
    expect((await refusal(call(6 * 1024 * 1024)))?.code).toBe('EXCEED_REQUEST_SIZE_LIMIT')
  })
})

it('a process in an endless loop does not outlive a killed server', async () => {
  const functions = functionsFolder({
    spin: {
      code: 'exports.main = () => { console.log("pid " + process.pid); setTimeout(() => { for (;;); }, 50); return new Promise(() => {}) }',
      config: { timeout: 60 },
    },
  })
  const script = join(process.cwd(), 'scripts', 'local-cloud.mjs')
  const server = spawn(process.execPath, [script, '--functions', functions], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endpoint = await new Promise<string>((resolve) =>
    createInterface({ input: server.stdout }).once('line', resolve),
  )
  let pid = 0
  createInterface({ input: server.stderr }).on('line', (line) => {
    pid ||= Number(/pid (\d+)$/.exec(line)?.[1] ?? 0)
  })
  const origin = new URL(endpoint).origin
  const call = fetch(`${origin}/call/spin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => null)
  await until(() => pid > 0, 10_000)
  await wait(150)
  server.kill('SIGKILL')
  await call
  await until(() => !alive(pid), 3_000)
})

describe('a process is given back', () => {
  /** Starts a program that lives on and holds the function's output open. */
  const LEAVES =
    'const leave = () => { const left = require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 300000)"], { stdio: ["ignore", "inherit", "inherit"], detached: true }); left.unref(); console.log("left " + left.pid) };'
  const logs: string[][] = []
  const runnerThatLeaves = (...arguments_: Parameters<typeof runnerOf>) => {
    const runner = runnerOf(...arguments_)
    logs.push(runner.log)
    return runner
  }
  afterAll(() => {
    for (const line of logs.flat()) {
      const pid = Number(/left (\d+)$/.exec(line)?.[1] ?? 0)
      if (pid > 0 && alive(pid)) process.kill(pid, 'SIGKILL')
    }
  })

  it.each([
    ['runs out of time', 'return new Promise(() => {})', 1, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
    ['ends in the middle of it', 'process.exit(4)', 20, 'FUNCTIONS_EXECUTE_FAIL'],
  ])('when a function that has left a program behind %s', async (_name, end, timeout, code) => {
    const { call } = runnerThatLeaves(
      {
        p: {
          code: `${LEAVES} exports.main = (event) => { if (event.ok) return 1; leave(); ${end} }`,
          config: { timeout },
        },
      },
      { mostProcesses: 1 },
    )
    expect((await refusal(call('p')))?.code).toBe(code)
    expect(await call('p', { ok: true })).toBe(1)
  })

  it('when it ends between two events, with a program left behind', async () => {
    const { call } = runnerThatLeaves(
      {
        p: `${LEAVES} exports.main = (event) => { if (event.end) { leave(); setTimeout(() => process.exit(0), 10) } return process.pid }`,
      },
      { mostProcesses: 1 },
    )
    const first = (await call('p', { end: true })) as number
    await until(() => !alive(first))
    expect(await call('p')).not.toBe(first)
  })

  it('when it cannot be started at all, and says so', async () => {
    const folder = functionsFolder({ p: 'exports.main = () => 1' })
    const { call } = runnerOf({}, { mostProcesses: 1, functions: readFunctions(folder) })
    renameSync(join(folder, 'p'), join(folder, 'q'))
    for (let n = 0; n < 3; n++)
      expect((await refusal(call('p')))?.code).toBe('FUNCTIONS_EXECUTE_FAIL')
    renameSync(join(folder, 'q'), join(folder, 'p'))
    expect(await call('p')).toBe(1)
  })

  it('to the next who waits, when the one whose turn it was may not have it any more', async () => {
    const [config] = readFunctions(functionsFolder({ p: 'exports.main = () => 1' }))
    const guard = new ProcessGuard()
    const start = () =>
      new FunctionInstance({
        config: config!,
        environment: {},
        offsetMs: () => 0,
        loadTimeoutMs: 10_000,
        guard,
        log: () => undefined,
      })
    const pool = new FunctionPool({ config: config!, mostProcesses: 1, idleMs: 60_000, start })
    const ancestor = start()
    let release: () => void = () => undefined
    const first = pool.use([], () => new Promise<void>((done) => (release = done)))
    const orphan = refusal(pool.use([ancestor], async () => undefined))
    const last = pool.use([], async () => 'served')
    await wait(50)
    // The ancestor is ended and the process comes free in one moment.
    const killed = ancestor.kill()
    release()
    expect((await orphan)?.code).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect(await last).toBe('served')
    await Promise.all([first, killed])
    await pool.close()
    guard.close()
  })
})

describe('an event that cannot be passed on', () => {
  const nested = (depth: number) => {
    let event: unknown = 1
    for (let n = 0; n < depth; n += 1) event = [event]
    return event
  }

  it('is refused with words and costs no process, however often', async () => {
    const { call } = runnerOf(
      { p: 'exports.main = (event) => JSON.stringify(event).length' },
      { mostProcesses: 1 },
    )
    for (let n = 0; n < 4; n += 1)
      expect(await refusal(call('p', nested(6_000)))).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await call('p', nested(400))).toBeGreaterThan(0)
  })

  it('gives its process back also when the channel refuses it', async () => {
    const { call, calls } = runnerOf({ p: 'exports.main = () => 1' }, { mostProcesses: 1 })
    const unreadable = {
      toJSON: () => {
        throw new Error('cannot be written')
      },
    }
    for (let n = 0; n < 3; n += 1)
      expect(await refusal(call('p', unreadable))).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect(await call('p')).toBe(1)
    expect(calls.length).toBe(4)
  })
})
