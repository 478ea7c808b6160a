import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fieldFault } from '@/local/wechat/message-fields'
import { isPage, loadPages } from '@/local/wechat/pages'
import { temporaryFolder, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

const DATA = { thing1: { value: '整改任务' } }

let test: TestCloud
let token: string
beforeAll(async () => {
  test = await testCloud({
    control: true,
    pages: ['pages/home/index', 'pages/task/index'],
    templates: [
      { id: 'once', title: '一次', fields: { thing1: '事项' } },
      { id: 'long', title: '长期', fields: { thing1: '事项' }, longTerm: true },
    ],
  })
  const given = await ask('/wechat/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: 'wx0123456789abcdef',
    secret: 'a-long-enough-secret',
  })
  token = String(given.access_token)
})

async function ask(path: string, body?: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${test.cloud.origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return (await response.json()) as Record<string, unknown>
}
const send = (body: Record<string, unknown> = {}) =>
  ask(`/wechat/cgi-bin/message/subscribe/send?access_token=${token}`, {
    touser: 'oReader',
    template_id: 'once',
    data: DATA,
    ...body,
  })
const consent = (openid = 'oReader', id = 'once') => test.cloud.messages.allow(openid, id)

describe('a message', () => {
  it('to a person who is just being sent another is refused with 43108, and costs no consent', async () => {
    await consent()
    await consent()
    await consent('oOther')
    const replies = await Promise.all([send(), send(), send({ touser: 'oOther' })])
    expect(replies.map(({ errcode }) => errcode).sort()).toEqual([0, 0, 43108])
    expect(replies.find(({ errcode }) => errcode === 43108)?.errmsg).toMatch(
      /^Cannot make concurrent calls to the same OpenID, please try again rid: [0-9a-f]+-[0-9a-f]{8}-[0-9a-f]{8}$/,
    )
    expect(await send()).toMatchObject({ errcode: 0 })
    expect(await send()).toMatchObject({ errcode: 43101 })
  })

  it.each([
    ['pages/home/index', 0],
    ['/pages/task/index?id=1&x=%20', 0],
    ['', 0],
    [undefined, 0],
    ['pages/other/index', 41030],
    ['pages/home', 41030],
    ['https://example.cn/', 41030],
    [7, 41030],
  ])('may lead to %j: %d', async (page, errcode) => {
    await consent()
    expect(await send({ page })).toMatchObject({ errcode })
    if (errcode !== 0) await send()
  })

  it('with a sensitive word is refused with 45168', async () => {
    await consent()
    expect(await send({ data: { thing1: { value: '坏#sensitive#' } } })).toMatchObject({
      errcode: 45168,
    })
    expect(
      await send({ data: { ...DATA, extra9: { value: 'more than the template needs' } } }),
    ).toMatchObject({ errcode: 0 })
  })

  it('of a long-term template needs one consent only, until it is withdrawn', async () => {
    const long = { template_id: 'long' }
    expect(await send(long)).toMatchObject({ errcode: 43101 })
    await consent('oReader', 'long')
    for (let i = 0; i < 3; i++) expect(await send(long)).toMatchObject({ errcode: 0 })
    await ask('/_local/wechat/settings', { openid: 'oReader', templateIds: ['long'] })
    expect(await send(long)).toMatchObject({ errcode: 43101 })
  })

  it('is refused with what no request can bring about here, when a fault says so', async () => {
    await consent()
    test.cloud.faults.add({
      action: 'wechat.cgi-bin/message/subscribe/send',
      kind: 'error',
      errcode: 43107,
      errmsg: 'banned',
      times: 1,
    } as never)
    expect(await send()).toMatchObject({ errcode: 43107 })
    expect(await send()).toMatchObject({ errcode: 0 })
  })

  it('is asked for by POST, with an object', async () => {
    const path = `/wechat/cgi-bin/message/subscribe/send?access_token=${token}`
    expect(await ask(path)).toMatchObject({ errcode: 43002 })
    expect(await ask(path, [1])).toMatchObject({ errcode: 47001 })
    expect(await ask(path, 'text')).toMatchObject({ errcode: 47001 })
  })

  it.each([
    [undefined, 'data is empty'],
    ['{"thing1":{"value":"x"}}', 'data is empty'],
    [{}, 'data.thing1.value is empty'],
    [{ thing1: 'text' }, 'data.thing1.value is empty'],
    [{ thing1: { value: '' } }, 'data.thing1.value is empty'],
    [{ thing1: { value: {} } }, 'data.thing1.value invalid'],
    [{ thing1: { value: '整'.repeat(21) } }, 'data.thing1.value invalid'],
  ])('with the data %j is refused: %s', async (data, text) => {
    expect(await send({ data })).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringContaining(`argument invalid! ${text} rid: `) as string,
    })
  })
})

it('templates are listed as WeChat lists them', async () => {
  expect(await ask(`/wechat/wxaapi/newtmpl/gettemplate?access_token=${token}`)).toMatchObject({
    errcode: 0,
    data: [
      { priTmplId: 'once', title: '一次', content: '事项:{{thing1.DATA}}\n', type: 2 },
      { priTmplId: 'long', type: 3 },
    ],
  })
})

it.each([
  ['name1', '欧阳John', null],
  ['name1', '一二三四五六七八九ab', 'invalid'],
  ['name1', 'O’Neil J. P.', null],
  ['name1', '张3', 'invalid'],
  ['car_number1', '粤A8中888挂', 'invalid'],
  ['car_number1', 'A12345', null],
  ['amount1', '￥1234567890.55元', null],
  ['amount1', '¥12,000', 'invalid'],
  ['amount1', '人民币100', 'invalid'],
  ['time1', '15:01~16:30', null],
  ['time1', '24:00', 'invalid'],
  ['date1', '2019年10月1日 15:01~2019年10月2日 15:01', null],
  ['date1', '2019年10月', 'invalid'],
  ['phrase1', '已完成', null],
  ['phrase1', '完成1', 'invalid'],
  ['symbol1', '★', null],
  ['symbol1', 'A', 'invalid'],
  ['letter1', 'abc1', 'invalid'],
  ['number1', '1e5', 'invalid'],
  ['number1', '', 'is empty'],
  ['thing1', 'a\u0007b', 'invalid'],
  ['constructor1', 'x', 'invalid'],
])('the field %s with %j: %j', (name, value, fault) => {
  expect(fieldFault(name, value)).toBe(fault)
})

describe('pages', () => {
  it('are read of a built app.json with its packages, or of a list', () => {
    const folder = temporaryFolder()
    const write = (value: unknown) => {
      const file = join(folder, 'app.json')
      writeFileSync(file, JSON.stringify(value))
      return file
    }
    const app = {
      pages: ['pages/home/index'],
      subPackages: [{ root: 'packages/task/', pages: ['detail'] }],
      subpackages: [{ root: 'other', pages: ['a', 'b'] }],
    }
    expect(loadPages(write(app))).toEqual([
      'pages/home/index',
      'packages/task/detail',
      'other/a',
      'other/b',
    ])
    expect(loadPages(write(['a/b']))).toEqual(['a/b'])
    expect(() => loadPages(write({}))).toThrow('app.json')
    expect(() => loadPages(join(folder, 'none.json'))).toThrow('none.json')
  })

  it('that are not known must have the form of one', () => {
    expect(isPage('any/page?x=1', null)).toBe(true)
    expect(isPage('any page', null)).toBe(false)
  })
})
