import { environmentFrom } from '@/cloudfunctions/_stores/environment'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  openWechatApi,
  type WechatApi,
  wechatSettingsFrom,
} from '@/cloudfunctions/_stores/wechat-api'

interface Seen {
  readonly path: string
  readonly token: string | null
  readonly body: Record<string, unknown>
}

const named = ['WECHAT_API_BASE', 'WECHAT_APPID', 'WECHAT_SECRET', 'MINI_PROGRAM_STATE'] as const
const settingsOf = (env: Record<string, string>) => wechatSettingsFrom(environmentFrom(env, named))

let server: Server
let api: WechatApi
let seen: Seen[]
/** Answers of the calls behind a token, in order; the last one stays. */
let answers: unknown[]
let tokens: string[]

beforeEach(async () => {
  seen = []
  answers = [{ errcode: 0, errmsg: 'ok' }]
  tokens = ['first', 'second', 'third']
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://x')
      seen.push({
        path: url.pathname,
        token: url.searchParams.get('access_token'),
        body: JSON.parse(text) as Record<string, unknown>,
      })
      const isToken = url.pathname.endsWith('/stable_token')
      const next = (list: unknown[]) => (list.length > 1 ? list.shift() : list[0])
      const answer = isToken ? { access_token: next(tokens), expires_in: 7200 } : next(answers)
      if (answer === 'broken') response.writeHead(502).end('<html>')
      else response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  api = openWechatApi(
    settingsOf({
      WECHAT_API_BASE: `http://127.0.0.1:${port}/`,
      WECHAT_APPID: 'wx1',
      WECHAT_SECRET: 'secret',
      MINI_PROGRAM_STATE: 'trial',
    }),
  )
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const message = {
  openid: 'o1',
  templateId: 't1',
  page: 'pages/todo/index',
  data: { thing1: '事项' },
}

describe('the way to WeChat', () => {
  test('a message names the version of the mini-program and the language', async () => {
    expect(await api.sendSubscribe(message)).toEqual({ ok: true, errcode: 0, errmsg: 'ok' })
    expect(seen[1]?.body).toEqual({
      touser: 'o1',
      template_id: 't1',
      page: 'pages/todo/index',
      data: { thing1: { value: '事项' } },
      miniprogram_state: 'trial',
      lang: 'zh_CN',
    })
  })

  test('the token is asked for once and kept', async () => {
    await api.sendSubscribe(message)
    await api.sendSubscribe(message)
    expect(seen.filter(({ path }) => path.endsWith('stable_token'))).toHaveLength(1)
    expect(seen.map(({ token }) => token)).toEqual([null, 'first', 'first'])
  })

  test.each([40001, 40014, 42001])('after %i the token is renewed once', async (errcode) => {
    answers = [
      { errcode, errmsg: 'token' },
      { errcode: 0, errmsg: 'ok' },
    ]
    expect((await api.sendSubscribe(message)).ok).toBe(true)
    expect(seen.map(({ token }) => token)).toEqual([null, 'first', null, 'second'])
  })

  test('a token that stays refused is not tried a third time', async () => {
    answers = [{ errcode: 40001, errmsg: 'token' }]
    expect((await api.sendSubscribe(message)).errcode).toBe(40001)
    expect(seen.filter(({ path }) => path.endsWith('/send'))).toHaveLength(2)
  })

  test('a new token is forced only when WeChat hands out the refused one again', async () => {
    tokens = ['first', 'first', 'forced']
    answers = [
      { errcode: 40001, errmsg: 'token' },
      { errcode: 0, errmsg: 'ok' },
    ]
    expect((await api.sendSubscribe(message)).ok).toBe(true)
    const asked = seen.filter(({ path }) => path.endsWith('stable_token'))
    expect(asked.map(({ body }) => body.force_refresh)).toEqual([false, false, true])
  })

  test('a broken answer to a message leaves its outcome open', async () => {
    answers = ['broken']
    expect(await api.sendSubscribe(message)).toMatchObject({ ok: false, errcode: null })
  })

  test('without a token nothing was sent: WeChat is busy, not silent', async () => {
    await new Promise((resolve) => server.close(resolve))
    expect(await api.sendSubscribe(message)).toMatchObject({ ok: false, errcode: -1 })
    server = createServer().listen(0)
  })

  test('a text is judged by the advice, and by the code of its first version', async () => {
    answers = [{ errcode: 0, result: { suggest: 'risky' } }]
    expect(await api.checkText('o1', 2, '字')).toBe('risky')
    answers = [{ errcode: 87014, errmsg: 'risky content' }]
    expect(await api.checkText('o1', 2, '字')).toBe('risky')
  })

  test('2,500 characters of a text are checked, not one more', async () => {
    answers = [{ errcode: 0, result: { suggest: 'pass' } }]
    await api.checkText('o1', 2, '字'.repeat(2501))
    expect([...(seen[1]?.body.content as string)]).toHaveLength(2500)
  })

  test('an image check answers with the id of the push to come', async () => {
    answers = [{ errcode: 0, trace_id: 'trace' }]
    expect(await api.checkImage('o1', 2, 'https://example.org/a.jpg')).toBe('trace')
    expect(seen[1]?.body).toMatchObject({ media_type: 2, version: 2 })
  })

  test('says in words which setting is missing or wrong', () => {
    expect(() => settingsOf({ WECHAT_SECRET: 's' })).toThrow('WECHAT_APPID is not set')
    const wrong = { WECHAT_APPID: 'a', WECHAT_SECRET: 's', MINI_PROGRAM_STATE: 'beta' }
    expect(() => settingsOf(wrong)).toThrow('MINI_PROGRAM_STATE is wrong')
  })
})
