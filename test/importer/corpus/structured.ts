import { fieldsOf, items, layout, printTask, type Style, title, usual } from './labelled'
import type { Layout, MeasureModel, Sample, TaskModel, TaskTruth } from './model'
import { Random } from './random'
import { bare, marks, tasksOf } from './tasks'
import { faultsOf, truthOf, wholeTask } from './truth'
import { leadUnit, plainUnit } from './unit-forms'
import { plainForms } from './deadline-forms'
import { chinese } from './words'

const whole = (task: TaskModel, style: Style = usual): TaskTruth =>
  wholeTask(task, bare(style.head(task.number)))

const sampleOf = (lines: string[], tasks: TaskTruth[], models: TaskModel[]): Sample => ({
  text: `${title}\n${lines.join('\n')}\n`,
  tasks,
  planted: faultsOf(models),
})

const groupNames = ['思想认识', '大气环境', '水环境', '土壤环境', '生态保护', '长效机制']
const groupsOf = <T>(tasks: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(tasks.length / size) }, (_, at) =>
    tasks.slice(at * size, at * size + size),
  )

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
const bareHeads = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed, { plain: true })
  const bareAt = (index: number): boolean => size > 3 && index % 6 === 3
  const lines = tasks.map((task, index) =>
    bareAt(index) ? `${usual.head(task.number)}${task.problem}` : printTask(task, usual),
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

/** Labels that stand with single measures. */
const measureFields =
  (print: (measure: MeasureModel) => string, unit = plainUnit): Layout['make'] =>
  (size, seed) => {
    const random = new Random(seed + 5)
    const tasks = tasksOf(size, seed, { measures: [2, 4] }).map((task) => ({
      ...task,
      measures: task.measures.map((measure, index) =>
        random.chance(0.6) || index === task.measures.length - 1
          ? { ...measure, units: unit(random), deadline: random.pick(plainForms) }
          : measure,
      ),
    }))
    const lines = tasks.map((task) => {
      const printed = task.measures.map(print)
      const head = `${usual.head(task.number)}${task.problem}`
      const fields = fieldsOf(
        { ...task, measures: [] },
        { ...usual, order: ['units', 'deadline', 'goals'] },
      )
      return [head, ...fields, `整改措施:\n${items(printed, marks.arabic, '\n')}`].join('\n')
    })
    // The words of a bracket are the deadline's words whole.
    const words = print === inWords ? '完成' : ''
    const truths = tasks.map((task) =>
      whole({
        ...task,
        measures: task.measures.map((measure) => ({
          ...measure,
          ...(measure.deadline && {
            deadline: { ...measure.deadline, text: `${measure.deadline.print}${words}` },
          }),
        })),
      }),
    )
    return sampleOf(lines, truths, tasks)
  }
const inBracket = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}(责任单位:${units.print};完成时限:${deadline?.print})` : text
const inLine = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}责任单位:${units.print};完成时限:${deadline?.print}` : text
const onLines = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}\n责任单位:${units.print}\n完成时限:${deadline?.print}` : text
const inWords = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}(${units.print}牵头,${deadline?.print}完成)` : text

/** A label behind a full stop in some tasks, on lines of their own in the others. */
const labelInLine = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed)
  const lines = tasks.map((task, index) => {
    const printed = printTask(task, usual)
    return index % 3 === 1 ? printed.replace(/\n责任单位/, '责任单位') : printed
  })
  return sampleOf(
    lines,
    tasks.map((task) => whole(task)),
    tasks,
  )
}

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

/** Running heads and page numbers inside the values. */
const pageMarks =
  (mark: (page: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed, { plain: true })
    const lines = tasks.flatMap((task) => printTask(task, usual).split('\n'))
    const printed = lines.flatMap((line, at) =>
      at % 9 === 8 ? [line, mark((at + 1) / 9), title] : [line],
    )
    return sampleOf(
      printed,
      tasks.map((task) => whole(task)),
      tasks,
    )
  }

/** Marks of footnotes behind values, the notes behind the list. */
const footnotes = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed, { plain: true })
  const noted = tasks.filter((_, index) => index % 3 === 0)
  const lines = tasks.map((task) => {
    const at = noted.indexOf(task)
    const printed = printTask(task, usual)
    return at < 0
      ? printed
      : printed.replace(task.problem, `${task.problem.slice(0, -1)}[${at + 1}]。`)
  })
  const notes = noted.flatMap((_, at) => [`${at + 1}.`, `指第${at + 1}次核查的结果。 ↑`])
  return sampleOf(
    [...lines, ...notes],
    tasks.map((task) => whole(task)),
    tasks,
  )
}

/** The task's own number behind the ordinal that only counts the notice's places. */
const numbersBehind =
  (print: (number: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed)
    const numberOf = (index: number): number => 8 + index * 3
    const lines = tasks.map((task, index) =>
      [`${index + 1}.${print(numberOf(index))}${task.problem}`, ...fieldsOf(task, usual)].join(
        '\n',
      ),
    )
    return sampleOf(
      lines,
      tasks.map((task, index) => wholeTask(task, String(numberOf(index)))),
      tasks,
    )
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

const partHeading = (at: number, count: number): string =>
  `第${chinese(at + 1)}部分 ${groupNames[at % groupNames.length]}问题(${count}项)`
const plainHeading = (at: number): string =>
  `${chinese(at + 1)}、${groupNames[at % groupNames.length]}方面`

export const structuredLayouts: Layout[] = [
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
  { name: 'uneven', about: 'tasks that lack fields', make: uneven },
  { name: 'bare-heads', about: 'heads without fields, told', make: bareHeads },
  { name: 'missing-numbers', about: 'gaps in the numbers, told', make: missingNumbers },
  {
    name: 'measures-bracket',
    about: 'units and deadlines in brackets',
    make: measureFields(inBracket),
  },
  {
    name: 'measures-inline',
    about: 'labels in the line of a measure',
    make: measureFields(inLine),
  },
  {
    name: 'measures-lines',
    about: 'labels on lines behind a measure',
    make: measureFields(onLines),
  },
  {
    name: 'measures-words',
    about: 'units and deadlines in words',
    make: measureFields(inWords, leadUnit),
  },
  { name: 'label-in-line', about: 'a label behind a full stop', make: labelInLine },
  { name: 'no-heads', about: 'no numbers, a label begins a task', make: noHeads('整改任务') },
  {
    name: 'no-heads-problem',
    about: 'no numbers, a label begins a task',
    make: noHeads('反馈问题'),
  },
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
  {
    name: 'page-marks',
    about: 'page numbers inside values',
    make: pageMarks((page) => `— ${page} —`),
  },
  {
    name: 'page-marks-words',
    about: '第3页 inside values',
    make: pageMarks((page) => `第 ${page} 页`),
  },
  {
    name: 'page-marks-bare',
    about: 'bare page numbers inside values',
    make: pageMarks((page) => `- ${page} -`),
  },
  { name: 'footnotes', about: 'footnotes and their marks', make: footnotes },
  {
    name: 'numbers-behind',
    about: '编号8 behind an ordinal',
    make: numbersBehind((number) => `编号${number}:`),
  },
  {
    name: 'numbers-behind-bracket',
    about: '(序号8) behind an ordinal',
    make: numbersBehind((number) => `(序号${number})`),
  },
  { name: 'plan-and-result', about: '整改方案措施 and 整改落实情况', make: planAndResult },
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
  { name: 'pointed-numbers', about: '1.1 under 1', make: pointedNumbers },
  { name: 'odd-field', about: 'a field of unknown name, told', make: oddField },
  { name: 'grown-label', about: 'a label without its colon', make: grownLabel },
  layout('problem-heads', 'heads 问题1:', { head: marks.problem }),
]
