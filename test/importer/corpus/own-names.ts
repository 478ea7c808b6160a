import type { Layout, Sample, TaskModel } from './model'
import { Random } from './random'
import { measureOf, oneMeasureTasks } from './tasks'
import { truthOf } from './truth'

/** Names, marks and codes that a place has to itself: a bar for a colon, blocks before heads, names nobody knows. */

/** ▍整改点位1:… over 存在问题｜…: a block before the head, a bar between name and text. */
const bars = (size: number, seed: number): Sample => {
  const random = new Random(seed + 81)
  const [block, head, goals] = [
    random.pick(['▍', '▌', '■', '◆', '']),
    random.pick(['整改点位', '点位', '整改问题']),
    random.pick(['整改要求', '整改目标', '目标']),
  ]
  const tasks = oneMeasureTasks(size, seed)
  return {
    text: `环保督察整改专报(第9期)\n\n${tasks
      .map((task) =>
        [
          `${block}${head}${task.number}:某处污染`,
          `存在问题｜${task.problem}`,
          `${goals}｜${task.goals[0]}`,
          `责任单位｜${task.units.print}`,
          `完成时间｜${task.deadline.print}`,
        ].join('\n'),
      )
      .join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        goals: task.goals,
        units: [task.units],
        deadline: task.deadline,
      }),
    ),
    planted: [],
  }
}

/** 金沙-01: a code with the place's name in the column of numbers. */
const placeCodes = (size: number, seed: number): Sample => {
  const random = new Random(seed + 82)
  const [place, mark] = [random.pick(['金沙', '水', '云字', '督察']), random.pick(['-', '', '_'])]
  const heads = [
    random.pick(['编号', '序号', '问题编号']),
    '问题描述',
    '整改措施',
    '责任单位',
    '完成时限',
  ]
  const tasks = oneMeasureTasks(size, seed)
  const codeOf = (task: TaskModel): string =>
    `${place}${mark}${String(task.number).padStart(2, '0')}`
  const rows = tasks.map((task) => [
    codeOf(task),
    task.problem,
    measureOf(task),
    task.units.print,
    task.deadline.print,
  ])
  return {
    text: `某县长江保护修复问题整改清单\n${[heads, ...rows]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: codeOf(task),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        units: [task.units],
        deadline: task.deadline,
      }),
    ),
    planted: [],
  }
}

/** 群众说:… 我们办:… 谁来办:… 何时办结:…: names that nobody knows; all of it is shown. */
const ownCards = (size: number, seed: number): Sample => {
  const random = new Random(seed + 83)
  const [said, done, who, when] = [
    random.pick(['群众说', '有人讲', '大家盼']),
    random.pick(['我们办', '这样改', '马上干']),
    random.pick(['谁来办', '谁牵头', '找哪家']),
    random.pick(['何时办结', '几时办好', '哪天办完']),
  ]
  const [head, how] = [random.pick(['事项', '问题', '']), random.pick(['办得怎样', '咋样了'])]
  const told = (task: TaskModel): string => `已办妥第${task.number}件,群众满意。`
  const tasks = oneMeasureTasks(size, seed)
  return {
    text: `某乡为群众办环保实事问题销号单\n${tasks
      .map((task) =>
        [
          `${head === '' ? `${task.number}.` : `${head}${task.number} `}${said}:${task.problem}`,
          `${done}:${measureOf(task)}`,
          `${who}:${task.units.print}`,
          `${when}:2022年${(task.number % 12) + 1}月20日前`,
          `${how}:${told(task)}`,
        ].join('\n'),
      )
      .join('\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        units: [task.units],
        progressText: told(task),
      })
      const month = String((task.number % 12) + 1)
      truth.fields['deadline.text'] = { value: `2022年${month}月20日前` }
      truth.fields['deadline.kinds'] = { value: ['fixed'] }
      truth.fields['deadline.dates'] = { value: [`2022-${month.padStart(2, '0')}-20`] }
      for (const field of Object.values(truth.fields)) field.shown = true
      return truth
    }),
    planted: tasks.map(({ title }) => ({ code: 'IMPORT.HEADS_UNKNOWN', key: title })),
  }
}

export const ownNameLayouts: Layout[] = [
  { name: 'bars', about: '存在问题｜… below ▍整改点位1:', make: bars },
  { name: 'place-codes', about: '金沙-01 in the column of numbers', make: placeCodes },
  { name: 'own-cards', about: '群众说: 谁来办: 何时办结:, all unsure', make: ownCards },
]
