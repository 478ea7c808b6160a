import { centralList } from './invented-lists'
import { codes, only, read } from './read'

describe('a list of many tasks', () => {
  it('finds each task under its numbered heading', () => {
    const { tasks, faults } = read(centralList)
    expect(tasks.map((task) => [task.number, task.parentNumber, task.problem.slice(0, 4)])).toEqual(
      [
        ['一', '', '一些地方'],
        ['二', '', '大气污染'],
        ['三', '', '某湖水质'],
      ],
    )
    expect(faults).toEqual([])
  })

  it('keeps a section heading out of the task before it', () => {
    expect(read(centralList).tasks[1]?.measures.map((measure) => measure.text)).toEqual([
      '优化产业结构。',
      '强化移动源管控。',
    ])
  })

  it('gives the parent’s number when numbers begin anew under each heading', () => {
    const text = centralList.replace('(三)某湖', '(一)某湖')
    expect(read(text).tasks.map((task) => [task.parentNumber, task.number])).toEqual([
      ['一', '一'],
      ['一', '二'],
      ['二', '一'],
    ])
    expect(codes(text)).toEqual([])
  })

  it('reports one number on two tasks', () => {
    expect(codes(centralList.replace('(三)某湖', '(二)某湖'))).toContain('NUMBER_TWICE')
  })

  it('reads units and deadline of a measure from labelled and unlabelled brackets', () => {
    const measures = read(centralList).tasks[0]?.measures ?? []
    expect(measures.map((measure) => measure.text)).toEqual([
      '加强理论学习。',
      '2021年12月底前修订考核办法。',
      '完善督察制度。',
    ])
    expect(measures[0]).toMatchObject({
      units: { responsible: ['省委组织部', '省委宣传部'] },
      deadline: { kinds: ['longTerm'] },
    })
    expect(measures[1]).toMatchObject({
      units: { lead: ['省生态环境厅'], supporting: ['省财政厅', '省审计厅'] },
      deadline: { kinds: ['fixed'], dates: ['2021-12-31'] },
    })
    expect(measures[2]).toMatchObject({
      units: { lead: ['省生态环境厅'], responsible: ['省发展改革委', '省司法厅'] },
      deadline: { kinds: ['fixed'], dates: ['2022-06-30'] },
    })
  })

  it('reads staged, ranged and combined deadlines', () => {
    expect(
      read(centralList).tasks.map((task) => [task.deadline.kinds, task.deadline.dates]),
    ).toEqual([
      [['immediate', 'longTerm'], []],
      [['staged'], ['2021-12-31', '2022-12-31']],
      [['range'], ['2021-01-01', '2023-12-31']],
    ])
  })

  it('fills supervising and accepting from 督导(验收)单位', () => {
    expect(read(centralList).tasks[2]?.units).toMatchObject({
      lead: ['省水利厅'],
      responsible: ['省生态环境厅', '丁市党委和政府'],
      supervising: ['省生态环境厅'],
      accepting: ['省生态环境厅'],
    })
  })
})

const measureLabels = `整改任务清单
1.问题:污水处理厂超标排放。
整改目标:稳定达标。
整改措施:
1.实施提标改造。
责任单位:县住建局
完成时限:2020年6月底前
2.加强日常监管。
责任单位:县环保局
完成时限:长期坚持
牵头单位:县政府
整改时限:2020年12月底
2.问题:采砂破坏生态。
整改目标:恢复生态。
整改措施:
1.取缔采砂点。
责任单位:县水利局
完成时限:2021年1月底前
牵头单位:县水利局
整改时限:2020年10月底
联系人:王某某
`

describe('measures with labels of their own', () => {
  it('gives the labels behind an item to the item and those behind the last to the task', () => {
    const [first, second] = read(measureLabels).tasks
    expect(first).toMatchObject({
      number: '1',
      units: { lead: ['县政府'], responsible: [] },
      deadline: { dates: ['2020-12-31'] },
    })
    expect(first?.measures).toMatchObject([
      {
        text: '实施提标改造。',
        units: { responsible: ['县住建局'] },
        deadline: { dates: ['2020-06-30'] },
      },
      {
        text: '加强日常监管。',
        units: { responsible: ['县环保局'] },
        deadline: { kinds: ['longTerm'] },
      },
    ])
    expect(second).toMatchObject({
      number: '2',
      problem: '采砂破坏生态。',
      deadline: { text: '2020年10月底' },
    })
  })

  it('reports a measure that ends after its task', () => {
    expect(codes(measureLabels)).toEqual(['MEASURE_AFTER_TASK'])
  })
})

describe('numbering', () => {
  const withMeasures = (words: string): string[] =>
    only(`反馈问题:某河污染。\n责任单位:某县政府\n整改措施:${words}`).measures.map(
      (measure) => measure.text,
    )

  it.each([
    ['1. 2.', '1.截污。2.清淤。'],
    ['1、 2、', '\n1、截污。\n2、清淤。'],
    ['(1) (2)', '(1)截污。(2)清淤。'],
    ['full width (一) (二)', '\n（一）截污。\n（二）清淤。'],
    ['一是 二是', '一是截污。二是清淤。'],
    ['①②', '①截污。②清淤。'],
    ['no numbers, a line each', '\n截污。\n清淤。'],
  ])('splits measures at %s', (_style, words) => {
    expect(withMeasures(words)).toEqual(['截污。', '清淤。'])
  })

  it('does not split at decimals, years or numbers out of turn', () => {
    expect(withMeasures('1.新建管网2.5公里,投资3.2亿元。2.2021年6月底前完工。')).toEqual([
      '新建管网2.5公里,投资3.2亿元。',
      '2021年6月底前完工。',
    ])
  })

  it('takes numbers in Chinese and Arabic figures as printed', () => {
    const number = (words: string): string =>
      only(`问题编号:${words}\n反馈问题:某河污染。\n责任单位:某县政府`).number
    expect(number('第二十七项')).toBe('二十七')
    expect(number('第27项')).toBe('27')
    expect(number('XF-2021-003')).toBe('XF-2021-003')
  })
})

describe('labels and items in one line', () => {
  it('gives a label behind an item of its own line to the item', () => {
    const text =
      '一、整改任务：某厂运行不稳定。\n二、整改措施：\n1.加强运维。\n2.加强监测。责任单位：县生态环境局\n三、整改时限：2023年底\n'
    const task = only(text)
    expect(task.units.responsible).toEqual([])
    expect(task.measures.map((one) => one.units.responsible)).toEqual([[], ['县生态环境局']])
  })

  it('gives a label behind items that share one line to the task', () => {
    const task = only(
      '整改任务:某河污染。整改措施:(一)截污。(二)清淤。责任单位:某县政府。整改时限:2023年底',
    )
    expect(task.units.responsible).toEqual(['某县政府'])
    expect(task.measures.map((one) => one.text)).toEqual(['截污。', '清淤。'])
  })

  it('splits 一是,二是,三是 inside one sentence', () => {
    const task = only(
      '反馈问题:某河污染。\n整改措施:一是截污,二是清淤,三是补水。\n责任单位:某县政府',
    )
    expect(task.measures.map((one) => one.text)).toEqual(['截污', '清淤', '补水。'])
  })

  it('takes the annex’s upper number when the title prints another, and says so', () => {
    const text =
      '某市(省整改任务第12项)完成情况公示表\n反馈问题:某河污染(省整改任务第十三项)。\n责任单位:某县政府\n完成情况:已完成。\n'
    expect(only(text).upperNumber).toBe('十三')
    expect(codes(text)).toEqual(['NUMBER_DIFFERS'])
    expect(codes(text.replace('第12项', '第13项'))).toEqual([])
  })
})

describe('a list under two plans', () => {
  it('takes the deadline of the own plan and the numbers of both', () => {
    const text = `公示表
反馈问题
省相关整改方案中反馈问题
《某省整改方案》反馈“河流返黑。”（编号：第十八项）
市相关整改方案中反馈问题
《某市整改方案》反馈“白河返黑。”（编号：第七项）
整改时限
省相关整改方案中整改时限
2023年12月底前
市相关整改方案中整改时限
2023年10月底前
责任单位
市水务局
`
    expect(only(text)).toMatchObject({
      number: '七',
      upperNumber: '十八',
      deadline: { dates: ['2023-10-31'] },
    })
  })
})

it('counts 2、3家企业 as the second item', () => {
  const text =
    '反馈问题:搬迁滞后。\n责任单位:县发改局\n整改措施:1、制定方案。2、3家企业搬迁。3、严格准入。\n'
  expect(only(text).measures.map((one) => one.text)).toEqual([
    '制定方案。',
    '3家企业搬迁。',
    '严格准入。',
  ])
})
