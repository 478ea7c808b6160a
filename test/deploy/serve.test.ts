import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { actions, type ActionInput, type ActionName, type ActionOutput } from '@/contract/actions'
import type { Reply } from '@/contract/envelope'
import { Accounts, codeLivesMs, codeLength, sessionLivesMs } from '@/scripts/serve/accounts'
import { refusalOf } from '@/scripts/serve/call-route'
import { LogFile } from '@/scripts/serve/log-file'
import { regions, units } from '../support/organization'
import { root } from './support/command'
import { type Machine, named, origin, startMachine } from './support/one-machine'
import { type Asked, startProxy } from './support/tls-proxy'

const folder = mkdtempSync(path.join(tmpdir(), 'serve-'))
const at = (name: string) => path.join(folder, name)
const data = at('data')

let machine: Machine
let proxy: Awaited<ReturnType<typeof startProxy>>
const ask = (where: string, asked?: Asked) => proxy.ask(where, asked)

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(__dirname, 'support/build-serve.mjs')], { cwd: root })
  machine = await startMachine(data)
  proxy = await startProxy(folder, () => machine.port, origin)
}, 300_000)
afterAll(async () => {
  await proxy.close()
  await machine.stop()
  rmSync(folder, { recursive: true, force: true })
})

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

interface As {
  readonly cookie?: string
  readonly actAs?: string
}

const call = async <N extends ActionName>(
  action: N,
  input: ActionInput<N>,
  { cookie = '', actAs }: As = {},
): Promise<Reply<ActionOutput<N>>> => {
  const event = { action, input, idempotencyKey: randomUUID(), ...(actAs && { actAs }) }
  const { text } = await ask(`/call/${action.split('.')[0]}`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify(event),
  })
  return JSON.parse(text) as Reply<ActionOutput<N>>
}

const ok = async <N extends ActionName>(action: N, input: ActionInput<N>, as: As = {}) => {
  const reply = await call(action, input, as)
  if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
  return reply.data
}

const refused = async <N extends ActionName>(action: N, input: ActionInput<N>, as: As = {}) => {
  const reply = await call(action, input, as)
  return reply.ok ? null : reply.error.code
}

const signIn = (number: string, code: string) =>
  ask('/serve/sign-in', {
    method: 'POST',
    headers: form,
    body: new URLSearchParams({ number, code }).toString(),
  })

const cookieOf = ({ headers }: Awaited<ReturnType<typeof signIn>>) =>
  headers['set-cookie']![0]!.split(';')[0]!

const given = (text: string) => {
  const [, number, code] = /账号 (\d{6})，登录码 ([A-Z2-9]+)/.exec(text)!
  return { number: number!, code: code! }
}

/** The first administrator, in; a code of the command serves as the one of the first start. */
let cookie: string | null = null
const administrator = async (): Promise<{ cookie: string; actAs: string }> => {
  if (cookie === null) {
    const { number, code } = given(machine.said)
    cookie = cookieOf(await signIn(number, code))
  }
  const me = await ok('identity.whoAmI', {}, { cookie })
  return { cookie, actAs: me.memberships[0]!.id }
}

const post = (where: string, body = '', headers: Record<string, string> = {}) =>
  ask(where, { method: 'POST', headers: { ...form, ...headers }, body })

describe('nothing of a demonstration', () => {
  it('is in what runs', () => {
    const bundle = readFileSync(path.join(root, 'dist/serve/main.cjs'), 'utf8')
    const modules =
      /^\/\/ local\/(gateway\/register-(control-)?routes|inspection\/(register-|.*-views)|wechat\/register-|faults\/register-|archive\/register-|main)/m
    expect(bundle).not.toMatch(modules)
    expect(bundle).not.toContain('x-local-openid')
    const pages = path.join(root, 'dist/h5-serve')
    const scripts = readdirSync(path.join(pages, 'js')).map((name) =>
      readFileSync(path.join(pages, 'js', name), 'utf8'),
    )
    expect(scripts.join()).not.toMatch(/_local\/|本地演示/)
  })

  const demonstration = readdirSync(path.join(root, 'local'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /register-.*\.ts$|inspection/.test(file))
    .flatMap((file) => {
      const full = path.join(root, 'local', file)
      if (!file.endsWith('.ts')) return []
      const text = readFileSync(full, 'utf8')
      return [...text.matchAll(/scope\.(get|post|put|delete)\(\s*'([^']+)'/g)].map(
        ([, method, route]) =>
          [method!.toUpperCase(), `/_local${route!.replace(/^\/_local/, '')}`] as const,
      )
    })
  const routes = [
    ...demonstration,
    ...(['GET', 'POST', 'PUT', 'DELETE'] as const).flatMap((method) =>
      ['/_local', '/_local/inspect/collections', '/_local/archive'].map(
        (where) => [method, where] as const,
      ),
    ),
    ['POST', '/admin'],
    ['GET', '/wechat/cgi-bin/token'],
    ['POST', '/wechat/cgi-bin/message/subscribe/send'],
    ['PUT', '/environments/other/cos/x'],
  ] as const

  it('knows the routes that it asks for', () => {
    expect(routes.map(([, where]) => where)).toEqual(
      expect.arrayContaining(['/_local/session', '/_local/clock', '/_local/identities']),
    )
  })

  it.each(routes)('is reached through a proxy: %s %s', async (method, where) => {
    const { status, headers } = await ask(where, {
      method,
      headers: json,
      ...(method !== 'GET' && { body: '{}' }),
    })
    expect([403, 404]).toContain(status)
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('makes somebody of a header, a timer’s event or a pushed message', async () => {
    const { openid } = new Accounts(`${data}.accounts`, Date.now).list()[0]!
    const forged = { ...json, 'x-local-openid': openid, cookie: `zgt_session=${openid}` }
    const events = [
      { action: 'identity.whoAmI', input: {} },
      { Type: 'Timer', TriggerName: 'notifier-timer' },
      { MsgType: 'event', Event: 'subscribe_msg_change_event', FromUserName: openid },
    ]
    const said = await Promise.all(
      events.map((event) =>
        ask('/call/identity', { method: 'POST', headers: forged, body: JSON.stringify(event) }),
      ),
    )
    const [me, timer, push] = said.map(({ text }) => JSON.parse(text) as Reply<never>)
    expect(me).toMatchObject({ ok: true, data: { memberships: [] } })
    for (const reply of [timer, push])
      expect(reply).toMatchObject({ ok: false, error: { code: 'IDENTITY.REQUIRED' } })
  })
})

describe('whoever is not signed in', () => {
  it('reads what is public, and has no session', async () => {
    expect((await ask('/', { headers: { accept: 'text/html' } })).text).toContain('<div id="app"')
    const { headers } = await ask('/call/register', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ action: 'register.listTasks', input: {} }),
    })
    expect(headers['set-cookie']).toBeUndefined()
    expect((await call('register.listRegions', { parentCode: null })).ok).toBe(true)
  })

  it('writes nothing, whatever is tried, and staff write no resident’s part', () => {
    for (const [action, { writes, caller }] of Object.entries(actions)) {
      const event = { action, input: {} }
      const isForEverybody = !writes && (caller === 'public' || caller === 'anyone')
      expect([action, refusalOf(event, false) === null]).toEqual([action, isForEverybody])
      const isMine = writes && caller !== 'member' && action !== 'identity.acceptInvitation'
      expect([action, refusalOf(event, true)]).toEqual([
        action,
        isMine ? 'SERVICE.READ_ONLY' : null,
      ])
    }
    for (const event of [null, 'x', [], { action: 'constructor' }, { Type: 'Timer' }])
      expect(refusalOf(event, true)).toBe('IDENTITY.REQUIRED')
  })

  it('is told so by the service itself', async () => {
    expect(await refused('identity.setVillage', { regionCode: null })).toBe('SERVICE.READ_ONLY')
    expect(await refused('identity.listUnits', {})).toBe('IDENTITY.REQUIRED')
  })
})

describe('a foreign page', () => {
  it.each([
    ['another origin', { origin: 'https://other.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['the same name without TLS', { origin: 'http://zhenggai.example' }],
    ['no origin', { origin: '' }],
    ['a name that only resolves here', { host: 'other.example', origin: 'https://other.example' }],
    ['the machine itself', { host: '127.0.0.1', origin: 'http://127.0.0.1' }],
  ])('writes nothing: %s', async (_, headers) => {
    const event = { action: 'register.listRegions', input: { parentCode: null } }
    const asked = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(event) }
    expect((await ask('/call/register', asked)).status).toBe(403)
    expect((await post('/serve/sign-out', '', headers)).status).toBe(403)
  })

  it('embeds nothing and reads nothing in the person’s name', async () => {
    const cross = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect((await ask('/serve/accounts', { headers: cross })).status).toBe(403)
    expect((await ask('/')).headers['x-frame-options']).toBe('DENY')
  })
})

describe('a one-time code', () => {
  const hour = 3_600_000
  const start = Date.parse('2026-03-02T09:00:00+08:00')
  const open = () => {
    const file = at(`accounts-${randomUUID()}`)
    const clock = { now: start }
    const accounts = new Accounts(file, () => clock.now)
    const { number } = accounts.add('张三')
    return { accounts, number, clock, file }
  }

  it('is random, at least ten characters, and stands nowhere', () => {
    const { accounts, number, file } = open()
    const codes = Array.from({ length: 20 }, () => accounts.issueCode(number)!)
    expect(new Set(codes).size).toBe(20)
    expect(codeLength).toBeGreaterThanOrEqual(10)
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{12}$/)
    const token = accounts.signIn(number, codes.at(-1)!)!
    const kept = readFileSync(file, 'utf8')
    for (const secret of [...codes, token]) expect(kept).not.toContain(secret)
  })

  it('lives fifteen minutes', () => {
    const { accounts, number, clock } = open()
    const code = accounts.issueCode(number)!
    clock.now = start + codeLivesMs
    expect(codeLivesMs).toBe(hour / 4)
    expect(accounts.signIn(number, code)).toBeNull()
    const again = accounts.issueCode(number)!
    clock.now += codeLivesMs - 1
    expect(accounts.signIn(number, again)).not.toBeNull()
  })

  it('serves once, and an older one not at all', () => {
    const { accounts, number } = open()
    const older = accounts.issueCode(number)!
    const code = accounts.issueCode(number)!
    expect(accounts.signIn(number, older)).toBeNull()
    expect(
      accounts.signIn(number, ` ${code.slice(0, 6)}-${code.slice(6).toLowerCase()}`),
    ).not.toBeNull()
    expect(accounts.signIn(number, code)).toBeNull()
  })

  it('is dead after five tries', () => {
    const { accounts, number } = open()
    const code = accounts.issueCode(number)!
    for (let tries = 0; tries < 4; tries += 1) expect(accounts.signIn(number, 'WRONG')).toBeNull()
    expect(accounts.signIn(number, code)).not.toBeNull()
    const other = accounts.issueCode(number)!
    for (let tries = 0; tries < 5; tries += 1) expect(accounts.signIn(number, 'WRONG')).toBeNull()
    expect(accounts.signIn(number, other)).toBeNull()
  })

  it('begins a session of twelve hours, which an administrator ends', () => {
    const { accounts, number, clock } = open()
    const first = accounts.signIn(number, accounts.issueCode(number)!)!
    clock.now = start + sessionLivesMs - 1
    expect(sessionLivesMs).toBe(12 * hour)
    expect(accounts.signedIn(first)?.name).toBe('张三')
    clock.now += 1
    expect(accounts.signedIn(first)).toBeNull()
    const second = accounts.signIn(number, accounts.issueCode(number)!)!
    accounts.end(number)
    expect(accounts.signedIn(second)).toBeNull()
  })
})

describe('staff', () => {
  it('sign in by the code, and get a cookie that no script reads and no plain line carries', async () => {
    const shown = await ask('/serve/sign-in')
    expect(shown.text).toContain('这里没有微信消息')
    const { number } = given(machine.said)
    const wrong = await signIn(number, 'AAAAAAAAAAAA')
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined])
    expect((await signIn('000000', 'x')).text).toBe(wrong.text)
    const code = execFileSync(
      process.execPath,
      [path.join(root, 'scripts/serve.mjs'), 'code', '--data', data],
      { cwd: root, encoding: 'utf8' },
    )
    const signed = await signIn(number, given(code).code)
    expect(signed.status).toBe(303)
    const attributes = signed.headers['set-cookie']![0]!.split('; ').slice(1)
    expect(attributes).toEqual(
      expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']),
    )
    cookie = cookieOf(signed)
    expect((await administrator()).actAs).toBeTruthy()
  })

  it('are given codes and let go by an administrator, and by nobody else', async () => {
    const { cookie: own } = await administrator()
    const body = new URLSearchParams({ name: '李<b>四' }).toString()
    expect((await post('/serve/accounts', body)).headers.location).toBe('/serve/sign-in')
    const page = await post('/serve/accounts', body, { cookie: own })
    expect(page.text).toContain('李&#60;b&#62;四')
    const { number, code } = given(page.text)
    const colleague = cookieOf(await signIn(number, code))
    expect((await ok('identity.whoAmI', {}, { cookie: colleague })).memberships).toEqual([])
    expect((await post('/serve/accounts', body, { cookie: colleague })).status).toBe(403)
    expect((await post(`/serve/accounts/${number}/code`, '', { cookie: colleague })).status).toBe(
      403,
    )
    expect(
      await refused('identity.listMessages' as never, {} as never, { cookie: colleague }),
    ).toBe('IDENTITY.REQUIRED')
    await post(`/serve/accounts/${number}/end`, '', { cookie: own })
    expect(await refused('identity.listUnits', {}, { cookie: colleague })).toBe('IDENTITY.REQUIRED')
    expect((await post('/serve/accounts/999999/end', '', { cookie: own })).status).toBe(404)
  })

  it('work as in the cloud: invited, joined, a list uploaded and read', async () => {
    const own = await administrator()
    await ok('identity.importOrganization', { regions, units }, own)
    const invited = await ok(
      'identity.invite',
      { role: 'coordinator', unitKey: 'office', regionCode: '440900', name: '王五' },
      own,
    )
    const name = new URLSearchParams({ name: '王五' }).toString()
    const page = await post('/serve/accounts', name, { cookie: own.cookie })
    const { number, code } = given(page.text)
    const colleague = { cookie: cookieOf(await signIn(number, code)) }
    await ok('identity.acceptInvitation', { code: invited.code }, colleague)
    const me = await ok('identity.whoAmI', {}, colleague)
    const as = { ...colleague, actAs: me.memberships[0]!.id }
    const bytes = Buffer.from('1、上塘村黑臭水体未整治\n整改措施：清淤\n整改时限：2026年12月底前\n')
    const fileName = 'list.txt'
    const { target } = await ok('documents.prepareUpload', { fileName, size: bytes.length }, as)
    expect(target.url.startsWith(`${origin}/cos/`)).toBe(true)
    const { status } = await ask(new URL(target.url).pathname, {
      method: 'PUT',
      headers: target.headers,
      body: bytes,
    })
    expect(status).toBe(200)
    const { fileId } = target
    const batch = await ok('documents.startImport', { fileId, fileName, roundName: '第一批' }, as)
    expect(batch.id).toBeTruthy()
  })
})

describe('the service', () => {
  it('says on its health page whether it serves and is copied, and names nobody', async () => {
    const { status, text } = await ask('/serve/health', { headers: { host: '127.0.0.1' } })
    expect([status, JSON.parse(text)]).toEqual([
      200,
      expect.objectContaining({ ok: true, isServing: true, isKept: true, version: 'one' }),
    ])
  })

  it('stops when asked, keeps everything, and copies it before another version starts', async () => {
    const { actAs } = await administrator()
    expect(await machine.stop()).toBe(0)
    expect(existsSync(`${data}.backups`)).toBe(false)
    machine = await startMachine(data, { version: 'two' })
    const me = await administrator()
    expect(me.actAs).toBe(actAs)
    const [copy, ...others] = readdirSync(`${data}.backups`)
    expect([copy, others]).toEqual([expect.stringMatching(/-upgrade$/), []])
    const archive = path.join(`${data}.backups`, copy!, 'ledger.ndjson.gz')
    const accounts = JSON.parse(
      readFileSync(path.join(`${data}.backups`, copy!, 'accounts.json'), 'utf8'),
    ) as { accounts: unknown[] }
    expect(accounts.accounts.length).toBeGreaterThan(0)
    const command = ['restore', '--from', archive, '--data', at('restored')]
    execFileSync(process.execPath, [path.join(root, 'scripts/local-cloud.mjs'), ...command], {
      stdio: 'ignore',
    })
    expect(existsSync(at('restored/snapshot'))).toBe(true)
  })

  it('does not start a new version when the copy cannot be made, nor the data touched', async () => {
    await machine.stop()
    writeFileSync(at('no-folder'), '')
    await expect(
      startMachine(data, { version: 'three', args: ['--backups', at('no-folder')] }),
    ).rejects.toThrow(/1 SERVE\.COPY/)
    machine = await startMachine(data, { version: 'two' })
    expect((await administrator()).actAs).toBeTruthy()
  })

  const refusals: [string, string, object][] = [
    ['another key than the data’s', 'KEY.MISSING', { args: ['--keys', at('nowhere')] }],
    ['a variable missing', 'SERVE.VARIABLES', { env: { ...named, CITY_NAME: '' } }],
    [
      'an origin without TLS',
      'ARGUMENTS.ORIGIN',
      { args: ['--origin', 'http://zhenggai.example'] },
    ],
    ['an origin with a path', 'ARGUMENTS.ORIGIN', { args: ['--origin', `${origin}/x`] }],
    ['a port that is none', 'ARGUMENTS.PORT', { args: ['--port', 'x'] }],
    ['an option that is none', 'ARGUMENTS.UNKNOWN', { args: ['--demo'] }],
  ]
  it.each(refusals)('refuses to start with %s', async (_, code, options) => {
    mkdirSync(at('there'), { recursive: true })
    await expect(startMachine(at('there'), options)).rejects.toThrow(code)
  })

  it('gives no code for a folder that it never served, and makes nothing there', () => {
    const script = path.join(root, 'scripts/serve.mjs')
    const { status, stderr } = spawnSync(
      process.execPath,
      [script, 'code', '--data', at('mistyped')],
      { cwd: root, encoding: 'utf8' },
    )
    expect([status, stderr.split(' ')[0]]).toEqual([1, 'DATA.MISSING'])
    expect(existsSync(at('mistyped.accounts'))).toBe(false)
  })

  it('keeps a log of days, in parts of a size, and none older than a month', () => {
    const clock = { now: Date.parse('2026-03-02T23:59:00+08:00') }
    const logs = at('rotated')
    const { write } = new LogFile(logs, () => clock.now, 100)
    writeFileSync(path.join(logs, '2026-01-30.log'), 'old')
    writeFileSync(path.join(logs, '2026-02-20.log'), 'kept')
    write('one'.repeat(20))
    write('two'.repeat(20))
    clock.now += 120_000
    write('three')
    expect(readdirSync(logs).sort()).toEqual([
      '2026-02-20.log',
      '2026-03-02.0.log',
      '2026-03-02.log',
      '2026-03-03.log',
    ])
  })
})
