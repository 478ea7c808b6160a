import type { Layout, Sample, TaskModel, TaskTruth } from './model'
import { Random } from './random'
import { measureOf, oneMeasureTasks } from './tasks'
import { truthOf } from './truth'

/** Names parted from their texts by tabs, in brackets, in odd marks; columns with names of a place's own. */

const truthsOf = (tasks: TaskModel[], number: (task: TaskModel) => string): TaskTruth[] =>
  tasks.map((task) =>
    truthOf(task.title, {
      number: number(task),
      problem: task.problem,
      goals: task.goals,
      units: [task.units],
      deadline: task.deadline,
      measures: [{ text: measureOf(task) }],
    }),
  )

/** 问题1 over 整改目标⇥…: a card a task, its names and texts parted by tabs, some names a place's own. */
const tabCards = (size: number, seed: number): Sample => {
  const random = new Random(seed + 41)
  const office = random.pick(['落实部门', '承办部门', '整治单位'])
  const watcher = random.pick(['包保干部', '网格专员', '蹲点人员'])
  const tasks = oneMeasureTasks(size, seed)
  const cards = tasks.map((task) =>
    [
      `整改卡(${task.number})`,
      `问题描述\t${task.problem}`,
      `整改目标\t${task.goals[0] ?? ''}`,
      `整改措施\t${measureOf(task)}`,
      `${watcher}\t某某`,
      `${office}\t${task.units.print}`,
      `整改时限\t${task.deadline.print}`,
    ].join('\n'),
  )
  return {
    text: `某市污染防治问题整改卡\n${cards.join('\n')}\n`,
    tasks: truthsOf(tasks, ({ number }) => String(number)),
    planted: [],
  }
}

/** 【问题】…【要求】…: names in brackets inside the line of a task, one of them a place's own. */
const boxedLines = (size: number, seed: number): Sample => {
  const random = new Random(seed + 42)
  const wanted = random.pick(['要求', '目标要求', '整改目标'])
  const done = random.pick(['对策', '办法', '整改措施'])
  const own = random.pick(['行业主管', '挂点干部', '联络专员'])
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map(
    (task) =>
      `${task.number}.【问题】${task.problem}【${wanted}】${task.goals[0] ?? ''}【${done === '办法' ? '整改办法' : done}】${measureOf(task)}【责任单位】${task.units.print}【${own}】某某【整改时限】${task.deadline.print}`,
  )
  return {
    text: `某镇河长制问题整改销号清单\n${lines.join('\n')}\n`,
    tasks: truthsOf(tasks, ({ number }) => String(number)),
    planted: [],
  }
}

/** …。该项整改由某局牵头,…: who and until when, told in one sentence of the whole task. */
const toldOfWhole = (size: number, seed: number): Sample => {
  const random = new Random(seed + 43)
  const it = random.pick(['该项整改', '本项工作', '上述问题', '该问题'])
  const tasks = oneMeasureTasks(size, seed)
  const bodies = [
    ['市农业农村局', '某县人民政府'],
    ['市商务局', '某区人民政府'],
    ['市住房和城乡建设局', '某镇人民政府'],
  ] as const
  const rows = tasks.map((task, at) => {
    const [lead, other] = bodies[at % bodies.length] ?? bodies[0]
    const year = 2021 + (at % 4)
    return { task, lead, other, year, limit: `${year}年底前完成` }
  })
  return {
    text: `某市生态环境问题整改工作方案\n${rows
      .map(
        ({ task, lead, other, limit }) =>
          `${task.number}.${task.problem}整改目标:${task.goals[0] ?? ''}整改措施:${measureOf(task)}${it}由${lead}牵头,${other}落实,于${limit}。`,
      )
      .join('\n')}\n`,
    tasks: rows.map(({ task, lead, other, year, limit }) => {
      const truth = truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        goals: task.goals,
        measures: [{ text: measureOf(task) }],
      })
      truth.fields['units.lead'] = { value: [lead] }
      truth.fields['units.responsible'] = { value: [other] }
      truth.fields['deadline.text'] = { value: limit }
      truth.fields['deadline.kinds'] = { value: ['fixed'] }
      truth.fields['deadline.dates'] = { value: [`${year}-12-31`] }
      return truth
    }),
    planted: [],
  }
}

export const cardLayouts: Layout[] = [
  { name: 'cards-tabs', about: 'cards whose names and texts a tab parts', make: tabCards },
  { name: 'names-boxed', about: 'names in brackets inside lines', make: boxedLines },
  { name: 'told-of-whole', about: 'one sentence says who and until when', make: toldOfWhole },
]
