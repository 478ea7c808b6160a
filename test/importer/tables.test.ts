import { annexTable, cellsOnLines, letters, rowsOnLines } from './invented-lists'
import { codes, only, read } from './read'

describe('a table with a row on one or several lines', () => {
  it('reads each row under its heads', () => {
    const { tasks } = read(rowsOnLines)
    expect(
      tasks.map((task) => [task.number, task.deadline.dates, task.measures.map((one) => one.text)]),
    ).toEqual([
      ['7', ['2018-11-30'], ['立即整改']],
      ['8', ['2018-05-31'], ['立即整改']],
    ])
    expect(tasks[0]?.problem).toBe('石门水库一级保护区内有农家乐未拆除。')
  })

  it('sees that the remark column is printed in the wrong place, and says so', () => {
    const { tasks } = read(rowsOnLines)
    expect(tasks[0]?.progressText).toBe('已组织专人清理,已拆除大门。')
    expect(codes(rowsOnLines)).toEqual(['COLUMNS_SHIFTED'])
  })

  it('keeps the caption behind the table out of the last row', () => {
    expect(read(rowsOnLines).tasks[1]?.progressText).toBe('1、对取水口进行了封堵;2、拆除了管道。')
  })
})

describe('a table with one cell a line', () => {
  it('reads a division table', () => {
    const { tasks } = read(cellsOnLines)
    expect(tasks.map((task) => [task.title, task.deadline.kinds, task.deadline.dates])).toEqual([
      ['完善管理体制', ['relative'], []],
      ['完善工作机制', ['fixed'], []],
      ['推进数字化平台建设', ['longTerm'], []],
      ['开展垃圾分类试点', ['range'], ['2016-01-01', '2017-12-31']],
    ])
    expect(tasks[1]?.units.responsible).toEqual(['市住建局', '各县(区)政府', '市直园区管委会'])
  })

  it('proposes the month that lost its 月', () => {
    expect(read(cellsOnLines).tasks[1]?.unsure).toMatchObject([
      { field: 'deadline.dates', proposed: '2016-06-30' },
    ])
    expect(codes(cellsOnLines)).toEqual(['DATE_BROKEN'])
  })

  it('reads a petition table with its case number as the upper number', () => {
    expect(only(letters)).toMatchObject({
      number: '48',
      upperNumber: '2017049901',
      title: '群众信访举报转办及地方查处情况(编号:2017049901)',
      problem: '青溪县某村居民养猪,污水对环境影响很大。',
      progressText: '2017年10月30日前退出生猪养殖。',
    })
  })
})

describe('a table that is an annex of a notice', () => {
  it('takes both numbers of the cell, the heading of the annex and the notice before it', () => {
    expect(only(annexTable)).toMatchObject({
      number: '8',
      upperNumber: '9',
      title: '青溪县贯彻落实督察反馈意见整改情况',
      problem: '一些部门办理不及时。',
      notice: { from: '2022-07-22', to: '', statedDays: 10, statedUnit: '天', calendarDays: null },
    })
  })

  it('proposes the end of a notice that prints one date only', () => {
    expect(only(annexTable).unsure).toMatchObject([{ field: 'notice.to', proposed: '2022-07-31' }])
    expect(codes(annexTable)).toEqual(['NOTICE_END_MISSING', 'CUT_OFF'])
  })

  it('splits measures that stand one behind the other', () => {
    expect(only(annexTable).measures.map((measure) => measure.text.slice(0, 4))).toEqual([
      '开展领导',
      '推动积案',
      '加强跟踪',
    ])
  })
})

const bordered = `某县整改任务台账
| 序号 | 省方案序号 | 整改任务 | 整改措施 | 责任单位 | 配合单位 | 督导（验收）单位 | 整改时限 | 备注 |
|---|---|---|---|---|---|---|---|---|
| 1 | 第二十七项 | 保护区内有违法建设。 | 1.拆除违法建筑；
2.开展“回头看”。 | 县水利局（牵头）、县自然资源局 | 县公安局 | 市生态环境局 | ２０２１年６月底前 | |
| 2 | 三十一 | 污水治理率低。 | 推进管网建设。 | 各乡镇党委、政府 | 无 | 市住建局 | 2021年9月31日 | 重点 |
联系人:王某某
`

describe('a bordered table', () => {
  it('reads cells with line breaks, full-width figures and roles in brackets', () => {
    const [first, second] = read(bordered).tasks
    expect(first).toMatchObject({
      number: '1',
      upperNumber: '二十七',
      units: {
        lead: ['县水利局'],
        responsible: ['县自然资源局'],
        supporting: ['县公安局'],
        supervising: ['市生态环境局'],
        accepting: ['市生态环境局'],
      },
      deadline: { dates: ['2021-06-30'], text: '２０２１年６月底前' },
    })
    expect(first?.measures).toHaveLength(2)
    expect(second?.units).toMatchObject({ responsible: ['各乡镇党委、政府'], supporting: [] })
  })

  it('leaves a day that the calendar does not have to a person', () => {
    expect(read(bordered).tasks[1]?.deadline.dates).toEqual([])
    expect(read(bordered).tasks[1]?.unsure).toMatchObject([
      { field: 'deadline.dates', proposed: '2021-09-30' },
    ])
  })

  it('adds a row without number and problem to the task above, its unit and date to its measures', () => {
    const row = '|  |  |  | 3.设立标识标牌。 | 县生态环境分局 |  |  | 2021年9月底前 |  |\n'
    const { tasks } = read(bordered.replace('| 2 | 三十一', `${row}| 2 | 三十一`))
    expect(tasks).toHaveLength(2)
    expect(
      tasks[0]?.measures.map((one) => [one.text, one.units.responsible, one.deadline.dates]),
    ).toEqual([
      ['拆除违法建筑；', ['县自然资源局'], ['2021-06-30']],
      ['开展“回头看”。', ['县自然资源局'], ['2021-06-30']],
      ['设立标识标牌。', ['县生态环境分局'], ['2021-09-30']],
    ])
  })

  it('reports a row that lost a cell and goes on with the next one', () => {
    const { tasks, faults } = read(rowsOnLines.replace('旅游餐饮 | ', ''))
    expect(tasks[1]).toMatchObject({ number: '8', deadline: { dates: ['2018-05-31'] } })
    expect(faults.map((fault) => fault.code)).toContain('IMPORT.ROW_CELLS_DIFFER')
  })
})

describe('a column 完成日期', () => {
  const table = (head: string, ...rows: string[]) =>
    read(['某县整改台账', `|序号|存在问题|整改措施|责任单位|${head}|`, ...rows, ''].join('\n'))
  const days = (...read: ReturnType<typeof table>[]) =>
    read.flatMap(({ tasks }) => tasks.map(({ deadline }) => deadline.dates))

  it('is the deadline of what is still to be done', () => {
    const row = '|1|粪污直排。|建沉淀池。|县农业农村局|2021年6月30日|'
    expect(days(table('完成日期', row))).toEqual([['2021-06-30']])
  })

  it('beside a column of progress only where a cell sets a limit', () => {
    const head = '完成日期|整改情况'
    const row = '|1|粪污直排。|建沉淀池。|县农业农村局|2021年6月30日|已建成。|'
    const limit = '|2|扬尘。|湿法作业。|县自然资源局|2021年底前|正在推进。|'
    expect(days(table(head, row))).toEqual([[]])
    expect(days(table(head, row, limit))).toEqual([['2021-06-30'], ['2021-12-31']])
  })

  it('and the day on which it was done where another column is the deadline', () => {
    const row = '|1|粪污直排。|建沉淀池。|县农业农村局|2021年3月|2021年2月8日|'
    expect(days(table('整改时限|完成日期', row))).toEqual([['2021-03-31']])
  })
})

describe('tables without outer borders', () => {
  it('reads cells parted by tabs', () => {
    const { tasks } = read(
      '某市整改清单\n序号\t问题\t责任单位\t整改时限\n1\t渗滤液渗漏\t市城管局\t2021年6月前\n2\t扬尘\t市住建局\t12月底前\n',
    )
    expect(tasks.map((task) => task.unsure[0]?.proposed)).toEqual([
      '2021-05-31或2021-06-30',
      '2021-12-31',
    ])
  })

  it('reads lines between the rows as headings and numbers inside the text as numbers', () => {
    const text =
      '重点任务 | 牵头单位 | 责任单位 | 完成时限\n一、大气\n1.淘汰锅炉 | 市发改委 | 市住建局 | 2021年10月底前\n二、水\n2.治理河道 | 市水务局 | 市住建局等部门 | 每季度末前\n'
    const { tasks } = read(text)
    expect(tasks.map((task) => [task.number, task.title, task.units.responsible])).toEqual([
      ['1', '淘汰锅炉', ['市住建局']],
      ['2', '治理河道', ['市住建局']],
    ])
  })

  it('reads a form whose labels and values alternate', () => {
    const text =
      '某县整改任务公示表\n| 问题序号 | 第15项 | 问题来源 | 省督察 |\n| 反馈问题 | 设施运行不正常。 |\n| 责任单位 | 县住建局 | 整改时限 | 2022年底 |\n| 整改措施 | 1.排查。2.修复。 |\n'
    expect(only(text)).toMatchObject({
      number: '15',
      problem: '设施运行不正常。',
      units: { responsible: ['县住建局'] },
      deadline: { dates: ['2022-12-31'] },
      measures: [{ text: '排查。' }, { text: '修复。' }],
    })
  })

  it('tells words of a neighbour that ran over a border into the cell of the number', () => {
    const row = (number: string, problem: string): string =>
      `| ${number} | ${problem} | 县水利局 | 2021年6月底前 |\n`
    const text = `某县整改清单\n${[
      '| 序号 | 反馈问题 | 责任单位 | 整改时限 |\n',
      row('1', '某河污水直排。'),
      row('2 某镇第十二处排污口长期污水直排,', '得不到解决。'),
    ].join('')}`
    const { tasks, faults } = read(text)
    expect(tasks.map(({ number }) => number)).toEqual(['1', '2'])
    const told = faults.find(({ code }) => code === 'IMPORT.WORDS_LEFT')
    expect(text.slice(...(told?.span ?? [0, 0]))).toContain('某镇第十二处排污口')
  })
})
