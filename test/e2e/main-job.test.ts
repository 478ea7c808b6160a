import type { Person } from './support/person'
import { onStage } from './support/stage'

jest.setTimeout(240_000)

/** The smallest picture there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The main job in a browser, as `npm start` opens it; each step as another person. */
describe('the main job, in a browser', () => {
  const stage = onStage()
  let person: Person
  beforeAll(() => {
    person = stage.person
  })

  it('a resident reads the register and a task', async () => {
    await person.become(/群众乙/)
    await person.shows('home')
    await person.opens('pages/register/index')
    await person.reads('按期限先后')
    await person.shows('register')
    await person.taps('饮用水水源保护区问题整治不彻底')
    await person.reads('谁来办')
    await person.reads('市生态环境局')
    await person.shows('task')
  })

  it('a resident reports, is asked for consent at the tap, and follows the report', async () => {
    await person.opens('pages/report/index')
    await person.types('哪里、发生了什么？', '石场夜里开工，粉尘飘进村里，晾的衣服都是灰。')
    await person.reads('草稿已存在手机')
    await person.shows('report')
    await person.taps('提交并接收办理通知')
    await person.reads('发送一次以下消息')
    await person.taps('允许')
    await person.reads(/^已收到，最迟.*告诉您受不受理$/)
    await person.reads(/^2019-1118-/)
    await person.shows('receipt')
  })

  it('a photo goes up with the report and comes back to its reporter', async () => {
    await person.opens('pages/report/index')
    await person.types('哪里、发生了什么？', '渠边又倒了一车垃圾，拍了照片。')
    await person.reads('草稿已存在手机')
    const chooser = person.page.waitForEvent('filechooser')
    await person.taps('选照片')
    await (await chooser).setFiles({ name: '渠边.png', mimeType: 'image/png', buffer: picture })
    await person.page.getByLabel('第1张照片').first().waitFor()
    await person.taps('直接提交')
    await person.reads(/^已收到，最迟/)
    const photo = person.page.getByLabel('我的照片1').locator('img').filter({ visible: true })
    await photo.first().waitFor()
    const drawn = await photo.first().evaluate((image: HTMLImageElement) => image.naturalWidth)
    expect(drawn).toBeGreaterThan(0)
  })

  it('a photo that is no picture holds nothing up: the words go, and it is named', async () => {
    await person.opens('pages/report/index')
    await person.types('哪里、发生了什么？', '这张照片打不开，先说事。')
    await person.reads('草稿已存在手机')
    const chooser = person.page.waitForEvent('filechooser')
    await person.taps('选照片')
    const broken = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }
    await (await chooser).setFiles(broken)
    await person.page.getByLabel('第1张照片').first().waitFor()
    await person.taps('直接提交')
    await person.reads(/^已收到，最迟/)
    await person.reads(/^第1张照片没有发出/)
  })

  it('keeps what was typed when the page is left before sending', async () => {
    await person.opens('pages/report/index')
    await person.types('哪里、发生了什么？', '还没写完的一句话')
    await person.reads('草稿已存在手机')
    await person.page.reload()
    const box = person.page.getByLabel('哪里、发生了什么？').filter({ visible: true }).last()
    expect(await box.inputValue()).toBe('还没写完的一句话')
  })

  it('refuses an empty report in words and sends nothing', async () => {
    await person.become(/新来的群众/)
    await person.opens('pages/report/index')
    await person.taps('直接提交')
    await person.reads('请先说一句，或按住话筒说一段')
    await person.opens('pages/my-reports/index')
    await person.reads('还没有反映过')
  })

  it('a village Party branch fills in for a villager, with the consent noted', async () => {
    await person.become(/村支书/)
    await person.opens('pages/report/index')
    await person.types('哪里、发生了什么？', '村民反映鱼塘边堆了几车建筑垃圾，没人清。')
    await person.taps('提交')
    await person.reads(/^请先填村民姓名/)
    await person.types('村民姓名', '陈大爷')
    await person.taps('提交')
    await person.reads('代填要先征得本人同意，请勾选“本人已同意”')
    await person.taps('本人已同意由村里代填')
    await person.taps('提交')
    await person.reads(/^已收到，最迟/)
  })

  it('a reporter reads the answer and says whether it was put right', async () => {
    await person.become(/群众甲/)
    await person.taps('办到哪了')
    await person.reads(/已答复，您看办好了吗？$/)
    await person.shows('progress')
    await person.taps('办了一半')
    await person.reads('哪里还没办好？')
    await person.types('哪里还没办好？', '雨天还是有味道')
    await person.taps('发出评价')
    await person.reads(/^换人再查，最迟/)
  })

  it('an enterprise counter-proposes the date of one measure', async () => {
    await person.become(/环保专员/)
    await person.opens('subpackages/enterprise/timelines/index')
    await person.taps(/粪污处理设施/)
    await person.reads('商定不代表承认违法，也不免除法律责任')
    const { page } = person
    const others = page.getByRole('radio', { name: '另提' }).filter({ visible: true })
    const agree = page.getByRole('radio', { name: '同意' }).filter({ visible: true })
    const measures = await agree.count()
    for (let place = 0; place < measures - 1; place += 1) await agree.nth(place).click()
    await others.nth(measures - 1).click()
    await page.getByLabel('我们提的日期').filter({ visible: true }).fill('2020-05-20')
    await person.types('为什么要另提', '设备订货约75天，已签合同。')
    await person.types('技术方案', '到货前粪污由密闭车外运。')
    await person.addsPaper('加一个文件', '设备合同.png')
    await person.reads(`${measures - 1}项同意，1项另提`)
    await agree.first().scrollIntoViewIfNeeded()
    await page.mouse.wheel(0, -4000)
    await person.shows('timeline')
    await person.taps('发出意见')
    // Whoever owes an answer is asked whether one message may come.
    await person.taps('允许')
    await person.reads('企业另提了日期，等单位回复')
  })

  it('agreed terms are opened again: until both agree anew the page says what binds', async () => {
    await person.become(/市生态环境局 经办/)
    await person.opens('subpackages/enterprise/timelines/index')
    await person.taps(/饮用水水源保护区/)
    await person.taps('重新商定')
    await person.reads('请先改一条措施的日期')
    const days = person.page.getByLabel('新的日期').filter({ visible: true })
    await days.last().fill('2019-12-15')
    await person.types('为什么要改已商定的日期', '设备供货提前了')
    await person.presses('提出新的日期')
    await person.taps('允许')
    await person.reads('单位提出了日期，等企业回复')
    await person.reads('已商定12月20日，重新签认前仍然算数')
  })

  it('the handling unit sees what it owes, never who reported', async () => {
    await person.become(/茂南区农业农村局 经办/)
    await person.opens('pages/todo/index')
    await person.reads('茂南区农业农村局')
    await person.shows('todo')
    await person.opens('subpackages/unit/desk/index')
    await person.reads('全部状态')
    expect(await person.doesNotRead(/晾的衣服都是灰/)).toBe(true)
  })

  it('intake cannot hand a report to the unit it accuses, and reads why', async () => {
    await person.become(/信访受理/)
    await person.opens('subpackages/unit/desk/index')
    await person.taps(/^编号2019-1118-/)
    await person.presses('受理')
    await person.types('摘要', '反映石场夜间作业，粉尘影响村庄。')
    await person.page.getByRole('switch', { name: '大气' }).click()
    await person.taps('加一个，不交给它办')
    await person.taps('市水务局')
    await person.presses('受理')
    await person.taps('允许')
    // The sheet goes down before the page's next step can be pressed.
    await person.page.getByRole('dialog', { name: '受理，写摘要' }).waitFor({ state: 'hidden' })
    await person.presses('分办')
    await person.taps('市水务局')
    await person.reads('这个单位是被反映的对象，不能交给它办')
    await person.page.keyboard.press('Escape')
    await person.taps('延期答复')
    await person.types('为什么不能按时答复', '要等监测报告')
    await person.presses('延期答复')
    await person.reads('已延期，会告诉反映人')
    // Once only.
    await person.page
      .getByText('延期答复', { exact: true })
      .filter({ visible: true })
      .waitFor({ state: 'hidden' })
  })

  it('the clock moves on and the responsible person gets the deadline message', async () => {
    await person.become(/市生态环境局 经办/)
    const { page } = person
    const strip = page.getByLabel('打开演示工具')
    await person.restartsBy(async () => {
      await strip.click()
      await page.getByRole('radio', { name: '改时间' }).click()
      await person.taps('往前30天')
    })
    await person.reads(/^2019年12月18日 09:0\d$/)
    await strip.click()
    await page.getByRole('radio', { name: '消息盒' }).click()
    await person.reads('到期提醒')
    await person.shows('messages')
  })
})
