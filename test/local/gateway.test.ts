import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { cacheControlOf } from '@/local/gateway/register-web-routes'
import { functionsFolder, temporaryFolder, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

const functions = functionsFolder({
  who: 'exports.main = async (event, context) => ({ openid: JSON.parse(context.environment).WX_OPENID ?? null, event })',
  throws: 'exports.main = async () => { throw new Error("broken") }',
  slow: { code: 'exports.main = () => new Promise(() => {})', config: { timeout: 0.2 } },
})

const json = { 'content-type': 'application/json' }

interface Sent {
  status: number
  body: never
  cookie: string | null
  headers: Headers
}

async function send(
  test: TestCloud,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await fetch(`${test.cloud.origin}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : json), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  let parsed: unknown = text
  try {
    parsed = JSON.parse(text)
  } catch {
    // Pages stay text.
  }
  const cookie = /zgt_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? null
  return { status: response.status, body: parsed as never, cookie, headers: response.headers }
}

/** A request with any Host, which fetch does not allow. */
function withHost(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: '/call/who', method: 'POST', headers: { ...json, host } },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end('{}')
  })
}

describe('calls', () => {
  let test: TestCloud
  beforeAll(async () => {
    test = await testCloud({ functions })
  })

  it('make a stranger of a visitor without a cookie, and know him by it afterwards', async () => {
    const first = await send(test, 'POST', '/call/who', { a: 1 })
    expect(first.body).toEqual({
      openid: expect.stringMatching(/^o[\w-]{27}$/) as string,
      event: { a: 1 },
    })
    expect(first.headers.get('set-cookie')).toMatch(/; HttpOnly/)
    expect(first.headers.get('set-cookie')).toMatch(/; SameSite=Lax/)
    const again = await send(
      test,
      'POST',
      '/call/who',
      {},
      { cookie: `other=1; ${first.cookie!}; more=2` },
    )
    expect((again.body as { openid: string }).openid).toBe(
      (first.body as { openid: string }).openid,
    )
    expect(again.cookie).toBeNull()
    const other = await send(test, 'POST', '/call/who', {})
    expect((other.body as { openid: string }).openid).not.toBe(
      (first.body as { openid: string }).openid,
    )
  })

  it('never take an openid from the event, the query, a header or an invented cookie', async () => {
    const forged = {
      openid: 'oForged',
      OPENID: 'oForged',
      userInfo: { openId: 'oForged' },
      environment: { WX_OPENID: 'oForged' },
    }
    const sent = await send(test, 'POST', '/call/who?openid=oForged', forged, {
      'x-local-openid': 'oForged',
      'x-wx-openid': 'oForged',
      cookie: 'zgt_session=oForged',
    })
    const { openid, event } = sent.body as { openid: string; event: unknown }
    expect(openid).not.toBe('oForged')
    expect(event).toEqual(forged)
    expect(sent.cookie).not.toBeNull()
  })

  it('take up to 100 KB of text and refuse more', async () => {
    const event = (bytes: number) =>
      JSON.stringify({ text: 'x'.repeat(bytes - '{"text":""}'.length) })
    expect((await send(test, 'POST', '/call/who', event(100 * 1024))).status).toBe(200)
    const large = await send(test, 'POST', '/call/who', event(100 * 1024 + 1))
    expect(large.status).toBe(413)
    expect(large.body).toMatchObject({
      code: 'EXCEED_REQUEST_SIZE_LIMIT',
      message: expect.stringContaining('100 KB') as string,
    })
  })

  it.each([
    ['/call/absent', {}, 404, 'FUNCTION_NOT_FOUND'],
    ['/call/throws', {}, 500, 'FUNCTIONS_EXECUTE_FAIL'],
    ['/call/slow', {}, 504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
    ['/call/who', '{', 400, 'INVALID_PARAM'],
    ['/call/..%2f..%2fetc', {}, 404, 'FUNCTION_NOT_FOUND'],
    ['/nothing', {}, 404, 'NOT_FOUND'],
  ])('answer %s %j with %d', async (path, body, status, code) => {
    expect(await send(test, 'POST', path, body)).toMatchObject({
      status,
      body: { code, message: expect.any(String) as string },
    })
  })

  it('of 10 KB nested deeper than any event are refused, and the function still answers', async () => {
    const body = `{"a":${'['.repeat(5_100)}${']'.repeat(5_100)}}`
    expect(body.length).toBeGreaterThan(10_000)
    for (let n = 0; n < 3; n += 1)
      expect(await send(test, 'POST', '/call/who', body)).toMatchObject({
        status: 400,
        body: {
          code: 'INVALID_PARAM',
          message: expect.stringContaining('nested deeper than 500') as string,
        },
      })
    expect((await send(test, 'POST', '/call/who', { a: 1 })).body).toMatchObject({
      event: { a: 1 },
    })
  })

  it('refuse a body of another type, so that a form of a foreign page gets nowhere', async () => {
    const sent = await send(test, 'POST', '/call/who', 'a=1', {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(sent.status).toBe(415)
    const text = await send(test, 'POST', '/call/who', '{"a":1}', { 'content-type': 'text/plain' })
    expect(text.status).toBe(415)
  })

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['another port of loopback', { origin: 'http://127.0.0.1:1' }],
    ['an opaque origin', { origin: 'null' }],
    [
      'a cross-site request without an origin',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
  ])('refuse %s, on every route', async (_name, headers) => {
    for (const path of ['/call/who', '/admin', '/wechat/cgi-bin/stable_token']) {
      const sent = await send(test, 'POST', path, {}, headers as Record<string, string>)
      expect(sent.status).toBe(403)
    }
  })

  it('answer their own origin, and refuse a name that was bound to loopback', async () => {
    expect((await send(test, 'POST', '/call/who', {}, { origin: test.cloud.origin })).status).toBe(
      200,
    )
    expect(await withHost(test.cloud.port, `localhost:${test.cloud.port}`)).toBe(200)
    expect(await withHost(test.cloud.port, 'evil.example')).toBe(403)
  })

  it('listen on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4')
    if (!outside) return
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: outside.address, port: test.cloud.port, timeout: 1000 }, () =>
        resolve(true),
      )
      socket.on('error', () => resolve(false))
      socket.on('timeout', () => resolve(false))
    })
    expect(reached).toBe(false)
  })

  it('keep a session across a restart', async () => {
    const data = temporaryFolder()
    const before = await testCloud({ functions, data })
    const { cookie, body } = await send(before, 'POST', '/call/who', {})
    await before.cloud.close()
    const after = await testCloud({ functions, data })
    expect(
      ((await send(after, 'POST', '/call/who', {}, { cookie: cookie! })).body as { openid: string })
        .openid,
    ).toBe((body as { openid: string }).openid)
  })
})

const CONTROL: Array<[string, string, unknown]> = [
  ['POST', '/_local/session', { openid: 'oX' }],
  ['GET', '/_local/session', undefined],
  ['GET', '/_local/identities', undefined],
  ['PUT', '/_local/identities', []],
  ['GET', '/_local/clock', undefined],
  ['POST', '/_local/clock', { to: '2099-01-01' }],
  ['GET', '/_local/messages', undefined],
  ['POST', '/_local/consent', { templateIds: ['t'] }],
  ['GET', '/_local/calls', undefined],
  ['POST', '/_local/timers/fire', {}],
]

describe('the control surface', () => {
  it.each(CONTROL)(
    '%s %s does not exist without --demo or --control',
    async (method, path, body) => {
      const test = await testCloud()
      expect((await send(test, method, path, body)).status).toBe(404)
    },
  )

  it('refuses foreign pages and keeps test routes to --control', async () => {
    const test = await testCloud({ demo: true })
    for (const [method, path, body] of CONTROL) {
      expect(
        (await send(test, method, path, body, { origin: 'https://evil.example' })).status,
      ).toBe(403)
    }
    expect((await send(test, 'POST', '/_local/timers/fire', {})).status).toBe(404)
    const control = await testCloud({ control: true })
    expect(await send(control, 'POST', '/_local/timers/fire', {})).toMatchObject({
      status: 200,
      body: { replies: [] },
    })
  })

  it('switches identities', async () => {
    const test = await testCloud({ demo: true, functions })
    const switched = await send(test, 'POST', '/_local/session', { openid: 'oOffice' })
    expect(switched.body).toEqual({ openid: 'oOffice' })
    const called = await send(test, 'POST', '/call/who', {}, { cookie: switched.cookie! })
    expect((called.body as { openid: string }).openid).toBe('oOffice')
    expect(
      (await send(test, 'GET', '/_local/session', undefined, { cookie: switched.cookie! })).body,
    ).toEqual({ openid: 'oOffice' })
    const header = await send(test, 'POST', '/call/who', {}, { 'x-local-openid': 'oHeader' })
    expect((header.body as { openid: string }).openid).toBe('oHeader')
    const identities = [{ openid: 'oOffice', name: '办公室', roleText: '县整改办', note: '' }]
    expect((await send(test, 'GET', '/_local/identities')).body).toEqual([])
    expect((await send(test, 'PUT', '/_local/identities', identities)).body).toEqual({ count: 1 })
    expect((await send(test, 'GET', '/_local/identities')).body).toEqual(identities)
    for (const bad of [{}, { openid: '' }, { openid: 5 }, []])
      expect((await send(test, 'POST', '/_local/session', bad)).status).toBe(400)
  })

  it('shows and moves the clock, forward only', async () => {
    const test = await testCloud({ demo: true, startAt: '2026-03-02T09:00:00+08:00' })
    const { now } = (await send(test, 'GET', '/_local/clock')).body as { now: number }
    const moved = (await send(test, 'POST', '/_local/clock', { to: '2026-04-01T00:00:00+08:00' }))
      .body as { now: number; stops: number }
    expect(moved.now).toBeGreaterThanOrEqual(Date.parse('2026-04-01T00:00:00+08:00'))
    expect(moved.stops).toBe(2)
    expect((await send(test, 'POST', '/_local/clock', { to: now })).status).toBe(400)
    expect((await send(test, 'POST', '/_local/clock', { to: 'soon' })).status).toBe(400)
  })
})

describe('the web application', () => {
  const web = () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'js'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>整改通</title>')
    writeFileSync(join(folder, 'js', 'app.0123abcd.js'), 'var a')
    writeFileSync(join(folder, 'plain.css'), 'a{}')
    return folder
  }
  const html = { accept: 'text/html,application/xhtml+xml' }

  it('is served with its types, hashed assets for ever and the page never from a cache', async () => {
    const test = await testCloud({ web: web() })
    const page = await send(test, 'GET', '/', undefined, html)
    expect([
      page.status,
      page.headers.get('content-type'),
      page.headers.get('cache-control'),
    ]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
    const script = await send(test, 'GET', '/js/app.0123abcd.js')
    expect(script.headers.get('content-type')).toMatch(/javascript/)
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await send(test, 'GET', '/plain.css')).headers.get('cache-control')).toBe('no-cache')
  })

  it('begins the session of a visitor, so that calls side by side are one person’s', async () => {
    const test = await testCloud({ web: web(), functions })
    const { cookie } = await send(test, 'GET', '/', undefined, html)
    const calls = [1, 2, 3].map(() =>
      send(test, 'POST', '/call/who', {}, cookie === null ? {} : { cookie }),
    )
    const answers = await Promise.all(calls)
    expect(new Set(answers.map(({ body }) => (body as { openid: string }).openid)).size).toBe(1)
    expect(answers.map((answer) => answer.cookie)).toEqual([null, null, null])
    // Whoever has one keeps it, and a script or a style begins none.
    expect((await send(test, 'GET', '/', undefined, { ...html, cookie: cookie! })).cookie).toBe(
      null,
    )
    expect((await send(test, 'GET', '/plain.css')).cookie).toBe(null)
  })

  it('answers a navigation to a path of the application with the page, and nothing else', async () => {
    const test = await testCloud({ web: web() })
    expect((await send(test, 'GET', '/pages/task?id=1', undefined, html)).body).toContain('整改通')
    expect(
      (await send(test, 'GET', '/pages/task', undefined, { accept: 'application/json' })).status,
    ).toBe(404)
    expect((await send(test, 'GET', '/js/gone.js', undefined, html)).status).toBe(404)
    expect((await send(test, 'POST', '/pages/task', {}, html)).status).toBe(404)
    expect((await send(test, 'GET', '/_local/clock', undefined, html)).status).toBe(404)
    expect((await send(test, 'GET', '/..%2f..%2fetc/passwd', undefined, html)).body).not.toContain(
      'root:',
    )
  })

  it('refuses to start without an index.html', async () => {
    await expect(testCloud({ web: temporaryFolder() })).rejects.toThrow('no index.html')
  })

  it.each([
    ['app.0123abcd.js', true],
    ['12.chunk.deadbeef01.css', true],
    ['app.js', false],
    ['index.html', false],
    ['release.notes.txt', false],
  ])('%s is hashed: %s', (name, hashed) => {
    expect(cacheControlOf(name).includes('immutable')).toBe(hashed)
  })
})
