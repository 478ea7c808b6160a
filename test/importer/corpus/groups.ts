import { printTask, type Style, usual } from './labelled'
import type { Layout, Sample, TaskModel, TaskTruth } from './model'
import { Random } from './random'
import { marks, tasksOf } from './tasks'
import { truthOf, wholeTask } from './truth'
import { chinese } from './words'
import { whole, sampleOf, groupNames, groupsOf } from './sample'

/** Headings over groups; the numbers of the tasks run on. */
const runningGroups =
  (heading: (at: number, count: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed)
    const style = { ...usual, head: marks.bracket }
    const lines = groupsOf(tasks, 5).flatMap((group, at) => [
      heading(at, group.length),
      ...group.map((task) => printTask(task, style)),
    ])
    return sampleOf(
      lines,
      tasks.map((task) => whole(task, style)),
      tasks,
    )
  }

/** Headings over groups; the numbers of the tasks begin anew under each. */
const newGroups = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed)
  const style = { ...usual, head: marks.arabic, items: marks.arabicBracket }
  const truths: TaskTruth[] = []
  const lines = groupsOf(tasks, 4).flatMap((group, at) => [
    `${chinese(at + 1)}、${groupNames[at % groupNames.length]}方面`,
    ...group.map((task, index) => {
      const number = String(index + 1)
      truths.push(wholeTask(task, number, size > 4 ? { parentNumber: chinese(at + 1) } : {}))
      return printTask({ ...task, number: index + 1 }, style)
    }),
  ])
  return sampleOf(lines, truths, tasks)
}

/** Parts (一)(二) with fields of their own under some or all tasks. */
const withParts =
  (share: number, parentPrints: boolean, first: boolean): Layout['make'] =>
  (size, seed) => {
    const random = new Random(seed + 7)
    const parents = tasksOf(Math.max(2, Math.ceil(size / 2)), seed, { plain: true })
    const parts = tasksOf(parents.length * 2, seed + 1, { plain: true })
    const models: TaskModel[] = []
    const truths: TaskTruth[] = []
    const order: Style['order'] = parentPrints
      ? ['units', 'goals', 'measures']
      : ['units', 'deadline', 'goals', 'measures']
    const partStyle: Style = { ...usual, head: marks.bracket, gap: '', order }
    const lines = parents.map((parent, index) => {
      const divided = first && index === 0 ? true : random.chance(share)
      if (!divided) {
        models.push(parent)
        truths.push(whole(parent))
        return printTask(parent, usual)
      }
      const number = chinese(parent.number)
      const own = parts.slice(index * 2, index * 2 + 2).map((part, at) => ({
        ...part,
        problem: part.problem.replace('村', `${chinese(at + 1)}组村`),
        title: part.title.replace('村', `${chinese(at + 1)}组村`),
        number: at + 1,
      }))
      truths.push(
        truthOf(parent.title, {
          number,
          problem: parent.problem,
          ...(parentPrints && { deadline: parent.deadline }),
        }),
      )
      const undated =
        parentPrints && parent.deadline.dates.length > 0 ? 'deadline.dates' : 'deadline.text'
      for (const part of own) {
        const truth = wholeTask(part, chinese(part.number), { parentNumber: number })
        if (parentPrints) {
          for (const field of ['deadline.text', 'deadline.kinds', 'deadline.dates'])
            delete truth.fields[field]
          truth.fields[undated] = { value: [], open: true }
        }
        truths.push(truth)
      }
      const head = `${marks.chinese(parent.number)}${parent.problem}`
      const deadline = parentPrints ? [`整改时限:${parent.deadline.print}`] : []
      return [head, ...deadline, ...own.map((part) => printTask(part, partStyle))].join('\n')
    })
    return sampleOf(lines, truths, models)
  }

/** Problems of a group that print their fields once, behind the last. */
const sharedFields =
  (heading: (at: number, count: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed, { plain: true })
    const style: Style = {
      ...usual,
      head: marks.bracket,
      order: ['units', 'deadline', 'progress'],
      labels: { ...usual.labels, progress: '整改进展' },
    }
    const truths: TaskTruth[] = []
    const lines = groupsOf(tasks, 3).flatMap((group, at) => {
      const last = group.at(-1)
      if (!last) return []
      const shares = at % 2 === 0 && group.length > 1
      for (const task of group) {
        const from = shares ? last : task
        const truth = truthOf(task.title, {
          number: chinese(task.number),
          problem: task.problem,
          units: [from.units],
          deadline: from.deadline,
          progressText: from.progress,
        })
        if (shares && task !== last)
          for (const [path, expected] of Object.entries(truth.fields))
            if (!/^(?:number|problem)$/.test(path)) expected.shown = true
        truths.push(truth)
      }
      const printed = group.map((task) =>
        shares && task !== last
          ? `${style.head(task.number)}${task.problem}`
          : printTask(task, style),
      )
      return [heading(at, group.length), ...printed]
    })
    return sampleOf(lines, truths, tasks)
  }

/** 1.1 1.2 under 1, 2.1 under 2; more than nine under each. */
const pointedNumbers = (size: number, seed: number): Sample => {
  const tasks = tasksOf(Math.max(2, size), seed, { plain: true })
  const truths: TaskTruth[] = []
  const lines = groupsOf(tasks, 11).flatMap((group, at) => [
    `${at + 1} ${groupNames[at % groupNames.length]}`,
    ...group.map((task, index) => {
      const number = `${at + 1}.${index + 1}`
      truths.push(wholeTask(task, number, { parentNumber: String(at + 1) }))
      return printTask(task, { ...usual, head: () => `${number} `, items: marks.arabicBracket })
    }),
  ])
  return sampleOf(lines, truths, tasks)
}

const partHeading = (at: number, count: number): string =>
  `第${chinese(at + 1)}部分 ${groupNames[at % groupNames.length]}问题(${count}项)`

const plainHeading = (at: number): string =>
  `${chinese(at + 1)}、${groupNames[at % groupNames.length]}方面`

export const groupsLayouts: Layout[] = [
  {
    name: 'groups',
    about: 'headings over groups, numbers run on',
    make: runningGroups(plainHeading),
  },
  { name: 'groups-parts', about: '第一部分 over groups', make: runningGroups(partHeading) },
  {
    name: 'groups-unnumbered',
    about: 'headings without a number',
    make: runningGroups((at) => `${groupNames[at % groupNames.length]}方面问题`),
  },
  { name: 'groups-anew', about: 'numbers begin anew under headings', make: newGroups },
  { name: 'parts', about: 'parts of some tasks', make: withParts(0.3, true, false) },
  { name: 'parts-first', about: 'parts of the first task', make: withParts(0.2, true, true) },
  { name: 'parts-everywhere', about: 'parts of every task', make: withParts(1, true, true) },
  { name: 'parts-whole', about: 'parts that print all fields', make: withParts(0.5, false, true) },
  { name: 'shared', about: 'one set of fields for a group', make: sharedFields(partHeading) },
  {
    name: 'shared-plain',
    about: 'one set of fields for a group',
    make: sharedFields(plainHeading),
  },
  { name: 'pointed-numbers', about: '1.1 under 1', make: pointedNumbers },
]
