import { as } from '@/test/functions/feedback/desk'
import { bridgeTo } from './bridge'
import { chooseVillage, fillInReport, residentWorld, wordsBox } from './resident-world'
import type { Bridge } from './simulator/phone'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/** A report between the tap and its receipt: kept, locked, delivered once, never silent. */

const said = '村口鱼塘边的养猪场，夜里十点以后往水沟排黑水。'
const world = residentWorld('waits')
const { newResident, reportsOf, open } = world

const photosOf = async (openid: string) => {
  const [report] = await reportsOf(openid)
  return (await world.cloud.ok(openid, 'feedback.get', { feedbackId: report!.id })).photos
}

const fillIn = (app: RunningMiniProgram, photos = 1) => fillInReport(app, said, photos)

/** A connection that loses what this says it should, before or after the server did it. */
const losing = (openid: string, loses: (action: string) => 'before' | 'after' | null): Bridge => {
  const real = bridgeTo(world.cloud, openid)
  return {
    ...real,
    async callFunction(name, data) {
      const lost = loses((data as { action: string }).action)
      if (lost === 'before') throw new Error('request:fail')
      const reply = await real.callFunction(name, data)
      if (lost === 'after') throw new Error('request:fail')
      return reply
    },
  }
}

describe('while it waits', () => {
  test('its card stands in the form’s own page and the form is locked', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await app.setNetwork('offline')
    await app.tap('直接提交')
    await app.waitFor('未送达')
    expect(app.page.route).toBe('pages/report/index')
    expect(app.text()).toContain(said)
    expect(app.text()).toContain('1段文字、1张照片')
    expect(() => app.valueOf(wordsBox)).toThrow('no field')
    expect(app.has('直接提交')).toBe(false)

    // Opened again the form is still the card of what waits: nothing can be sent beside it.
    await app.back()
    await app.tap('反映环境问题')
    await app.waitFor('未送达')
    await app.setNetwork('online')
    await app.waitFor('已送达，最迟', 15_000)
    expect(await reportsOf(openid)).toHaveLength(1)
    await app.tap('看办到哪了')
    await app.waitFor('已收到，最迟')
    await app.close()
  })

  test('two taps at once send one report', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await app.doubleTap('直接提交')
    await app.waitFor('已收到，最迟')
    expect(await reportsOf(openid)).toHaveLength(1)
    await app.close()
  })

  test('it can be taken back as it was, place and photo and all, and is sent as it stands', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await chooseVillage(app)
    await app.setNetwork('offline')
    await app.tap('直接提交')
    await app.waitFor('未送达')
    expect(app.text()).toContain('茂南区石湖镇上塘村')
    await app.tap('改一改')
    await app.waitFor('恢复了上次没发出的内容')
    expect(app.valueOf(wordsBox)).toBe(said)
    expect(app.text()).toContain('茂南区石湖镇上塘村')
    await app.waitFor(() => app.has('第1张照片'))
    await app.type(wordsBox, `${said}今天又排了。`)
    await app.setNetwork('online')
    await app.tap('直接提交')
    await app.waitFor('已收到，最迟')
    const [report, ...others] = await reportsOf(openid)
    expect(others).toEqual([])
    expect(report!.words).toBe(`${said}今天又排了。`)
    expect(await photosOf(openid)).toHaveLength(1)
    const { items } = await as(world.cloud, world.organization.intake).ok('feedback.listDesk', {})
    expect(items.find(({ id }) => id === report!.id)?.region?.name).toBe('上塘村')
    await app.close()
  })

  test('another one can be written beside it, and neither is lost for the other', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await app.setNetwork('offline')
    await app.tap('直接提交')
    await app.waitFor('未送达')
    await app.tap('再反映一件')
    await app.type(wordsBox, '第二件事')
    await app.back()
    await app.tap('办到哪了')
    await app.waitFor('未送达')
    await app.tap('改一改')
    expect(app.toasts.length + Number(app.has('表单里还有没发出的内容'))).toBeGreaterThan(0)
    expect(app.has('未送达')).toBe(true)
    await app.back()
    await app.tap('反映环境问题')
    expect(app.valueOf(wordsBox)).toBe('第二件事')
    await app.setNetwork('online')
    await app.waitFor(() => !app.storage.entries.get('zgt.outbox')?.includes('waiting'), 15_000)
    await app.tap('直接提交')
    await app.waitFor('已收到，最迟')
    expect((await reportsOf(openid)).map(({ words }) => words).sort()).toEqual(
      [said, '第二件事'].sort(),
    )
    await app.close()
  })

  test('a refusal opens the form again as it was, and says what it is', async () => {
    const openid = newResident()
    const real = bridgeTo(world.cloud, openid)
    let refused = 0
    const bridge: Bridge = {
      ...real,
      async callFunction(name, data) {
        if ((data as { action: string }).action !== 'feedback.submit' || refused++ > 0)
          return real.callFunction(name, data)
        return { ok: false, error: { code: 'INPUT.TOO_LARGE', requestId: 'r' }, now: 1574038800000 }
      },
    }
    const app = await open(openid, { bridge })
    await fillIn(app)
    await app.tap('直接提交')
    await app.waitFor('内容太长，请分几次提交')
    expect(app.valueOf(wordsBox)).toBe(said)
    expect(app.has('第1张照片')).toBe(true)
    await app.tap('直接提交')
    await app.waitFor('已收到，最迟')
    expect(await reportsOf(openid)).toHaveLength(1)
    await app.close()
  })
})

describe('photos', () => {
  test('nine go up with one announcement, and the page says which is on its way', async () => {
    const openid = newResident()
    const real = bridgeTo(world.cloud, openid)
    const called: string[] = []
    let underway = 0
    let most = 0
    const bridge: Bridge = {
      ...real,
      async callFunction(name, data) {
        const { action } = data as { action: string }
        called.push(action)
        if (action !== 'feedback.confirmUpload') return real.callFunction(name, data)
        most = Math.max(most, (underway += 1))
        // As long as an answer takes on a weak line, so that those side by side are seen.
        await new Promise((resolve) => setTimeout(resolve, 100))
        return real.callFunction(name, data).finally(() => (underway -= 1))
      },
    }
    const app = await open(openid, { bridge })
    await fillIn(app, 9)
    const read: string[] = []
    const reading = setInterval(() => {
      read.push(...(/第\d张\/共9张/.exec(app.text()) ?? []))
    }, 5)
    await app.tap('直接提交')
    await app.waitFor('已收到，最迟', 15_000)
    clearInterval(reading)
    expect(called.filter((action) => action === 'feedback.prepareUpload')).toHaveLength(1)
    expect(called.filter((action) => action === 'feedback.confirmUpload')).toHaveLength(9)
    expect(most).toBe(3)
    expect(new Set(read).size).toBeGreaterThan(2)
    expect(await photosOf(openid)).toHaveLength(9)
    await app.close()
  })

  test('one that the phone has lost is named, and the words go with the others', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app, 3)
    await app.setNetwork('offline')
    await app.tap('直接提交')
    await app.waitFor('未送达')
    const [, second] = [...app.storage.files.keys()].filter((file) => file.startsWith('wxfile'))
    app.storage.files.delete(second!)
    await app.setNetwork('online')
    await app.waitFor('第2张照片没有发出', 15_000)
    expect(await reportsOf(openid)).toHaveLength(1)
    expect(await photosOf(openid)).toHaveLength(2)
    await app.tap('看办到哪了')
    await app.waitFor('第2张照片没有发出')
    await app.close()
  })

  test('one that vanished from a draft is named when the form is opened', async () => {
    const openid = newResident()
    const first = await open(openid)
    await fillIn(first, 2)
    await first.close()
    const [gone] = [...first.storage.files.keys()]
    first.storage.files.delete(gone!)
    const next = await open(openid, { storage: first.storage })
    await next.tap('反映环境问题')
    await next.waitFor('第1张照片在手机上找不到了，请重新选')
    await next.waitFor(() => !next.has('第2张照片'))
    await next.tap('直接提交')
    await next.waitFor('已收到，最迟')
    expect(await photosOf(openid)).toHaveLength(1)
    await next.close()
  })

  test('those that went up before the network was lost do not go up again', async () => {
    const openid = newResident()
    let submits = 0
    let uploads = 0
    const lossy = losing(openid, (action) =>
      action === 'feedback.submit' && ++submits <= 2 ? 'before' : null,
    )
    const bridge: Bridge = {
      ...lossy,
      uploadFile(cloudPath, bytes) {
        uploads += 1
        return lossy.uploadFile(cloudPath, bytes)
      },
    }
    const app = await open(openid, { bridge })
    await fillIn(app, 2)
    await app.tap('直接提交')
    await app.waitFor('未送达')
    await app.tap('现在再试一次')
    await app.waitFor('已送达，最迟', 15_000)
    expect(uploads).toBe(2)
    expect(await photosOf(openid)).toHaveLength(2)
    await app.close()
  })
})

describe('完全匿名', () => {
  const sendAnonymously = async (app: RunningMiniProgram) => {
    await fillIn(app)
    await app.tap('完全匿名（不通知，凭查询码查进度）')
    await app.tap('提交')
  }
  const codeIn = (text: string) =>
    /查询码\s*((?:[34679ACDEFGHJKMNPQRTUVWXY]{4}\s?){3})/.exec(text)![1]!.trim()

  test('its code stands on the card from the first moment, and opens the report later', async () => {
    const openid = newResident()
    const app = await open(openid)
    await app.setNetwork('offline')
    await sendAnonymously(app)
    await app.waitFor('未送达')
    const code = codeIn(app.text())
    await app.setNetwork('online')
    // The page that said 未送达 turns into the receipt.
    await app.waitFor('已送达，最迟', 15_000)
    expect(codeIn(app.text())).toBe(code)
    expect(await reportsOf(openid)).toEqual([])
    await app.close()

    const later = await open(openid, { storage: app.storage, path: 'pages/my-reports/index' })
    await later.waitFor('完全匿名的')
    expect(codeIn(later.text())).toBe(code)
    await later.tap(/编号 \S+/.exec(later.text())![0])
    await later.waitFor('已收到，最迟')
    expect(later.text()).toContain(said)
    await later.close()
  })

  test('delivered while another page is open it is listed on that phone', async () => {
    const openid = newResident()
    const app = await open(openid)
    await app.setNetwork('offline')
    await sendAnonymously(app)
    await app.waitFor('未送达')
    const code = codeIn(app.text())
    await app.close()
    const next = await open(openid, { storage: app.storage })
    await next.waitFor(() => !next.storage.entries.get('zgt.outbox')?.includes('waiting'), 15_000)
    await next.open('/pages/my-reports/index')
    await next.waitFor('完全匿名的')
    expect(codeIn(next.text())).toBe(code)
    await next.tap('从这部手机删去')
    await next.waitFor('从这部手机删去？')
    await next.tap('从这部手机删去', 1)
    await next.waitFor(() => !next.has('完全匿名的'))
    expect([...next.storage.entries.values()].join()).not.toContain(code.replace(/ /g, ''))
    await next.close()
  })
})

describe('going away while it is sent', () => {
  test('back does not have the page that is open now replaced', async () => {
    const openid = newResident()
    let letGo = () => undefined as void
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const real = bridgeTo(world.cloud, openid)
    const bridge: Bridge = {
      ...real,
      async callFunction(name, data) {
        if ((data as { action: string }).action === 'feedback.submit') await held
        return real.callFunction(name, data)
      },
    }
    const app = await open(openid, { bridge })
    await fillIn(app)
    await app.tap('直接提交')
    await app.back()
    await app.tap('用查询码查')
    await app.waitFor(() => app.page.route === 'pages/lookup/index')
    letGo()
    await app.waitFor(() => !app.storage.entries.get('zgt.outbox')?.includes('waiting'), 15_000)
    expect(app.page.route).toBe('pages/lookup/index')
    await app.close()
  })

  test('a delivered report is in the list when the network is back', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await app.setNetwork('offline')
    await app.tap('直接提交')
    await app.waitFor('未送达')
    await app.back()
    await app.tap('办到哪了')
    await app.waitFor('未送达')
    await app.setNetwork('online')
    await app.waitFor('已收到，最迟', 15_000)
    expect(app.has('未送达')).toBe(false)
    await app.close()
  })
})

describe('consent', () => {
  const leftOf = async (openid: string) => {
    const { consents } = await world.cloud.ok(openid, 'identity.whoAmI', {})
    return consents.find(({ template }) => template === 'answerReady')!.left
  }

  test('given while sending fails it is kept, and recorded when the report arrives', async () => {
    const openid = newResident()
    let down = false
    const app = await open(openid, { bridge: losing(openid, () => (down ? 'before' : null)) })
    await fillIn(app)
    down = true
    await app.tap('提交并接收办理通知')
    await app.waitFor('未送达')
    expect(await leftOf(openid)).toBe(0)
    down = false
    await app.tap('现在再试一次')
    await app.waitFor('已送达，最迟', 15_000)
    await app.waitFor(() => app.storage.entries.get('zgt.outbox') === '[]')
    expect(await leftOf(openid)).toBe(1)
    await app.close()
  })

  test('not asked for without a network it is asked for after delivery', async () => {
    const openid = newResident()
    const app = await open(openid)
    await fillIn(app)
    await app.setNetwork('offline')
    await app.tap('提交并接收办理通知')
    await app.waitFor('未送达')
    await app.setNetwork('online')
    await app.waitFor('已送达，最迟', 15_000)
    await app.tap('有答复时通知我')
    await app.waitFor('已记下，到时通知您')
    await app.waitFor(() => app.storage.entries.get('zgt.outbox') === '[]')
    expect(await leftOf(openid)).toBe(1)
    await app.close()
  })

  test('is asked at most once a day on a page', async () => {
    const openid = newResident()
    const app = await open(openid)
    app.person.consents = () => 'reject'
    await fillIn(app)
    await app.tap('提交并接收办理通知')
    await app.waitFor('已收到，最迟')
    await app.back()
    await fillIn(app)
    await app.tap('提交并接收办理通知')
    await app.waitFor('已收到，最迟')
    expect(app.calls('subscriptionPopup')).toHaveLength(1)
    await app.close()
  })
})
