import { read } from './read'

/** Of every task: its problem, its day, and the fields that a person is asked about. */
const proposed = (text: string): [string, string[], string[]][] =>
  read(text).tasks.map(({ problem, deadline, unsure }) => [
    problem,
    deadline.dates,
    unsure.map(({ field }) => field),
  ])
const told = (text: string): string[] => [...new Set(read(text).faults.map(({ code }) => code))]

describe('a list in marks that no rule knows is proposed, and all of it told', () => {
  it('names in quotation marks over arrows', () => {
    const text = `某街道环境整治问题一张表

★1
“问题”→背街小巷乱堆杂物
“对策”→每周清理
“时间”→2023年3月底前
★2
“问题”→夜市油污入雨水井
“对策”→加装隔油池
“时间”→2023年4月底前
`
    expect(read(text).tasks.map(({ problem }) => problem)).toEqual([
      '背街小巷乱堆杂物',
      '夜市油污入雨水井',
    ])
    expect(told(text)).toContain('IMPORT.HEADS_UNKNOWN')
  })

  it('the task’s number in front of each of its names', () => {
    const text = `某区环保问题销号台账

12 区政府未按期完成老旧车淘汰
12 措施：建立车辆台账
12 期限：2021年10月底前
13 混凝土搅拌站料堆未封闭
13 措施：建设封闭料仓
13 期限：2021年11月底前
`
    const asked = ['number', 'problem', 'deadline.dates', 'measures']
    expect(proposed(text)).toEqual([
      ['区政府未按期完成老旧车淘汰', ['2021-10-31'], asked],
      ['混凝土搅拌站料堆未封闭', ['2021-11-30'], asked],
    ])
    expect(told(text)).toContain('IMPORT.HEADS_UNKNOWN')
  })

  it('and a letter with one such name is none', () => {
    expect(read('关于整改工作的通知\n12 问题：另行通知。\n请各单位做好准备。\n').tasks).toEqual([])
  })
})

describe('a neighbour’s cell or another field inside a value is told', () => {
  it.each([
    [
      'two problems side by side',
      '某区问题整改情况对照表\n| 项目 | 问题一 | 问题二 |\n| 问题描述 | 渗滤液外流 | 场地扬尘 |\n| 整改措施 | 修复收集沟 | 铺设碎石 |\n| 责任单位 | 区环卫中心 | 某街道办事处 |\n| 整改时限 | 2022年5月底前 | 2022年6月底前 |\n',
      'IMPORT.READING_DOUBTFUL',
    ],
    [
      'a name in brackets that nobody knows, behind a unit',
      '某市问题整改销号公示\n【反馈内容】污水处理设施“晒太阳”。\n【责任主体】某县政府\n【行业主管】市住房和城乡建设局\n【完成情况】全部正常运行。\n',
      'IMPORT.WORDS_LEFT',
    ],
  ])('%s', (_, text, code) => {
    expect(told(text)).toContain(code)
    expect(
      read(text)
        .tasks.flatMap(({ units }) => units.responsible)
        .join(),
    ).not.toMatch(/[【|]/)
  })
})
