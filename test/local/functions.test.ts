import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFunctions } from '@/local/functions/function-config'
import { functionsFolder, refusal, temporaryFolder, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'))
const leak = join(temporaryFolder(), 'leak')

process.env.LOCAL_TEST_SECRET = 'of the parent'
process.env.LOCAL_TEST_GIVEN = 'given'

const folder = functionsFolder({
  echo: {
    code: 'exports.main = async (event, context) => ({ event, context })',
    config: { timeout: 5, memorySize: 64 },
  },
  whoami: `
    const tcb = require(${SDK})
    exports.main = async (event, context) => {
      const parsed = tcb.parseContext(context)
      return { parsed, ofProcess: tcb.init({ env: 'x' }).auth().getUserInfo().openId, event }
    }`,
  database: `
    const tcb = require(${SDK})
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
    exports.main = async () => {
      const started = Date.now()
      await app.database().collection('rows').add({ at: app.database().serverDate() })
      const nested = await app.callFunction({ name: 'whoami', data: { k: 1 } })
      return { ms: Date.now() - started, nested: nested.result }
    }`,
  environment: {
    code: 'exports.main = async () => ({ env: process.env, offset: new Date(2026, 0, 1).getTimezoneOffset() })',
    config: {
      envVariables: {
        GIVEN: '{{env.LOCAL_TEST_GIVEN}}/x',
        ABSENT: '{{env.LOCAL_TEST_ABSENT}}',
        API: '{{env.WECHAT_API_BASE}}',
        PLAIN: 5,
      },
    },
  },
  slow: {
    code: 'exports.main = () => new Promise((done) => setTimeout(() => done("late"), 5000))',
    config: { timeout: 0.3 },
  },
  spin: { code: 'exports.main = () => { for (;;); }', config: { timeout: 0.3 } },
  hungry: {
    code: 'exports.main = () => { const kept = []; for (;;) kept.push(new Array(10000).fill({})) }',
    config: { timeout: 30, memorySize: 32 },
  },
  throws: 'exports.main = async () => { throw new TypeError("broken inside") }',
  throwsText: 'exports.main = async () => { throw "only a text" }',
  exits: 'exports.main = async () => { process.exit(7) }',
  unloadable: 'throw new Error("cannot load")',
  mainless: 'exports.other = 1',
  callback:
    'exports.main = (event, context, callback) => setTimeout(() => callback(null, { back: event.a }), 5)',
  nothing: 'exports.main = () => undefined',
  circular: 'exports.main = () => { const o = {}; o.o = o; return o }',
  esm: 'export const main = async (event) => ({ esm: event.a })',
  talks: 'exports.main = () => { console.log("to the log"); console.error("and this"); return 1 }',
  pids: 'let calls = 0; exports.main = async (event) => { calls += 1; if (event.wait) await new Promise((r) => setTimeout(r, event.wait)); return { pid: process.pid, calls } }',
})

let test: TestCloud
beforeAll(async () => {
  writeFileSync(join(folder, 'esm', 'package.json'), '{"type":"module"}')
  test = await testCloud({ functions: folder })
  await test.db.createCollection('rows')
})

const call = async (name: string, event: unknown = {}, openid = 'oSomebody') =>
  JSON.parse(await test.cloud.call(name, event, openid)) as never

describe('the context of a call', () => {
  it('carries the caller, as the SDK parses it, and the process knows nobody', async () => {
    const { parsed, ofProcess } = await call('whoami', { openid: 'oForged', WX_OPENID: 'oForged' })
    expect(parsed).toMatchObject({
      functionName: 'whoami',
      namespace: 'local-env',
      memoryLimitInMb: 256,
      timeLimitIns: 3000,
      environment: { WX_OPENID: 'oSomebody', WX_APPID: 'wx0000000000000000', TCB_ENV: 'local-env' },
    })
    expect(ofProcess).toBe('')
  })

  it('carries each caller of a warm process, and none for a server', async () => {
    const first = (await call('whoami', {}, 'oFirst')) as {
      parsed: { environment: Record<string, string> }
    }
    const second = (await call('whoami', {}, 'oSecond')) as {
      parsed: { environment: Record<string, string> }
    }
    expect([first.parsed.environment.WX_OPENID, second.parsed.environment.WX_OPENID]).toEqual([
      'oFirst',
      'oSecond',
    ])
    const { result } = (await test.app.callFunction({ name: 'whoami', data: { a: 1 } })) as {
      result: { parsed: { environment: object }; event: unknown }
    }
    expect(result.parsed.environment).not.toHaveProperty('WX_OPENID')
    expect(result.event).toEqual({ a: 1 })
  })

  it('gives older code the same values as text', async () => {
    const { context } = (await call('echo')) as {
      context: { environ: string; memory_limit_in_mb: number }
    }
    expect(context.environ.split(';')).toContain('WX_OPENID=oSomebody')
    expect(context.memory_limit_in_mb).toBe(64)
  })
})

describe('a function', () => {
  it('reaches the database and other functions through the unchanged SDK', async () => {
    const { nested } = (await call('database')) as {
      nested: { event: unknown; parsed: { environment: object } }
    }
    expect(nested.event).toEqual({ k: 1 })
    expect(nested.parsed.environment).not.toHaveProperty('WX_OPENID')
    expect(await test.db.collection('rows').count()).toMatchObject({ total: 1 })
  })

  it('has its own environment and Beijing time, and nothing of its parent', async () => {
    const { env, offset } = (await call('environment')) as {
      env: Record<string, string>
      offset: number
    }
    expect(offset).toBe(-480)
    expect(env).toMatchObject({
      GIVEN: 'given/x',
      ABSENT: '',
      PLAIN: '5',
      API: `${test.cloud.origin}/wechat`,
      TENCENTCLOUD: 'true',
      TZ: 'Asia/Shanghai',
    })
    expect(env).not.toHaveProperty('LOCAL_TEST_SECRET')
    expect(env).not.toHaveProperty('LOCAL_CLOUD_CLOCK_OFFSET')
    expect(env).not.toHaveProperty('HOME')
  })

  it('may answer by callback, with nothing, or as an ES module', async () => {
    expect(await call('callback', { a: 3 })).toEqual({ back: 3 })
    expect(await call('nothing')).toBeNull()
    expect(await call('esm', { a: 4 })).toEqual({ esm: 4 })
  })

  it('writes into the log under its name, and quietly when asked', async () => {
    await call('talks')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const { requestId } = test.cloud.calls()[0]!
    const name = `[talks ${requestId.slice(0, 8)}]`
    expect(test.log).toEqual(
      expect.arrayContaining([
        `${name} to the log`,
        `${name} and this`,
        expect.stringMatching(/^\[talks \w{8}\] ok in [\d.]+ ms, cold start [\d.]+ ms$/) as string,
      ]),
    )
    const quiet = await testCloud({ functions: folder, quiet: true })
    await quiet.cloud.call('talks', {}, 'oX')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(quiet.log).toEqual([])
  })
})

describe('failures', () => {
  it.each([
    ['throws', 'FUNCTIONS_EXECUTE_FAIL', /^TypeError: broken inside$/],
    ['throwsText', 'FUNCTIONS_EXECUTE_FAIL', /^only a text$/],
    ['exits', 'FUNCTIONS_EXECUTE_FAIL', /exited, code 7/],
    ['unloadable', 'FUNCTIONS_EXECUTE_FAIL', /cannot load/],
    ['mainless', 'FUNCTIONS_EXECUTE_FAIL', /does not export main/],
    ['circular', 'FUNCTIONS_EXECUTE_FAIL', /circular/],
    ['slow', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', /timed out after 0.3 seconds/],
    ['spin', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', /timed out/],
    ['hungry', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', /32 MB/],
    ['absent', 'FUNCTION_NOT_FOUND', /absent/],
  ])('of %s come as %s, again and again', async (name, code, text) => {
    for (let i = 0; i < 2; i++) {
      const refused = await refusal(test.app.callFunction({ name, data: {} }))
      expect(refused?.code).toBe(code)
      expect(refused?.message).toMatch(text)
    }
    expect(await call('callback', { a: 1 })).toEqual({ back: 1 })
  })

  it('writes the stack of an error into the log', async () => {
    await refusal(call('throws'))
    expect(test.log.some((line) => /^\[throws \w{8}\].*index\.js/.test(line))).toBe(true)
  })
})

describe('processes', () => {
  it('are kept warm and take one event at a time, three of them at the most', async () => {
    const alone = (await call('pids')) as { pid: number }
    const again = (await call('pids')) as { pid: number }
    expect(again.pid).toBe(alone.pid)
    const busy = (await Promise.all(
      Array.from({ length: 7 }, () => call('pids', { wait: 60 })),
    )) as Array<{ pid: number }>
    expect(new Set(busy.map(({ pid }) => pid)).size).toBe(3)
  })

  it('are replaced when the code on disk changes', async () => {
    const own = functionsFolder({ v: 'exports.main = () => 1' })
    const { cloud } = await testCloud({ functions: own })
    expect(await cloud.call('v', {}, 'oX')).toBe('1')
    writeFileSync(join(own, 'v', 'index.js'), 'exports.main = () => 2')
    utimesSync(join(own, 'v', 'index.js'), new Date(), new Date(Date.now() + 5000))
    expect(await cloud.call('v', {}, 'oX')).toBe('2')
  })

  it('are gone when the local cloud is closed, even in the middle of an event', async () => {
    const own = functionsFolder({
      late: {
        code: `exports.main = () => new Promise(() => { console.log(process.pid); setTimeout(() => require('fs').writeFileSync(${JSON.stringify(leak)}, 'x'), 1500) })`,
        config: { timeout: 60 },
      },
    })
    const { cloud, log } = await testCloud({ functions: own })
    const unanswered = refusal(cloud.call('late', {}, 'oX'))
    while (log.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await cloud.close()
    expect((await unanswered)?.code).toBe('FUNCTIONS_EXECUTE_FAIL')
    const pid = Number(log[0]!.replace(/^\[late \w{8}\] /, ''))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    await new Promise((resolve) => setTimeout(resolve, 1600))
    expect(existsSync(leak)).toBe(false)
  })

  it('are listed as recent calls with their time, cold and warm', async () => {
    await call('echo')
    await call('echo')
    const [warm, cold] = test.cloud.calls().filter(({ function: name }) => name === 'echo')
    expect(warm).toMatchObject({
      function: 'echo',
      cold: false,
      source: 'person',
      failure: null,
    })
    expect(cold!.ms).toBeGreaterThan(0)
  })
})

describe('configuration', () => {
  it.each([
    [{ timeout: -1 }, /timeout must be a positive number/],
    [{ envVariables: [] }, /envVariables must be an object/],
    [{ triggers: {} }, /triggers must be a list/],
    [{ triggers: [{ type: 'timer', name: 'x', config: '* * * * *' }] }, /must have 7 fields/],
    [{ triggers: [{ type: 'timer', name: 'x', config: '0 0 25 * * * *' }] }, /no valid hour/],
  ])('refuses %j at the start', (config, text) => {
    const own = functionsFolder({ f: { code: 'exports.main = () => 1', config } })
    expect(() => readFunctions(own)).toThrow(text)
  })

  it('passes over folders that hold no function', () => {
    const own = functionsFolder({ f: 'exports.main = () => 1' })
    writeFileSync(join(own, 'notes.txt'), '')
    expect(readFunctions(own).map(({ name }) => name)).toEqual(['f'])
    expect(() => readFunctions(join(dirname(own), 'nowhere-at-all'))).toThrow(
      'no directory of functions',
    )
  })
})
