import { violationsOn } from './support/axe'
import type { Person } from './support/person'
import { onStage } from './support/stage'

jest.setTimeout(240_000)

const list = `某市贯彻落实督察反馈意见整改措施清单
一、城区雨污分流推进缓慢，雨天污水溢流。
责任单位：市住房城乡建设局牵头，市生态环境局
整改目标：建成区雨污分流率达到八成。
整改时限：2020年12月底前
整改措施：
1.摸清管网底数，建立问题清单。（2020年3月底前）
2.完成三条主干道雨污分流改造。
二、镇级填埋场渗滤液外渗，没有覆土。
责任单位：市城市管理和综合执法局
整改目标：封场覆土，渗滤液收集处理。
整改时限：2020年12底前
整改措施：
1.清运裸露垃圾，封场覆土。
`

/** The office's half of the main job, on a desk: a list comes in and a task goes out. */
describe('the office imports a list and assigns a task', () => {
  const stage = onStage('wide')
  let office: Person
  beforeAll(async () => {
    office = stage.person
    await office.become(/综合协调 市整改办/)
  })

  const upload = (name: string, content: string) =>
    office.uploads({ name, content, round: '省督察反馈意见整改' })

  it('a file that holds no list is refused in words, and nothing is kept', async () => {
    await upload('通知.txt', '关于召开会议的通知。请各单位准时参加。')
    await office.reads(/^没读到整改清单/)
  })

  it('a list is read; what is unsure is decided beside the source', async () => {
    await upload('整改清单.txt', list)
    await office.reads('没有拿不准的地方')
    await office.taps('确认这一项')
    await office.reads('先定这1处')
    await office.shows('import-review-wide')
    await office.page.getByRole('radio').filter({ visible: true }).first().click()
    await office.taps('确认这一项')
    await office.taps('全部入库，共2项')
    await office.reads('2项都已入库，现在是草稿')
  })

  it('the ledger is a table: its order stands in the address, keys open a task beside it', async () => {
    await office.opens('subpackages/unit/ledger/index')
    await office.presses('编号')
    await office.page.waitForURL(/sort=number/)
    await office.page.reload()
    await office.reads('编号 ↑')
    expect(await office.doesNotRead('打开整页')).toBe(true)
    await office.page.keyboard.press('j')
    await office.reads('您现在能办')
    await office.page.keyboard.press('/')
    await office.page.locator('#ledger-search input:focus').fill('渗滤液')
    await office.page.waitForURL(/q=/)
    await office.reads(/渗滤液外渗/)
    await office.page.getByText('联合执法机制不健全').first().waitFor({ state: 'hidden' })
    await office.page.locator('#ledger-search input:focus').fill('')
    await office.reads('您现在能办')
    // While a list is on its way, the task beside it stays, and what is tapped in it counts.
    await office.page.locator('#ledger-search input:focus').fill('渗滤液')
    await office.reads('共2项')
    await office.presses(/渗滤液外渗/)
    const link = office.page.getByRole('link', { name: '打开整页' })
    const beside = await link.elementHandle()
    await office.page.keyboard.press('/')
    await office.page.locator('#ledger-search input:focus').fill('')
    await office.reads('先列出20项')
    expect(await beside?.evaluate((shown) => shown.isConnected)).toBe(true)
    await office.shows('ledger-wide')
  })

  it('what the address filters by stands as chips, each taken off by itself', async () => {
    const { page } = office
    await office.opens('subpackages/unit/ledger/index?state=draft&category=other')
    await page.reload()
    await office.reads('状态：草稿')
    await office.presses('去掉条件 类别：其他')
    await page.waitForURL(/state=draft(?!.*category=)/)
    expect(await office.doesNotRead('类别：其他')).toBe(true)
    await office.presses('去掉条件 状态：草稿')
    await page.waitForURL((url) => !/state=|category=/.test(url.hash))
    await office.reads('全部状态')
  })

  it('a round that is chosen stands in the address, and alone in the table', async () => {
    const { page } = office
    await office.opens('subpackages/unit/ledger/index')
    await office.presses(/全部轮次/)
    await office.taps('省督察反馈意见整改')
    await page.waitForURL(/round=/)
    await page.reload()
    await office.reads('轮次：省督察反馈意见整改')
    await office.reads('共2项')
    await office.presses('去掉条件 轮次：省督察反馈意见整改')
    await page.waitForURL((url) => !/round=/.test(url.hash))
    await office.reads('先列出20项')
  })

  it('rows are chosen by keys and go along as an Excel file, in columns that this machine keeps', async () => {
    const { page } = office
    await office.opens('subpackages/unit/ledger/index')
    await office.reads('显示的列')
    const boxes = page.getByRole('checkbox', { name: /^选中/ }).filter({ visible: true })
    await boxes.nth(1).waitFor()
    const villages = page.getByRole('columnheader', { name: '涉及村' }).filter({ visible: true })
    expect(await villages.count()).toBe(0)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+J')
    await office.reads('已选2项')
    await page.getByRole('checkbox', { name: '涉及村' }).filter({ visible: true }).click()
    await villages.waitFor()
    const opened = page.context().waitForEvent('page')
    await office.presses('导出')
    await office.reads('已导出2项')
    await (await opened).close()
    await page.reload()
    await villages.waitFor()
    await boxes.nth(1).click()
    await boxes.nth(4).click({ modifiers: ['Shift'] })
    await office.reads('已选4项')
    await page.keyboard.press('Escape')
    await page.getByText(/^已选/).filter({ visible: true }).waitFor({ state: 'hidden' })
  })

  it('one bar leads to whatever the office works with, and marks where it is', async () => {
    await office.opens('subpackages/office/call-list/index')
    const bar = office.page.getByRole('navigation').filter({ visible: true })
    const marked = bar.getByRole('link', { name: '电话提醒' })
    await marked.and(office.page.locator('.wide-bar__item--on')).waitFor()
    await bar.getByRole('link', { name: '群众反映' }).click()
    await office.page.waitForURL(/unit\/desk/)
    await office.page.locator('.wide-bar__item--on:visible', { hasText: '群众反映' }).waitFor()
  })

  it('a task goes out to its units, and the responsible one signs for it', async () => {
    await office.opens('subpackages/unit/ledger/index')
    await office.reads('先列出20项')
    // The demonstration's own list is longer than a page.
    await office.page.keyboard.press('/')
    await office.page.locator('#ledger-search input:focus').fill('雨污分流')
    await office.reads(/雨污分流推进缓慢/)
    await office.presses(/雨污分流推进缓慢/)
    await office.follows('打开整页')
    await office.page.waitForURL(/unit\/task/)
    await office.reads('任务')
    await office.presses('交办')
    await office.reads('清单原文“2020年12月底前”')
    await office.shows('assign-wide')
    await office.taps('交办')
    await office.reads('签收和方案')
    await office.become(/市住房城乡建设局 经办/)
    await office.opens('pages/todo/index')
    await office.reads(/雨污分流推进缓慢/)
    await office.presses(/^签收 城区雨污分流/)
    await office.reads('反馈问题')
    await office.presses('签收')
    await office.types('责任人', '经办甲')
    await office.types('联系电话', '0668-2000001')
    await office.presses('签收')
    await office.taps('允许')
    await office.reads('已签收，待报方案')
  })

  it('drafts that are chosen by keys are given out one by one, and of each it is told what became of it', async () => {
    const { page } = office
    await office.become(/综合协调 市整改办/)
    await office.opens('subpackages/unit/ledger/index?state=draft')
    await office.reads('状态：草稿')
    await page.getByRole('checkbox', { name: /^选中/ }).filter({ visible: true }).first().waitFor()
    await page.keyboard.press('a')
    await page.keyboard.press('b')
    await office.reads(/^按清单上写的单位交办\d+项$/)
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByText(/^按清单上写的单位交办/)
      .filter({ visible: true })
      .waitFor({ state: 'hidden' })
    await office.reads(/^已选\d+项$/)
    await page.keyboard.press('b')
    const group = page.getByRole('group', { name: /^按清单上写的单位交办/ })
    await group.getByRole('button', { name: /^交办\d+项$/ }).click()
    await office.reads(/^\d+项里，交办了\d+项$/)
    // The landfill's unit stands in the list; a draft that says none has to be opened.
    await office.reads('已交办：市城市管理和综合执法局')
    await office.presses('关上')
    await page
      .getByText(/^\d+项里，交办了/)
      .filter({ visible: true })
      .waitFor({ state: 'hidden' })
  })
})
