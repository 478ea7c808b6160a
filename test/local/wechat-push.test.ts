import { functionsFolder, temporaryFolder, testCloud } from './support/cloud'
import type { LocalCloudOptions } from '@/local/start-local-cloud'

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'))

/** A function that keeps what is pushed to it. */
const KEEPER = `
  const tcb = require(${SDK})
  const db = tcb.init({ env: 'local-env' }).database()
  exports.main = async (event, context) => {
    await db.collection('pushed').add({ event, environment: JSON.parse(context.environment) })
    return 'success'
  }`

interface Pushed {
  event: Record<string, unknown>
  environment: Record<string, string>
}

async function pushCloud(options: LocalCloudOptions = {}) {
  const test = await testCloud({
    control: true,
    functions: functionsFolder({
      keeper: KEEPER,
      other: 'exports.main = () => { throw new Error("busy") }',
    }),
    messagePush: 'keeper',
    startAt: '2026-03-02T09:00:00+08:00',
    ...options,
  })
  await test.db.createCollection('pushed').catch(() => undefined)
  const ask = async (path: string, body?: unknown, method = body ? 'POST' : 'GET') => {
    const response = await fetch(`${test.cloud.origin}${path}`, {
      method,
      ...(body
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        : {}),
    })
    return (await response.json()) as Record<string, unknown>
  }
  const { access_token: token } = await ask('/wechat/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: 'wx0123456789abcdef',
    secret: 'a-long-enough-secret',
  })
  const pushed = async (count: number) => {
    const deadline = Date.now() + 5_000
    for (;;) {
      const rows = (await test.db.collection('pushed').get()).data as Pushed[]
      if (rows.length >= count || Date.now() > deadline) return rows
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const api = (path: string, body: unknown) =>
    ask(`/wechat${path}?access_token=${String(token)}`, body)
  return { ...test, ask, api, pushed }
}
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the subscription events', () => {
  it('tell of the popup: one answer as an object, several as an array; the sender is in the context', async () => {
    const { ask, pushed, cloud } = await pushCloud()
    const consent = (templateIds: string[], outcome: unknown) =>
      ask('/_local/consent', { openid: 'oReader', templateIds, outcome })
    await consent(['a'], 'accept')
    const [one] = await pushed(1)
    expect(one!.event).toEqual({
      ToUserName: expect.stringMatching(/^gh_[0-9a-f]{12}$/) as string,
      FromUserName: 'oReader',
      CreateTime:
        Math.floor(Date.parse('2026-03-02T09:00:00+08:00') / 1000) + expectWithin(30, one!),
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: 'a', SubscribeStatusString: 'accept', PopupScene: '0' },
    })
    expect(one!.environment).toMatchObject({
      WX_OPENID: 'oReader',
      WX_APPID: 'wx0000000000000000',
      TRIGGER_SRC: 'wx_push',
    })
    await consent(['a', 'b', 'c'], { a: 'accept', b: 'reject', c: 'ban' })
    const rows = await pushed(2)
    expect(rows[1]!.event.List).toEqual([
      { TemplateId: 'a', SubscribeStatusString: 'accept', PopupScene: '0' },
      { TemplateId: 'b', SubscribeStatusString: 'reject', PopupScene: '0' },
    ])
    expect(cloud.messages.quota('oReader', 'a')).toBe(2)
    await consent(['c'], 'filter')
    await later(100)
    expect(await pushed(2)).toHaveLength(2)
    expect(cloud.calls()[0]).toMatchObject({ source: 'push' })
  })

  it('tell of the settings, which take the consents back', async () => {
    const { ask, pushed, cloud } = await pushCloud()
    await cloud.messages.allow('oReader', 'a')
    await ask('/_local/wechat/settings', { openid: 'oReader', templateIds: ['a', 'b'] })
    const [row] = await pushed(1)
    expect(row!.event).toMatchObject({
      Event: 'subscribe_msg_change_event',
      List: [
        { TemplateId: 'a', SubscribeStatusString: 'reject' },
        { TemplateId: 'b', SubscribeStatusString: 'reject' },
      ],
    })
    expect(cloud.messages.quota('oReader', 'a')).toBe(0)
  })

  it('tell of a message that was sent, by its id, and of none that was refused', async () => {
    const { api, pushed, cloud } = await pushCloud()
    const send = () =>
      api('/cgi-bin/message/subscribe/send', {
        touser: 'oReader',
        template_id: 'a',
        data: { thing1: { value: 'x' } },
      })
    expect(await send()).toMatchObject({ errcode: 43101 })
    await cloud.messages.allow('oReader', 'a')
    const { msgid } = await send()
    const [row] = await pushed(1)
    expect(row!.event).toMatchObject({
      Event: 'subscribe_msg_sent_event',
      List: {
        TemplateId: 'a',
        MsgID: String(msgid),
        ErrorCode: '0',
        ErrorStatus: 'success',
      },
    })
    await later(100)
    expect(await pushed(1)).toHaveLength(1)
  })

  it('can be sent by hand, as items or as they stand, twice, with the time as text', async () => {
    const { ask, pushed } = await pushCloud()
    expect(await ask('/_local/wechat/pushes', { times: 2, createTime: 'string' })).toMatchObject({
      times: 2,
    })
    await ask('/_local/wechat/push', {
      event: 'subscribe_msg_sent_event',
      openid: 'oA',
      items: [{ TemplateId: 'a', ErrorCode: '43101' }],
    })
    expect((await pushed(2)).map(({ event }) => [event.CreateTime, event.List])).toEqual(
      Array.from({ length: 2 }, () => [
        expect.stringMatching(/^177\d{7}$/) as string,
        { TemplateId: 'a', ErrorCode: '43101' },
      ]),
    )
    await ask('/_local/wechat/pushes', { times: 1 })
    await ask('/_local/wechat/push', {
      message: { Event: 'any_event', FromUserName: 'oB', Nested: { List: [1] }, CreateTime: 5 },
    })
    expect((await pushed(3))[2]!.event).toMatchObject({
      Event: 'any_event',
      Nested: { List: [1] },
      CreateTime: 5,
    })
    expect(await ask('/_local/wechat/push', { event: 'x' })).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })

  it('may come in nobody’s name: then only the source says that it is the platform’s', async () => {
    const { ask, pushed, cloud } = await pushCloud()
    const message = { Event: 'any_event', FromUserName: 'oB' }
    expect(await ask('/_local/wechat/pushes', { namesSender: 'no' })).toMatchObject({
      code: 'INVALID_PARAM',
    })
    await ask('/_local/wechat/pushes', { namesSender: false })
    await ask('/_local/wechat/push', { message })
    await cloud.push('keeper', message)
    await cloud.push('keeper', message, 'oB')
    const environments = (await pushed(3)).map(({ environment }) => environment)
    for (const environment of environments)
      expect(environment).toMatchObject({ TRIGGER_SRC: 'wx_push', WX_APPID: expect.any(String) })
    expect(environments.map(({ WX_OPENID }) => WX_OPENID)).toEqual([undefined, undefined, 'oB'])
    expect(environments[0]!.WX_CONTEXT_KEYS).toBe('WX_APPID')
  })

  it('go to the function of their kind; where none is named nothing happens, and a failure is logged', async () => {
    const { ask, pushed, log } = await pushCloud({
      messagePush: { subscribe_msg_popup_event: 'keeper', subscribe_msg_change_event: 'other' },
    })
    await ask('/_local/consent', { openid: 'oReader', templateIds: ['a'] })
    await ask('/_local/wechat/settings', { openid: 'oReader', templateIds: ['a'] })
    await ask('/_local/wechat/push', {
      event: 'subscribe_msg_sent_event',
      openid: 'oReader',
      items: [{}],
    })
    expect(await pushed(1)).toHaveLength(1)
    while (!log.some((line) => line.startsWith('[push]'))) await later(10)
    expect(log).toContain('[push] subscribe_msg_change_event to other failed: Error: busy')
  })
})

describe('a media check', () => {
  const check = async (cloud: Awaited<ReturnType<typeof pushCloud>>, url: string) => {
    // Only who used the application within two hours may be checked.
    await cloud.cloud.call('keeper', { seen: true }, 'oWriter')
    return cloud.api('/wxa/media_check_async', {
      version: 2,
      openid: 'oWriter',
      scene: 1,
      media_type: 2,
      media_url: url,
    })
  }
  const upload = async (
    cloud: Awaited<ReturnType<typeof pushCloud>>,
    path: string,
    text: string,
  ) => {
    const { fileID } = await cloud.app.uploadFile({
      cloudPath: path,
      fileContent: Buffer.from(text) as never,
    })
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] })
    return { fileID, url: (fileList[0] as { tempFileURL: string }).tempFileURL }
  }

  it('answers a trace at once and pushes the verdict later, as version 2 writes it', async () => {
    const cloud = await pushCloud({ mediaCheckDelayMs: 300 })
    const { trace_id: trace } = await check(cloud, 'https://x.cn/a.jpg')
    expect(trace).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
    expect(await cloud.pushed(1)).toHaveLength(1)
    const [, row] = await cloud.pushed(2)
    expect(row!.event).toEqual({
      ToUserName: expect.any(String) as string,
      FromUserName: 'oWriter',
      CreateTime: expect.any(Number) as number,
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'wx0000000000000000',
      trace_id: trace,
      version: 2,
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
      errcode: 0,
      errmsg: 'ok',
      result: { suggest: 'pass', label: 100 },
    })
    expect(row!.environment.WX_OPENID).toBe('oWriter')
  })

  it('goes by trigger words in the name or in the bytes, and knows what it cannot open', async () => {
    const cloud = await pushCloud({ mediaCheckDelayMs: 0 })
    const gone = await upload(cloud, 'm/gone.jpg', 'x')
    await cloud.app.deleteFile({ fileList: [gone.fileID] })
    const urls: Array<[url: string, suggest: string | undefined, label: number | undefined]> = [
      [(await upload(cloud, 'm/clean.jpg', 'clean')).url, 'pass', 100],
      [(await upload(cloud, 'm/bytes.jpg', 'a picture #risky:20002# of')).url, 'risky', 20002],
      [(await upload(cloud, 'm/#review#.jpg', 'x')).url, 'review', 20001],
      ['https://x.cn/%23risky%23.jpg', 'risky', 20001],
      [gone.url, undefined, undefined],
    ]
    const traces: unknown[] = []
    for (const [url] of urls) traces.push((await check(cloud, url)).trace_id)
    const rows = (await cloud.pushed(urls.length * 2)).filter(({ event }) => event.trace_id)
    for (const [index, [, suggest, label]] of urls.entries()) {
      const { event } = rows.find(({ event: { trace_id: trace } }) => trace === traces[index])!
      if (suggest === undefined) expect(event).toMatchObject({ errcode: -1008, detail: [] })
      else expect(event).toMatchObject({ errcode: 0, result: { suggest, label } })
    }
  })

  it('is tried again, and not without a pause, when the disk is full, and comes when there is room', async () => {
    const cloud = await pushCloud({ mediaCheckDelayMs: 300, data: temporaryFolder() })
    const { trace_id: trace } = await check(cloud, 'https://x.cn/a.jpg')
    cloud.cloud.faults.add({ kind: 'full-disk' })
    await later(1_000)
    const failed = () => cloud.log.filter((line) => line.includes('media check failed')).length
    expect(failed()).toBe(1)
    cloud.cloud.faults.clear()
    const [, row] = await cloud.pushed(2)
    expect(row!.event.trace_id).toBe(trace)
    expect(failed()).toBe(1)
  })

  it('waits on the local clock, and may push twice or never', async () => {
    const cloud = await pushCloud({ mediaCheckDelayMs: 20 * 60_000 })
    await check(cloud, 'https://x.cn/a.jpg')
    await later(150)
    expect(await cloud.pushed(1)).toHaveLength(1)
    await cloud.ask('/_local/wechat/pushes', { times: 2 })
    expect((await cloud.ask('/_local/wechat/pushes')).pendingMediaChecks).toHaveLength(1)
    await cloud.cloud.clock.jump(cloud.cloud.clock.now() + 21 * 60_000)
    const rows = await cloud.pushed(3)
    expect(rows[1]!.event.trace_id).toBe(rows[2]!.event.trace_id)
    await cloud.ask('/_local/wechat/pushes', { times: 0, mediaCheckDelayMs: 0 })
    await check(cloud, 'https://x.cn/b.jpg')
    await later(200)
    expect(await cloud.pushed(4)).toHaveLength(4)
  })

  it('that is under way when the local cloud stops is pushed after the next start', async () => {
    const data = temporaryFolder()
    const first = await pushCloud({ data, mediaCheckDelayMs: 60_000 })
    const { trace_id: trace } = await check(first, 'https://x.cn/a.jpg')
    await first.cloud.close()
    const second = await pushCloud({ data })
    await second.cloud.clock.jump(second.cloud.clock.now() + 61_000)
    const rows = await second.pushed(2)
    expect(rows[1]!.event).toMatchObject({ Event: 'wxa_media_check', trace_id: trace })
  })
})

/** Seconds that passed since the start, when they are few. */
function expectWithin(most: number, { event }: Pushed): number {
  const passed =
    Number(event.CreateTime) - Math.floor(Date.parse('2026-03-02T09:00:00+08:00') / 1000)
  expect(passed).toBeGreaterThanOrEqual(0)
  expect(passed).toBeLessThan(most)
  return passed
}
