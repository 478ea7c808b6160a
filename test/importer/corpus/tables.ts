import type { Layout, Sample, TaskModel } from './model'
import { Random } from './random'
import { type TaskOptions, marks, tasksOf } from './tasks'
import { faultsOf, truthOf, wholeTask } from './truth'
import { items } from './labelled'
import { chinese } from './words'

/** A column of a table: its head and the cell of a task. */
export interface Column {
  head: string
  cell: (task: TaskModel, index: number) => string
}

const list = (words: string[], gap: string): string => items(words, marks.arabic, gap)
const measuresIn =
  (gap: string) =>
  (task: TaskModel): string =>
    list(
      task.measures.map(({ text }) => text),
      gap,
    )

export const usualColumns = (gap: string): Column[] => [
  { head: '序号', cell: (task) => String(task.number) },
  { head: '反馈问题', cell: (task) => task.problem },
  { head: '整改目标', cell: (task) => list(task.goals, gap) },
  { head: '整改措施', cell: measuresIn(gap) },
  { head: '责任单位', cell: (task) => task.units.print },
  { head: '整改时限', cell: (task) => task.deadline.print },
]

type Render = (rows: string[][]) => string

const bordered: Render = (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
const cellALine: Render = (rows) => `|\n${rows.map((row) => row.join('\n|\n')).join('\n|\n|\n')}\n|`
const closedByBar: Render = (rows) =>
  rows.map((row) => row.map((cell) => `${cell} |`).join('\n')).join('\n')
const tabs: Render = (rows) => rows.map((row) => row.join('\t')).join('\n')
const quotedTabs: Render = (rows) =>
  rows
    .map((row) =>
      row.map((cell) => (/[\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'),
    )
    .join('\n')
const openBars: Render = (rows) => rows.map((row) => row.join(' | ')).join('\n')
const trailingBars: Render = (rows) => rows.map((row) => `${row.join(' | ')} |`).join('\n')
const markdown: Render = ([head = [], ...rows]) =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, bordered(rows)].join('\n')
const flat: Render = (rows) => rows.map((row) => row.join('\n')).join('\n')

export const title = '某市整改任务清单'

function tableOf(
  tasks: TaskModel[],
  columns: Column[],
  render: Render,
  extra: Partial<Sample> = {},
): Sample {
  const rows = [
    columns.map(({ head }) => head),
    ...tasks.map((task, index) => columns.map(({ cell }) => cell(task, index))),
  ]
  return {
    text: `${title}\n${render(rows)}\n`,
    tasks: tasks.map((task) => wholeTask(task, String(task.number))),
    planted: faultsOf(tasks),
    ...extra,
  }
}

const table = (
  name: string,
  about: string,
  render: Render,
  gap = '',
  options: TaskOptions = {},
): Layout => ({
  name,
  about,
  make: (size, seed) => tableOf(tasksOf(size, seed, options), usualColumns(gap), render),
})

/** A table whose columns differ from the usual ones. */
const columnsOf = (
  name: string,
  about: string,
  columns: (random: Random) => Column[],
  fields: Parameters<typeof truthOf>[1] = {},
): Layout => ({
  name,
  about,
  make: (size, seed) => {
    const tasks = tasksOf(size, seed)
    const sample = tableOf(tasks, columns(new Random(seed + 11)), bordered)
    return {
      ...sample,
      tasks: tasks.map((task) =>
        wholeTask(task, String(task.number), {
          ...fields,
          progressText: 'progressText' in fields ? task.progress : undefined,
        } as Parameters<typeof truthOf>[1]),
      ),
    }
  },
})

/** A column that holds each measure with its limit. */
const measuresAndLimit = (size: number, seed: number): Sample => {
  const random = new Random(seed + 13)
  const tasks = tasksOf(size, seed, { plain: true, short: true }).map((task) => ({
    ...task,
    measures: task.measures.map((measure) => {
      const limit = random.int(1, 12)
      const print = `2021年${limit}月底前`
      const last = new Date(Date.UTC(2021, limit, 0)).toISOString().slice(0, 10)
      const deadline = { print, text: print, kinds: ['fixed'], dates: [last] }
      return { text: `${measure.text.replace(/[。;]$/, '')},${print}完成。`, deadline }
    }),
  }))
  const columns = usualColumns('')
    .filter(({ head }) => head !== '整改时限')
    .map((column) => (column.head === '整改措施' ? { ...column, head: '整改措施及时限' } : column))
  const sample = tableOf(tasks, columns, bordered)
  for (const { fields } of sample.tasks)
    for (const part of ['text', 'kinds', 'dates']) delete fields[`deadline.${part}`]
  return sample
}

/** Number and problem merged over a row for each measure, units and deadline with each row. */
const rowsOfMeasures =
  (repeat: boolean): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed, { plain: true, measures: [2, 3], goals: [1, 1] })
    const random = new Random(seed + 13)
    const models = tasks.map((task) => ({
      ...task,
      measures: task.measures.map((measure) => ({
        ...measure,
        units: random.pick(tasks).units,
        deadline: random.pick(tasks).deadline,
      })),
    }))
    const rows = models.flatMap((task) =>
      task.measures.map((measure, at) => [
        ...(at === 0 || repeat
          ? [String(task.number), task.problem, task.goals[0] ?? '']
          : ['', '', '']),
        measure.text,
        measure.units.print,
        measure.deadline.print,
      ]),
    )
    const head = ['序号', '反馈问题', '整改目标', '整改措施', '责任单位', '整改时限']
    return {
      text: `${title}\n${bordered([head, ...rows])}\n`,
      tasks: models.map((task) =>
        truthOf(task.title, {
          number: String(task.number),
          problem: task.problem,
          goals: task.goals,
          measures: task.measures,
        }),
      ),
      planted: [],
    }
  }

/** Lines across the table between its rows. */
const groupRows = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed)
  const columns = usualColumns('')
  const rows = tasks.flatMap((task, index) => [
    ...(index % 5 === 0
      ? [[`${chinese(index / 5 + 1)}、第${chinese(index / 5 + 1)}类问题`, '', '', '', '', '']]
      : []),
    columns.map(({ cell }) => cell(task, index)),
  ])
  return {
    ...tableOf(tasks, columns, bordered),
    text: `${title}\n${bordered([columns.map(({ head }) => head), ...rows])}\n`,
  }
}

/** The head again on every page. */
const headAgain = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed)
  const columns = usualColumns('')
  const head = columns.map((column) => column.head)
  const rows = tasks.flatMap((task, index) => [
    ...(index > 0 && index % 8 === 0 ? [head] : []),
    columns.map(({ cell }) => cell(task, index)),
  ])
  return { ...tableOf(tasks, columns, bordered), text: `${title}\n${bordered([head, ...rows])}\n` }
}

/** Two heads: 责任单位 over 牵头单位 and 配合单位. */
const twoHeads = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed, { plain: true })
  const random = new Random(seed + 17)
  const helpers = tasks.map(() => random.pick(tasks).units.print)
  const rows = [
    ['序号', '反馈问题', '整改措施', '责任单位', '', '整改时限'],
    ['', '', '', '牵头单位', '配合单位', ''],
    ...tasks.map((task, at) => [
      String(task.number),
      task.problem,
      measuresIn('')(task),
      task.units.print,
      helpers[at] ?? '',
      task.deadline.print,
    ]),
  ]
  return {
    text: `${title}\n${bordered(rows)}\n`,
    tasks: tasks.map((task, at) =>
      truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        units: [
          {
            print: '',
            truth: {
              lead: [task.units.print],
              responsible: [],
              supporting: [helpers[at] ?? ''],
              supervising: [],
              accepting: [],
            },
          },
        ],
        deadline: task.deadline,
        measures: task.measures,
      }),
    ),
    planted: [],
  }
}

/** The number in the upper plan inside the problem's cell. */
const upperInCell =
  (print: (number: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed)
    const columns = usualColumns('').map((column) =>
      column.head === '反馈问题'
        ? { ...column, cell: (task: TaskModel) => `${print(task.number + 3)}${task.problem}` }
        : column,
    )
    return {
      ...tableOf(tasks, columns, bordered),
      tasks: tasks.map((task) =>
        wholeTask(task, String(task.number), { upperNumber: chinese(task.number + 3) }),
      ),
    }
  }

/** Letters of the public: own columns, no goals. */
const letters =
  (render: Render): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed, { short: true })
    const head = [
      '序号',
      '受理编号',
      '交办问题基本情况',
      '行政区域',
      '污染类型',
      '调查核实情况',
      '是否属实',
      '处理和整改情况',
      '问责情况',
    ]
    const rows = tasks.map((task) => [
      String(task.number),
      `D2JX2020${String(task.number).padStart(4, '0')}`,
      task.problem,
      '青溪县',
      '水',
      '经现场核查,情况属实。',
      '属实',
      task.progress,
      '无',
    ])
    return {
      text: `群众信访举报转办和边督边改公开情况一览表\n${render([head, ...rows])}\n`,
      tasks: tasks.map((task) =>
        truthOf(task.title, {
          number: String(task.number),
          upperNumber: `D2JX2020${String(task.number).padStart(4, '0')}`,
          problem: task.problem,
          progressText: task.progress,
        }),
      ),
      planted: [],
    }
  }

/** A table for each task, its labels in the first column. */
const standing = (size: number, seed: number): Sample => {
  const tasks = tasksOf(Math.max(1, size), seed, { plain: true })
  const text = tasks
    .map((task) =>
      bordered([
        ['序号', String(task.number)],
        ['反馈问题', task.problem],
        ['整改目标', list(task.goals, '')],
        ['整改措施', measuresIn('')(task)],
        ['责任单位', task.units.print],
        ['整改时限', task.deadline.print],
        ['整改完成情况', task.progress],
      ]),
    )
    .join('\n\n')
  return {
    text: `整改情况公示表\n${text}\n`,
    tasks: tasks.map((task) =>
      wholeTask(task, String(task.number), { progressText: task.progress }),
    ),
    planted: [],
  }
}

/** A row lost a cell: planted, to be told. */
const lostCell = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed, { plain: true })
  const columns = usualColumns('')
  const lost = (index: number): boolean => size > 3 && index % 7 === 4
  const rows = tasks.map((task, index) => {
    const row = columns.map(({ cell }) => cell(task, index))
    return lost(index) ? row.filter((_, at) => at !== 4) : row
  })
  return {
    text: `${title}\n${bordered([columns.map(({ head }) => head), ...rows])}\n`,
    tasks: tasks.map((task, index) =>
      lost(index)
        ? truthOf(task.title, {
            number: String(task.number),
            problem: task.problem,
            goals: task.goals,
            measures: task.measures,
            deadline: task.deadline,
          })
        : wholeTask(task, String(task.number)),
    ),
    planted: tasks.flatMap((task, index) =>
      lost(index) ? [{ code: 'IMPORT.ROW_CELLS_DIFFER', key: task.title }] : [],
    ),
  }
}

const boxes = (index: number): string =>
  ['已验收销号', '已完成', '达到时序进度', '尚未启动']
    .map((state, at) => `${at === index % 4 ? '☑' : '□'}${state}`)
    .join('\n\n')

/** A cell a line, one of them boxes to tick on several lines, another a name nobody knows. */
const flatBoxes = (size: number, seed: number): Sample => {
  const options: TaskOptions = { plain: true, goals: [1, 1], measures: [1, 1], short: true }
  const tasks = tasksOf(size, seed, options)
  const columns: Column[] = [
    { head: '序号', cell: (task) => String(task.number) },
    { head: '整改任务', cell: (task) => task.problem },
    { head: '整改时限', cell: () => '2022年年底前' },
    { head: '整改措施', cell: measuresIn('') },
    { head: '目前进展情况及存在问题', cell: (task) => task.progress },
    { head: '完成进度', cell: (_, index) => boxes(index) },
    { head: '备注', cell: () => '更新' },
  ]
  const deadline = { print: '2022年年底前', kinds: ['fixed'], dates: ['2022-12-31'] }
  return tableOf(tasks, columns, (rows) => rows.flat().join('\n\n'), {
    tasks: tasks.map((task) =>
      truthOf(task.title, {
        number: String(task.number),
        problem: task.problem,
        deadline,
        measures: task.measures,
        progressText: task.progress,
      }),
    ),
  })
}

const withProgress: Column = { head: '整改进展情况', cell: (task) => task.progress }
const remark: Column = { head: '备注', cell: (_, index) => (index % 4 === 0 ? '持续推进' : '') }

export const tableLayouts: Layout[] = [
  table('table', 'a row a line', bordered),
  table('table-open', 'deadlines of which a person decides', bordered, '', { open: true }),
  table('table-breaks', 'breaks inside the cells', bordered, '\n'),
  table('table-cell-a-line', 'a cell a line between bars', cellALine),
  table('table-cell-a-line-breaks', 'a cell a line, breaks inside', cellALine, '\n'),
  table('table-closed-by-bar', 'a cell a line, a bar behind each', closedByBar),
  table('table-tabs', 'tabs', tabs),
  table('table-tabs-quoted', 'copied from a sheet, breaks in quotes', quotedTabs, '\n'),
  table('table-open-bars', 'bars between the cells only', openBars),
  table('table-trailing-bars', 'a bar behind each row', trailingBars),
  table('table-markdown', 'a rule below the head', markdown),
  table('table-flat', 'a cell a line, no borders', flat, '', {
    plain: true,
    goals: [1, 1],
    measures: [1, 1],
    short: true,
  }),
  { name: 'table-flat-boxes', about: 'boxes to tick, a cell a line', make: flatBoxes },
  { name: 'table-measure-rows', about: 'a row for each measure', make: rowsOfMeasures(false) },
  {
    name: 'table-measure-rows-repeated',
    about: 'a row for each measure, merged cells written out',
    make: rowsOfMeasures(true),
  },
  {
    name: 'table-measures-and-limit',
    about: '整改措施及时限 in one column',
    make: measuresAndLimit,
  },
  { name: 'table-group-rows', about: 'lines between the rows', make: groupRows },
  { name: 'table-head-again', about: 'the head on every page', make: headAgain },
  { name: 'table-two-heads', about: 'a head in two lines', make: twoHeads },
  {
    name: 'table-upper-item',
    about: '第四项 in the problem’s cell',
    make: upperInCell((number) => `第${chinese(number)}项 `),
  },
  {
    name: 'table-upper-bracket',
    about: '(省方案第四项) in the problem’s cell',
    make: upperInCell((number) => `(省方案第${chinese(number)}项)`),
  },
  { name: 'letters', about: 'letters of the public', make: letters(bordered) },
  { name: 'letters-closed', about: 'letters, a bar behind each cell', make: letters(closedByBar) },
  { name: 'letters-cell-a-line', about: 'letters, a cell a line', make: letters(cellALine) },
  { name: 'table-standing', about: 'a table for each task', make: standing },
  { name: 'table-lost-cell', about: 'a row that lost a cell, told', make: lostCell },
  columnsOf(
    'table-progress',
    'progress and remarks',
    () => [...usualColumns(''), withProgress, remark],
    { progressText: '' },
  ),
  columnsOf('table-other-heads', 'other words for the columns', () => {
    const heads: Record<string, string> = {
      序号: '问题序号',
      反馈问题: '督察反馈问题',
      整改目标: '目标任务',
      整改措施: '具体整改措施',
      责任单位: '整改责任主体',
      整改时限: '完成时限',
    }
    return usualColumns('').map((column) => ({
      ...column,
      head: heads[column.head] ?? column.head,
    }))
  }),
  columnsOf('table-bracket-heads', 'heads with brackets', () => {
    const heads: Record<string, string> = {
      反馈问题: '反馈问题(整改任务)',
      责任单位: '责任单位(牵头单位)',
      整改时限: '整改时限(完成时间)',
    }
    return usualColumns('').map((column) => ({
      ...column,
      head: heads[column.head] ?? column.head,
    }))
  }),
  columnsOf('table-ignored', 'columns that nobody asks for', () => [
    ...usualColumns('').slice(0, 2),
    { head: '问题类型', cell: () => '水环境' },
    ...usualColumns('').slice(2),
    { head: '责任人', cell: () => '王某某' },
    { head: '整改状态', cell: () => '正在整改' },
  ]),
]
