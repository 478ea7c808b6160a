import { roleNames } from '@/copy/identity'
import { dueDay, fullDay } from '@/copy/moment'
import { taskEventNames, taskStateNames } from '@/copy/task-staff'
import type { ActionOutput } from '@/contract/actions'
import type { IsoDay } from '@/domain/calendar/day'
import { owedKinds } from '@/domain/reminder/kinds'
import type { LedgerColumn } from '@/domain/task/ledger-columns'
import { isOver } from '@/domain/task/task'

type Row = ActionOutput<'task.listLedger'>['items'][number]
type Turn = NonNullable<NonNullable<Row['detail']>['turn']>

export const ledgerTitles: Readonly<Record<LedgerColumn, string>> = {
  number: '编号',
  title: '任务',
  responsible: '责任单位',
  lead: '牵头单位',
  due: '期限',
  extended: '延期',
  state: '状态',
  turn: '轮到谁',
  next: '您能办的',
  villages: '涉及村',
}

/** What an office may do with a task at any time: none of it waits for anybody. */
const standing = [
  'cancelTask',
  'cancelDraft',
  'changeChain',
  'consult',
  'enterEvent',
  'changeRhythm',
  'correctText',
  'setPoint',
  'setSites',
  'amendPlan',
  'withholdRelease',
  'editNotice',
  'choosePhotos',
  'urgeCheck',
]

/** What waits for the caller, in words. */
export const waitingWords = (events: readonly string[]): string[] =>
  events
    .filter((event) => standing.indexOf(event) < 0)
    .map((event) => taskEventNames[event] ?? event)

export const overdueWords = (days: number) => `超期${days}天`

/** Until when, in words; the list's own words where no day counts. */
export const dueWords = ({ dueOn, dueProvisional, dueText, state }: Row, today: IsoDay): string =>
  dueOn ? dueDay(dueOn, today, dueProvisional, isOver(state)) : dueText

export const stateWords = ({ overdueDays, state }: Row): string =>
  overdueDays > 0 ? overdueWords(overdueDays) : taskStateNames[state]

const turnWords = ({ kind, unitName, role, dueOn, provisional }: Turn, today: IsoDay) => {
  const who = unitName ?? (role ? roleNames[role] : '')
  return `${who}：${owedKinds[kind].name}，${dueDay(dueOn, today, provisional)}`
}

const listed = (names: readonly string[] = []) => names.join('、')

type Cell = (row: Row, today: IsoDay) => string

const cells: Readonly<Record<LedgerColumn, Cell>> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  responsible: ({ detail, leadName }) => listed(detail?.responsible) || leadName,
  lead: ({ detail }) => listed(detail?.lead),
  due: dueWords,
  extended: ({ detail }) => (detail && detail.extensions > 0 ? `延过${detail.extensions}次` : ''),
  state: stateWords,
  turn: ({ detail }, today) => (detail?.turn ? turnWords(detail.turn, today) : ''),
  next: ({ events }) => listed(waitingWords(events)),
  villages: ({ detail }) => listed(detail?.villages),
}

/** One cell in words: the same on the screen and in the workbook. */
export const ledgerCell = (column: LedgerColumn, row: Row, today: IsoDay): string =>
  cells[column](row, today)

export const ledgerBookWords = {
  sheet: '任务台账',
  /** Above the table: a sheet that is passed on says what it is. */
  head: (count: number, today: IsoDay, left: boolean) =>
    left
      ? `任务台账，${fullDay(today)}导出，只写到前${count}项，后面还有没写进来的`
      : `任务台账，${fullDay(today)}导出，共${count}项`,
}

/** What is done with the table and with its rows. */
export const ledgerTableWords = {
  columns: '显示的列',
  select: (row: string) => `选中${row}`,
  selectAll: '全选这一页',
  selected: (count: number) => `已选${count}项`,
  allIn: (state: string) => `都是${state}`,
  waiting: (count: number) => `${count}项等您办`,
  doNext: (what: string) => `去办：${what}`,
  nothingToDo: '选中的没有等您办的，请另选',
  assign: (count: number) => `交办${count}项`,
  nothingToAssign: '没有待交办的，请另选',
  assignHead: (count: number) => `按清单上写的单位交办${count}项`,
  assigning: (tried: number, all: number) => `正在交办，${tried}/${all}`,
  assignedOf: (done: number, all: number) => `${all}项里，交办了${done}项`,
  assignedTo: (units: string) => `已交办：${units}`,
  openAssign: '打开交办',
  openAssignOf: (number: string) => `打开交办 ${number}`,
  notNow: '先不交办',
  close: '关上',
  halfDecided: '这项填过一半，还没交办，请打开看',
  collective: '清单写的是集体单位，请打开拆成具体单位',
  noUnits: '清单没写责任单位，请打开选',
  rhythmOpen: '多久一次清单没写，请打开定',
  done: '完成',
  doneOf: (done: number, all: number) => `${done}/${all}`,
  shouldBe: (count: number) => `到今天应完成${count}项`,
  exportSelected: '导出',
  exportAll: (count: number, more: boolean) => (more ? '导出全部' : `导出${count}项`),
  exportOnPhone: '导出Excel',
  nothingToExport: '没有可导出的任务，请换筛选条件',
  tooMany: (most: number) => `选得太多，一次最多导出${most}项`,
  clear: '取消',
  exported: (count: number, left: boolean) =>
    left ? `只写进了前${count}项，后面还有。加个条件，分几次导出。` : `已导出${count}项`,
}
