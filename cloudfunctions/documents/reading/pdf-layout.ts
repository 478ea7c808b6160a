import type { Ruling } from './pdf-rulings'
import { asAbove, tableLine } from './tidy-text'

export interface Glyphs {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** What a page says, from top to bottom: lines of text and tables. */
export type Block = { kind: 'line'; text: string } | { kind: 'table'; rows: string[][] }

interface Line {
  text: string
  x0: number
  x1: number
  y: number
  size: number
}

/** Joins the pieces of text that share a baseline. */
function linesOf(glyphs: Glyphs[]): Line[] {
  const sorted = [...glyphs].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Glyphs[][] = []
  for (const piece of sorted) {
    const row = rows[rows.length - 1]
    const head = row?.[0]
    if (row && head && Math.abs(head.y - piece.y) < Math.max(2, piece.size * 0.45)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    row.sort((a, b) => a.x - b.x)
    let text = ''
    let end = row[0]?.x ?? 0
    for (const piece of row) {
      const gap = piece.x - end
      if (text !== '' && gap > piece.size * 0.6) text += ' '
      text += piece.text
      end = piece.x + piece.width
    }
    const first = row[0]
    return {
      text: text.trim(),
      x0: first?.x ?? 0,
      x1: end,
      y: first?.y ?? 0,
      size: first?.size ?? 10,
    }
  })
}

/** What begins a line of its own however full the line above is: an ordinal or a label. */
const beginning =
  /^(?:\d{1,3}[、.．](?!\d)|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|第[一二三四五六七八九十\d]+项|[\u4e00-\u9fff]{2,8}[:：])/

/**
 * Undoes the wrapping at `right`: a line that reaches it goes on in the next one.
 * @param least narrower lines than this are never wrapped: a page of short lines has no margin
 */
function unwrap(lines: Line[], left: number, right: number, least = 0): string[] {
  const texts: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const last = texts.length - 1
    if (before && last >= 0 && goesOn(before, line, left, right, least)) {
      texts[last] = joinWrapped(texts[last] ?? '', line.text)
    } else texts.push(line.text)
  })
  return texts
}

function goesOn(before: Line, line: Line, left: number, right: number, least: number): boolean {
  if (line.x0 - left > line.size * 1.2 || beginning.test(line.text)) return false
  if (right - left < least * line.size) return false
  return right - before.x1 < before.size * 1.7 && before.y - line.y < line.size * 3.2
}

const joinWrapped = (left: string, right: string): string =>
  /[A-Za-z0-9]$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right

interface Box {
  left: number
  right: number
  top: number
  bottom: number
  glyphs: Glyphs[]
}

const near = 3

/** The smallest ruled cell around a point, or null outside a table. */
function boxAround(rulings: Ruling[], x: number, y: number): Box | null {
  let [left, right, top, bottom] = [-Infinity, Infinity, Infinity, -Infinity]
  for (const line of rulings) {
    if (line.vertical && line.from - near <= y && y <= line.to + near) {
      if (line.at <= x && line.at > left) left = line.at
      if (line.at > x && line.at < right) right = line.at
    }
    if (!line.vertical && line.from - near <= x && x <= line.to + near) {
      if (line.at <= y && line.at > bottom) bottom = line.at
      if (line.at > y && line.at < top) top = line.at
    }
  }
  return [left, right, top, bottom].every(Number.isFinite)
    ? { left, right, top, bottom, glyphs: [] }
    : null
}

function distinct(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] ?? 0) > near)
}

const indexOf = (values: number[], value: number): number =>
  values.reduce(
    (best, one, index) =>
      Math.abs(one - value) < Math.abs((values[best] ?? 0) - value) ? index : best,
    0,
  )

function tableOf(boxes: Box[], rulings: Ruling[], top: number, bottom: number): string[][] {
  const verticals = rulings.filter((line) => line.vertical && line.from < top && line.to > bottom)
  const lefts = distinct(verticals.map((line) => line.at)).slice(0, -1)
  const tops = distinct(boxes.map((box) => -box.top))
  const rows = tops.map(() => lefts.map(() => ''))
  for (const box of boxes) {
    const first = indexOf(tops, -box.top)
    const column = indexOf(lefts, box.left)
    const row = rows[first]
    if (!row || column < 0) continue
    row[column] = unwrap(linesOf(box.glyphs), box.left, box.right).join('\n')
    // Rows that begin above the cell's lower border are merged into it.
    for (
      let next = first + 1;
      next < rows.length && -(tops[next] ?? 0) > box.bottom + near;
      next += 1
    ) {
      const below = rows[next]
      if (below?.[column] === '') below[column] = asAbove
    }
  }
  return rows
}

/** Characters a page of running text has to the line at least. */
const narrowestPage = 18

/** Tables further apart than this are two. */
const tableGap = 4

/** Puts the text of one page in reading order; ruled cells become tables. */
export function layOut(glyphs: Glyphs[], rulings: Ruling[]): Block[] {
  const boxes = new Map<string, Box>()
  const free: Glyphs[] = []
  for (const piece of glyphs) {
    const found = boxAround(
      rulings,
      piece.x + Math.min(piece.width, piece.size) / 2,
      piece.y + piece.size * 0.3,
    )
    if (!found) {
      free.push(piece)
      continue
    }
    const key = [found.left, found.right, found.top, found.bottom].map(Math.round).join(' ')
    const box = boxes.get(key) ?? found
    box.glyphs.push(piece)
    boxes.set(key, box)
  }
  const sorted = [...boxes.values()].sort((a, b) => b.top - a.top)
  const groups: Box[][] = []
  let floor = Infinity
  for (const box of sorted) {
    const group = groups[groups.length - 1]
    if (group && box.top >= floor - tableGap) group.push(box)
    else groups.push([box])
    floor = group && box.top >= floor - tableGap ? Math.min(floor, box.bottom) : box.bottom
  }
  const placed: { y: number; block: Block }[] = groups.map((group) => {
    const top = Math.max(...group.map((box) => box.top))
    const bottom = Math.min(...group.map((box) => box.bottom))
    return { y: top, block: { kind: 'table', rows: tableOf(group, rulings, top, bottom) } }
  })
  const lines = linesOf(free)
  const left = Math.min(...lines.map((line) => line.x0))
  const right = Math.max(...lines.map((line) => line.x1))
  let run: Line[] = []
  const flush = (): void => {
    unwrap(run, left, right, narrowestPage).forEach((text, index) =>
      placed.push({ y: (run[0]?.y ?? 0) - index * 1e-3, block: { kind: 'line', text } }),
    )
    run = []
  }
  for (const line of lines) {
    const above = run[run.length - 1]
    if (above && groups.some((group) => group.some((box) => box.top < above.y && box.top > line.y)))
      flush()
    run.push(line)
  }
  flush()
  return placed.sort((a, b) => b.y - a.y).map(({ block }) => block)
}

const same = (left: string[] | undefined, right: string[] | undefined): boolean =>
  left !== undefined && right !== undefined && left.join('\n') === right.join('\n')

/** Joins the pages: a table goes on, its head is not repeated, a row without a number ends the one before. */
export function joinPages(pages: Block[][]): string {
  const lines: string[] = []
  let open: string[][] | null = null
  const flush = (): void => {
    if (open) lines.push(...open.map(tableLine))
    open = null
  }
  for (const page of pages) {
    const blocks = page.filter(
      (block) =>
        block.kind === 'table' ||
        !/^[-—第\s]*\d{1,4}[-—页\s]*(?:\/?\s*共?\s*\d+\s*页?)?$/.test(block.text),
    )
    blocks.forEach((block, index) => {
      if (block.kind === 'line') {
        flush()
        lines.push(block.text)
        return
      }
      const before: string[][] | null = index === 0 ? open : null
      if (!before || before[0]?.length !== block.rows[0]?.length) {
        flush()
        open = block.rows
        return
      }
      const rows = same(block.rows[0], before[0]) ? block.rows.slice(1) : block.rows
      const last = before[before.length - 1]
      const [first, ...rest] = rows
      if (first && last && first[0] === '' && rows.length > 0) {
        last.forEach((cell, column) => (last[column] = joinWrapped(cell, first[column] ?? '')))
        before.push(...rest)
      } else before.push(...rows)
      open = before
    })
  }
  flush()
  return lines.join('\n')
}
