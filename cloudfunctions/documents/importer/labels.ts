import type { Label } from './label'
import { type Found, labelAt } from './label-at'
import { shortLabels } from './lexicon'
import { type Ordinal, readOrdinal } from './numerals'
import type { Source } from './source'

const bullet = /[•·●◆■▪★※*#\-\s【[]*/y

/** Where a label may begin: at a line, behind a border, or behind the end of a sentence. */
function* candidates({ folded }: Source): Generator<{ at: number; lineStart: boolean }> {
  const boundary = /(^|[\n|])[^\S\n]*|[。;；!)」”】\]][^\S\n]*|[^\S\n]+/g
  let found: RegExpExecArray | null
  while ((found = boundary.exec(folded))) {
    const lineStart = found[0] === '' || /[\n|]/.test(found[0])
    let at = boundary.lastIndex
    if (found[0] === '') boundary.lastIndex += 1
    if (lineStart) {
      bullet.lastIndex = at
      if (bullet.exec(folded)) at = bullet.lastIndex
    }
    yield { at, lineStart: lineStart || found.index === 0 }
  }
}

function accept(found: Found, lineStart: boolean): boolean {
  if (!lineStart)
    return (
      found.colon &&
      (found.word.length >= 4 || found.field === 'ignored' || found.word.endsWith('时限'))
    )
  if (found.colon) return true
  if (shortLabels.has(found.word)) return false
  return found.strong || found.word.length >= 4
}

/** 六、… in a paper whose labels are numbered 一、二、三、 begins a section although its name is unknown. */
function numberedSections(source: Source, labels: Label[]): Label[] {
  const sections: Label[] = []
  let next = 0
  let last: Ordinal | null = null
  for (const [start, end] of source.lines) {
    while (next < labels.length && (labels[next]?.start ?? 0) <= start) {
      last = labels[next]?.ordinal ?? last
      next += 1
    }
    const ordinal = readOrdinal(source.folded, start)
    const known = labels[next - 1]
    if (!ordinal || !last || (known && known.valueStart > start)) continue
    if (ordinal.style !== last.style) continue
    // Items counted in the labels' own style: the lines that follow are items too.
    if (ordinal.value === 1) last = null
    if (!last || ordinal.value !== last.value + 1) continue
    last = ordinal
    sections.push({
      field: 'ignored',
      level: null,
      number: null,
      valueStart: end,
      start,
      ordinal,
      bracketed: false,
      lineStart: true,
    })
  }
  return sections
}

/** All labels of a text in order, those inside round brackets marked. Linear in the text. */
export function scanLabels(source: Source): Label[] {
  const labels: Label[] = []
  let busyUntil = -1
  for (const { at, lineStart } of candidates(source)) {
    if (at < busyUntil || at >= source.folded.length) continue
    const ordinal = readOrdinal(source.folded, at)
    let from = at
    let found = labelAt(source, at)
    if (!found && ordinal) {
      from = ordinal.end
      while (source.folded[from] === ' ') from += 1
      found = labelAt(source, from)
    }
    if (!found || !accept(found, lineStart)) continue
    const { field, level, number, valueStart } = found
    labels.push({
      field,
      level,
      number,
      valueStart,
      start: at,
      ordinal: from === at ? null : ordinal,
      bracketed: source.bracketed[from] === 1,
      lineStart,
    })
    busyUntil = Math.max(from + 1, valueStart)
  }
  const sections = numberedSections(source, labels)
  return sections.length === 0 ? labels : [...labels, ...sections].sort((a, b) => a.start - b.start)
}
