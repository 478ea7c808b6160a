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

/** The plan is cited in another clause than the number, or is the issuer's own: the number is the list's. */
const ownPlan: Notice = (task, number, random) => {
  const item = chinese(number)
  const [introduction, printed] = random.pick([
    [
      `根据《某市贯彻落实督察报告整改方案》有关要求,目前督察反馈问题(序号${number})已整改完成`,
      number,
    ],
    [`《清河省贯彻落实督察报告整改方案》明确的第${item}项整改事项第三条整改措施已整改完成`, item],
    [`《某市贯彻落实督察反馈意见整改方案》明确的第${item}项整改事项已整改完成`, item],
    [`我市制定了整改方案并推进实施。其中整改任务清单${number}号已完成整改`, number],
  ])
  const fields = [`反馈问题\n${task.problem}`, ...fieldsOf(task, { ...usual, colon: '\n' })]
  return alone(
    [
      '督察整改公示',
      `${introduction},现将情况公示如下:`,
      ...counted(fields),
      '清河省农业农村厅',
      '2025年2月4日',
    ],
    wholeTask(task, String(printed)),
  )
}

/** A misprinted colon, and three ways to end a notice right behind its last field. */
const loosely: Notice = (task, number, random) => {
  const closing = random.pick([
    '公示时间10天,公示期间接受广大群众的监督。',
    '按照相关要求,现将我市已完成整改的督察反馈问题予以公示。',
    '市整改办监督电话0791-86350000',
  ])
  const fields = [
    `整改问题:${task.problem}`,
    ...fieldsOf(task, usual),
    `整改主要工作及成效;\n${task.progress}`,
  ]
  return alone(
    [`省级督察反馈问题第${number}项问题整改公示`, ...counted(fields), closing],
    wholeTask(task, String(number), { progressText: task.progress }),
  )
}

/** A letter's case and problem stand quoted in the introduction, the fields in one line behind. */
const letter: Notice = (task, number) => {
  const code = `D36001202007${String(number).padStart(5, '0')}`
  const text = [
    `某区承担的督察组问题“${code}”:“${task.problem}”整改工作,目前已完成,现公示如下:`,
    `整改目标:${task.goals.join('')}`,
    `整改措施:${task.measures[0]?.text}`,
    `整改完成情况:${task.progress}`,
  ].join(' ')
  return alone(
    [`某区关于督察组问题“${code}”整改情况的公示`, text],
    truthOf(task.title, {
      upperNumber: code,
      problem: task.problem,
      goals: [task.goals.join('')],
      measures: task.measures.slice(0, 1),
      progressText: task.progress,
    }),
  )
}

/** Who accepts told as a sentence, a stamp with its day behind the unit, a season that sets no limit. */
const stamped: Notice = (task, number) => {
  const accepting = ['市生态环境局', '市水务局', '市财政局']
  const season = '2024年春季,按要求完成秸秆离田工作。'
  const truth = wholeTask({ ...task, measures: [{ text: season }] }, String(number))
  truth.fields['units.accepting'] = { value: accepting }
  return alone(
    [
      `督察反馈问题(序号${number})整改公示表`,
      `反馈问题:${task.problem}`,
      `责任单位(盖章):${task.units.print} 2024年6月1日`,
      `验收单位:${accepting[0]}牵头,${accepting[1]}、${accepting[2]}配合。`,
      `整改目标:${task.goals.map((goal, at) => `${at + 1}.${goal}`).join('')}`.replace(
        /:1\.(?=[^2]*$)/,
        ':',
      ),
      `整改时限:${task.deadline.print}`,
      `整改措施:${season}`,
    ],
    truth,
  )
}

/** …。责任单位某局,配合单位某局,2005年底完成。: units and limit told in the sentence of each task. */
const sentences = (size: number, seed: number): Sample => {
  const random = new Random(seed + 5)
  const tasks = tasksOf(Math.max(2, size), seed, { plain: true })
  const truths = tasks.map((task) => {
    const month = random.int(1, 9)
    const day = new Date(Date.UTC(2021, month, 0)).toISOString().slice(0, 10)
    const truth = truthOf(task.title, { number: String(task.number), problem: task.problem })
    truth.fields['units.responsible'] = { value: ['市水务局'] }
    if (task.number % 2 === 0)
      truth.fields['units.supporting'] = { value: ['市财政局', '市公安局'] }
    truth.fields['deadline.text'] = { value: `2021年${month}月底完成` }
    truth.fields['deadline.kinds'] = { value: ['fixed'] }
    truth.fields['deadline.dates'] = { value: [day] }
    return truth
  })
  const lines = tasks.map((task, at) => {
    const helpers = task.number % 2 === 0 ? '配合单位市财政局、市公安局,' : ''
    const limit = String(truths[at]?.fields['deadline.text']?.value)
    return `${marks.arabic(task.number)}${task.problem}责任单位市水务局,${helpers}${limit}。`
  })
  return { text: `某市饮用水水源地整治方案\n${lines.join('\n')}\n`, tasks: truths, planted: [] }
}

/** Brackets inside labels, a number behind one, labels on lines of their own between blank lines. */
const bracketed: Notice = (task, number) => {
  const fields = [
    `一、自治区环保(专项)督察反馈问题\n\n整改任务第${number}项:${task.problem}`,
    `二、牵头(责任)单位:市水务局`,
    `整改目标\n\n${task.goals.join('')}`,
    `整改时限\n\n${task.deadline.print}`,
    `整改措施\n\n${task.measures.map(({ text }, at) => `${at + 1}.${text}`).join('\n\n')}`,
    `整改主要工作及\n\n成效\n\n${task.progress}`,
    '整改完成情况\n\n已完成',
  ]
  const many = task.measures.length > 1
  const truth = truthOf(task.title, {
    number: String(number),
    problem: task.problem,
    goals: [task.goals.join('')],
    deadline: task.deadline,
    measures: many ? task.measures : [{ text: task.measures[0]?.text ?? '' }],
    progressText: task.progress,
  })
  truth.fields['units.lead'] = { value: ['市水务局'] }
  return alone([`某县督察组反馈问题第${number}项整改销号情况公示`, '', fields.join('\n\n')], truth)
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
  { name: 'notice-own-plan', about: 'the number beside a cited plan', make: notice(ownPlan) },
  { name: 'notice-loose', about: 'a misprinted colon, closings', make: notice(loosely) },
  { name: 'notice-letter', about: 'a problem quoted in the introduction', make: notice(letter) },
  {
    name: 'notice-stamped',
    about: 'a stamp with its day, 验收单位 in a sentence',
    make: notice(stamped),
  },
  { name: 'sentences', about: 'units and limit told in a sentence', make: sentences },
  { name: 'notice-bracketed', about: '牵头(责任)单位, 整改任务第4项:', make: notice(bracketed) },
]
