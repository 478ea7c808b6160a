/** Columns of the ledger as a table and as a workbook, in the order in which they stand. */
export const ledgerColumns = [
  'number', // 编号
  'title', // 任务
  'responsible', // 责任单位
  'lead', // 牵头单位
  'due', // 期限
  'extended', // 延期
  'state', // 状态
  'turn', // 轮到谁
  'next', // 您能办的
  'villages', // 涉及村
] as const
export type LedgerColumn = (typeof ledgerColumns)[number]

/** 导出: more than a sheet of this many tasks is made in several, each by a filter of its own. */
export const mostExported = 500
/** Rows that are chosen one by one. */
export const mostChosen = 200
