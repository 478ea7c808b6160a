import type { Layout, Sample, TaskModel } from './model'
import { Random } from './random'
import { marks, measureOf, oneMeasureTasks } from './tasks'
import { truthOf } from './truth'
import { chinese } from './words'

/** What offices hand over to others: orders, lists with codes, a report's own words as heads. */

/** 第十二项 督察报告指出:…: the same words open every problem, and no label names one. */
const saidHeads = (size: number, seed: number): Sample => {
  const random = new Random(seed + 31)
  const said = random.pick(['督察报告指出', '督察组反馈', '警示片披露', '通报提到'])
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map((task) =>
    [
      `${marks.item(task.number)}${said}:${task.problem}`,
      `整改责任单位:${task.units.print}`,
      `责 任 人:某市市长`,
      `整改时限:${task.deadline.print}`,
      `整改措施:${measureOf(task)}`,
    ].join('\n'),
  )
  return {
    text: `某市督察报告整改方案措施清单\n${lines.join('\n\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: chinese(task.number),
        problem: `${said}:${task.problem}`,
        units: [task.units],
        deadline: task.deadline,
        measures: [{ text: measureOf(task) }],
      }),
    ),
    planted: [],
  }
}

/** HY-01  某处  …: codes for numbers, blanks between the cells of a line. */
const codedRows = (size: number, seed: number): Sample => {
  const random = new Random(seed + 32)
  const code = random.pick(['HY-', 'A', 'WT-'])
  const heads = [
    '编号',
    '点位名称',
    random.pick(['主要问题', '问题描述']),
    random.pick(['处理建议', '整治对策', '整改措施']),
    random.pick(['落实单位', '责任单位']),
    random.pick(['办结期限', '整改时限']),
    random.pick(['落实结果', '整治结果', '办理情况']),
  ]
  const tasks = oneMeasureTasks(Math.min(size, 99), seed)
  const codeOf = (task: TaskModel): string => `${code}${String(task.number).padStart(2, '0')}`
  const done = '已清运并安装监控。'
  const rows = tasks.map((task) => [
    codeOf(task),
    '三岔河桥下',
    task.problem,
    measureOf(task),
    task.units.print,
    task.deadline.print,
    done,
  ])
  return {
    text: `某镇生态环境问题交办清单\n${[heads, ...rows].map((row) => row.join('  ')).join('\n')}\n`,
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: codeOf(task),
        problem: task.problem,
        measures: [{ text: measureOf(task) }],
        units: [task.units],
        deadline: task.deadline,
        progressText: done,
      }),
    ),
    planted: [],
  }
}

/** 事项一:… 督办要求:… 承办股室:…: an order's matters, and the sections of a bureau that answer. */
const orders = (size: number, seed: number): Sample => {
  const random = new Random(seed + 33)
  const wanted = random.pick(['督办要求', '交办要求'])
  const office = random.pick(['承办股室', '责任股室', '落实科室'])
  const names = ['执法大队', '水生态环境股']
  const tasks = oneMeasureTasks(size, seed)
  const lines = tasks.map((task) =>
    [
      `事项${chinese(task.number)}:${task.problem}`,
      `${wanted}:${measureOf(task)}`,
      `${office}:${names.join('、')}`,
      `办理时限:${task.deadline.print}`,
      `办理结果:${task.progress}`,
    ].join('\n'),
  )
  return {
    text: `关于督办单办理情况的报告\n${lines.join('\n')}\n`,
    tasks: tasks.map((task) => {
      const truth = truthOf(task.title, {
        number: chinese(task.number),
        problem: task.problem,
        deadline: task.deadline,
        measures: [{ text: measureOf(task) }],
        progressText: task.progress,
      })
      truth.fields['units.responsible'] = { value: names }
      return truth
    }),
    planted: [],
  }
}

/** Problems of an order, each closed by a bracket that names who: on lines below 存在问题:, or in one run. */
const closedByBracket =
  (gap: string): Layout['make'] =>
  (size, seed) => {
    const random = new Random(seed + 34)
    const tasks = oneMeasureTasks(Math.max(size, 3), seed)
    const over =
      gap === '\n' ? random.pick(['存在问题:', '主要问题:', '存在的问题:']) : '一、重点督办事项'
    const names = tasks.map(() => random.some(['英雄街道', '区住建局', '征地中心', '各乡镇场'], 2))
    const lines = tasks.map(
      ({ number, problem }, at) => `${number}.${problem}(责任单位:${names[at]?.join('、')})`,
    )
    return {
      text: `关于检查情况的整改通知\n各有关单位: 现将问题通知如下。${gap}${over}${gap}${lines.join(gap)}\n`,
      tasks: tasks.map((task, at) => {
        const truth = truthOf(task.title, { number: String(task.number), problem: task.problem })
        truth.fields['units.responsible'] = { value: names[at] }
        return truth
      }),
      planted: [],
    }
  }

export const orderLayouts: Layout[] = [
  { name: 'said-heads', about: '督察报告指出: behind every ordinal', make: saidHeads },
  {
    name: 'coded-rows',
    about: 'codes and blanks between the cells',
    sizes: [1, 24, 99],
    make: codedRows,
  },
  {
    name: 'closed-by-bracket',
    about: 'an order’s problems, each with (责任单位:…), below 存在问题:',
    make: closedByBracket('\n'),
  },
  {
    name: 'closed-by-bracket-run',
    about: 'the same in one run',
    make: closedByBracket(' '),
  },
  { name: 'orders', about: '督办要求 and 承办股室', make: orders },
]
