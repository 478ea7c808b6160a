import { fieldsOf, type Style, usual } from './labelled'
import type { Layout, Sample, TaskModel } from './model'
import { marks, tasksOf } from './tasks'
import { truthOf } from './truth'
import { chinese } from './words'
import { whole, sampleOf } from './sample'

/** No heads at all: the first label begins each task. */
const noHeads =
  (label: string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(Math.max(2, size), seed)
    const lines = tasks.map((task) =>
      [`${label}:${task.problem}`, ...fieldsOf(task, usual)].join('\n'),
    )
    const truths = tasks.map((task) => {
      const truth = whole(task)
      delete truth.fields.number
      return truth
    })
    return sampleOf(lines, truths, tasks)
  }

/** One label in each task, and no line breaks. */
const oneLabelRun =
  (head: (task: TaskModel) => string, field: 'progress' | 'measures'): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(Math.max(2, size), seed, { plain: true, measures: [1, 1] })
    const label = { progress: '整改进展情况', measures: '整改措施' }[field]
    const text = tasks
      .map((task) => {
        const value = field === 'progress' ? task.progress : (task.measures[0]?.text ?? '')
        return `${head(task)}${label}:${value}`
      })
      .join('')
    const truths = tasks.map((task) =>
      truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        ...(field === 'progress' ? { progressText: task.progress } : { measures: task.measures }),
      }),
    )
    return { text: `某市整改进展清单${text}\n`, tasks: truths, planted: [] }
  }

/** No numbers and no label over the problem: blank lines part the tasks. */
const blankLines = (size: number, seed: number): Sample => {
  const tasks = tasksOf(Math.max(2, size), seed)
  const lines = tasks.map((task) => `\n${task.problem}\n${fieldsOf(task, usual).join('\n')}\n`)
  const truths = tasks.map((task) => {
    const truth = whole(task)
    delete truth.fields.number
    return truth
  })
  return sampleOf(lines, truths, tasks)
}

/** Heads of a form that nobody knows over labels: each problem is proposed to a person. */
const unknownHeads =
  (head: (number: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(Math.max(2, size), seed, { plain: true })
    const order: Style['order'] = ['goals', 'measures', 'units', 'deadline']
    const lines = tasks.map((task) =>
      [`${head(task.number)}${task.problem}`, ...fieldsOf(task, { ...usual, order })].join('\n'),
    )
    const truths = tasks.map((task) => {
      const truth = whole(task)
      delete truth.fields.number
      truth.fields.problem = { value: '', open: true }
      return truth
    })
    return sampleOf(lines, truths, tasks)
  }

export const headlessLayouts: Layout[] = [
  { name: 'no-heads', about: 'no numbers, a label begins a task', make: noHeads('整改任务') },
  {
    name: 'no-heads-problem',
    about: 'no numbers, a label begins a task',
    make: noHeads('反馈问题'),
  },
  {
    name: 'run-on-progress',
    about: 'quoted problems and progress in one line',
    make: oneLabelRun(({ number, problem }) => `${marks.chinese(number)}${problem}`, 'progress'),
  },
  {
    name: 'run-on-measures',
    about: 'problems and measures in one line',
    make: oneLabelRun(({ number, problem }) => `${marks.bracket(number)}${problem}`, 'measures'),
  },
  { name: 'blank-lines', about: 'blank lines part the tasks', make: blankLines },
  { name: 'unknown-hash', about: 'heads #1 over labels', make: unknownHeads((at) => `#${at} `) },
  { name: 'unknown-square', about: 'heads ■ over labels', make: unknownHeads(() => '■') },
  { name: 'unknown-line', about: 'a bare line over labels', make: unknownHeads(() => '') },
]
