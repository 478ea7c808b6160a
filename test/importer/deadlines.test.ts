import { readDeadline } from '@/cloudfunctions/documents/importer/deadlines'
import { readSource } from '@/cloudfunctions/documents/importer/source'
import { read } from './read'

const cell = (words: string, assumedYear: number | null = null) =>
  readDeadline(readSource(words).folded, 0, words.length, { assumedYear, inline: false })
const inline = (words: string, assumedYear: number | null = null) =>
  readDeadline(readSource(words).folded, 0, words.length, { assumedYear, inline: true })

describe('a deadline of its own', () => {
  it.each([
    ['2021年9月30日前', ['fixed'], ['2021-09-30']],
    ['2021年12月底前', ['fixed'], ['2021-12-31']],
    ['12月底(前),2021年2月底', ['staged'], null],
    ['2020年2月', ['fixed'], ['2020-02-29']],
    ['2021年2月', ['fixed'], ['2021-02-28']],
    ['2020年底', ['fixed'], ['2020-12-31']],
    ['2020年年底前', ['fixed'], ['2020-12-31']],
    ['2020年末', ['fixed'], ['2020-12-31']],
    ['2022年上半年', ['fixed'], ['2022-06-30']],
    ['2022年第三季度', ['fixed'], ['2022-09-30']],
    ['2022年6月中旬', ['fixed'], ['2022-06-20']],
    ['2021.9.30', ['fixed'], ['2021-09-30']],
    ['2021-09', ['fixed'], ['2021-09-30']],
    ['二〇二一年九月三十日前', ['fixed'], ['2021-09-30']],
    ['２０２１年６月底', ['fixed'], ['2021-06-30']],
    ['2021年\n6月 底', ['fixed'], ['2021-06-30']],
    ['2020年6月底前立项,12月底前建成', ['staged'], ['2020-06-30', '2020-12-31']],
    [
      '2018年9月底前制定方案,2018年-2020年分年度实施',
      ['fixed', 'range'],
      ['2018-09-30', '2018-01-01', '2020-12-31'],
    ],
    ['即知即改,2021年起每年6月、12月各开展一次', ['immediate', 'recurring'], []],
    ['方案批复后6个月内,2022年底前', ['relative', 'fixed'], ['2022-12-31']],
    ['2021年1月至2023年12月', ['range'], ['2021-01-01', '2023-12-31']],
    ['2021年3月-5月底', ['range'], ['2021-03-01', '2021-05-31']],
    ['2016—2017年底前', ['range'], ['2016-01-01', '2017-12-31']],
    ['2021-2025年', ['range'], ['2021-01-01', '2025-12-31']],
    ['每年6月底前', ['recurring'], []],
    ['每季度末', ['recurring'], []],
    ['省出台文件后2个月完成', ['relative'], []],
    ['方案印发之日起30日内', ['relative'], []],
    ['3个月内', ['relative'], []],
    ['立行立改', ['immediate'], []],
    ['立即整改', ['immediate'], []],
    ['立行\n立改', ['immediate'], []],
    ['长期坚持', ['longTerm'], []],
    ['常态工作', ['longTerm'], []],
    ['持续推进', ['longTerm'], []],
    ['立行立改,长期坚持', ['immediate', 'longTerm'], []],
    ['2020年12月底前完成,并长期坚持', ['fixed', 'longTerm'], ['2020-12-31']],
    ['立即整改,2021年9月30日前完成', ['immediate', 'fixed'], ['2021-09-30']],
  ])('reads %s', (words, kinds, dates) => {
    const result = cell(words)
    expect(result.kinds).toEqual(kinds)
    if (dates) expect(result).toMatchObject({ dates, doubt: null, faults: [] })
    else expect(result).toMatchObject({ dates: [], faults: [{ code: 'IMPORT.DATE_WITHOUT_YEAR' }] })
  })

  it.each([
    ['20259月底前', '2025-09-30', 'DATE_BROKEN'],
    ['2016 年 6 底前', '2016-06-30', 'DATE_BROKEN'],
    ['202591日', '2025-09-01', 'DATE_BROKEN'],
    ['2025912日', '2025-09-12', 'DATE_BROKEN'],
    ['2025111日', '2025-01-11或2025-11-01', 'DATE_BROKEN'],
    ['2025年912日', '2025-09-12', 'DATE_BROKEN'],
    ['2025年9月12前', '2025-09-12', 'DATE_BROKEN'],
    ['2021年9月31日', '2021-09-30', 'DATE_IMPOSSIBLE'],
    ['2021年13月', '', 'DATE_IMPOSSIBLE'],
    ['202年6月底', '2021-06-30', 'DATE_BROKEN'],
    ['12月底前', '2021-12-31', 'DATE_WITHOUT_YEAR'],
    ['年底前', '2021-12-31', 'DATE_WITHOUT_YEAR'],
  ])('leaves %s empty and proposes %s', (words, proposed, code) => {
    const result = cell(words, 2021)
    expect(result.dates).toEqual([])
    expect(result.doubt?.proposed).toBe(proposed)
    expect(result.faults.map((fault) => fault.code)).toEqual([`IMPORT.${code}`])
  })

  it.each([
    ['2021年6月前', '2021-05-31或2021-06-30'],
    ['6月前', '2021-05-31或2021-06-30'],
    ['2020年前', '2019-12-31或2020-12-31'],
  ])('is unsure whether %s means the beginning or the end', (words, proposed) => {
    expect(cell(words, 2021)).toMatchObject({ dates: [], doubt: { proposed } })
  })

  it('proposes nothing for a date without a year in a paper without dates', () => {
    expect(cell('12月底前').doubt).toMatchObject({ proposed: '' })
  })

  it('reports a range that ends before it begins and keeps its dates', () => {
    expect(cell('2023年1月至2022年12月')).toMatchObject({
      kinds: ['range'],
      dates: ['2023-01-01', '2022-12-31'],
      faults: [{ code: 'IMPORT.DATE_ORDER' }],
    })
  })

  it('puts words of no known kind before a person', () => {
    const { tasks } = read('反馈问题:某河污染。\n整改时限:视情况而定')
    expect(tasks[0]).toMatchObject({
      deadline: { kinds: [], dates: [], text: '视情况而定' },
      unsure: [{ field: 'deadline.kinds' }],
    })
  })
})

describe('a deadline inside the words of a measure', () => {
  it.each([
    ['2025年6月底前制发规划,结合更加紧密。', ['fixed'], ['2025-06-30'], '2025年6月底前'],
    ['到2020年底,建成4个项目。', ['fixed'], ['2020-12-31'], '2020年底'],
    ['2020年底数据显示有所好转。', [], [], null],
    ['到2020年底完成4个项目。', ['fixed'], ['2020-12-31'], '2020年底'],
    ['对2016年中央督察指出的问题,全面排查。', [], [], null],
    ['2015年底前建成的企业限期治理。', [], [], null],
    ['2020年底前建成4个县级项目。', ['fixed'], ['2020-12-31'], '2020年底前'],
    ['落实《2020年底前工作方案》。', [], [], null],
    ['每季度组织督查。', ['recurring'], [], '每季度'],
    ['每日2次洒水。', [], [], null],
    ['坚持立行立改。', [], [], null],
    ['加强巡查,并长期坚持。', ['longTerm'], [], '长期坚持'],
  ])('%s', (words, kinds, dates, text) => {
    const result = inline(words)
    expect(result.kinds).toEqual(kinds)
    expect(result.dates).toEqual(dates)
    expect(result.span ? words.slice(...result.span) : null).toBe(text)
  })
})

describe('a deadline that the print leaves open', () => {
  it.each([
    ['2020年底或2021年6月底', '2020-12-31或2021-06-30'],
    ['“十四五”末', '2025-12-31'],
    ['2021年 月底前', ''],
    ['2021年6月 日前', '2021-06-30'],
  ])('%s has no date but a proposal', (words, proposed) => {
    expect(cell(words)).toMatchObject({ kinds: ['fixed'], dates: [], doubt: { proposed } })
  })
})

it('a day that a table prints as its serial number is no date, but proposed', () => {
  const printed = (words: string) =>
    read(`反馈问题:某河污染。\n责任单位:县水利局\n整改时限:${words}`).tasks[0]
  const unsure = (proposed: string) =>
    expect.objectContaining({ field: 'deadline.dates', proposed }) as unknown
  for (const words of ['44012', '44012.0']) {
    expect(printed(words)?.deadline).toMatchObject({ dates: [], text: words })
    expect(printed(words)?.unsure).toContainEqual(unsure('2020-06-30'))
  }
  expect(printed('43831')?.unsure).toContainEqual(unsure('2020-01-01'))
})

describe('a feast is no date', () => {
  it.each([
    ['2020年春节前', '2020-01-24'],
    ['2021年春节前', '2021-02-11'],
    ['2020年国庆节前', '2020-09-30'],
    ['2020年五一前', '2020-04-30'],
    // It falls on another day each year: nothing likely is known.
    ['2020年清明前', ''],
  ])('%s stays empty, is unsure and proposes %s', (words, proposed) => {
    const [task] = read(`反馈问题:某河污染。\n责任单位:县水利局\n整改时限:${words}`).tasks
    expect(task?.deadline).toMatchObject({ kinds: ['fixed'], dates: [], text: words })
    expect(task?.unsure).toContainEqual(
      expect.objectContaining({ field: 'deadline.dates', proposed }),
    )
  })
})

describe('a feast or a season without a year is a deadline that a person has to date', () => {
  // Written out: the list under test would agree with whatever it holds.
  it.each(
    '春节 元旦 元宵 清明 五一 劳动节 端午 七一 八一 中秋 国庆 十一 两会 全国两会 省两会 市两会 汛期 主汛期 雨季 梅雨季 台风季 枯水期 丰水期 冬季 夏季 春季 秋季 入冬 入夏 入汛 入秋 供暖季 供暖期 采暖季 采暖期 非采暖季 秋收 夏收 三夏 三秋 春耕 禁渔期 学期 暑假 寒假'.split(
      ' ',
    ),
  )('%s前', (feast) => {
    const words = `${feast}前`
    const [task] = read(`反馈问题:某河污染。\n责任单位:县水利局\n整改时限:${words}`).tasks
    expect(task?.deadline).toMatchObject({ kinds: ['fixed'], dates: [], text: words })
    expect(cell(words).doubt?.reason).toBe(`“${words}”没有写明是哪一天。`)
  })
})

it.each([
  '2020年"五一"前',
  '2020年“五一”前',
  '2020年"两会"召开前',
  '2020年6月“两会”前',
  '2020年‘国庆’前',
])('a feast or a meeting in quotation marks is no day of the calendar: %s', (words) => {
  const [task] = read(`反馈问题:某河污染。\n责任单位:县水利局\n整改时限:${words}`).tasks
  expect(task?.deadline.dates).toEqual([])
  expect(task?.unsure.map(({ field }) => field)).toContain('deadline.dates')
})

it.each(['二○二一年六月三十日', '二〇二一年六月三十日'])(
  'reads %s whatever its zero is, also before a task with a year of its own',
  (words) => {
    const of = (unit: string, deadline: string) =>
      `反馈问题:某河污染。\n责任单位:${unit}\n整改时限:${deadline}\n`
    const { tasks, faults } = read(
      `一、某河\n${of('县水利局', words)}\n二、某厂\n${of('县住建局', '2020年12月底前')}`,
    )
    expect(tasks.map(({ deadline }) => deadline.dates)).toEqual([['2021-06-30'], ['2020-12-31']])
    expect(tasks.flatMap(({ unsure }) => unsure)).toEqual([])
    expect(faults).toEqual([])
  },
)
