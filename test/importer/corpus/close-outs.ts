import { fieldsOf, usual } from './labelled'
import type { Layout, Sample, TaskModel, TaskTruth } from './model'
import { Random } from './random'
import { marks, tasksOf } from './tasks'
import { truthOf, wholeTask } from './truth'
import { chinese } from './words'

/** Close-out notices: each holds one task, so that the size only numbers it. */
type Notice = (task: TaskModel, number: number, random: Random) => Sample

const notice =
  (print: Notice): Layout['make'] =>
  (size, seed) => {
    const [task] = tasksOf(1, seed + size, { plain: true, measures: [1, 3] })
    if (!task) throw new Error('no task')
    const random = new Random(seed + size)
    return print(task, random.int(1, 60), random)
  }

const alone = (lines: string[], truth: TaskTruth, planted: Sample['planted'] = []): Sample => ({
  text: `${lines.join('\n')}\n`,
  tasks: [truth],
  planted,
})

const counted = (fields: string[]): string[] =>
  fields.map((field, at) => `${marks.chinese(at + 1)}${field}`)

/** The city's own plan is cited with the number that the title prints, and the problem again. */
const cityPlan: Notice = (task, number) => {
  const item = `第${chinese(number)}项`
  const fields = [`整改事项\n${item},${task.problem}`, ...fieldsOf(task, { ...usual, colon: '\n' })]
  return alone(
    [
      `第二轮省督察整改公示(${item})`,
      `《某市贯彻落实第二轮省督察报告整改方案》明确的${item}整改事项已整改完成,现将整改完成情况公示如下:`,
      ...counted(fields),
    ],
    wholeTask(task, chinese(number)),
  )
}

/** 问题编号5:… opens the problem. */
const numberOpens: Notice = (task, number, random) => {
  const label = random.pick(['问题编号', '问题序号', '清单编号', '序号'])
  return alone(
    ['某县整改问题销号公示', `${label}${number}:${task.problem}`, ...fieldsOf(task, usual)],
    wholeTask(task, String(number)),
  )
}

/** Most labels lost their colons; one that kept it tells the others, one after another. */
const lostColons: Notice = (task, number) => {
  const fields = [
    `整改任务${task.problem}`,
    `整改目标${task.goals.join('')}`,
    `完成情况:${task.progress}`,
    '验收意见已完成整改,同意按程序销号。',
  ]
  return alone(
    [`某县督察整改任务(第${number}号)验收销号意见`, ...counted(fields)],
    truthOf(task.title, {
      number: String(number),
      problem: task.problem,
      goals: [task.goals.join('')],
      progressText: task.progress,
    }),
  )
}

/** A report in two sections: what is wrong and who mends it; what was to be done and what was. */
const twoSections: Notice = (task) =>
  alone(
    [
      '关于督察反馈问题整改情况的报告',
      '一、问题整改情况',
      task.problem,
      `责任单位:${task.units.print}`,
      `整改目标:${task.goals.join('')}`,
      `整改时限:${task.deadline.print}`,
      '二、整改措施及落实情况',
      `整改措施:${task.measures[0]?.text}`,
      `落实情况:${task.progress}`,
    ],
    truthOf(task.title, {
      problem: task.problem,
      units: [task.units],
      goals: [task.goals.join('')],
      deadline: task.deadline,
      measures: task.measures.slice(0, 1),
      progressText: task.progress,
    }),
  )

/** Names and texts side by side in a table; some names nobody knows, and their texts are told. */
const namedCells: Notice = (task, number, random) => {
  const unknown = random.pick(['社会监督联系人及电话', '核查完成情况', '公众评议'])
  const cells = [
    ['整改任务', `第二轮省级督察第${chinese(number)}项整改任务:${task.problem}`],
    ['整改责任单位', task.units.print],
    ['整改目标', task.goals.join('')],
    ['整改措施', task.measures[0]?.text],
    ['地方上报完成情况', task.progress],
    ['整改时间', task.deadline.print],
    [unknown, '某某'],
  ]
  return alone(
    [
      `督察整改任务整改验收的公示(第${chinese(number)}项整改任务)`,
      ...cells.map(([name, text]) => `${name} |\n${text} |`),
    ],
    wholeTask(task, chinese(number), {
      goals: [task.goals.join('')],
      measures: task.measures.slice(0, 1),
      progressText: task.progress,
    }),
    [{ code: 'IMPORT.WORDS_LEFT' }],
  )
}

/** 三、整改任务及措施 over the places, each with its problem, measure and limit. */
const places = (size: number, seed: number): Sample => {
  const tasks = tasksOf(Math.max(2, size), seed, { plain: true, measures: [1, 1] })
  const lines = tasks.map((task) =>
    [
      `${marks.bracket(task.number)}某${task.number}区。`,
      `存在的问题:${task.problem}`,
      `整改措施:${task.measures[0]?.text}`,
      `整改期限:${task.deadline.print}`,
    ].join('\n'),
  )
  return {
    text: `某市专项整改工作方案\n一、指导思想\n统筹推进整改。\n二、整改目标\n全部整改到位。\n三、整改任务及措施\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        measures: task.measures,
        deadline: task.deadline,
      }),
    ),
    planted: [],
  }
}

export const closeOutLayouts: Layout[] = [
  { name: 'notice-city-plan', about: 'the own number, cited again', make: notice(cityPlan) },
  { name: 'notice-number-opens', about: '问题编号5:…', make: notice(numberOpens) },
  { name: 'notice-lost-colons', about: 'labels without colons', make: notice(lostColons) },
  {
    name: 'notice-two-sections',
    about: '问题整改情况, 整改措施及落实情况',
    make: notice(twoSections),
  },
  { name: 'notice-named-cells', about: 'cells of unknown name, told', make: notice(namedCells) },
  { name: 'places', about: '整改任务及措施 over places', make: places },
]
