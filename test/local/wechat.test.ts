import { fieldFault } from '@/local/wechat/message-fields'
import { testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

const APP = {
  grant_type: 'client_credential',
  appid: 'wx0123456789abcdef',
  secret: 'a-long-enough-secret',
}
const TEMPLATE = { id: 'due', title: '到期提醒', fields: { thing1: '事项', time2: '截止时间' } }
const DATA = { thing1: { value: '整改任务' }, time2: { value: '2026年3月2日 18:00' } }

let test: TestCloud
beforeAll(async () => {
  test = await testCloud({
    demo: true,
    templates: [TEMPLATE],
    startAt: '2026-03-02T09:00:00+08:00',
  })
})

async function wechat(path: string, body: unknown): Promise<Record<string, never>> {
  const response = await fetch(`${test.cloud.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Record<string, never>
}
const token = async (force = false) =>
  (await wechat('/wechat/cgi-bin/stable_token', { ...APP, force_refresh: force }))
    .access_token as unknown as string
const send = async (body: Record<string, unknown>, accessToken?: string) =>
  wechat(`/wechat/cgi-bin/message/subscribe/send?access_token=${accessToken ?? (await token())}`, {
    touser: 'oReader',
    template_id: 'due',
    page: 'pages/task/index?id=1',
    data: DATA,
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    ...body,
  })
const consent = (templateIds: string[], outcome: unknown = 'accept', openid = 'oReader') =>
  wechat('/_local/consent', { openid, templateIds, outcome })

describe('tokens', () => {
  it('stay the same until forced or near their end, and the old one dies', async () => {
    const first = await wechat('/wechat/cgi-bin/stable_token', APP)
    expect(first.access_token).toEqual(expect.any(String))
    expect(first.expires_in).toBeGreaterThan(7100)
    expect(await token()).toBe(first.access_token)
    const forced = await token(true)
    expect(forced).not.toBe(first.access_token)
    expect(await send({}, first.access_token)).toMatchObject({ errcode: 40001 })
    await test.cloud.clock.jump(test.cloud.clock.now() + 6900_000 + 1000)
    expect(await token()).not.toBe(forced)
  })

  it('expire after two hours', async () => {
    const old = await token(true)
    await test.cloud.clock.jump(test.cloud.clock.now() + 7200_000)
    expect(await send({}, old)).toMatchObject({ errcode: 42001 })
  })

  it.each([
    [{ grant_type: 'x' }, 40002],
    [{ appid: undefined }, 41002],
    [{ appid: 'nope' }, 40013],
    [{ secret: undefined }, 41004],
    [{ secret: 'short' }, 40125],
  ])('are refused for %j with %d', async (change, errcode) => {
    expect(await wechat('/wechat/cgi-bin/stable_token', { ...APP, ...change })).toMatchObject({
      errcode,
    })
  })

  it('are asked for', async () => {
    expect(await wechat('/wechat/cgi-bin/message/subscribe/send', {})).toMatchObject({
      errcode: 41001,
    })
  })
})

describe('subscription messages', () => {
  it('need one consent each; consents add up', async () => {
    expect(await send({})).toMatchObject({ errcode: 43101 })
    expect(await consent(['due'])).toEqual({ due: 'accept' })
    await consent(['due'])
    expect(await send({})).toEqual({
      errcode: 0,
      errmsg: 'ok',
      msgid: expect.any(Number) as number,
    })
    expect(await send({})).toMatchObject({ errcode: 0 })
    expect(await send({})).toMatchObject({ errcode: 43101 })
  })

  it('get nothing from a refusal', async () => {
    expect(await consent(['due'], 'reject', 'oOther')).toEqual({ due: 'reject' })
    expect(await consent(['due', 'x'], { due: 'ban', x: 'accept' }, 'oOther')).toEqual({
      due: 'ban',
      x: 'accept',
    })
    expect(await send({ touser: 'oOther' })).toMatchObject({ errcode: 43101 })
  })

  it('belong to the caller when no openid is named', async () => {
    const session = await fetch(`${test.cloud.origin}/_local/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"openid":"oSelf"}',
    })
    const cookie = /zgt_session=[^;]+/.exec(session.headers.get('set-cookie') ?? '')![0]
    await fetch(`${test.cloud.origin}/_local/consent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{"templateIds":["due"]}',
    })
    expect(await send({ touser: 'oSelf' })).toMatchObject({ errcode: 0 })
  })

  it('are listed for their reader, newest first, with labels', async () => {
    await consent(['due'], 'accept', 'oLister')
    await consent(['due'], 'accept', 'oLister')
    await send({ touser: 'oLister' })
    await send({ touser: 'oLister', data: { ...DATA, thing1: { value: '第二条' } } })
    const response = await fetch(`${test.cloud.origin}/_local/messages?openid=oLister`)
    const list = (await response.json()) as Array<{ fields: unknown[] }>
    expect(list).toHaveLength(2)
    expect(list[0]).toMatchObject({
      openid: 'oLister',
      templateId: 'due',
      title: '到期提醒',
      page: 'pages/task/index?id=1',
    })
    expect(list[0]!.fields[0]).toEqual({ name: 'thing1', label: '事项', value: '第二条' })
  })

  it.each([
    ['an openid of the wrong form', { touser: 'x y' }, 40003],
    ['no openid', { touser: undefined }, 40003],
    ['an unknown template', { template_id: 'other' }, 40037],
    ['a page that is an address', { page: 'https://x.cn/' }, 41030],
    ['a missing field', { data: { thing1: DATA.thing1 } }, 47003],
    ['an empty field', { data: { ...DATA, thing1: { value: '' } } }, 47003],
    ['a field that is too long', { data: { ...DATA, thing1: { value: '整'.repeat(21) } } }, 47003],
    ['a field with a line break', { data: { ...DATA, thing1: { value: '一\n二' } } }, 47003],
    ['a time that is none', { data: { ...DATA, time2: { value: '明天' } } }, 47003],
    ['no data', { data: undefined }, 47003],
    ['an unknown state', { miniprogram_state: 'beta' }, 40097],
  ])('are refused for %s, and the consent stays', async (_name, change, errcode) => {
    await consent(['due'], 'accept', 'oKeeper')
    const before = test.cloud.messages.quota('oKeeper', 'due')
    const sent = await send({ touser: 'oKeeper', ...change })
    expect(sent).toMatchObject({ errcode })
    if (errcode === 47003 && (change as { data?: object }).data)
      expect(sent.errmsg).toMatch(/argument invalid! data\.\w+\.value/)
    expect(test.cloud.messages.quota('oKeeper', 'due')).toBe(before)
  })
})

describe('fields', () => {
  it.each([
    ['thing1', '整'.repeat(20), true],
    ['thing1', '整'.repeat(21), false],
    ['thing1', '𠮷'.repeat(20), true],
    ['number1', '1'.repeat(32), true],
    ['number1', '1'.repeat(33), false],
    ['number1', 12.5, true],
    ['number1', 'x', false],
    ['letter1', 'a'.repeat(32), true],
    ['letter1', 'a'.repeat(33), false],
    ['symbol1', '+-*/!', true],
    ['symbol1', '+-*/!?', false],
    ['character_string1', 'AB-12', true],
    ['character_string1', '编号', false],
    ['character_string1', 'x'.repeat(33), false],
    ['phrase1', '整改通知书', true],
    ['phrase1', '整改通知书们', false],
    ['phrase1', 'ok', false],
    ['name1', '甲'.repeat(10), true],
    ['name1', '甲'.repeat(11), false],
    ['name1', 'a'.repeat(20), true],
    ['name1', 'a'.repeat(21), false],
    ['phone_number1', '+86-13800000000', true],
    ['phone_number1', '1'.repeat(18), false],
    ['car_number1', '粤A8Z888挂', true],
    ['car_number1', '粤A8Z888挂车车', false],
    ['amount1', '¥100.00', true],
    ['amount1', '12345678901', false],
    ['time1', '15:01', true],
    ['time1', '2019年10月1日 15:01', true],
    ['time1', '25:00', false],
    ['date1', '2019年10月1日', true],
    ['date1', '2019-10-01 15:01', true],
    ['date1', '十月一日', false],
    ['thing1', '   ', false],
    ['unknown1', 'x', false],
  ])('%s takes %j: %s', (name, value, accepted) => {
    expect(fieldFault(name, value) === null).toBe(accepted)
  })
})

describe('content checks', () => {
  const check = async (content: unknown, change: Record<string, unknown> = {}) =>
    wechat(`/wechat/wxa/msg_sec_check?access_token=${await token()}`, {
      version: 2,
      openid: 'oWriter',
      scene: 2,
      content,
      ...change,
    })

  it('pass, ask for review or warn by their trigger words', async () => {
    await fetch(`${test.cloud.origin}/call/any`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': 'oWriter' },
      body: '{}',
    })
    expect(await check('河水发黑')).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
    })
    expect(await check('河水 #review#')).toMatchObject({ result: { suggest: 'review' } })
    expect(await check('河水 #risky#')).toMatchObject({ result: { suggest: 'risky' } })
    expect(await check('字'.repeat(2500))).toMatchObject({ errcode: 0 })
    expect(await check('字'.repeat(2501))).toMatchObject({ errcode: 45002 })
    expect(await check('x', { scene: 5 })).toMatchObject({ errcode: 40129 })
    expect(await check('')).toMatchObject({ errcode: 44002 })
  })

  it('are for people seen within two hours only', async () => {
    expect(await check('x', { openid: 'oNeverSeen' })).toMatchObject({ errcode: 61010 })
    await test.cloud.clock.jump(test.cloud.clock.now() + 7200_000 + 1000)
    expect(await check('x')).toMatchObject({ errcode: 61010 })
  })

  it('of media give a trace and refuse what is no address', async () => {
    await fetch(`${test.cloud.origin}/call/any`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': 'oWriter' },
      body: '{}',
    })
    const media = async (url: unknown) =>
      wechat(`/wechat/wxa/media_check_async?access_token=${await token()}`, {
        version: 2,
        openid: 'oWriter',
        scene: 1,
        media_type: 2,
        media_url: url,
      })
    expect(await media('https://x.cn/a.jpg')).toMatchObject({
      errcode: 0,
      trace_id: expect.any(String) as string,
    })
    expect(await media('cloud://env.x/a.jpg')).toMatchObject({ errcode: 40097 })
  })
})
