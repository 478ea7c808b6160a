import ExcelJS from 'exceljs'
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import type { Layout, Planted, Sample, TaskModel } from './model'
import { Random } from './random'
import { title, usualColumns } from './tables'
import { tasksOf } from './tasks'
import { faultsOf, wholeTask } from './truth'

const columns = usualColumns('\n')
const head = columns.map((column) => column.head)
const rowOf = (task: TaskModel, index: number): string[] =>
  columns.map(({ cell }) => cell(task, index))

/** A task that takes a column from the one before it: a merged cell. */
interface Merged {
  at: number
  column: number
}

const unitColumn = 4
const deadlineColumn = 5

/** Some tasks share the units or the deadline of the task before them. */
function shareSome(tasks: TaskModel[], seed: number): Merged[] {
  const random = new Random(seed + 29)
  return tasks.flatMap((task, at) => {
    const before = tasks[at - 1]
    if (!before || !random.chance(0.3)) return []
    const column = random.pick([unitColumn, deadlineColumn])
    if (column === unitColumn) task.units = before.units
    else task.deadline = before.deadline
    return [{ at, column }]
  })
}

const sampleOf = (tasks: TaskModel[], bytes: Uint8Array, name: string): Sample => ({
  file: { bytes, name },
  tasks: tasks.map((task) => wholeTask(task, String(task.number))),
  planted: faultsOf(tasks),
})

/** Values that a merged cell gives to several tasks are right, and shown. */
function shown(sample: Sample, merged: Merged[]): Sample {
  for (const { at, column } of merged)
    for (const [path, field] of Object.entries(sample.tasks[at]?.fields ?? {}))
      if (path.startsWith(column === unitColumn ? 'units' : 'deadline')) field.shown = true
  return sample
}

async function excel(
  tasks: TaskModel[],
  shape: (sheet: ExcelJS.Worksheet) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('清单')
  sheet.addRow([title])
  sheet.mergeCells(1, 1, 1, head.length)
  for (const row of [head, ...tasks.map(rowOf)]) sheet.addRow(row)
  shape(sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const firstRow = 3

const excelPlain = async (size: number, seed: number): Promise<Sample> => {
  const tasks = tasksOf(size, seed)
  return sampleOf(tasks, await excel(tasks, () => undefined), '清单.xlsx')
}

const excelMerged = async (size: number, seed: number): Promise<Sample> => {
  const tasks = tasksOf(size, seed, { plain: true })
  const merged = shareSome(tasks, seed)
  const bytes = await excel(tasks, (sheet) => {
    // Runs of one cell over several rows.
    for (const column of [unitColumn, deadlineColumn]) {
      const own = new Set(merged.filter((one) => one.column === column).map(({ at }) => at))
      for (let from = 0; from < size; from += 1) {
        let to = from
        while (own.has(to + 1)) to += 1
        if (to > from) sheet.mergeCells(firstRow + from, column + 1, firstRow + to, column + 1)
        from = to
      }
    }
  })
  return shown(sampleOf(tasks, bytes, '清单.xlsx'), merged)
}

/** A hidden row and a hidden column that are no part of the list as printed. */
const excelHidden = async (size: number, seed: number): Promise<Sample> => {
  const tasks = tasksOf(size, seed)
  const bytes = await excel(tasks, (sheet) => {
    sheet.spliceColumns(3, 0, ['', '内部备注', ...tasks.map(() => '不公开的话')])
    sheet.getColumn(3).hidden = true
    sheet.insertRow(firstRow + Math.floor(size / 2), [
      '99',
      '旧的问题。',
      '',
      '',
      '旧措施。',
      '某局',
      '立行立改',
    ])
    sheet.getRow(firstRow + Math.floor(size / 2)).hidden = true
  })
  const planted: Planted[] = [...faultsOf(tasks), { code: 'IMPORT.HIDDEN_LEFT_OUT' }]
  return { ...sampleOf(tasks, bytes, '清单.xlsx'), planted }
}

/** Deadlines as days and as shares of a number are, formatted and not typed. */
const excelDays = async (size: number, seed: number): Promise<Sample> => {
  const random = new Random(seed + 31)
  const tasks = tasksOf(size, seed, { plain: true })
  const days = tasks.map(
    () => new Date(Date.UTC(random.int(2019, 2026), random.int(0, 11), random.int(1, 28))),
  )
  const formats = ['yyyy/m/d', 'yyyy"年"m"月"d"日"', 'yyyy-mm-dd', '[$-804]yyyy"年"m"月"d"日";@']
  tasks.forEach((task, at) => {
    const day = days[at] as Date
    const iso = day.toISOString().slice(0, 10)
    const [year, month, date] = iso.split('-').map(Number)
    const prints = [
      `${year}/${month}/${date}`,
      `${year}年${month}月${date}日`,
      iso,
      `${year}年${month}月${date}日`,
    ]
    task.deadline = { print: prints[at % 4] ?? '', kinds: ['fixed'], dates: [iso] }
  })
  const bytes = await excel(tasks, (sheet) => {
    tasks.forEach((_, at) => {
      const cell = sheet.getCell(firstRow + at, deadlineColumn + 1)
      cell.value = days[at] as Date
      cell.numFmt = formats[at % 4] ?? ''
    })
  })
  return sampleOf(tasks, bytes, '清单.xlsx')
}

const lines = (
  text: string,
  more: Partial<ConstructorParameters<typeof Paragraph>[0] & object> = {},
) => text.split('\n').map((line) => new Paragraph({ ...more, children: [new TextRun(line)] }))

const counted = {
  config: [
    {
      reference: 'serial',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1', alignment: AlignmentType.LEFT },
      ],
    },
    {
      reference: 'heads',
      levels: [
        {
          level: 0,
          format: LevelFormat.CHINESE_COUNTING_THOUSAND,
          text: '%1、',
          alignment: AlignmentType.LEFT,
        },
      ],
    },
  ],
}

interface WordShape {
  merged?: Merged[]
  /** 序号 is counted by Word and stands nowhere in the text. */
  serial?: boolean
}

async function word(
  tasks: TaskModel[],
  { merged = [], serial = false }: WordShape,
): Promise<Uint8Array> {
  const isMerged = (at: number, column: number): boolean =>
    merged.some((one) => one.at === at && one.column === column)
  const cell = (words: string, at: number, column: number): TableCell => {
    const verticalMerge = isMerged(at, column)
      ? VerticalMergeType.CONTINUE
      : isMerged(at + 1, column)
        ? VerticalMergeType.RESTART
        : undefined
    const number = serial && column === 0 && at >= 0
    const children = number
      ? [new Paragraph({ text: '', numbering: { reference: 'serial', level: 0 } })]
      : lines(verticalMerge === VerticalMergeType.CONTINUE ? '' : words)
    return new TableCell({ children, verticalMerge })
  }
  const rows = [head, ...tasks.map(rowOf)].map(
    (row, line) => new TableRow({ children: row.map((words, at) => cell(words, line - 1, at)) }),
  )
  const file = new Document({
    numbering: counted,
    sections: [{ children: [...lines(title), new Table({ rows })] }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const wordPlain = async (size: number, seed: number): Promise<Sample> => {
  const tasks = tasksOf(size, seed)
  return sampleOf(tasks, await word(tasks, {}), '清单.docx')
}

const wordSerial = async (size: number, seed: number): Promise<Sample> => {
  const tasks = tasksOf(size, seed)
  return sampleOf(tasks, await word(tasks, { serial: true }), '清单.docx')
}

const wordMerged = async (size: number, seed: number): Promise<Sample> => {
  const tasks = tasksOf(size, seed, { plain: true })
  const merged = shareSome(tasks, seed)
  return shown(sampleOf(tasks, await word(tasks, { merged }), '清单.docx'), merged)
}

/** Labelled paragraphs whose heads Word counts; words that are hidden, and a note. */
const wordLabelled =
  (aside: boolean): Layout['make'] =>
  async (size, seed) => {
    const tasks = tasksOf(size, seed)
    const children = tasks.flatMap((task, at) => [
      new Paragraph({
        numbering: { reference: 'heads', level: 0 },
        children: [
          new TextRun(task.problem),
          ...(aside && at === 0 ? [new FootnoteReferenceRun(1)] : []),
          ...(aside && at % 3 === 0 ? [new TextRun({ text: '(内部:暂缓)', vanish: true })] : []),
        ],
      }),
      ...lines(
        [
          `整改目标:${task.goals.join('')}`,
          `责任单位:${task.units.print}`,
          `整改时限:${task.deadline.print}`,
          '整改措施:',
          ...task.measures.map(({ text }, index) => `${index + 1}.${text}`),
        ].join('\n'),
      ),
    ])
    const file = new Document({
      numbering: counted,
      footnotes: { 1: { children: [new Paragraph('见附表。')] } },
      sections: [{ children: [...lines(title), ...children] }],
    })
    const bytes = new Uint8Array(await Packer.toBuffer(file))
    const numbers = '一二三四五六七八九十'
    const chinese = (value: number): string => {
      const [tens, ones] = [Math.floor(value / 10), value % 10]
      if (value >= 100)
        return [...String(value)].map((one) => '〇一二三四五六七八九'[Number(one)]).join('')
      const ten = tens === 0 ? '' : tens === 1 ? '十' : `${numbers[tens - 1] ?? ''}十`
      return `${ten}${ones === 0 ? '' : (numbers[ones - 1] ?? '')}`
    }
    const planted: Planted[] = aside
      ? [
          { code: 'IMPORT.HIDDEN_LEFT_OUT', key: tasks[0]?.title },
          { code: 'IMPORT.FOOTNOTE_LEFT_OUT' },
        ]
      : []
    return {
      file: { bytes, name: '清单.docx' },
      tasks: tasks.map((task) =>
        wholeTask(task, chinese(task.number), { goals: [task.goals.join('')] }),
      ),
      planted: [...faultsOf(tasks), ...planted],
    }
  }

/** The plain text of a list in another encoding. */
const encoded =
  (encode: (text: string) => Uint8Array): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed)
    const text = `${title}\n${[head, ...tasks.map(rowOf)].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
    return sampleOf(tasks, encode(text), '清单.txt')
  }

/** GBK by its own table, read the other way round. */
function gbkTable(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  return table
}

const gbk = (text: string): Uint8Array => {
  const table = gbkTable()
  return new Uint8Array([...text].flatMap((char) => table.get(char) ?? [char.charCodeAt(0)]))
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))

/** Lists in files, as offices keep them. */
export const fileLayouts: Layout[] = [
  { name: 'excel', about: 'an Excel sheet', make: excelPlain },
  { name: 'excel-merged', about: 'cells merged over tasks', make: excelMerged },
  { name: 'excel-hidden', about: 'a hidden row and column, told', make: excelHidden },
  { name: 'excel-days', about: 'days by their formats', make: excelDays },
  { name: 'word-table', about: 'a Word table', make: wordPlain },
  { name: 'word-serial', about: '序号 counted by Word', make: wordSerial },
  { name: 'word-merged', about: 'cells merged over tasks', make: wordMerged },
  { name: 'word-heads', about: 'heads counted by Word', make: wordLabelled(false) },
  { name: 'word-asides', about: 'hidden words and a note, told', make: wordLabelled(true) },
  { name: 'utf-16', about: 'UTF-16 without a mark', make: encoded(utf16) },
  { name: 'gbk', about: 'GBK', make: encoded(gbk) },
]
