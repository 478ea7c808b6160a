import type { Layout, MeasureModel, Sample, TaskModel } from './model'
import { type Numbering, type TaskOptions, bare, marks, tasksOf } from './tasks'
import { faultsOf, type Printed, wholeTask } from './truth'

/** How a labelled task is printed. */
export interface Style {
  head: Numbering
  items: Numbering
  labels: { units: string; deadline: string; goals: string; measures: string; progress?: string }
  /** What stands between a label and its value. */
  colon: string
  /** Between an item and the next. */
  gap: string
  order: ('units' | 'deadline' | 'goals' | 'measures' | 'progress')[]
  /** Prints a label in its own way: 【责任单位】, 责任 单位. */
  dress: (label: string) => string
}

export const usual: Style = {
  head: marks.chinese,
  items: marks.arabic,
  labels: { units: '责任单位', deadline: '整改时限', goals: '整改目标', measures: '整改措施' },
  colon: ':',
  gap: '\n',
  order: ['units', 'deadline', 'goals', 'measures'],
  dress: (label) => label,
}

export const items = (list: string[], mark: Numbering, gap: string): string =>
  list.length === 1 ? (list[0] ?? '') : list.map((one, at) => `${mark(at + 1)}${one}`).join(gap)

const measureWordsOf = ({ text, units, deadline }: MeasureModel): string => {
  const own = [units && `责任单位:${units.print}`, deadline && `时限:${deadline.print}`].filter(
    Boolean,
  )
  return own.length > 0 ? `${text}(${own.join(';')})` : text
}

export function fieldsOf(task: TaskModel, style: Style): string[] {
  const label = (name: keyof Style['labels']): string =>
    `${style.dress(style.labels[name] ?? '')}${style.colon}`
  return style.order.map((field) => {
    if (field === 'units') return `${label('units')}${task.units.print}`
    if (field === 'deadline') return `${label('deadline')}${task.deadline.print}`
    if (field === 'goals') return `${label('goals')}${items(task.goals, style.items, '')}`
    if (field === 'progress') return `${label('progress')}${task.progress}`
    const list = task.measures.map(measureWordsOf)
    const lead = list.length > 1 && style.gap === '\n' ? '\n' : ''
    return `${label('measures')}${lead}${items(list, style.items, style.gap)}`
  })
}

export const printTask = (task: TaskModel, style: Style): string =>
  [`${style.head(task.number)}${task.problem}`, ...fieldsOf(task, style)].join('\n')

const progressOf = (task: TaskModel, style: Style): Printed =>
  style.order.includes('progress') ? { progressText: task.progress } : {}

export const title = '某市贯落实督察反馈意见整改措施清单'

/** The usual list of labelled tasks, in one style. */
export function labelledList(
  tasks: TaskModel[],
  style: Style,
  dress = (text: string) => text,
): Sample {
  const text = `${title}\n${tasks.map((task) => printTask(task, style)).join('\n')}\n`
  return {
    text: dress(text),
    planted: faultsOf(tasks),
    tasks: tasks.map((task) => {
      const { problem } = task
      return wholeTask(task, bare(style.head(task.number)), { problem, ...progressOf(task, style) })
    }),
  }
}

export const layout = (
  name: string,
  about: string,
  style: Partial<Style>,
  options: TaskOptions = {},
  dress?: (text: string) => string,
): Layout => ({
  name,
  about,
  make: (size, seed) => labelledList(tasksOf(size, seed, options), { ...usual, ...style }, dress),
})

const wide = (text: string): string =>
  text.replace(/[:;,()]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

/** Full-width marks in the values too: they are read as printed. */
function widened(sample: Sample): Sample {
  const widen = (value: unknown): unknown =>
    typeof value === 'string' ? wide(value) : Array.isArray(value) ? value.map(widen) : value
  return {
    ...sample,
    text: wide(sample.text ?? ''),
    tasks: sample.tasks.map(({ key, fields }) => ({
      key: wide(key),
      fields: Object.fromEntries(
        Object.entries(fields).map(([path, one]) => [
          path,
          /(?:dates|kinds)$/.test(path) ? one : { ...one, value: widen(one.value) },
        ]),
      ),
    })),
    planted: sample.planted.map((one) => ({ ...one, ...(one.key && { key: wide(one.key) }) })),
  }
}

/** Breaks lines behind a number of characters, as copied print has them. */
export const wrapped = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    .join('\n')

export const labelledLayouts: Layout[] = [
  layout('labels', 'heads 一、, measures 1.', {}),
  layout('labels-open', 'deadlines of which a person decides', {}, { open: true }),
  layout('labels-brackets', 'heads (一)', { head: marks.bracket }),
  {
    name: 'labels-wide',
    about: 'full-width marks',
    make: (size, seed) =>
      widened(labelledList(tasksOf(size, seed), { ...usual, head: marks.bracket })),
  },
  layout('labels-arabic', 'heads and measures both 1.', { head: marks.arabic }, { plain: true }),
  layout('labels-arabic-units-last', 'heads and measures both 1., units behind the measures', {
    head: marks.arabic,
    order: ['goals', 'measures', 'units', 'deadline'],
  }),
  layout('labels-comma', 'heads and measures both 1、', { head: marks.comma, items: marks.comma }),
  layout('labels-items', 'heads 第一项', { head: marks.item }),
  layout('labels-circled', 'measures ①', { items: marks.circled }),
  layout('labels-bracket-items', 'measures (1)', { items: marks.arabicBracket }),
  layout('labels-chinese-items', 'measures (一)', { items: marks.bracket }),
  layout('labels-half-items', 'measures 1)', { items: marks.half }),
  layout('labels-is', 'measures 一是', { items: marks.is, gap: '' }),
  layout('labels-measures-in-line', 'measures in one line', { gap: '' }),
  layout('labels-units-last', 'units behind the measures', {
    order: ['goals', 'measures', 'units', 'deadline'],
  }),
  layout('labels-deadline-last', 'only the deadline behind the measures', {
    order: ['units', 'goals', 'measures', 'deadline'],
  }),
  layout('labels-progress', 'progress with each task', {
    order: ['goals', 'measures', 'units', 'deadline', 'progress'],
    labels: { ...usual.labels, progress: '整改进展情况' },
  }),
  layout('labels-corner', '【label】', { dress: (label) => `【${label}】`, colon: '' }),
  layout('labels-corner-colon', '【label】:', { dress: (label) => `【${label}】` }),
  layout('labels-tortoise', '〔label〕', { dress: (label) => `〔${label}〕`, colon: '' }),
  layout('labels-bold', 'heads **任务1**, labels in bold', {
    head: marks.bold,
    dress: (label) => `**${label}**`,
  }),
  {
    name: 'labels-circled-heads',
    about: 'heads ①',
    make: (size, seed) =>
      labelledList(tasksOf(Math.min(10, size), seed), { ...usual, head: marks.circled }),
  },
  layout('labels-blank', 'labels broken by a blank', {
    dress: (label) => `${label.slice(0, 2)} ${label.slice(2)}`,
  }),
  layout('labels-starred', 'labels in bold marks', { dress: (label) => `**${label}**` }),
  layout(
    'labels-dashes',
    'heads 问题(一):, measures ——',
    {
      head: marks.problemBracket,
      items: marks.dashes,
    },
    { goals: [1, 1] },
  ),
  layout(
    'labels-bullets',
    'heads 12号任务:, measures ●',
    {
      head: marks.task,
      items: marks.bullets,
    },
    { goals: [1, 1] },
  ),
  layout('labels-boxed-heads', 'heads 【任务一】, fields behind ▲', {
    head: marks.boxed,
    dress: (label) => `▲${label}`,
  }),
  layout('labels-page', 'heads ### (一), fields behind -', {
    head: marks.page,
    dress: (label) => `- ${label}`,
  }),
  layout('labels-main-unit', 'heads 问题1, 主责单位, 截止时间', {
    head: marks.problem,
    labels: { ...usual.labels, units: '主责单位', deadline: '截止时间' },
  }),
  {
    name: 'labels-serial-heads',
    about: 'heads in a form of its own: 清单第3号',
    make: (size, seed) =>
      labelledList(tasksOf(Math.max(2, size), seed), { ...usual, head: marks.serial }),
  },
  layout('labels-duties', 'who owes it, told without 单位', {
    labels: { ...usual.labels, units: '整改责任' },
  }),
  layout('labels-own-lines', 'labels on lines of their own', { colon: '\n' }, { plain: true }),
  layout('labels-lost-colons', 'labels that lost their colons', { colon: '' }, { plain: true }),
  layout('labels-other-words', 'other words for the same fields', {
    labels: {
      units: '整改责任主体',
      deadline: '完成时限要求',
      goals: '目标任务',
      measures: '具体整改措施',
    },
  }),
  layout('labels-composed', 'composed labels', {
    labels: {
      units: '市级整改责任单位',
      deadline: '拟完成整改时间',
      goals: '整改工作目标要求',
      measures: '下一步整改措施',
    },
  }),
  layout('labels-run-on', 'no line breaks at all', { gap: '' }, { plain: true }, (text) =>
    text.replace(`${title}\n`, `${title}\u0000`).replace(/\n/g, '').replace('\u0000', '\n'),
  ),
  layout('labels-run-on-by-task', 'a line for each task', { gap: '' }, { plain: true }, (text) =>
    text.replace(/\n(?=责任单位|整改时限|整改目标|整改措施)/g, ''),
  ),
  layout('labels-wrapped', 'lines broken at 42 characters', {}, { plain: true }, (text) =>
    wrapped(text, 42),
  ),
  layout('labels-blank-lines', 'a blank line between all lines', {}, {}, (text) =>
    text.replace(/\n/g, '\n\n'),
  ),
  layout('labels-indented', 'lines indented by two full-width blanks', {}, {}, (text) =>
    text.replace(/\n(?=.)/g, '\n　　'),
  ),
]
