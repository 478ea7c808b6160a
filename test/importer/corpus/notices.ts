import { fieldsOf, usual } from './labelled'
import type { Layout, Sample } from './model'
import { marks, tasksOf } from './tasks'
import { truthOf, wholeTask } from './truth'
import { chinese } from './words'
import { whole, sampleOf } from './sample'

/** A notice whose first label lost its colon, and a section of a name that nobody knows, told. */
const grownLabel = (size: number, seed: number): Sample => {
  const [task] = tasksOf(1, seed + size, { plain: true })
  if (!task) throw new Error('no task')
  const number = String(size + 1)
  const fields = [
    `整改问题${task.problem}`,
    ...fieldsOf(task, usual),
    '后续打算:继续加强日常巡查，巩固已有成果。',
  ]
  const lines = fields.map((field, at) => `${marks.chinese(at + 1)}${field}`)
  const truth = wholeTask(task, number)
  return {
    text: `省级督察第${number}项问题整改公示\n现将整改情况公示如下:\n${lines.join('\n')}\n`,
    tasks: [truth],
    planted: [{ code: 'IMPORT.WORDS_LEFT' }],
  }
}

/** Fields counted under each head: (一)整改任务 (二)整改目标. */
const countedFields =
  (mark: (value: number) => string, colon: string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed, { plain: true })
    const lines = tasks.map((task) => {
      const parts = [`反馈问题${colon}${task.problem}`, ...fieldsOf(task, { ...usual, colon })]
      return [
        `${usual.head(task.number)}${task.title}`,
        ...parts.map((part, at) => `${mark(at + 1)}${part}`),
      ].join('\n')
    })
    return sampleOf(
      lines,
      tasks.map((task) => whole(task)),
      tasks,
    )
  }

/** Notices one behind the other, each with its fields counted from 一. */
const numberedNotices = (size: number, seed: number): Sample => {
  const tasks = tasksOf(Math.max(2, size), seed, { plain: true })
  const lines = tasks.map((task) =>
    [`整改任务\n${task.problem}`, ...fieldsOf(task, { ...usual, colon: '\n' })]
      .map((part, at) => `${marks.chinese(at + 1)}${part}`)
      .join('\n'),
  )
  const truths = tasks.map((task) => {
    const truth = whole(task)
    delete truth.fields.number
    return truth
  })
  return sampleOf(lines, truths, tasks)
}

/** Plan and result as (一)(二) under one heading. */
const planAndResult = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed, { plain: true, measures: [1, 1] })
  const lines = tasks.map((task) =>
    [
      `${usual.head(task.number)}${task.title}`,
      `反馈意见问题情况:${task.problem}`,
      `责任单位:${task.units.print}`,
      '整改情况',
      `(一)整改方案措施\n${task.measures[0]?.text}`,
      `(二)整改落实情况\n${task.progress}`,
    ].join('\n'),
  )
  const truths = tasks.map((task) =>
    truthOf(task.title, {
      number: chinese(task.number),
      problem: task.problem,
      units: [task.units],
      measures: task.measures,
      progressText: task.progress,
    }),
  )
  return sampleOf(lines, truths, tasks)
}

export const noticesLayouts: Layout[] = [
  {
    name: 'counted-fields',
    about: '(一)整改任务 under a head',
    make: countedFields(marks.bracket, ':'),
  },
  {
    name: 'counted-fields-lines',
    about: '1.整改任务 over its value',
    make: countedFields(marks.bracket, '\n'),
  },
  { name: 'numbered-notices', about: '一、整改任务 in each notice', make: numberedNotices },
  { name: 'plan-and-result', about: '整改方案措施 and 整改落实情况', make: planAndResult },
  { name: 'grown-label', about: 'a label without its colon', make: grownLabel },
]
