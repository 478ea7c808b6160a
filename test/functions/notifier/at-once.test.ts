import type { NoticeToSend } from '@/domain/reminder/notice'
import { onPush } from '@/cloudfunctions/notifier/on-push'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { buildOrganization } from '../../support/organization'
import { openDatabase } from '../task/ledger'
import { at, type Engine, openEngine } from './engine'

let app: TestApp
let engine: Engine

beforeAll(async () => {
  app = await startApp()
  await buildOrganization(app)
  await app.ok('openid-resident', 'identity.setVillage', { regionCode: '440902101201' })
  engine = openEngine(app)
  await engine.report('openid-resident', 'f1', '2020-0303-ABC')
})
beforeEach(() => engine.clear())
afterAll(() => app.close())

const answerReady = (node = '1'): NoticeToSend => ({
  notice: 'answerReady',
  thing: 'feedback',
  thingId: 'f1',
  node,
  to: { reportersOf: 'f1' },
  title: '2020-0303-ABC',
  dueOn: null,
  regionCode: '440902101201',
  hiddenFrom: [],
})

const proposed: NoticeToSend = {
  notice: 'timelineProposed',
  thing: 'timeline',
  thingId: 't1',
  node: '1',
  to: { unitId: 'farm', roles: ['enterpriseAgent'] },
  title: '粪污处理设施整改',
  dueOn: '2020-03-17',
  regionCode: '440902101',
  hiddenFrom: [],
}

describe('news at once', () => {
  test('goes out singly in the next run, also before nine', async () => {
    await engine.allow('openid-resident', 'answerReady', 2)
    await engine.tell(answerReady('1'), '2020-03-03T08:05')
    await engine.tell(answerReady('2'), '2020-03-03T08:05')
    await engine.run('2020-03-03T08:10')
    expect(engine.sent).toHaveLength(2)
    expect(engine.sent[0]).toMatchObject({
      openid: 'openid-resident',
      data: { character_string1: '2020-0303-ABC', phrase2: '已答复', date3: '2020年3月3日' },
    })
  })

  test('reaches every role of one unit that it is told to, and nobody twice', async () => {
    for (const who of ['intake', 'inspector']) await engine.allow(`openid-${who}`, 'timeline', 2)
    for (const roles of [['intake', 'inspector'], ['inspector'], ['intake']] as const)
      await engine.tell({ ...proposed, to: { unitId: 'office', roles } }, '2020-03-03T10:00')
    await engine.run('2020-03-03T10:10')
    expect(engine.sent.map(({ openid }) => openid).sort()).toEqual([
      'openid-inspector',
      'openid-intake',
    ])
  })

  test.each(['2020-03-03T21:00', '2020-03-03T23:59', '2020-03-04T00:00', '2020-03-04T07:59'])(
    'waits at %s until eight in the morning',
    async (now) => {
      await engine.allow('openid-resident', 'answerReady', 1)
      await engine.tell(answerReady(), now)
      expect(await engine.run(now)).toEqual({ nextDueAt: at('2020-03-04T08:00') })
      expect(engine.sent).toEqual([])
      await engine.run('2020-03-04T08:00')
      expect(engine.sent).toHaveLength(1)
    },
  )

  test.each(['2020-03-03T08:00', '2020-03-03T20:59'])('does not wait at %s', async (now) => {
    await engine.allow('openid-resident', 'answerReady', 1)
    await engine.tell(answerReady(), now)
    await engine.run(now)
    expect(engine.sent).toHaveLength(1)
  })

  test('is taken for sending by one run, also where two come at once or one has died at it', async () => {
    const { queue } = engine.parts
    await engine.tell(answerReady(), '2020-03-03T10:00')
    await engine.run('2020-03-03T10:00')
    const [row] = await engine.database.find('messages', { state: 'noConsent' }, { limit: 1 })
    const waiting = { ...(await queue.find(row!._id))!, state: 'pending' as const }
    await queue.put(waiting)
    const took = await Promise.allSettled([queue.take(waiting.id), queue.take(waiting.id)])
    expect(took.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(1)
    expect(await queue.take(waiting.id)).toBe(false)
    expect((await queue.find(waiting.id))!.attempts).toBe(waiting.attempts + 1)
    // Whoever began with it may have sent it: it is listed as unknown and never sent again.
    await engine.allow('openid-resident', 'answerReady', 1)
    await engine.run('2020-03-03T10:10')
    expect(engine.sent).toEqual([])
    expect((await queue.find(waiting.id))!.state).toBe('unknown')
  })

  test('reaches everybody on the other side', async () => {
    await engine.allow('openid-enterprise', 'timeline', 1)
    await engine.tell(proposed, '2020-03-03T10:00')
    await engine.run('2020-03-03T10:10')
    expect(engine.sent.map(({ openid }) => openid)).toEqual(['openid-enterprise'])
    expect(engine.sent[0]?.data).toMatchObject({ phrase2: '单位已提出', date3: '2020年3月17日' })
  })

  test('told twice by a repeated arrival goes out once', async () => {
    await engine.allow('openid-enterprise', 'timeline', 2)
    await engine.tell(proposed, '2020-03-03T10:00')
    await engine.run('2020-03-03T10:10')
    await engine.tell(proposed, '2020-03-03T10:20')
    await engine.run('2020-03-03T10:20')
    expect(engine.sent).toHaveLength(1)
  })

  test('once it has its outcome the message no longer says which report it was about', async () => {
    await engine.allow('openid-resident', 'answerReady', 1)
    await engine.tell(answerReady(), '2020-03-03T10:00')
    await engine.run('2020-03-03T10:10')
    const personId = await engine.personOf('openid-resident')
    const { items } = await engine.parts.queue.pageOf(personId, undefined)
    expect(items).toMatchObject([{ state: 'sent', body: null }])
  })
})

describe("WeChat's pushes", () => {
  const templateId = testEnvironment.TEMPLATE_ANSWER_READY
  const push = (event: string, items: unknown, key = 'List') =>
    onPush(engine.parts)({
      MsgType: 'event',
      Event: event,
      FromUserName: 'openid-resident',
      CreateTime: '1583200000',
      [key]: items,
    })

  beforeEach(() => engine.allow('openid-resident', 'answerReady', 3))
  const left = () => engine.left('openid-resident', 'answerReady')

  test('switching a template off in the settings ends its consents, object or array', async () => {
    await push('subscribe_msg_change_event', {
      TemplateId: templateId,
      SubscribeStatusString: 'reject',
    })
    expect(await left()).toBe(0)
    await engine.allow('openid-resident', 'answerReady', 2)
    await push('subscribe_msg_change_event', [
      { TemplateId: 'another', SubscribeStatusString: 'reject' },
      { TemplateId: templateId, SubscribeStatusString: 'reject' },
    ])
    expect(await left()).toBe(0)
  })

  test('the list may stand in an element of its own', async () => {
    const items = { List: { TemplateId: templateId, SubscribeStatusString: 'reject' } }
    await push('subscribe_msg_change_event', items, 'SubscribeMsgChangeEvent')
    expect(await left()).toBe(0)
  })

  test('an acceptance is counted by the phone and not a second time here', async () => {
    await push('subscribe_msg_popup_event', [
      { TemplateId: templateId, SubscribeStatusString: 'accept', PopupScene: '0' },
    ])
    expect(await left()).toBe(3)
  })

  test('a failed delivery for want of a consent empties the ledger, a success does not', async () => {
    await push('subscribe_msg_sent_event', { TemplateId: templateId, ErrorCode: '0' })
    expect(await left()).toBe(3)
    await push('subscribe_msg_sent_event', { TemplateId: templateId, ErrorCode: 43101 })
    expect(await left()).toBe(0)
  })

  test('anything else is no push of ours', () => {
    expect(push('user_enter_tempsession', {})).toBeNull()
    expect(onPush(engine.parts)({ action: 'notifier.listMyMessages' })).toBeNull()
    expect(onPush(engine.parts)(null)).toBeNull()
  })

  test('a call cannot pretend to be a push: only the platform speaks in nobody’s name', async () => {
    const event = {
      Event: 'subscribe_msg_change_event',
      FromUserName: 'openid-resident',
      List: { TemplateId: templateId, SubscribeStatusString: 'reject' },
    }
    const reply = await app.raw('openid-other', 'notifier', event)
    expect(reply).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
    const { cloud } = openDatabase(app)
    const { result } = await cloud.callFunction({ name: 'notifier', data: event })
    expect(result).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
    expect(await left()).toBe(3)
    await app.push('notifier', event)
    expect(await left()).toBe(0)
  })
})
