import type { Layout, Sample, TaskModel } from './model'
import { Random } from './random'
import { marks, measureOf, oneMeasureTasks } from './tasks'
import { truthOf } from './truth'

/** Forms that pages of counties and firms showed: letters, ledgers of a firm, reports in sections. */

const caseOf = (random: Random, task: TaskModel): string => {
  const day = `2022041${random.int(0, 9)}`
  const place = String(task.number).padStart(4, '0')
  return random.pick([`FJ-X-${day}-${place}`, `D3SC${day}${place}`, `X2NM${day}${place}`])
}

/** 1、FJ-X-20220410-0021(重点件) 反映情况:…: the case behind the ordinal, the fields behind it. */
const casesBehind = (size: number, seed: number): Sample => {
  const random = new Random(seed + 21)
  const heavy = random.pick(['', '(重点件)'])
  const cases = new Map<number, string>()
  const tasks = oneMeasureTasks(size, seed, { fewest: 1 })
  const lines = tasks.map((task) => {
    const letter = caseOf(random, task)
    cases.set(task.number, letter)
    return [
      `${marks.comma(task.number)}${letter}${heavy} 反映情况:${task.problem}`,
      `调查核实情况:经现场核查,反映情况属实。`,
      `处理整改情况:${task.progress}`,
      `责任单位:${task.units.print}`,
    ].join('\n')
  })
  return {
    text: `督察组转办群众信访举报件办理情况\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        units: [task.units],
        progressText: task.progress,
      })
      truth.fields.upperNumber = { value: cases.get(task.number) }
      return truth
    }),
    planted: [],
  }
}

/** 转办信访件(编号D4JN20241031009)…公示: a letter's case in the introduction of its close-out. */
const caseNotice = (_: number, seed: number): Sample => {
  const random = new Random(seed + 22)
  const [task] = oneMeasureTasks(1, seed, { fewest: 1 })
  if (!task) throw new Error('no task')
  const letter = `D4JN2024103${random.int(1000, 1999)}`
  const truth = truthOf(task.title, {
    problem: task.problem,
    goals: task.goals,
    progressText: task.progress,
  })
  truth.fields.upperNumber = { value: letter }
  return {
    text: [
      `省生态环保督察转办信访件(编号${letter})相关内容已整改完成,现将有关整改情况公示如下:`,
      `一、整改问题:${task.problem}`,
      `二、整改目标:${task.goals[0]}`,
      `三:整改完成情况:`,
      task.progress,
      '',
    ].join('\n'),
    tasks: [truth],
    planted: [],
  }
}

/** A cell a paragraph, long cells of several, in a table of letters; the towns and offices in one column. */
const flatLetters = (size: number, seed: number): Sample => {
  const random = new Random(seed + 23)
  const tasks = oneMeasureTasks(size, seed, { fewest: 1 })
  const heads = [
    '序号',
    '交办问题基本情况',
    random.pick(['涉及区县及部门', '责任单位']),
    '调查核实情况',
    '是否属实',
    random.pick(['处理处罚和问责情况', '处理和整改情况']),
    '备注',
  ]
  const offices = ['平湖县', '市生态环境局', '市公安局']
  const rows = tasks.map((task) => [
    String(task.number),
    task.problem,
    offices.join('、'),
    `经查,该点位共有5处,均无手续。`,
    `1.现场检查时未采取防渗措施。`,
    `2.台账记录不完整。`,
    random.pick(['属实', '部分属实', '基本属实']),
    `一、处理处罚情况`,
    `1.责令立即停止。`,
    `2.${task.progress}`,
    `二、问责情况`,
    `对有关人员予以诫勉谈话。`,
  ])
  return {
    text: `交办问题调查处理情况\n\n${[heads, ...rows].map((row) => row.join('\n\n')).join('\n\n\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        progressText: `一、处理处罚情况1.责令立即停止。2.${task.progress}二、问责情况对有关人员予以诫勉谈话。`,
      })
      truth.fields['units.responsible'] = { value: offices }
      return truth
    }),
    planted: [],
  }
}

/** ◆问题1 on a line of its own, over names of a place's own. */
const bulletHeads = (size: number, seed: number): Sample => {
  const random = new Random(seed + 24)
  const mark = random.pick(['◆', '●', '■', '▲'])
  const word = random.pick(['问题', '整改问题', '任务'])
  const node = random.pick(['完成节点', '整改节点', '办结时限'])
  const office = random.pick(['承办站所', '责任站所', '责任科室'])
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map((task) =>
    [
      `${mark}${word}${task.number}`,
      `问题表现:${task.problem}`,
      `整改举措:${measureOf(task)}`,
      `${node}:${task.deadline.print}`,
      `包保领导:副乡长周某某`,
      `${office}:${task.units.print}`,
    ].join('\n'),
  )
  return {
    text: `某乡突出问题整改方案\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        deadline: task.deadline,
        units: [task.units],
      }),
    ),
    planted: [],
  }
}

/** 完成日期:2023年10月底前 where no other name prints a deadline. */
const doneDays = (size: number, seed: number): Sample => {
  const random = new Random(seed + 25)
  const word = random.pick(['完成日期', '整改完成日期', '整改完成时间'])
  const limits = [
    { print: '2023年9月8日', kinds: ['fixed'], dates: ['2023-09-08'] },
    { print: '2023年10月底前', kinds: ['fixed'], dates: ['2023-10-31'] },
  ]
  const tasks = oneMeasureTasks(size, seed)
  const limit = ({ number }: TaskModel) => limits[number % 2] ?? limits[1]
  const lines = tasks.map((task) =>
    [
      `${marks.chinese(task.number)}${task.problem}`,
      `整改措施:${measureOf(task)}`,
      `责任部门:储运车间`,
      `${word}:${limit(task)?.print}`,
      `整改结果:${task.progress}`,
    ].join('\n'),
  )
  return {
    text: `某公司环保隐患自查整改清单\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: marks.chinese(task.number).slice(0, -1),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        deadline: limit(task),
        progressText: task.progress,
      })
      truth.fields['units.responsible'] = { value: ['储运车间'] }
      return truth
    }),
    planted: [],
  }
}

/** 一、存在问题 1. 2. 3. and 二、整改措施 1. 2. 3.: put together by number, and told. */
const inSections = (size: number, seed: number): Sample => {
  const random = new Random(seed + 26)
  const mark = random.pick([marks.arabic, marks.bracket, marks.arabicBracket])
  const tasks = oneMeasureTasks(size, seed)
  const counted = (words: (task: TaskModel) => string): string =>
    tasks.map((task) => `${mark(task.number)}${words(task)}`).join('\n')
  return {
    text: [
      '某街道关于督察反馈问题的整改报告',
      `一、${random.pick(['存在问题', '主要问题', '存在的主要问题'])}`,
      counted(({ problem }) => problem),
      `二、${random.pick(['整改措施', '整改举措', '具体整改措施'])}`,
      counted((task) => `${measureOf(task)}责任单位:${task.units.print}`),
      `三、整改情况`,
      counted(({ progress }) => progress),
      '四、工作要求',
      '各科室要提高认识,加强配合。',
      '',
    ].join('\n'),
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: mark(task.number).replace(/[.()]/g, ''),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        units: [task.units],
        progressText: task.progress,
      })
      for (const field of Object.values(truth.fields)) field.shown = true
      return truth
    }),
    planted: tasks.map(({ title }) => ({ code: 'IMPORT.READING_DOUBTFUL', key: title })),
  }
}

export const pageLayouts: Layout[] = [
  { name: 'cases-behind', about: 'a letter’s case behind the ordinal', make: casesBehind },
  { name: 'case-notice', about: 'a letter’s case in the introduction', make: caseNotice },
  { name: 'table-flat-letters', about: 'letters, a paragraph a cell or less', make: flatLetters },
  { name: 'bullet-heads', about: '◆问题1 over words of a place’s own', make: bulletHeads },
  { name: 'done-days', about: '完成日期 is the deadline', make: doneDays },
  { name: 'in-sections', about: 'problems and measures in sections, told', make: inSections },
]
