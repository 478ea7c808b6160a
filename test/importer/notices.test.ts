import { closeOutNotice, numberedNotice, oneCellALine, twoPlans } from './invented-lists'
import { codes, only, read } from './read'
import { printedValues } from './slices'

describe('a close-out notice with labels', () => {
  it('gives the fields without their labels', () => {
    const task = only(closeOutNotice)
    expect(task).toMatchObject({
      number: '十二',
      upperNumber: '',
      title: '青溪县省级生态环境保护督察反馈问题第十二项整改任务完成情况公示',
      goals: ['全县污水集中处理率达到90%以上。'],
      deadline: { kinds: ['fixed'], dates: ['2022-12-31'], text: '2022年12月底前' },
    })
    expect(task.units).toEqual({
      lead: [],
      responsible: ['县住房和城乡建设局'],
      supporting: [],
      supervising: [],
      accepting: [],
    })
  })

  it('takes the quoted problem out of the progress when no label names it', () => {
    expect(only(closeOutNotice).problem).toBe(
      '青溪县污水管网不完善,不落实“雨污分流”要求,群众反映强烈',
    )
  })

  it('keeps conclusions, objections and contacts out of every field', () => {
    const task = only(closeOutNotice)
    expect(JSON.stringify(printedValues(task))).not.toMatch(/整改结论|异议|受理部门|0000/)
  })

  it('counts the notice and reports a year that cannot be right', () => {
    expect(only(closeOutNotice).notice).toEqual({
      from: '2021-12-06',
      to: '2021-12-10',
      statedDays: 5,
      statedUnit: '天',
      workingDays: 5,
      calendarDays: 5,
    })
    expect(codes(closeOutNotice)).toEqual(['DATE_YEAR_OFF'])
    expect(codes(closeOutNotice.replace('2022年12月底前', '2021年12月底前'))).toEqual([])
  })

  it('reports a number in the title unlike the one in the list, and keeps both', () => {
    const text = closeOutNotice.replace('问题编号:第十二项', '问题编号:第十三项')
    expect(only(text).number).toBe('十三')
    expect(codes(text)).toContain('NUMBER_DIFFERS')
    expect(codes(closeOutNotice.replace('问题编号:第十二项', '问题编号:12'))).not.toContain(
      'NUMBER_DIFFERS',
    )
  })
})

describe('a notice with numbered headings and broken print', () => {
  it('leaves what is broken empty and proposes a reading', () => {
    const task = only(numberedNotice)
    expect(task.number).toBe('')
    expect(task.deadline).toEqual({ kinds: ['fixed'], dates: [], text: '20259月底前' })
    expect(task.notice).toMatchObject({
      from: '',
      to: '',
      statedDays: 10,
      statedUnit: '工作日',
      workingDays: null,
    })
    expect(task.unsure.map(({ field, proposed }) => [field, proposed])).toEqual([
      ['number', '2025319、2025320'],
      ['deadline.dates', '2025-09-30'],
      ['notice.from', '2025-09-01'],
      ['notice.to', '2025-09-12'],
    ])
    expect(codes(numberedNotice)).toEqual([
      'NUMBERS_RUN_TOGETHER',
      'DATE_BROKEN',
      'DATE_BROKEN',
      'DATE_BROKEN',
    ])
  })

  it('keeps the party committee and the management committee of one place as one unit', () => {
    expect(only(numberedNotice).units.responsible).toEqual(['青溪园区党工委、管委会'])
  })

  it('cuts the objection sentence off the progress it stands behind', () => {
    expect(only(numberedNotice).progressText).toBe('经核查,已完成整改。')
    expect(only(numberedNotice).measures.map((measure) => measure.text)).toEqual([
      '砂石裸土已覆盖,每日2次洒水清扫',
      '每日作业后清扫。',
    ])
  })

  it('treats a section of unknown name as the end of the one before', () => {
    const text = numberedNotice.replace(
      '六、整改完成情况',
      '六、群众走访\n走访10户。\n七、整改完成情况',
    )
    expect(only(text).deadline.text).toBe('20259月底前')
    expect(only(text).progressText).toBe('经核查,已完成整改。')
  })
})

describe('a table flattened to one cell a line', () => {
  it('finds labels broken over lines', () => {
    const task = only(oneCellALine)
    expect(task.problem).toBe('云岭市等3个市大气环境质量改善不力(省整改任务第三十一项)。')
    expect(task.deadline).toMatchObject({ dates: ['2020-12-31'], text: '2020年12月' })
    expect(task.goals).toEqual(['大气环境质量持续改善。'])
  })

  it('takes the province plan’s number as the upper number', () => {
    expect(only(oneCellALine)).toMatchObject({ number: '', upperNumber: '三十一' })
  })

  it('parts lead and responsible units and reports the empty bracket', () => {
    expect(only(oneCellALine).units).toMatchObject({
      lead: ['市生态环境局'],
      responsible: ['市发改委', '市公安局', '各县市区()党委和人民政府', '各园区党工委和管委会'],
    })
    expect(codes(oneCellALine)).toContain('EMPTY_BRACKET')
  })

  it('gives a measure the units in its bracket and the deadline in its words', () => {
    const [first, second] = only(oneCellALine).measures
    expect(first).toMatchObject({
      text: '成立领导小组,层层签订目标责任书。',
      units: { responsible: ['市委办', '市政府办'] },
    })
    expect(second?.deadline).toMatchObject({ kinds: ['recurring', 'fixed'], dates: ['2017-12-31'] })
  })
})

describe('a notice that cites two plans', () => {
  it('takes the text of the own plan and the number of the upper one', () => {
    const task = only(twoPlans)
    expect(task).toMatchObject({ number: '', upperNumber: '十八' })
    expect(task.problem).toMatch(/^《青山市/)
    expect(task.goals).toEqual([
      '补齐管网短板。(编号:十八(一))',
      '加快问题清理整治。各市严格落实责任,进一步加大清理',
    ])
    // A notice of a close-out that does not say what was done.
    expect(codes(twoPlans)).toEqual(['READING_DOUBTFUL'])
  })

  it('takes the own plan’s number where it is printed', () => {
    const text = twoPlans.replace('建设滞后。”', '建设滞后。”(编号:第九项)')
    expect(only(text)).toMatchObject({ number: '九', upperNumber: '十八' })
  })
})

describe('text that is no list', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    [
      'a plan in prose',
      '一、工作目标\n(一)整改到位。\n二、主要措施\n(一)明确责任单位、整改时限、整改目标和整改措施。',
    ],
    ['a letter', '尊敬的领导:\n你好。关于整改措施落实情况,我们已经知悉。\n此致'],
  ])('answers %s with IMPORT.NOT_A_LIST and no task', (_name, text) => {
    const result = read(text)
    expect(result.tasks).toEqual([])
    expect(result.faults.map((fault) => fault.code)).toEqual(['IMPORT.NOT_A_LIST'])
  })
})

it.each([
  ['一、', '二、', '三、'],
  ['1、', '2、', '3、'],
  ['1.', '2.', '3.'],
])(
  'a section over (一)整改方案措施 and (二)整改落实情况 has no text of its own: %s',
  (...marks) => {
    const [first, second, third] = marks
    const { tasks } = read(
      `${first}反馈意见问题情况\n某市粪污利用工作滞后。\n${second}责任单位\n某市人民政府\n${third}整改情况\n(一)整改方案措施\n取消三个子项目,调整资金用途。\n(二)整改落实情况\n共完成177个项目,全部通过验收。\n`,
    )
    expect(tasks[0]?.measures.map(({ text }) => text)).toEqual(['取消三个子项目,调整资金用途。'])
    expect(tasks[0]?.progressText).toBe('共完成177个项目,全部通过验收。')
  },
)
