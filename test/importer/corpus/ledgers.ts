import type { Layout, Sample, TaskModel } from './model'
import { Random } from './random'
import { marks, measureOf, oneMeasureTasks, tasksOf } from './tasks'
import { truthOf, wholeTask } from './truth'
import { chinese } from './words'

/** Forms of ledgers and plans that sets of published-like lists showed: numbers, duties and names in their own places. */

const pairs = [
  ['市农业农村局', '某县人民政府'],
  ['市水务局', '某区人民政府'],
  ['市林业局', '某镇人民政府'],
] as const
const pairOf = (at: number): readonly [string, string] => pairs[at % pairs.length] ?? pairs[0]

/** 1.…。由某局牵头,某政府负责,2020年6月底前完成。: who and until when in the last sentence of each measure. */
const dutySentences = (size: number, seed: number): Sample => {
  const random = new Random(seed + 61)
  const [by, does] = [random.pick(['由', '']), random.pick(['负责', '配合', '落实'])]
  const tasks = tasksOf(Math.max(2, size), seed, { plain: true, measures: [2, 3], short: true })
  const limitOf = (at: number): [string, string] => [
    `${2020 + (at % 4)}年6月底前完成`,
    `${2020 + (at % 4)}-06-30`,
  ]
  const measure = (task: TaskModel, at: number): string => {
    const [lead, other] = pairOf(task.number + at)
    return `${marks.arabic(at + 1)}${task.measures[at]?.text}${by}${lead}牵头,${other}${does},${limitOf(at)[0]}。`
  }
  return {
    text: `某市督察组反馈意见整改措施分工方案\n${tasks
      .map((task) =>
        [
          `${marks.chinese(task.number)}${task.problem}`,
          '整改措施:',
          ...task.measures.map((_, at) => measure(task, at)),
        ].join('\n'),
      )
      .join('\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        measures: task.measures,
      })
      task.measures.forEach((_, at) => {
        const [lead, other] = pairOf(task.number + at)
        const path = `measures[${at}]`
        truth.fields[`${path}.units.lead`] = { value: [lead] }
        const role = does === '配合' ? 'supporting' : 'responsible'
        truth.fields[`${path}.units.${role}`] = { value: [other] }
        truth.fields[`${path}.deadline.text`] = { value: limitOf(at)[0] }
        truth.fields[`${path}.deadline.kinds`] = { value: ['fixed'] }
        truth.fields[`${path}.deadline.dates`] = { value: [limitOf(at)[1]] }
      })
      return truth
    }),
    planted: [],
  }
}

/** 1 on a line of its own, then 反馈问题:…: what the first column of a table became. */
const numberLines = (size: number, seed: number): Sample => {
  const random = new Random(seed + 62)
  const label = random.pick(['反馈问题', '存在问题', '整改任务'])
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map((task) =>
    [
      String(task.number),
      `${label}:${task.problem}`,
      `责任单位:${task.units.print}`,
      `整改时限:${task.deadline.print}`,
      `整改目标:${task.goals[0]}`,
      `整改措施:${measureOf(task)}`,
    ].join('\n'),
  )
  return {
    text: `某省贯彻落实督察反馈意见整改措施清单\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => wholeTask(task, String(task.number))),
    planted: [],
  }
}

/** 问题一、…问题 over 【问题概述】 and 【牵头领导】: the head names the task, a field tells the problem. */
const namedHeads = (size: number, seed: number): Sample => {
  const random = new Random(seed + 63)
  const [said, who] = [
    random.pick(['问题概述', '问题描述', '反馈问题']),
    random.pick(['牵头领导', '责任领导', '包案领导']),
  ]
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map((task) =>
    [
      `问题${chinese(task.number)}、某地第${task.number}处污染问题`,
      `【${said}】${task.problem}`,
      `【${who}】副市长 某某`,
      `【责任单位】${task.units.print}`,
      `【整改时限】${task.deadline.print}`,
      `【整改目标】${task.goals[0]}`,
      `【整改措施】${measureOf(task)}`,
    ].join('\n'),
  )
  return {
    text: `某市贯彻落实督察报告整改方案\n重点问题整改清单\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => wholeTask(task, chinese(task.number))),
    planted: [],
  }
}

/** 问题 | 整改任务 | 责任主体: the second of the two is what is to be done. */
const workColumn = (size: number, seed: number): Sample => {
  const random = new Random(seed + 64)
  const bar = random.pick(['\t', '|'])
  const heads = [
    '序号',
    random.pick(['问题', '存在问题', '曝光问题']),
    random.pick(['整改任务', '主要整改任务']),
    random.pick(['责任主体', '整改责任主体']),
    random.pick(['挂包领导', '县级包联领导']),
    random.pick(['完成时限', '整改完成时限']),
    random.pick(['目前进展', '整改进展']),
  ]
  const tasks = oneMeasureTasks(size, seed)
  const rows = tasks.map((task) => [
    String(task.number),
    task.problem,
    measureOf(task),
    task.units.print,
    '李四',
    task.deadline.print,
    task.progress,
  ])
  return {
    text: `某市督察移交案件整改落实责任清单\n${[heads, ...rows].map((row) => row.join(bar)).join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        units: [task.units],
        deadline: task.deadline,
        progressText: task.progress,
      }),
    ),
    planted: [],
  }
}

/** 1-1 问题表述:… 1-2 整改目标:… below 问题一: numbers of the fields beside their names. */
const numberedNames = (size: number, seed: number): Sample => {
  const random = new Random(seed + 65)
  const mark = random.pick(['-', '.'])
  const names = [
    random.pick(['问题表述', '问题描述']),
    '整改目标',
    random.pick(['整改举措', '整改措施']),
    random.pick(['完成期限', '整改时限']),
    '责任单位',
  ]
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map((task) => {
    const values = [
      task.problem,
      task.goals[0],
      measureOf(task),
      task.deadline.print,
      task.units.print,
    ]
    return [
      `问题${chinese(task.number)}`,
      ...names.map((name, at) => `${task.number}${mark}${at + 1} ${name}:${values[at]}`),
    ].join('\n')
  })
  return {
    text: `某县督察反馈问题整改清单\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => wholeTask(task, chinese(task.number))),
    planted: [],
  }
}

/** …。整改要求:…。责任分工:某局牵头,某政府落实。时限安排:…: the fields are sentences of one paragraph. */
const oneParagraph = (size: number, seed: number): Sample => {
  const random = new Random(seed + 66)
  const [wanted, duty, until] = [
    random.pick(['整改要求', '整改目标']),
    random.pick(['责任分工', '责任单位']),
    random.pick(['时限安排', '整改时限', '完成时限']),
  ]
  const tasks = oneMeasureTasks(size, seed, { short: false })
  const lines = tasks.map((task, at) => {
    const [lead, other] = pairOf(at)
    return `${marks.bracket(task.number)}某地第${task.number}处环境问题\n${task.problem}${wanted}:${task.goals[0]}${duty}:${lead}牵头,${other}落实。${until}:${task.deadline.print}。`
  })
  return {
    text: `某市自然保护地整治工作方案\n二、重点问题\n${lines.join('\n')}\n`,
    tasks: tasks.map((task, at) => {
      const [lead, other] = pairOf(at)
      const truth = truthOf(task.title, {
        number: chinese(task.number),
        problem: `某地第${task.number}处环境问题\n${task.problem}`,
        goals: task.goals,
        deadline: task.deadline,
      })
      truth.fields['units.lead'] = { value: [lead] }
      truth.fields['units.responsible'] = { value: [other] }
      return truth
    }),
    planted: [],
  }
}

/** 责任单位:牵头单位为某局,配合单位为某镇政府: roles told in the text of the field. */
const toldRoles = (size: number, seed: number): Sample => {
  const random = new Random(seed + 67)
  const is = random.pick(['为', '是', ':'])
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map((task, at) => {
    const [lead, other] = pairOf(at)
    return [
      `${marks.bracket(task.number)}${task.problem}`,
      `整改措施:${measureOf(task)}`,
      `时间节点:${task.deadline.print}`,
      `责任单位:牵头单位${is}${lead},配合单位${is}${other}。`,
    ].join('\n')
  })
  return {
    text: `某县湖泊保护问题整改工作推进方案\n${lines.join('\n')}\n`,
    tasks: tasks.map((task, at) => {
      const [lead, other] = pairOf(at)
      const truth = truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        deadline: task.deadline,
      })
      truth.fields['units.lead'] = { value: [lead] }
      truth.fields['units.supporting'] = { value: [other] }
      return truth
    }),
    planted: [],
  }
}

/** (一)…。 and 该问题已完成整改。…: an answer to auditors in which no word names a field. */
const auditLetter = (size: number, seed: number): Sample => {
  const random = new Random(seed + 68)
  const tasks = oneMeasureTasks(size, seed)
  const told = tasks.map(
    (task) => `该问题${random.pick(['已完成整改', '正在整改'])}。${task.progress}`,
  )
  return {
    text: `某市人民政府关于专项审计查出问题整改情况的函\n一、总体情况\n逐项明确责任,认真抓好整改。\n二、具体整改情况\n${tasks
      .map((task, at) => `${marks.bracket(task.number)}${task.problem}\n${told[at]}`)
      .join('\n')}\n`,
    tasks: tasks.map((task, at) => {
      const truth = truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        ...(told[at] !== undefined && { progressText: told[at] }),
      })
      for (const field of Object.values(truth.fields)) field.shown = true
      return truth
    }),
    planted: tasks.map(({ title }) => ({ code: 'IMPORT.NO_LABELS', key: title })),
  }
}

export const ledgerLayouts: Layout[] = [
  { name: 'duty-sentences', about: 'duties in the last sentence of measures', make: dutySentences },
  { name: 'number-lines', about: '1 on a line of its own', make: numberLines },
  { name: 'named-heads', about: '问题一、…问题 over 【问题概述】', make: namedHeads },
  { name: 'table-work', about: 'a column 整改任务 beside 问题', make: workColumn },
  { name: 'names-numbered', about: '1-1 问题表述:, 1-2 整改目标:', make: numberedNames },
  { name: 'one-paragraph', about: 'fields as sentences of one paragraph', make: oneParagraph },
  { name: 'roles-told', about: '责任单位:牵头单位为…,配合单位为…', make: toldRoles },
  { name: 'audit-letter', about: 'an answer to auditors, all unsure', make: auditLetter },
]
