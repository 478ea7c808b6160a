import { readFileSync } from 'node:fs'
import type { Person } from './support/person'
import { onStage } from './support/stage'

jest.setTimeout(240_000)

/** The office's half, on its wide screen: the notice, the decision, the file, and what came back. */
describe('the way to close-out, on the office’s desk', () => {
  const stage = onStage('board')
  let office: Person
  beforeAll(async () => {
    office = stage.person
    await office.become(/综合协调 市整改办/)
  })

  const opensTask = async (task: RegExp) => {
    await office.opens('subpackages/unit/ledger/index')
    await office.reads(/^(先列出|共)\d+项$/)
    await office.page.keyboard.press('/')
    await office.page.locator('#ledger-search input:focus').fill(task.source)
    await office.reads('共1项')
    await office.presses(task)
    await office.follows('打开整页')
    await office.page.waitForURL(/unit\/task/)
    await office.reads('验收和办结')
  }

  it('the notice stands with its days, who checked it, and where each word comes from', async () => {
    await opensTask(/水产养殖尾水/)
    await office.taps('审查公开内容')
    await office.page.waitForURL(/office\/release/)
    await office.reads(/拟办结公示/)
    await office.reads('公示期：11月12日至11月25日')
    await office.reads('第10天')
    await office.taps('尾水沉淀后排放。')
    await office.reads('台账：清单里的整改目标，原文')
    await office.reads('没有没办完的异议')
    // What a person wrote stands marked, and can be taken back; both check it anew.
    await office.taps('水产养殖尾水未经沉淀排入河道。')
    await office.presses('改文字')
    await office.types('写成什么', '养殖尾水没有沉淀就排进河里。')
    await office.presses('改文字')
    await office.reads('人改过1处')
    await office.reads('原来写“水产养殖尾水未经沉淀排入河道。”')
    await office.reads(/公示稿还差2人审$/)
    await office.presses('催一下')
    await office.reads('已催，对方马上收到通知')
    await office.reads(/^等整改办审，共\d+处$/)
    // 逐处看: each place that is opened is kept, and none may be left.
    await office.taps('尾水沉淀后排放。')
    await office.reads(/^看了1处，还有\d+处$/)
    await office.reads(/^还有\d+处没看，不能审$/)
    // Photos go with it as the office chooses them; none is a choice too.
    await office.reads('整改前后照片，1组随公示公开')
    await office.shows('notice-desk-board')
    await office.presses('选照片')
    await office.reads(/^和现在选的一样/)
    await office.page.getByRole('switch', { name: /^第1组放进公示/ }).click()
    await office.presses('公示里不放照片')
    await office.reads('没有选，公示里不放照片')
    await office.presses('问题改回原文')
    await office.reads('已改回台账的原文')
  })

  it('the leading group’s decision is recorded, and the task is closed', async () => {
    await opensTask(/病死畜禽收集点/)
    await office.presses('批准销号')
    await office.types('领导小组决定的文号', '茂整改〔2019〕9号')
    await office.presses('批准销号')
    await office.reads(/茂整改〔2019〕9号/)
    await office.reads('已验收销号')
  })

  it('the file of a closed task tells its life, and that nothing was changed', async () => {
    await opensTask(/病死畜禽收集点/)
    await office.taps(/看记录有没有被改过/)
    await office.page.waitForURL(/papers\/case-file/)
    await office.reads(/前后都接得上/)
    await office.reads('已验收销号')
    await office.reads(/病死畜禽收集点没有防渗措施，没有上传的证据/)
    // What goes to paper is the list alone, each piece with its whole fingerprint.
    await office.page.evaluate(() => {
      HTMLIFrameElement.prototype.remove = () => undefined
    })
    await office.presses('打印目录')
    const paper = office.page.frameLocator('iframe[title^="第43项"]')
    await paper.locator('td', { hasText: '茂农函〔2019〕31号' }).waitFor({ state: 'attached' })
    await office.shows('case-file-board')
  })

  it('a stranger checks the exported chain in the browser: by file, and by what was pasted', async () => {
    await opensTask(/病死畜禽收集点/)
    await office.taps(/看记录有没有被改过/)
    await office.page.waitForURL(/papers\/case-file/)
    const download = office.page.waitForEvent('download')
    await office.presses('导出存证文件')
    const text = readFileSync(await (await download).path(), 'utf8')
    const { events } = JSON.parse(text) as { events: { at: number }[] }

    await office.become(/群众乙/)
    await office.opens('subpackages/papers/check/index')
    const chooser = office.page.waitForEvent('filechooser')
    await office.presses('选存证文件')
    const file = { name: '存证.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await (await chooser).setFiles(file)
    await office.reads(`没有被改过：${events.length}条记录，前后都接得上`)

    // One event told otherwise: the first break is named, and when it was.
    events[2] = { ...events[2]!, at: events[2]!.at + 60_000 }
    await office.presses('换一份')
    await office.types('或者粘贴文件里的字', JSON.stringify({ ...JSON.parse(text), events }))
    await office.presses('核对')
    await office.reads(/^从第3条断开/)
    await office.become(/综合协调 市整改办/)
  })

  it('the upper level’s word is recorded with its remarks, and its signed paper is filed', async () => {
    await opensTask(/规模养殖场在线监控/)
    await office.presses('上级同意销号')
    await office.types('上级文件的文号', '粤环函〔2019〕12号')
    await office.types('上级的意见（可不填）', '同意销号，按季回头看')
    await office.addsPaper('加盖章件', '省里复函.png')
    await office.presses('上级同意销号')
    await office.reads('盖章件1份，在卷宗里')
    await office.reads('同意销号，按季回头看')
    await office.taps(/看记录有没有被改过/)
    await office.page.waitForURL(/papers\/case-file/)
    await office.reads('省里复函.png')
  })

  it('a task is cancelled with its reason, and is public no longer', async () => {
    await office.opens('subpackages/unit/ledger/index')
    await office.page.keyboard.press('/')
    await office.page.locator('#ledger-search input:focus').fill('粪污处理设施')
    await office.presses(/粪污处理设施/)
    await office.follows('打开整页')
    await office.reads(/已公开$/)
    await office.taps('取消任务')
    await office.types('写明原因', '并到另一份清单')
    await office.presses('取消任务')
    await office.reads('市整改办：并到另一份清单')
    expect(await office.doesNotRead(/已公开$/)).toBe(true)
  })

  it('a relapse reopens the task under its number, and the case officer finds it', async () => {
    await office.become(/督导员 市整改办/)
    await office.opens('subpackages/unit/ledger/index')
    await office.taps(/废弃农药包装物/)
    await office.presses('回头看')
    await office.taps('又反弹了')
    await office.types('看到了什么', '田头又堆了一袋')
    await office.reads('又反弹了，请附一张现场照片')
    await office.addsPhoto()
    await office.presses('记下回头看')
    await office.reads('11月18日回头看，有反弹')
    await office.become(/综合协调 市整改办/)
    await opensTask(/废弃农药包装物/)
    await office.presses('重新整改')
    await office.types('发现了什么', '回头看发现田头又堆放')
    await office.types('要再做什么', '清走，补设回收点')
    await office.page
      .locator('input[type=date]')
      .filter({ visible: true })
      .last()
      .fill('2020-03-31')
    await office.presses('反弹，重新整改')
    await office.reads('已转入整改')
    await office.become(/案件查办/)
    await office.opens('subpackages/office/repeats/index')
    await office.reads(/废弃农药包装物/)
    await office.reads('重开1次')
  })
})
