import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { dump } from '../feedback/dump'
import { openDatabase } from '../task/ledger'

const root = path.resolve(__dirname, '../../..')
const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`
const own = testEnvironment.IDENTITY_KEYS
const rotated = `${key('k2', 9)},${own}`

const reader = 'openid-reader'

let folder: string
let data: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keys-'))
  data = path.join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const withApp = async <T>(keys: string, work: (app: TestApp) => Promise<T>): Promise<T> => {
  const app = await startApp({ data, variables: { IDENTITY_KEYS: keys } })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** The command as a person types it. */
const operate = (
  args: readonly string[],
  keys: string,
): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'scripts/operator.mjs'), 'keys', ...args],
      { cwd: root, env: { ...process.env, IDENTITY_KEYS: keys } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })

/** Everything that is sealed, by the id of its key. */
const sealsIn = async (app: TestApp): Promise<Map<string, number>> => {
  const text = JSON.stringify([...(await dump(app))])
  const found = new Map<string, number>()
  for (const [, id] of text.matchAll(
    /"(\w+)\.[A-Za-z0-9+/]{16}\.[A-Za-z0-9+/]{22}==\.[A-Za-z0-9+/=]*"/g,
  ))
    found.set(id!, (found.get(id!) ?? 0) + 1)
  return found
}

/** A call of every function, as a client makes it. */
const askAll = async (app: TestApp): Promise<(string | null)[]> => {
  const code = async <T extends { ok: boolean; error?: { code: string } }>(reply: Promise<T>) =>
    (await reply).error?.code ?? null
  return Promise.all([
    code(app.call(reader, 'identity.whoAmI', {})),
    code(app.call(null, 'register.listRegions', { parentCode: null })),
    code(app.call(null, 'register.listTasks', { filter: {} })),
    code(app.call(reader, 'feedback.listMine', {})),
    code(app.call(reader, 'notifier.listMyMessages', {})),
    code(app.call(reader, 'documents.listBatches', {})),
    code(app.call(reader, 'enterprise.listTimelines', {})),
  ])
}

describe('the identity key of a database', () => {
  it('is the one of the first function that started: with another or none nobody is served', async () => {
    await withApp(own, async (app) => {
      await app.ok(reader, 'identity.setVillage', { regionCode: null })
      expect((await askAll(app)).filter((code) => code === 'SERVICE.KEY')).toEqual([])
    })
    for (const keys of [key('test', 8), `${key('other', 7)},${key('test', 8)}`, '', 'test:short'])
      await withApp(keys, async (app) => {
        const before = await dump(app)
        expect(new Set(await askAll(app))).toEqual(new Set(['SERVICE.KEY']))
        expect(await app.refusal(reader, 'identity.setVillage', { regionCode: null })).toBe(
          'SERVICE.KEY',
        )
        expect(
          await app.push('notifier', { Event: 'subscribe_msg_sent_event' }).catch(String),
        ).toEqual(
          expect.objectContaining({ error: expect.objectContaining({ code: 'SERVICE.KEY' }) }),
        )
        expect(await dump(app)).toEqual(before)
      })
    await withApp(own, async (app) => {
      expect((await dump(app, ['people'])).get('people')).toHaveLength(1)
      await app.ok(reader, 'identity.whoAmI', {})
      expect((await dump(app, ['people'])).get('people')).toHaveLength(1)
    })
  })

  it('is found by what is sealed already where a database is older than the name of its key', async () => {
    const forget = (app: TestApp) => openDatabase(app).remove('deployment', 'this')
    await withApp(own, async (app) => {
      await app.ok(reader, 'identity.whoAmI', {})
      await app.ok(reader, 'identity.setVillage', { regionCode: null })
      await forget(app)
    })
    await withApp(key('test', 8), async (app) => {
      expect(await app.refusal(reader, 'identity.whoAmI', {})).toBe('SERVICE.KEY')
      expect((await dump(app, ['deployment'])).get('deployment')).toEqual([])
    })
    await withApp(own, async (app) => {
      await app.ok(reader, 'identity.whoAmI', {})
      expect((await dump(app, ['deployment'])).get('deployment')).toHaveLength(1)
    })
  })

  it('has one name however many functions start at once', async () => {
    await withApp(own, async (app) => {
      expect(await askAll(app)).not.toContain('SERVICE.KEY')
      const [doc] = (await dump(app, ['deployment'])).get('deployment')!
      expect(doc).toMatchObject({ isClosed: false })
    })
  })
})

describe('a switch that closes writing', () => {
  const close = (app: TestApp, isClosed: boolean) =>
    openDatabase(app).update('deployment', 'this', { isClosed })

  it('is obeyed by every function with one code, while reading goes on', async () => {
    await withApp(own, async (app) => {
      await app.ok(reader, 'identity.setVillage', { regionCode: null })
      await close(app, true)
    })
    // Fresh processes: the others would look at the switch within half a minute.
    await withApp(own, async (app) => {
      const before = await dump(app)
      expect(await app.refusal(reader, 'identity.setVillage', { regionCode: null })).toBe(
        'SERVICE.CLOSED',
      )
      await app.ok(reader, 'identity.whoAmI', {})
      await app.ok(null, 'register.listTasks', { filter: {} })
      // A first call would make an account.
      expect(await app.refusal('openid-new', 'identity.setVillage', { regionCode: null })).toBe(
        'SERVICE.CLOSED',
      )
      await app.clock.jump(app.clock.now() + 3_600_000)
      expect(await dump(app)).toEqual(before)
      await close(app, false)
      await app.ok(reader, 'identity.setVillage', { regionCode: null })
    })
  })
})

describe('npm run keys', () => {
  it('writes a new key before the others, whole, for its owner only', async () => {
    const file = path.join(folder, 'made', 'keys')
    expect(await operate(['add', '--keys', file], '')).toMatchObject({ code: 0 })
    const first = readFileSync(file, 'utf8')
    expect(await operate(['add', '--keys', file], '')).toMatchObject({ code: 0 })
    expect(readFileSync(file, 'utf8')).toMatch(/^k2:[^,]{44},k1:/)
    expect(readFileSync(file, 'utf8').endsWith(`,${first}`)).toBe(true)
    expect(readdirSync(path.dirname(file))).toEqual(['keys'])
    writeFileSync(file, 'k1:short')
    expect(await operate(['add', '--keys', file], '')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^KEY\.FORM /),
    })
    expect(readFileSync(file, 'utf8')).toBe('k1:short')
  })

  it('seals everything anew, says what is left, and may be run again', async () => {
    await withApp(own, async (app) => {
      for (let number = 0; number < 120; number += 1)
        await app.ok(`openid-${number}`, 'identity.setVillage', { regionCode: null })
      expect([...(await sealsIn(app)).keys()]).toEqual(['test'])
    })
    const left = await operate(['left', '--data', data], rotated)
    expect(left.out).toMatch(/identities：120 处/)
    const done = await operate(['rotate', '--data', data], rotated)
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('没有用旧密钥的了') })
    const again = await operate(['rotate', '--data', data], rotated)
    expect(again.out).toContain('重新加密了 0 份')
    await withApp(rotated, async (app) => {
      expect([...(await sealsIn(app)).keys()]).toEqual(['k2'])
      const people = (await dump(app, ['people'])).get('people')!.length
      await app.ok('openid-7', 'identity.setVillage', { regionCode: null })
      expect((await dump(app, ['people'])).get('people')).toHaveLength(people)
    })
  })

  it('refuses another key, a folder that is not there and a place not named, by name', async () => {
    await withApp(own, (app) => app.ok(reader, 'identity.setVillage', { regionCode: null }))
    const said = async (args: readonly string[], keys: string) => (await operate(args, keys)).err
    expect(await said(['rotate', '--data', data], key('test', 8))).toMatch(/^KEY\.OTHER /)
    expect(await said(['rotate', '--data', data], '')).toMatch(/^KEY\.FORM /)
    expect(await said(['rotate', '--data', path.join(folder, 'no')], own)).toMatch(
      /^DATA\.MISSING /,
    )
    expect(await said(['rotate'], own)).toMatch(/^ARGUMENTS\.PLACE /)
    expect(await said(['rotate', '--env', 'x'], own)).toMatch(/^ARGUMENTS\.ENVIRONMENT /)
    expect(await said(['rotate', '--env', 'zheng-gai-1'], own)).toMatch(/^CLOUD\.CREDENTIALS /)
    expect(await said(['forget'], own)).toMatch(/^ARGUMENTS\.UNKNOWN /)
    expect(await said(['rotate', '--force'], own)).toMatch(/^ARGUMENTS\.UNKNOWN /)
  })
})
