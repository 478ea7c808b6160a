import { leftOutMark, unmarked } from './left-out'
import type { Archive } from './unpack'
import type { Formats } from './xlsx-formats'

/** A range of cells, from 0, both ends included. */
export interface Area {
  top: number
  bottom: number
  left: number
  right: number
}

export interface SheetRow {
  index: number
  hidden: boolean
  /** Words by column, from 0; empty cells are absent. */
  cells: Map<number, string>
}

export interface Sheet {
  rows: SheetRow[]
  merges: Area[]
  hiddenColumns: Set<number>
  /** Cells that are counted by a formula, from 0. */
  formulas: { row: number; column: number }[]
}

const place = /^([A-Z]{1,3})(\d{1,7})$/

/** AB12 as row and column from 0; null when it is no cell. */
function placeOf(address: string): { row: number; column: number } | null {
  const [, letters = '', digits] = place.exec(address.replace(/\$/g, '')) ?? []
  if (digits === undefined) return null
  const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)
  return { row: Number(digits) - 1, column: column - 1 }
}

function areaOf(range: string): Area | null {
  const [first = '', last = first] = range.split(':')
  const [from, to] = [placeOf(first), placeOf(last)]
  return from && to ? { top: from.row, bottom: to.row, left: from.column, right: to.column } : null
}

/** WPS keeps a picture in a cell as a formula. */
const cellPicture = /DISPIMG\s*\(|^#(?:BLOCKED|VALUE)!?$/
const lastColumn = 16_383

interface OpenCell {
  column: number
  type: string
  style: number
  value: string
  formula: string
}

/** Reads the cells of a sheet: what is there, however far apart, and nothing between. */
export async function readSheet(
  archive: Archive,
  part: string,
  shared: string[],
  formats: Pick<Formats, 'print'>,
): Promise<Sheet> {
  const sheet: Sheet = { rows: [], merges: [], hiddenColumns: new Set(), formulas: [] }
  let row: SheetRow = { index: -1, hidden: false, cells: new Map() }
  let cell: OpenCell = { column: -1, type: '', style: 0, value: '', formula: '' }
  let into: 'value' | 'formula' | null = null

  const wordsOf = ({ type, style, value, formula }: OpenCell): string => {
    if (cellPicture.test(formula) || cellPicture.test(value)) return leftOutMark('picture')
    if (type === 's') return shared[Number(value)] ?? ''
    if (type === 'str' || type === 'inlineStr') return unmarked(value)
    if (type === 'b') return value === '1' ? '是' : '否'
    return type === 'e' || value === '' ? '' : formats.print(style, value)
  }

  await archive.readXml(part, {
    open: (name, attributes) => {
      if (name === 'row') {
        const index = attributes.r === undefined ? row.index + 1 : Number(attributes.r) - 1
        row = { index, hidden: /^(?:1|true)$/.test(attributes.hidden ?? ''), cells: new Map() }
        cell = { ...cell, column: -1 }
      } else if (name === 'c') {
        const column = placeOf(attributes.r ?? '')?.column ?? cell.column + 1
        const style = Number(attributes.s ?? 0)
        cell = { column, type: attributes.t ?? 'n', style, value: '', formula: '' }
      } else if (name === 'v' || name === 't') into = 'value'
      else if (name === 'f') {
        into = 'formula'
        sheet.formulas.push({ row: row.index, column: cell.column })
      } else if (name === 'col' && /^(?:1|true)$/.test(attributes.hidden ?? '')) {
        const last = Math.min(Number(attributes.max), lastColumn)
        for (let at = Number(attributes.min); at <= last; at += 1) sheet.hiddenColumns.add(at - 1)
      } else if (name === 'mergeCell') {
        const area = areaOf(attributes.ref ?? '')
        if (area) sheet.merges.push(area)
      }
    },
    text: (words) => {
      if (into) cell[into] += words
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') into = null
      else if (name === 'c') {
        const words = wordsOf(cell).trim()
        if (words !== '') row.cells.set(cell.column, words)
      } else if (name === 'row' && row.cells.size > 0) sheet.rows.push(row)
    },
  })
  sheet.rows.sort((a, b) => a.index - b.index)
  return sheet
}
