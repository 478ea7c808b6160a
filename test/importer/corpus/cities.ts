import type { Layout, Sample, TaskModel } from './model'
import { Random } from './random'
import { marks, measureOf, oneMeasureTasks, tasksOf } from './tasks'
import { wholeTask } from './truth'
import { chinese } from './words'

/** The usual lists of cities with what stands between or before their words: rules, figures, next steps. */

const fieldsOf = (task: TaskModel): string[] => [
  `整改目标:${task.goals[0]}`,
  `整改措施:${measureOf(task)}`,
  `责任单位:${task.units.print}`,
  `整改时限:${task.deadline.print}`,
]

/** 1.排查… 2.4家作坊… : items that begin with what they count, in measures, progress and problems. */
const figures = (size: number, seed: number): Sample => {
  const random = new Random(seed + 71)
  const gap = random.pick(['\n', ' ', ''])
  const counted = [
    '家作坊已断水断电。',
    '处垃圾堆放点完成清运。',
    '座污水处理站恢复运行。',
    '台锅炉淘汰。',
  ]
  const itemsOf = (): string[] => {
    const some = random
      .some(counted, random.int(2, 3))
      .map((words) => `${random.int(2, 39)}${words}`)
    return random.chance(0.5) ? some : ['排查企业43家。', ...some]
  }
  const tasks = tasksOf(Math.max(2, size), seed, { plain: true, goals: [1, 1], short: true })
  const rows = tasks.map((task) => ({ task, measures: itemsOf(), done: itemsOf() }))
  const print = (items: string[]): string =>
    items.map((words, at) => `${marks.arabic(at + 1)}${words}`).join(gap)
  return {
    text: `某市督察反馈意见整改清单\n${rows
      .map(({ task, measures, done }) =>
        [
          `${marks.chinese(task.number)}${task.problem}`,
          `责任单位:${task.units.print}`,
          `整改时限:${task.deadline.print}`,
          `整改目标:${task.goals[0]}`,
          `整改措施:${print(measures)}`,
          `整改完成情况:${print(done)}`,
        ].join('\n'),
      )
      .join('\n')}\n`,
    tasks: rows.map(({ task, measures, done }) =>
      wholeTask(task, chinese(task.number), {
        measures: measures.map((text) => ({ text })),
        progressText: print(done),
      }),
    ),
    planted: [],
  }
}

/** 2.3家砖厂…: heads whose problems begin with what they count. */
const figureHeads = (size: number, seed: number): Sample => {
  const random = new Random(seed + 72)
  const tasks = oneMeasureTasks(size, seed).map((task) => {
    const problem = `${random.int(2, 39)}${random.pick(['家砖厂', '处排口', '座码头', '个小区'])}${task.problem}`
    return { ...task, problem }
  })
  return {
    text: `某县督察反馈问题整改台账\n${tasks
      .map((task) => [`${marks.arabic(task.number)}${task.problem}`, ...fieldsOf(task)].join('\n'))
      .join('\n')}\n`,
    tasks: tasks.map((task) => wholeTask(task, String(task.number))),
    planted: [],
  }
}

/** --------: a line drawn between the tasks belongs to none. */
const rules = (size: number, seed: number): Sample => {
  const random = new Random(seed + 73)
  const rule = random.pick(['-', '=', '—', '*', '_', '─']).repeat(random.int(8, 30))
  const tasks = oneMeasureTasks(size, seed)
  const codeOf = (task: TaskModel): string => `SQ-2023-${String(task.number).padStart(2, '0')}`
  return {
    text: `某镇环境问题整改一本账\n${tasks
      .map((task) =>
        [
          `问题编号:${codeOf(task)}`,
          `问题描述:${task.problem}`,
          ...fieldsOf(task),
          `整改后:${task.progress}`,
        ].join('\n'),
      )
      .join(`\n${rule}\n`)}\n`,
    tasks: tasks.map((task) => wholeTask(task, codeOf(task), { progressText: task.progress })),
    planted: [],
  }
}

/** (一)序号5。整改任务:…: several close-outs in one notice; the ordinal counts their places. */
const behindOrdinal = (size: number, seed: number): Sample => {
  const random = new Random(seed + 74)
  const [word, stop, gap] = [
    random.pick(['序号', '任务编号', '问题序号']),
    random.pick(['。', ':', ' ', '\n']),
    random.pick(['', '\n']),
  ]
  const tasks = oneMeasureTasks(size, seed)
  const numberOf = (task: TaskModel): string => String(task.number * 3 + 2)
  return {
    text: `某区督察“回头看”整改任务完成情况公示\n现公示如下:\n${tasks
      .map((task) =>
        [
          `${marks.bracket(task.number)}${word}${numberOf(task)}${stop}整改任务:${task.problem}`,
          ...fieldsOf(task).map((field) => (/。$/.test(field) ? field : `${field}。`)),
          `完成情况:${task.progress}`,
        ].join(gap),
      )
      .join('\n')}\n`,
    tasks: tasks.map((task) => wholeTask(task, numberOf(task), { progressText: task.progress })),
    planted: [],
  }
}

/** 下一步工作: behind the progress of some tasks, or of all: no field, and told. */
const nextSteps = (size: number, seed: number): Sample => {
  const random = new Random(seed + 75)
  const name = random.pick([
    '下一步工作',
    '下一步打算',
    '下一步整改措施',
    '后续工作安排',
    '下阶段计划',
  ])
  const [head, gap] = [random.pick([marks.chinese, marks.arabic]), random.pick(['\n', ''])]
  const tasks = oneMeasureTasks(size, seed)
  const has = tasks.map((_, at) => at === tasks.length - 1 || random.chance(0.3))
  return {
    text: `某县警示片披露问题整改台账\n${tasks
      .map((task, at) =>
        [
          `${head(task.number)}${task.problem}`,
          ...fieldsOf(task),
          `进展情况:${task.progress}${has[at] ? `${gap}${name}:加快推进剩余工程,确保按期完成。` : ''}`,
        ].join('\n'),
      )
      .join('\n')}\n`,
    tasks: tasks.map((task) =>
      wholeTask(task, head(task.number).replace(/[、.]/, ''), { progressText: task.progress }),
    ),
    planted: tasks.flatMap(({ title }, at) =>
      has[at] ? [{ code: 'IMPORT.WORDS_LEFT', key: title }] : [],
    ),
  }
}

export const cityLayouts: Layout[] = [
  { name: 'figures-items', about: '2.4家…: items that begin with figures', make: figures },
  { name: 'figures-heads', about: '2.3家…: heads that begin with figures', make: figureHeads },
  { name: 'rules', about: 'lines drawn between the tasks', make: rules },
  { name: 'close-outs-serial', about: '(一)序号5。 over the fields', make: behindOrdinal },
  { name: 'next-steps', about: '下一步工作: behind the progress, told', make: nextSteps },
]
