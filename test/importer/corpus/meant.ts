import { usual } from './labelled'
import type { Layout, Sample, TaskModel, TaskTruth } from './model'
import { Random } from './random'
import { marks, measureOf, oneMeasureTasks, tasksOf } from './tasks'
import { truthOf } from './truth'
import { chinese } from './words'

/**
 * Fields named in words of a place's own, in short words inside a line, or by no word at all: what
 * the words are about says which field it is, or a person does.
 */

const printed = (task: TaskModel, number: string): TaskTruth =>
  truthOf(task.title, {
    number,
    problem: task.problem,
    units: [task.units],
    deadline: task.deadline,
    measures: [{ text: measureOf(task) }],
    progressText: task.progress,
  })

/** →处置要求:, ◆承办单位: behind a mark or none, in words that no other place uses. */
const ownWords = (size: number, seed: number): Sample => {
  const random = new Random(seed + 11)
  const mark = random.pick(['', '→', '◆', '✓', '➢'])
  const words = {
    problem: random.pick(['现场问题', '隐患描述', '群众诉求', '问题现象']),
    measures: random.pick(['处置要求', '处理意见', '整治对策', '整改办法']),
    units: random.pick(['承办', '责任方', '处置单位', '属地镇街']),
    progress: random.pick(['整改后', '办结', '处置结果', '处理进度']),
  }
  const tasks = oneMeasureTasks(size, seed, { short: false })
  const lines = tasks.map((task) =>
    [
      `${marks.chinese(task.number)}${mark}${words.problem}:${task.problem}`,
      `${mark}${words.measures}:${measureOf(task)}`,
      `${mark}${words.units}:${task.units.print}`,
      `${mark}办理期限:${task.deadline.print}`,
      `${mark}${words.progress}:${task.progress}`,
    ].join('\n'),
  )
  return {
    text: `某区巡查台账\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => printed(task, chinese(task.number))),
    planted: [],
  }
}

/** 1.…直排。措施:…。进展:…。责任:某局: short words inside the line of a task. */
const shortWords = (size: number, seed: number): Sample => {
  const random = new Random(seed + 12)
  const mark = random.pick([marks.arabic, marks.comma, marks.bracket])
  const [goals, measures, progress] = [
    random.pick(['目标', '要求']),
    random.pick(['措施', '举措', '做法']),
    random.pick(['进展', '成效', '结果']),
  ]
  const tasks = oneMeasureTasks(size, seed, { short: false })
  const lines = tasks.map(
    (task) =>
      `${mark(task.number)}${task.problem}${goals}:${task.goals[0]}${measures}:${measureOf(task)}${progress}:${task.progress}责任:${task.units.print}`,
  )
  return {
    text: `第一批问题整改进展\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: mark(task.number).replace(/[.、()]/g, ''),
        problem: task.problem,
        goals: task.goals,
        measures: [{ text: measureOf(task) }],
        progressText: task.progress,
        units: [task.units],
      }),
    ),
    planted: [],
  }
}

/** …。(牵头:某局;时限:某日): who and when in one bracket behind each problem of 问题清单及整改举措. */
const inBracket = (size: number, seed: number): Sample => {
  const random = new Random(seed + 13)
  const heading = random.pick(['问题清单及整改举措', '问题及整改措施', '整改任务清单'])
  const tasks = oneMeasureTasks(size, seed, { short: false })
  const lines = tasks.map(
    (task) =>
      `${marks.bracket(task.number)}${task.problem}(牵头:市水务局;配合:市财政局、市公安局;时限:${task.deadline.print})`,
  )
  return {
    text: `某市突出问题整改方案\n一、${heading}\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        deadline: task.deadline,
      })
      truth.fields['units.lead'] = { value: ['市水务局'] }
      truth.fields['units.supporting'] = { value: ['市财政局', '市公安局'] }
      return truth
    }),
    planted: [],
  }
}

const notice = (print: (task: TaskModel, number: number, random: Random) => Sample) =>
  ((size, seed) => {
    const [task] = tasksOf(1, seed + size, { plain: true, measures: [1, 1], goals: [1, 1] })
    if (!task) throw new Error('no task')
    const random = new Random(seed + size)
    return print(task, random.int(1, 60), random)
  }) satisfies Layout['make']

/** 问题 / 整改要求 / 做法 / 结果 on lines of their own, without colons. */
const wholeLines = notice((task, number, random) => ({
  text: [
    `某县省督察整改任务公示(序号${number})`,
    random.pick(['问题', '存在问题', '反馈问题']),
    task.problem,
    '整改要求',
    task.goals[0],
    random.pick(['整改主体', '责任单位', '承办单位']),
    task.units.print,
    random.pick(['做法', '整改措施', '主要做法']),
    measureOf(task),
    random.pick(['结果', '整改结果', '成效']),
    task.progress,
    '',
  ].join('\n'),
  tasks: [
    truthOf(task.title, {
      number: String(number),
      problem: task.problem,
      goals: task.goals,
      units: [task.units],
      measures: [{ text: measureOf(task) }],
      progressText: task.progress,
    }),
  ],
  planted: [],
}))

/** 整改目标为…,整改时限为…,责任单位为…: the fields of a notice told in sentences; what was done in a paragraph. */
const toldWithIs = notice((task, number, random) => {
  const is = random.pick(['为', '是'])
  const goal = task.goals[0]?.replace(/。$/, '') ?? ''
  const done = `${random.pick(['截至目前', '目前'])},${task.progress}`
  const truth = truthOf(task.title, {
    number: String(number),
    problem: task.problem,
    goals: [goal],
    units: [task.units],
    deadline: task.deadline,
    measures: [{ text: measureOf(task) }],
    progressText: done,
  })
  // No word names it, so that a person looks at it.
  if (truth.fields.progressText) truth.fields.progressText.shown = true
  return {
    text: [
      `某县督察反馈问题第${number}项整改公示`,
      `反馈问题${is}:${task.problem}整改目标${is}${goal},整改时限${is}${task.deadline.print},责任单位${is}${task.units.print}。整改措施${is}:${measureOf(task)}`,
      done,
      '',
    ].join('\n'),
    tasks: [truth],
    planted: [],
  }
})

/** A notice in prose: found, mended, closed. All of it is for a person to look at. */
const prose = notice((task, number, random) => {
  const who = random.pick(['省生态环境保护督察组', '市督查组', '县巡查组'])
  const how = random.pick(['督察发现', '现场检查指出', '暗访反映'])
  const done = `${random.pick(['目前', '截至2021年底', '现已'])},${task.progress}`
  const truth = truthOf(task.title, {
    number: String(number),
    problem: task.problem.replace(/(?<=^[^。]*。).*/s, ''),
    progressText: done,
  })
  for (const field of Object.values(truth.fields)) field.shown = true
  return {
    text: [
      `关于督察反馈第${number}项问题整改情况的公示`,
      `2021年4月,${who}${how},${task.problem}`,
      '收到反馈意见后,县委、县政府高度重视,成立工作专班,多次现场调度。',
      done,
      '现予以公示,公示期为2021年12月1日至12月10日。',
      '某县整改工作领导小组办公室',
      '2021年12月1日',
      '',
    ].join('\n'),
    tasks: [truth],
    planted: [{ code: 'IMPORT.NO_LABELS', key: task.title }],
  }
})

/** A list of numbered paragraphs, and not one name of a field. */
const bareList = (size: number, seed: number): Sample => {
  const tasks = oneMeasureTasks(size, seed, { short: false })
  const lines = tasks.map((task) => `${marks.arabic(task.number)}${task.problem}`)
  return {
    text: `某镇环境问题清单\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, { number: String(task.number), problem: task.problem })
      for (const field of Object.values(truth.fields)) field.shown = true
      return truth
    }),
    planted: tasks.map(({ title }) => ({ code: 'IMPORT.NO_LABELS', key: title })),
  }
}

/** 一、反馈问题 … 二、整改目标 … 三、整改措施 …: counted names in one line, without a colon. */
const counted = notice((task, number, random) => {
  const names = [
    random.pick(['反馈问题', '中央环境保护督察反馈意见整改任务', '整改问题']),
    random.pick(['整改目标', '整改目标要求']),
    random.pick(['整改措施', '具体整改措施']),
    random.pick(['整改完成情况', '整改结果']),
  ]
  const values = [task.problem, task.goals[0], measureOf(task), task.progress]
  return {
    text: `某县督察整改任务(序号${number})整改结果公示\n${names.map((name, at) => `${marks.chinese(at + 1)}${name} ${values[at]}`).join(' ')}\n`,
    tasks: [
      truthOf(task.title, {
        number: String(number),
        problem: task.problem,
        goals: task.goals,
        measures: [{ text: measureOf(task) }],
        progressText: task.progress,
      }),
    ],
    planted: [],
  }
})

/** (四)反馈问题:… alone, and no other name is counted: the ordinal is the task's number. */
const loneOrdinal = notice((task, place, random) => {
  const number = place + 1
  const label = random.pick(['反馈问题', '督察反馈问题', '具体问题'])
  return {
    text: `督察整改落实情况\n(${chinese(number)})${label}:${task.problem}\n整改进展情况:${task.progress}\n`,
    tasks: [
      truthOf(task.title, {
        number: chinese(number),
        problem: task.problem,
        progressText: task.progress,
      }),
    ],
    planted: [],
  }
})

/** (1)关于“…”的问题 under 1. under (一), told in prose: each a draft, all of it unsure. */
const nested = (size: number, seed: number): Sample => {
  const tasks = oneMeasureTasks(size, seed, { short: false })
  const lines = tasks.map(
    (task) =>
      `${marks.arabicBracket(task.number)}关于“${task.problem.replace(/。/g, '，').replace(/，$/, '')}”的问题。`,
  )
  return {
    text: `某局党组关于巡察整改情况的通报\n(一)在“决策部署不够有力”方面\n1.关于“学习不够到位”问题的整改\n${lines.join('\n')}\n`,
    tasks: tasks.map((task, at) => {
      const words = lines[at]?.slice(marks.arabicBracket(task.number).length) ?? ''
      const truth = truthOf(task.title, { number: String(task.number), problem: words })
      for (const field of Object.values(truth.fields)) field.shown = true
      return truth
    }),
    planted: tasks.map(({ title }) => ({ code: 'IMPORT.NO_LABELS', key: title })),
  }
}

/** 发现还存在以下问题: 1、…;2、…。 in a report without breaks: each is a draft, all of it unsure. */
const proseRun = (size: number, seed: number): Sample => {
  const tasks = tasksOf(Math.max(2, size), seed, { plain: true, short: true })
  const words = tasks.map(({ problem }, at) =>
    at < tasks.length - 1 ? problem.replace(/。$/, ';') : problem,
  )
  const told = tasks.map(({ number }, at) => `${marks.comma(number)}${words[at]}`).join(' ')
  return {
    text: `关于环境问题整改情况的报告 县巡查组于2018年6月11日开展检查,检查中发现还存在以下问题: ${told} 针对以上问题,我镇立即整改。\n`,
    tasks: tasks.map((task, at) => {
      const truth = truthOf(task.title, {
        number: String(task.number),
        problem: words[at] ?? '',
      })
      for (const field of Object.values(truth.fields)) field.shown = true
      return truth
    }),
    planted: tasks.map(({ title }) => ({ code: 'IMPORT.NO_LABELS', key: title })),
  }
}

/** A pasted sheet whose columns are named in a place's own words. */
const ownColumns = (size: number, seed: number): Sample => {
  const random = new Random(seed + 14)
  const heads = [
    '序号',
    '问题',
    random.pick(['处置措施', '整治办法', '处理意见']),
    random.pick(['立行立改情况', '处置结果', '整改后情况']),
    random.pick(['负责人', '联系电话', '督办领导']),
  ]
  const tasks = oneMeasureTasks(size, seed, { short: false })
  const rows = tasks.map((task) =>
    [task.number, task.problem, measureOf(task), task.progress, '王某'].join('\t'),
  )
  return {
    text: `${heads.join('\t')}\n${rows.join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        progressText: task.progress,
      }),
    ),
    planted: [],
  }
}

export const meantLayouts: Layout[] = [
  { name: 'meant-words', about: `${usual.colon} behind words of a place's own`, make: ownWords },
  { name: 'meant-short', about: '目标: 措施: 责任: inside the line of a task', make: shortWords },
  { name: 'meant-bracket', about: '(牵头:…;时限:…) behind each problem', make: inBracket },
  { name: 'meant-lines', about: 'names of fields on lines of their own', make: wholeLines },
  { name: 'meant-is', about: '整改目标为…,责任单位为…', make: toldWithIs },
  { name: 'meant-columns', about: 'columns in words of a place’s own', make: ownColumns },
  { name: 'meant-counted', about: '一、反馈问题 … 二、整改目标 … in one line', make: counted },
  { name: 'meant-ordinal', about: '(四)反馈问题: alone', make: loneOrdinal },
  { name: 'prose-nested', about: '(1)关于“…”的问题 in prose, all unsure', make: nested },
  { name: 'prose-run', about: 'problems counted in one line of prose, all unsure', make: proseRun },
  { name: 'prose', about: 'a notice without a label, all of it unsure', make: prose },
  { name: 'prose-list', about: 'numbered paragraphs without a label, all unsure', make: bareList },
]
