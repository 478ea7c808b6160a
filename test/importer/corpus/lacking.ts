import { printTask, type Style, usual } from './labelled'
import type { Layout, Sample, TaskTruth } from './model'
import { Random } from './random'
import { tasksOf } from './tasks'
import { truthOf } from './truth'
import { chinese } from './words'
import { whole, sampleOf } from './sample'

/** Some tasks lack some fields. */
const uneven = (size: number, seed: number): Sample => {
  const random = new Random(seed + 3)
  const tasks = tasksOf(size, seed)
  const truths: TaskTruth[] = []
  const lines = tasks.map((task, index) => {
    if (index % 4 !== 2) {
      truths.push(whole(task))
      return printTask(task, usual)
    }
    const order = random.pick<Style['order']>([
      ['units', 'deadline'],
      ['units', 'deadline', 'measures'],
      ['units', 'deadline', 'goals'],
    ])
    truths.push(
      truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        units: [task.units],
        deadline: task.deadline,
        ...(order.includes('goals') && { goals: task.goals }),
        ...(order.includes('measures') && { measures: task.measures }),
      }),
    )
    return printTask(task, { ...usual, order })
  })
  return sampleOf(lines, truths, tasks)
}

/** Heads without any field among tasks that have all: planted, to be told. */
const bareHeads =
  (style: Style): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed, { plain: true })
    const bareAt = (index: number): boolean => size > 3 && index % 6 === 3
    const lines = tasks.map((task, index) =>
      bareAt(index) ? `${style.head(task.number)}${task.problem}` : printTask(task, style),
    )
    const truths = tasks.map((task, index) =>
      bareAt(index)
        ? truthOf(task.title, { number: chinese(task.number), problem: task.problem })
        : whole(task),
    )
    const planted = tasks
      .filter((_, index) => bareAt(index))
      .map(({ title: key }) => ({ code: 'IMPORT.UNITS_MISSING', key }))
    return { ...sampleOf(lines, truths, tasks), planted }
  }

/** A number is missing in print: planted, to be told. */
const missingNumbers = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size + Math.floor(size / 8), seed, { plain: true }).filter(
    ({ number }) => size < 4 || number % 9 !== 4,
  )
  const planted = tasks
    .filter(({ number }, at) => at > 0 && number - (tasks[at - 1]?.number ?? 0) > 1)
    .map(({ title: key }) => ({ code: 'IMPORT.NUMBER_GAP', key }))
  return {
    ...sampleOf(
      tasks.map((task) => printTask(task, usual)),
      tasks.map((task) => whole(task)),
      tasks,
    ),
    planted,
  }
}

/** A field that nobody knows in some tasks only: its words are told, and no value takes them in. */
const oddField = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed, { plain: true })
  const odd = (index: number): boolean => index % 5 === 2
  const lines = tasks.map((task, index) =>
    odd(index)
      ? `${printTask(task, usual)}\n包联专班:工业污染整治工作专班`
      : printTask(task, usual),
  )
  const planted = tasks
    .filter((_, index) => odd(index))
    .map(({ title: key }) => ({ code: 'IMPORT.WORDS_LEFT', key }))
  return {
    ...sampleOf(
      lines,
      tasks.map((task) => whole(task)),
      tasks,
    ),
    planted,
  }
}

export const lackingLayouts: Layout[] = [
  { name: 'uneven', about: 'tasks that lack fields', make: uneven },
  { name: 'bare-heads', about: 'heads without fields, told', make: bareHeads(usual) },
  {
    name: 'bare-problem-labels',
    about: '问题二:… without fields, told',
    make: bareHeads({ ...usual, head: (number) => `问题${chinese(number)}:` }),
  },
  { name: 'missing-numbers', about: 'gaps in the numbers, told', make: missingNumbers },
  { name: 'odd-field', about: 'a field of unknown name, told', make: oddField },
]
