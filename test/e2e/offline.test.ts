import type { Browser } from 'playwright-core'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { type Demonstration, startDemonstration } from '../support/demonstration'
import { openBrowser, visit, type Visit } from './support/browser'
import { Person } from './support/person'

jest.setTimeout(240_000)

/** What a resident can open when the network has gone, and where a wrong address leads. */
describe('in a browser', () => {
  let demonstration: Demonstration
  let browser: Browser
  let visitor: Visit
  let person: Person

  beforeAll(async () => {
    demonstration = await startDemonstration()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await demonstration?.close()
  })
  beforeEach(async () => {
    visitor = await visit(browser, demonstration.origin)
    person = new Person(visitor.page, demonstration.origin)
  })
  afterEach(() => visitor.close())

  const readOnce = async () => {
    await person.opens('pages/home/index')
    await person.reads('反映环境问题')
  }
  const kept = () =>
    visitor.page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      return active?.state
    })

  it('every page of a resident opens offline after the first one was read', async () => {
    await readOnce()
    await visitor.page.context().setOffline(true)
    for (const [route, words] of [
      ['pages/report/index', '哪里、发生了什么？'],
      ['pages/my-reports/index', '我的反映'],
      ['pages/lookup/index', '查询码'],
      ['pages/mine/index', '我的'],
      ['subpackages/about/privacy/index', '隐私说明'],
      ['pages/complaint/index', '投诉建议'],
      ['pages/register/index', '整改任务'],
    ] as const) {
      await person.opens(route)
      await person.reads(new RegExp(words))
    }
    expect(visitor.faults).toEqual([])
  })

  it('the application opens without a network', async () => {
    await readOnce()
    expect(await kept()).toMatch(/^activat/)
    await visitor.page.context().setOffline(true)
    await visitor.page.goto('about:blank')
    await person.opens('pages/report/index')
    await person.types('哪里、发生了什么？', '没有网的时候写的')
    await visitor.page.reload()
    await person.reads('反映环境问题')
  })

  it('what is sent without a network waits in the form’s own place, locked, and arrives once with its photo', async () => {
    const { page } = visitor
    const { request } = page.context()
    const asks = async <N extends ActionName>(action: N, input: ActionInput<N>) => {
      const reply = await request.post(`${demonstration.origin}/call/feedback`, {
        data: { action, input },
      })
      return ((await reply.json()) as { data: ActionOutput<N> }).data
    }
    await request.post(`${demonstration.origin}/_local/session`, { data: { openid: 'openid-off' } })
    await readOnce()
    await kept()
    await page.context().setOffline(true)
    await person.taps('反映环境问题')
    await person.types('哪里、发生了什么？', '河边倒了垃圾')
    await person.addsPhoto()
    await person.presses('直接提交')
    await person.reads('已存手机')
    await person.reads('1段文字、1张照片')
    // Nothing is left to type into or to send a second time.
    expect(await page.getByRole('textbox').filter({ visible: true }).count()).toBe(0)
    expect(await person.doesNotRead(/^直接提交|^提交并/)).toBe(true)
    await page.reload()
    await person.reads('已存手机')
    await person.opens('pages/my-reports/index')
    await person.reads('未送达')
    await page.context().setOffline(false)
    await person.reads(/^已收到，/)
    await page.reload()
    await person.reads(/^已收到，/)
    const { items } = await asks('feedback.listMine', {})
    expect(items).toHaveLength(1)
    const report = await asks('feedback.get', { feedbackId: items[0]!.id })
    expect([report.words, report.photos.length]).toEqual(['河边倒了垃圾', 1])
    expect(visitor.faults).toEqual([])
  })

  it('a form that is open when the service worker takes the page over is never loaded again', async () => {
    const { page } = visitor
    await person.opens('pages/report/index')
    await person.types('哪里、发生了什么？', '写到一半')
    // Gone when the page is loaded again.
    await page.evaluate(() => Reflect.set(window, 'mark', 'the same page'))
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    // A worker of a newer build waits until the pages that are open were left.
    const waits = await page.evaluate(async () => {
      const { installing } = await navigator.serviceWorker.register('./sw.js?next')
      await new Promise<void>((resolve) => {
        installing!.onstatechange = () => installing!.state === 'installed' && resolve()
      })
      return navigator.serviceWorker.controller?.scriptURL.endsWith('/sw.js')
    })
    expect(waits).toBe(true)
    expect(await page.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe('the same page')
    const box = page.getByLabel('哪里、发生了什么？').filter({ visible: true }).last()
    expect(await box.inputValue()).toBe('写到一半')
  })

  it('keeps its own files only, no answer of a function', async () => {
    await readOnce()
    await kept()
    const addresses = await visitor.page.evaluate(async () => {
      const caches = await Promise.all(
        (await window.caches.keys()).map((key) => window.caches.open(key)),
      )
      const requests = await Promise.all(caches.map((cache) => cache.keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(addresses.length).toBeGreaterThan(3)
    expect(addresses.filter((path) => !/^\/(index\.html|(js|css)\/.+)$/.test(path))).toEqual([])
  })

  it('an address that names no page opens one with a way home', async () => {
    await visitor.page.goto(`${demonstration.origin}/#/pages/nowhere/index?id=1`)
    await person.reads('没有这一页')
    await person.taps('回首页')
    await person.reads('反映环境问题')
    await visitor.page.goto(`${demonstration.origin}/some/old/path`)
    await person.reads('没有这一页')
    await person.taps('回首页')
    await person.reads('反映环境问题')
    expect(visitor.faults).toEqual([])
  })
})
