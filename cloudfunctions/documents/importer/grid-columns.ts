import { type Column, type Row, columnOf, saysAbove } from './grid-cells'
import type { LabelField } from './label-field'
import { percentColumn, yesNoColumn } from './lexicon'
import { type Source, compact, isEmptySpan } from './source'
import type { Span } from './types'

/** Whether cells of a known form (是/否, 30%) stand under their heads. */
function fits(source: Source, columns: Column[], rows: Row[]): number {
  let score = 0
  for (const row of rows) {
    columns.forEach((column, index) => {
      const cell = row.cells[index]
      if (!cell || isEmptySpan(cell)) return
      const words = compact(source, cell)
      if (yesNoColumn.test(column.words))
        score +=
          /^(?:是|否|已.{0,6}|未.{0,6}|部分.{0,6}|基本.{0,6}|(?:不|部分|基本)?属实|√|×)$/.test(
            words,
          )
            ? 1
            : -1
      if (percentColumn.test(column.words)) score += /^\d+(?:\.\d+)?%?$/.test(words) ? 1 : -1
    })
  }
  return score
}

/** A remark column printed in the middle while its cells stand at the end of the rows. */
export function align(
  source: Source,
  columns: Column[],
  rows: Row[],
): { columns: Column[]; shifted: boolean } {
  const remark = columns.findIndex((column) => column.words === '备注')
  const moved = columns[remark]
  if (!moved || remark === columns.length - 1) return { columns, shifted: false }
  const other = [...columns.slice(0, remark), ...columns.slice(remark + 1), moved]
  const better = fits(source, other, rows) > fits(source, columns, rows)
  return { columns: better ? other : columns, shifted: better }
}

const unitFields: ReadonlySet<LabelField | null> = new Set<LabelField>([
  'lead',
  'responsible',
  'supporting',
  'supervising',
  'accepting',
  'supervisingAccepting',
])

/**
 * 责任单位 over 牵头单位 and 配合单位, the second line without the empty cells of the others: the
 * columns below take the place of the one above; null when the line is no such second head.
 */
export function underUnits(columns: Column[], below: Column[]): Column[] | null {
  const at = columns.findIndex((column) => unitFields.has(column.field))
  if (at < 0 || below.length < 2 || below.length >= columns.length) return null
  if (!below.every((column) => unitFields.has(column.field))) return null
  return [...columns.slice(0, at), ...below, ...columns.slice(at + 1)]
}

/** 责任单位 over 牵头单位 and 配合单位: the second line of a head names the columns. */
export function mergeSubHead(
  source: Source,
  columns: Column[],
  rows: Row[],
): { columns: Column[]; rows: Row[] } {
  const second = rows[0]
  if (!second) return { columns, rows }
  const sub = second.cells.map((cell) => columnOf(source, cell))
  const isBare = (cell: Span): boolean => isEmptySpan(cell) || saysAbove(source, cell)
  const named = second.cells.filter((cell) => !isBare(cell)).length
  if (
    named === 0 ||
    !sub.every((column, index) => column.field !== null || isBare(second.cells[index] ?? [0, 0]))
  ) {
    return { columns, rows }
  }
  const merged = columns.map((column, index) => (sub[index]?.field ? sub[index] : column))
  return { columns: merged, rows: rows.slice(1) }
}
