import { item, listOf, longList } from '../functions/documents/office'
import type { Person } from './support/person'
import { onStage } from './support/stage'

jest.setTimeout(240_000)

/** The office's review of a whole list on a wide screen, and of the list that comes after it. */
describe('the office reviews a list of 59 tasks on a wide screen', () => {
  const stage = onStage('board')
  let office: Person
  beforeAll(async () => {
    office = stage.person
    await office.become(/综合协调 市整改办/)
  })

  const upload = (content: string, round: string) =>
    office.uploads({ name: '整改清单.txt', content, round })

  it('two drafts are merged, and the one is split again', async () => {
    await upload(longList(59), '第一轮督察')
    await office.reads('读出59项，已确认0项')
    await office.reads('原文100%的文字已归入')
    await office.taps('和下一项合成一项')
    await office.reads(/^下一项是“二、/)
    await office.presses('合成一项')
    await office.reads('读出58项，已确认0项')
    await office.taps('拆成两项')
    // The rows behind the sheet begin with the same words.
    await office.reads('从哪一行起是另一项')
    await office.shows('import-split-wide')
    await office.taps(/^二、石湖镇/)
    await office.reads('读出59项，已确认0项')
    await office.shows('import-review-board')
  })

  const own = (number: string, due?: string) =>
    item(number, { due }).replace('污水未经处理排入小东江', `第${number}处污水排入小东江`)

  it('a newer list names what changed, came and went, and writes nothing before the button', async () => {
    await upload(listOf(['一', '二', '三'].map((number) => own(number))), '第二轮督察')
    for (const [done, number] of ['一', '二', '三'].entries()) {
      // The next item's words stand in the source too: what counts is that the one before is stored.
      await office.reads(`读出3项，已确认${done}项`)
      await office.reads(new RegExp(`第${number}处污水排入小东江`))
      await office.taps('确认这一项')
    }
    await office.taps('全部入库，共3项')
    await office.reads('3项都已入库，现在是草稿')

    await upload(listOf([own('一'), own('二', '2021年6月底前'), own('四')]), '第二轮督察')
    await office.reads('和上一份比：新增1项，改动1项，没变1项')
    await office.reads(/^三 石湖镇第三处生活污水直排/)
    await office.taps('石湖镇第二处生活污水直排')
    await office.reads(/2021年6月底前/)
    await office.shows('import-newer-board')

    await office.opens('subpackages/unit/ledger/index')
    await office.page
      .getByText(/^和上一份比/)
      .first()
      .waitFor({ state: 'hidden' })
    // The demonstration's own list is longer than a page.
    await office.page.keyboard.press('/')
    await office.page.locator('#ledger-search input:focus').fill('生活污水直排')
    await office.reads(/石湖镇第三处生活污水直排/)
    expect(await office.doesNotRead(/石湖镇第四处生活污水直排/)).toBe(true)
  })

  it('a name that no unit goes by is said once, and the rest of the list knows it', async () => {
    const unit = '市住建部门'
    await upload(listOf([item('一', { unit }), item('二', { unit })]), '第三轮督察')
    await office.reads(`“${unit}”在单位库里没有，先照原文记下；指明后，以后的清单都认得`)
    await office.presses(`“${unit}”是哪个单位`)
    await office.types('搜单位名称', '住房城乡建设')
    await office.taps('市住房城乡建设局')
    await office.reads('单位库里都有')
    await office.taps('确认这一项')
    await office.reads('读出2项，已确认1项')
    await office.reads('单位库里都有')
    expect(await office.doesNotRead('是哪个单位')).toBe(true)
  })

  it('what no field holds is marked beside the source, and a count that differs is said', async () => {
    const odd = item('二').replace(/\n$/, '') + '\n包联专班:某流域整治工作专班\n'
    await office.uploads({
      name: '整改清单.txt',
      content: listOf([item('一'), odd]),
      round: '第四轮督察',
      expected: '3',
    })
    await office.reads('应有3项，读出2项，请核对原文')
    await office.taps('确认这一项')
    await office.reads('原文有1段文字没归入任何一处，请对照原文里标出的地方')
    await office.reads('没归入任何一处')
    const marked = office.page.locator('.source-pane .source-pane__mark--unread:visible')
    expect((await marked.allTextContents()).join('')).toContain('某流域整治工作专班')
  })

  it('words that may be read wrongly are told by themselves and marked in the source', async () => {
    const bare =
      '一、东河镇污水直排。\n整改目标:2022年6月底前完成清理。\n整改措施:由东河镇政府负责,立即清运。'
    await office.uploads({
      name: '整改清单.txt',
      content: listOf([bare, item('二')]),
      round: '第六轮督察',
    })
    await office.reads('读出2项，已确认0项')
    await office.reads('先对照这2处原文')
    await office.reads(/^“2022年6月底前完成”：读法没有把握/)
    await office.reads(/^“由东河镇政府负责”：读法没有把握/)
    const marked = office.page.locator('.source-pane .source-pane__mark--doubted:visible')
    expect(await marked.allTextContents()).toEqual(['2022年6月底前完成', '由东河镇政府负责'])
  })

  it('the parts of a task follow it when its number is put right', async () => {
    const part = (number: string, words: string) =>
      `${number}${words}\n责任单位:市水务局\n整改时限:2020年6月底前\n整改措施:加固粪池。`
    const whole = '一、畜禽养殖污染突出。\n整改目标:完成整治。\n责任单位:市农业农村局'
    const parts = [part('(一)', '北片养殖场未配套设施。'), part('(二)', '南片养殖场粪污外溢。')]
    await upload(listOf([[whole, ...parts].join('\n'), item('二')]), '第五轮督察')
    await office.reads('读出4项，已确认0项')
    await office.taps('展开')
    await office.presses('改编号')
    await office.types('编号', '十一')
    await office.taps('保存')
    for (const title of ['北片养殖场未配套设施', '南片养殖场粪污外溢']) {
      await office.taps(title)
      await office.taps('展开')
      await office.reads(/^所属大项$/)
      await office.reads(/^十一$/)
    }
  })
})
