import { bridgeTo } from './bridge'
import { chooseVillage, fillInReport, residentWorld, wordsBox } from './resident-world'
import type { Bridge } from './simulator/phone'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/** A villager reports, in the compiled mini-program, to the functions as they are deployed. */

const said = '村口鱼塘边的养猪场，夜里十点以后往水沟排黑水，味道很大，关窗都没用。'
const world = residentWorld('reports')
const { newResident, reportsOf, open } = world

/** Where intake sees the report to be. */
const villageAtDesk = async (feedbackId: string) => {
  const { openid, actAs } = world.organization.intake
  const { items } = await world.cloud.ok(openid, 'feedback.listDesk', {}, { actAs })
  return items.find(({ id }) => id === feedbackId)?.region?.name
}

const fillIn = (app: RunningMiniProgram) => fillInReport(app, said)

describe('with a network', () => {
  test('a report gets its receipt and is found again, with photo and village', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await chooseVillage(app)
    await app.tap('提交并接收办理通知')
    await app.waitFor(() => app.page.route === 'pages/progress/index')
    await app.waitFor('已收到，最迟')

    const [report, ...others] = await reportsOf(openid)
    expect(others).toEqual([])
    expect(app.text()).toContain(report!.number)
    expect(app.text()).toMatch(/查询码\n([34679ACDEFGHJKMNPQRTUVWXY]{4}\s){3}/)
    expect(app.text()).toContain(said)
    const { photos } = await world.cloud.ok(openid, 'feedback.get', { feedbackId: report!.id })
    expect(photos).toHaveLength(1)
    expect((await fetch(photos[0]!.url)).status).toBe(200)
    expect(await villageAtDesk(report!.id)).toBe('上塘村')

    await app.back()
    await app.waitFor('办到哪了')
    await app.close()
  })

  test('asks for the notice once, in the tap, and the consent is kept', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await app.tap('提交并接收办理通知')
    await app.waitFor('已收到，最迟')
    expect(app.calls('subscriptionPopup')).toHaveLength(1)
    const { consents } = await world.cloud.ok(openid, 'identity.whoAmI', {})
    expect(consents.find(({ template }) => template === 'answerReady')).toMatchObject({ left: 1 })
    await app.close()
  })

  test('is delivered all the same when the person wants no notice', async () => {
    const openid = newResident()
    const app = await open(openid)
    app.person.consents = () => 'reject'
    await fillIn(app)
    await app.tap('提交并接收办理通知')
    await app.waitFor('已收到，最迟')
    expect(await reportsOf(openid)).toHaveLength(1)
    await app.close()
  })

  test('without words there is nothing to send', async () => {
    const openid = newResident()
    const app = await open(openid)
    await app.tap('反映环境问题')
    await app.tap('直接提交')
    await app.waitFor('请先说一句')
    expect(await reportsOf(openid)).toEqual([])
    await app.close()
  })
})

describe('without a network', () => {
  test('a report waits as 未送达 and is sent exactly once when the network is back', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await app.setNetwork('offline')
    await app.tap('提交并接收办理通知')
    await app.waitFor('未送达')
    expect(app.text()).toContain(said)
    expect(await reportsOf(openid)).toEqual([])

    await app.setNetwork('online')
    await app.waitFor(() => !app.has('未送达'), 15_000)
    // Opened again and a second network change: nothing may go out twice.
    await app.leaveAndReturn()
    await app.setNetwork('offline')
    await app.setNetwork('online')
    await app.waitFor('已送达')
    const sent = await reportsOf(openid)
    expect(sent).toHaveLength(1)
    const { photos } = await world.cloud.ok(openid, 'feedback.get', { feedbackId: sent[0]!.id })
    expect(photos).toHaveLength(1)
    await app.close()
  })

  test('a report kept yesterday goes out when the mini-program is opened today', async () => {
    const openid = newResident()
    const yesterday = await open(openid)
    await fillIn(yesterday)
    await yesterday.setNetwork('offline')
    await yesterday.tap('直接提交')
    await yesterday.waitFor('未送达')
    await yesterday.close()
    expect(await reportsOf(openid)).toEqual([])

    const today = await open(openid, { storage: yesterday.storage })
    await today.waitFor(() => !today.storage.entries.get('zgt.outbox')?.includes('waiting'), 15_000)
    expect(await reportsOf(openid)).toHaveLength(1)
    await today.close()
  })

  test('a reply that was lost on the way back makes no second report', async () => {
    const openid = newResident()
    const real = bridgeTo(world.cloud, openid)
    const mostLost = 2
    let lost = 0
    const losing: Bridge = {
      ...real,
      async callFunction(name, data) {
        const reply = await real.callFunction(name, data)
        if ((data as { action: string }).action !== 'feedback.submit' || lost >= mostLost)
          return reply
        lost += 1
        throw new Error('request:fail')
      },
    }
    const app = await open(openid, { bridge: losing })
    await fillIn(app)
    await app.tap('直接提交')
    await app.waitFor('未送达')
    expect(await reportsOf(openid)).toHaveLength(1)
    await app.leaveAndReturn()
    await app.waitFor(() => !app.has('未送达'), 15_000)
    expect(lost).toBe(mostLost)
    expect(await reportsOf(openid)).toHaveLength(1)
    await app.close()
  })

  test('what was typed is still there after the mini-program was closed', async () => {
    const openid = newResident()
    const first = await open(openid)
    await fillIn(first)
    await first.back()
    await first.close()
    const next = await open(openid, { storage: first.storage, network: 'offline' })
    await next.tap('反映环境问题')
    expect(next.valueOf(wordsBox)).toBe(said)
    expect(next.has('第1张照片')).toBe(true)
    await next.close()
  })
})

test('an anonymous report leaves nothing of the person and is found by its code alone', async () => {
  const openid = newResident()
  const app = await open(openid)
  await fillIn(app)
  await app.tap('完全匿名（不通知，凭查询码查进度）')
  await app.tap('提交')
  await app.waitFor('已收到，最迟', 15_000)
  expect(app.calls('requestSubscribeMessage')).toEqual([])
  expect(app.calls('world.cloud.uploadFile')).toEqual([])
  expect(await reportsOf(openid)).toEqual([])
  const code = /查询码\n(\w{4} \w{4} \w{4})/.exec(app.text())![1]!
  await app.close()

  const stranger = await open(world.organization.waterStaff.openid, { path: 'pages/lookup/index' })
  await stranger.type('查询码', code)
  await stranger.tap('查')
  await stranger.waitFor('已收到，最迟')
  expect(stranger.text()).toContain(said)
  await stranger.close()
})
