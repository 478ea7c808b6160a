import { read } from './read'
import { sliceErrors } from './slices'
import type { ImportedTask } from '@/cloudfunctions/documents/importer/types'

function tasksOf(text: string): ImportedTask[] {
  const result = read(text)
  expect(sliceErrors(text, result)).toEqual([])
  return result.tasks
}

const summary = ({ number, problem, measures, units, deadline, progressText }: ImportedTask) => [
  number,
  problem,
  measures.map((one) => one.text),
  units.responsible,
  deadline.text,
  progressText,
]

describe('a table that lost its borders', () => {
  it('puts one cell a line under the heads, cells of several lines too', () => {
    const text = `水源地环境问题清理整治表
序号
水源地名称
问题类型
问题具体情况
具体整治措施
计划完成时间
责任
单位
进展情况
是否完成整治
1
青龙水库
农业面源污染
保护区内有农田30亩，
施用化肥。
1.签订协议；
2.退耕还林。
2018年12月
县水利局、县林业局
已签订协议15户。
否
2
白龙潭
交通穿越
县道穿越保护区。
建设应急池。
2019年6月底
县交通局
已建成2座。
是
注：数据截至年底。
`
    expect(tasksOf(text).map(summary)).toEqual([
      [
        '1',
        '保护区内有农田30亩，施用化肥。',
        ['签订协议；', '退耕还林。'],
        ['县水利局', '县林业局'],
        '2018年12月',
        '已签订协议15户。',
      ],
      ['2', '县道穿越保护区。', ['建设应急池。'], ['县交通局'], '2019年6月底', '已建成2座。'],
    ])
  })

  it('goes on with the next row where a cell is empty', () => {
    const text = `信访举报件边督边改公开情况表（第三批）
序号
受理编号
交办问题基本情况
行政区域
污染类型
调查核实情况
是否属实
处理和整改情况
问责情况
1
D610000201804170012
垃圾中转站气味大。
渭阳县
其他污染
经查，清运不及时。
属实
1.立即清理；2.建立制度。
约谈1人
2
D610000201804170033
夜间噪声扰民。
渭阳县
噪声
经监测，超标3分贝。
部分属实
加装隔音设施。
`
    expect(
      tasksOf(text).map((task) => [task.number, task.upperNumber, task.problem, task.progressText]),
    ).toEqual([
      ['1', 'D610000201804170012', '垃圾中转站气味大。', '1.立即清理；2.建立制度。'],
      ['2', 'D610000201804170033', '夜间噪声扰民。', '加装隔音设施。'],
    ])
  })

  it('leaves headings between the rows and leaders’ names out of the cells', () => {
    const text = `问题清单
序号
问题编号
反馈问题
整改措施
责任单位
责任领导
整改时限
一、大气方面
1
DQ-01
无组织排放。
开展治理。
县工信局
王某某
2021年6月
二、水方面
2
S-01
污水直排。
建设管网。
县住建局
赵某某
长期坚持
`
    expect(tasksOf(text).map(summary)).toEqual([
      ['1', '无组织排放。', ['开展治理。'], ['县工信局'], '2021年6月', ''],
      ['2', '污水直排。', ['建设管网。'], ['县住建局'], '长期坚持', ''],
    ])
  })

  it('parts a row a line whose borders became blanks', () => {
    const text = `整改清单
序号 存在问题 整改措施 责任单位 整改时限
1 粪污露天堆放 建设堆粪场 县农业农村局 2021年6月底前
2 砂场未覆盖 1.覆盖防尘网；2.加强巡查 县水利局、县城管局 立行立改
`
    expect(tasksOf(text).map(summary)).toEqual([
      ['1', '粪污露天堆放', ['建设堆粪场'], ['县农业农村局'], '2021年6月底前', ''],
      ['2', '砂场未覆盖', ['覆盖防尘网；', '加强巡查'], ['县水利局', '县城管局'], '立行立改', ''],
    ])
  })

  it('is no list where only heads are printed', () => {
    expect(read('序号\n问题\n整改措施\n责任单位\n完成时限\n').tasks).toEqual([])
  })

  it('costs no more for a text of nothing but heads', () => {
    const text = '序号\n问题\n整改措施\n责任单位\n'.repeat(2600)
    const before = process.cpuUsage()
    read(text)
    // Ten times the usual cost in this process, whatever else the machine does: only growth by the square reaches it.
    expect(process.cpuUsage(before).user).toBeLessThan(20_000_000)
  })
})

describe('the head of a table', () => {
  it.each([
    [
      '序号|重点任务|责任单位|完成时限\n牵头单位|配合单位\n1|减排|市环保局|市工信局|2022年底前\n2|治水|市水利局|市住建局|2023年底\n',
    ],
    [
      '| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| 牵头单位 | 配合单位 |\n| 1 | 减排 | 市环保局 | 市工信局 | 2022年底前 |\n| 2 | 治水 | 市水利局 | 市住建局 | 2023年底 |\n',
    ],
    [
      '| 序号 | 重点任务 | 责任单位 | | 完成时限 |\n| | | 牵头单位 | 配合单位 | |\n| 1 | 减排 | 市环保局 | 市工信局 | 2022年底前 |\n| 2 | 治水 | 市水利局 | 市住建局 | 2023年底 |\n',
    ],
  ])('reads two units under one head, however the second line is printed: %#', (text) => {
    expect(
      tasksOf(text).map(({ units, deadline }) => [units.lead, units.supporting, deadline.text]),
    ).toEqual([
      [['市环保局'], ['市工信局'], '2022年底前'],
      [['市水利局'], ['市住建局'], '2023年底'],
    ])
  })

  it('joins rows that print a merged number and problem again', () => {
    const text = `| 序号 | 整改任务 | 整改措施 | 责任单位 | 整改时限 |
| 1 | 修复滞后 | 1.编制方案 | 市自然资源局 | 2021年3月底前 |
| 1 | 修复滞后 | 2.组织实施 | 各县（区）人民政府 | 2021年12月底前 |
| 2 | 贮存不规范 | 建设危废间 | 市环保局 | 2021年6月底前 |
`
    const [first, second] = tasksOf(text)
    expect(first?.measures).toMatchObject([
      { text: '编制方案', units: { responsible: ['市自然资源局'] } },
      { text: '组织实施', deadline: { dates: ['2021-12-31'] } },
    ])
    expect(second?.number).toBe('2')
  })

  it('passes over rule lines and numbers of the first cell of a form', () => {
    const rows = '|:-:|---|:-:|\n| 1 | 养猪场直排。 | 责令清理。 |\n'
    expect(tasksOf(`| 序号 | 举报问题 | 处理和整改情况 |\n${rows}`)).toHaveLength(1)
    const form = '| 问题编号 | X2SC201709 |\n| 反馈问题 | 烟气直排。 |\n| 责任单位 | 某县政府 |\n'
    expect(tasksOf(form)[0]?.number).toBe('X2SC201709')
  })
})
