import { inflateSync } from 'node:zlib'
import { refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud
beforeAll(async () => {
  test = await testCloud({
    control: true,
    pages: ['pages/home/index'],
    templates: [{ id: 'due', title: '到期提醒', fields: { thing1: '事项' } }],
  })
})

const call = async (apiName: string, requestData: unknown) =>
  (
    (await test.app.callWxOpenApi({ apiName, requestData } as never)) as {
      result: Record<string, unknown>
    }
  ).result
const open = (apiName: string, requestData: unknown) =>
  test.app.callCompatibleWxOpenApi({ apiName, requestData } as never) as Promise<Buffer>
const ask = async (path: string, body: unknown) =>
  (await (
    await fetch(`${test.cloud.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json()) as Record<string, string>
const message = { touser: 'oReader', templateId: 'due', data: { thing1: { value: '整改' } } }

describe('wx.api', () => {
  it.each([
    'subscribeMessage.send',
    'openapi.subscribeMessage.send',
    '/subscribeMessage/send',
    '/cgi-bin/message/subscribe/send',
  ])('takes %s, with names in camel case, and no token', async (apiName) => {
    await test.cloud.messages.allow('oReader', 'due')
    expect(
      await call(apiName, {
        ...message,
        page: 'pages/home/index',
        miniprogramState: 'trial',
        lang: 'zh_CN',
      }),
    ).toEqual({
      errCode: 0,
      errMsg: 'openapi.subscribeMessage.send:ok',
      msgid: expect.any(Number) as number,
    })
    expect(test.cloud.messages.list('oReader')[0]).toMatchObject({
      templateId: 'due',
      miniprogramState: 'trial',
      fields: [{ name: 'thing1', label: '事项', value: '整改' }],
    })
    expect(await call(apiName, message)).toMatchObject({
      errCode: 43101,
      errMsg: expect.stringMatching(
        /^openapi\.subscribeMessage\.send:fail user refuse to accept the msg rid: /,
      ) as string,
    })
  })

  it('takes the names of HTTPS too, and gives its refusals', async () => {
    const { templateId: template_id, ...rest } = message
    expect(await call('subscribeMessage.send', { ...rest, template_id })).toMatchObject({
      errCode: 43101,
    })
    expect(await call('subscribeMessage.send', { ...message, touser: '' })).toMatchObject({
      errCode: 40003,
    })
    expect(await call('subscribeMessage.send', { ...message, templateId: 'x' })).toMatchObject({
      errCode: 40037,
    })
    expect(
      await call('subscribeMessage.send', { ...message, page: 'pages/x/index' }),
    ).toMatchObject({ errCode: 41030 })
    expect(
      await call('subscribeMessage.send', { ...message, data: { thing1: { value: '' } } }),
    ).toMatchObject({ errCode: 47003 })
  })

  it('checks texts and media', async () => {
    await refusal(test.cloud.call('none', {}, 'oWriter'))
    const text = { version: 2, openid: 'oWriter', scene: 1 }
    const risky = await call('security.msgSecCheck', { ...text, content: 'a #risky:20006# word' })
    expect(risky).toMatchObject({
      errCode: 0,
      result: { suggest: 'risky', label: 20006 },
      detail: [
        { strategy: 'content_model', suggest: 'risky', label: 20006, prob: 90 },
        { strategy: 'keyword', level: 90, keyword: '#risky:20006#' },
      ],
    })
    expect(risky.traceId).toBe(risky.trace_id)
    expect(
      await call('security.msgSecCheck', { ...text, content: 'x', title: '#review#' }),
    ).toMatchObject({ result: { suggest: 'review' } })
    expect(await call('security.msgSecCheck', { content: 'x' })).toMatchObject({ errCode: 0 })
    expect(await call('security.msgSecCheck', { content: '#risky#' })).toMatchObject({
      errCode: 87014,
    })
    expect(
      await call('security.mediaCheckAsync', {
        ...text,
        mediaType: 2,
        mediaUrl: 'https://x.cn/a.jpg',
      }),
    ).toMatchObject({ errCode: 0, traceId: expect.any(String) as string })
  })

  it('redeems a code for a telephone number once, within five minutes, for its person', async () => {
    const code = async (body: object = {}) => (await ask('/_local/wechat/phone-code', body)).code
    const redeem = (body: object) => call('phonenumber.getPhoneNumber', body)
    const first = await code({ phone: '13912345678', openid: 'oReader' })
    expect(await redeem({ code: first, openid: 'oOther' })).toMatchObject({ errCode: 40003 })
    expect(await redeem({ code: first, openid: 'oReader' })).toMatchObject({
      errCode: 0,
      phoneInfo: {
        phoneNumber: '13912345678',
        purePhoneNumber: '13912345678',
        countryCode: '86',
        watermark: { appid: 'wx0000000000000000', timestamp: expect.any(Number) as number },
      },
    })
    expect(await redeem({ code: first })).toMatchObject({
      errCode: 40029,
      errMsg: expect.stringContaining('invalid code') as string,
    })
    expect(await redeem({})).toMatchObject({ errCode: 40029 })
    const foreign = await code({ phone: '+852 91234567' })
    expect(await redeem({ code: foreign })).toMatchObject({
      phoneInfo: { phoneNumber: '+852 91234567', purePhoneNumber: '91234567', countryCode: '852' },
    })
    const late = await code()
    await test.cloud.clock.jump(test.cloud.clock.now() + 5 * 60_000)
    expect(await redeem({ code: late })).toMatchObject({ errCode: 40029 })
  })

  it('draws a code as a picture', async () => {
    const { contentType, buffer } = await call('wxacode.get', { path: 'pages/home/index?id=1' })
    expect(contentType).toBe('image/png')
    isPicture(Buffer.from(buffer as Buffer), 430)
    expect(await call('wxacode.get', {})).toMatchObject({ errCode: 40159 })
    expect(await call('wxacode.get', { path: 'pages/x/index' })).toMatchObject({ errCode: 41030 })
  })

  it('refuses an API that it does not know, and data that is none, as parameters', async () => {
    for (const [apiName, data] of [
      ['subscribeMessage.sendAll', {}],
      ['', {}],
      [7, {}],
      [undefined, {}],
      ['subscribeMessage.send', [1]],
    ] as const)
      expect((await refusal(call(apiName as string, data)))?.code).toBe('INVALID_PARAM')
    expect((await refusal(call('AAA/BBB/sample', {})))?.message).toBe(
      'openapi.AAA.BBB.sample:fail API not found (error code: -604100)',
    )
  })
})

/** A PNG whose pixels are all there. */
function isPicture(bytes: Buffer, width: number): void {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, width])
  const length = bytes.readUInt32BE(33)
  expect(inflateSync(bytes.subarray(41, 41 + length))).toHaveLength(width * (width + 1))
}

describe('wx.openApi', () => {
  it('answers pictures as bytes; other codes are other pictures', async () => {
    const request = (scene: string) =>
      Buffer.from(JSON.stringify({ scene, page: 'pages/home/index', width: 280 }))
    const first = await open('/wxa/getwxacodeunlimit', request('a=1'))
    isPicture(first, 280)
    expect(first.equals(await open('/wxacode/getUnlimited', request('a=1')))).toBe(true)
    expect(first.equals(await open('wxacode.getUnlimited', request('a=2')))).toBe(false)
  })

  it('answers WeChat’s own JSON as bytes, refusals too', async () => {
    const parse = (bytes: Buffer) => JSON.parse(bytes.toString()) as Record<string, unknown>
    expect(
      parse(await open('wxacode.getUnlimited', JSON.stringify({ scene: 'x'.repeat(33) }))),
    ).toMatchObject({ errcode: 40169 })
    expect(
      parse(await open('subscribeMessage.send', Buffer.from(JSON.stringify(message)))),
    ).toMatchObject({ errcode: 43101 })
  })

  it('refuses what is no request with a code', async () => {
    expect((await refusal(open('/AAA/BBB/sample', Buffer.from('{}'))))?.code).toBe('INVALID_PARAM')
    expect((await refusal(open('wxacode.get', Buffer.from('{"path"'))))?.code).toBe('INVALID_PARAM')
    expect((await refusal(open(7 as never, Buffer.from('{}'))))?.code).toBe('INVALID_PARAM')
  })
})

describe('what has no stand-in', () => {
  const pay = (apiName: string, request: unknown) =>
    refusal(
      test.app.callWxPayApi({
        apiName,
        requestData: Buffer.from(request === undefined ? '' : JSON.stringify(request)),
      } as never) as Promise<unknown>,
    )
  const order = {
    body: '测试',
    outTradeNo: '1',
    spbillCreateIp: '127.0.0.1',
    subMchId: '1900000109',
    totalFee: 1,
  }

  it('says so: WeChat Pay', async () => {
    for (const request of [order, { api: 'unifiedOrder', data: order }])
      expect(await pay('cloudPay.unifiedOrder', request)).toEqual({
        code: 'UNSUPPORTED_OPERATION',
        message: 'the local cloud has no stand-in for WeChat Pay',
      })
    const query = { subMchId: '1', outTradeNo: '2' }
    expect((await pay('queryOrder', query))?.code).toBe('UNSUPPORTED_OPERATION')
  })

  it.each<[string, string, unknown]>([
    // As the vendor's own suite calls it.
    [
      'an API that does not exist',
      'cloudPay.getRefundStatus',
      { api: 'getRefundStatus', data: {} },
    ],
    ['no name', '', order],
    ['nothing', 'cloudPay.unifiedOrder', undefined],
    ['no fields', 'cloudPay.unifiedOrder', { api: 'unifiedOrder', data: {} }],
    ['a field too few', 'cloudPay.unifiedOrder', { ...order, totalFee: '' }],
    ['none of two', 'cloudPay.queryOrder', { subMchId: '1' }],
    ['a list', 'cloudPay.unifiedOrder', [order]],
    ['data that is none', 'cloudPay.unifiedOrder', { data: 7 }],
  ])(
    'refuses a malformed call of WeChat Pay as the cloud does: %s',
    async (_what, name, request) => {
      expect((await pay(name, request))?.code).toBe('INVALID_PARAM')
      for (const call of [
        test.app.callCompatibleWxOpenApi({
          apiName: name,
          requestData: Buffer.from(JSON.stringify(request ?? {})),
        } as never),
        test.app.callWxOpenApi({ apiName: name, requestData: request } as never),
      ])
        expect((await refusal(call as Promise<unknown>))?.code).toBe('INVALID_PARAM')
    },
  )

  it('says so: cloud hosting, whose answer the SDK hands on as bytes', async () => {
    const answer = (await test.app.wxCallContainerApi({
      apiName: 'call',
      requestData: Buffer.from(''),
    } as never)) as Buffer
    expect(JSON.parse(answer.toString())).toMatchObject({ code: 'UNSUPPORTED_OPERATION' })
  })
})

describe('users and analytics', () => {
  it('a person who used the application is found by uid and by openid', async () => {
    await refusal(test.cloud.call('none', {}, 'oKnownPerson'))
    const auth = test.app.auth()
    expect(await auth.getEndUserInfo('oKnownPerson')).toMatchObject({
      userInfo: { openId: 'oKnownPerson', uid: 'oKnownPerson', envName: 'local-env' },
      requestId: expect.any(String) as string,
    })
    expect(
      await auth.queryUserInfo({ platform: 'openid', platformId: 'oKnownPerson' } as never),
    ).toMatchObject({ userInfo: { openId: 'oKnownPerson' } })
    for (const unknown of [{ uid: 'oNobodyHere' }, {}, { platform: 'PHONE', platformId: '1' }])
      expect((await refusal(auth.queryUserInfo(unknown as never) as Promise<unknown>))?.code).toBe(
        'INVALID_PARAM',
      )
    await ask('/_local/session', { openid: 'oOfSession' })
    expect(await auth.getEndUserInfo('oOfSession')).toMatchObject({
      userInfo: { openId: 'oOfSession' },
    })
  })

  it('reports are taken', async () => {
    // The SDK's types leave it out.
    const app = test.app as unknown as { analytics: (data: object) => Promise<void> }
    await expect(
      app.analytics({ report_type: 'mall', report_data: { action_type: 'order' } }),
    ).resolves.toBeUndefined()
  })
})
