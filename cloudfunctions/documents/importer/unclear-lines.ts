import { faultAt } from './draft'
import type { Found } from './find-records'
import type { LabelField } from './label-field'
import { type OrdinalStyle, placeInCount, readOrdinal } from './numerals'
import { firstWhere } from './search-sorted'
import { type Source, slice } from './source'
import type { ImportFault, Span } from './types'

/** Values of several lines; names and dates end before a line that is not theirs. */
const long: ReadonlySet<LabelField> = new Set(['problem', 'goals', 'measures', 'progress'])

/** What heads a task elsewhere, in whatever form: 12号, 案例3, [问题一], No.7. */
const headLike =
  /^(?:第?\s*\d{1,3}\s*号[^楼院门厂井机线炉闸坝]|(?:典型)?案例\s*[\d一二三四五六七八九十]|点位\s*\d|[【[〖]?\s*(?:问题|任务|事项)\s*[(]?[\d一二三四五六七八九十]|no\.?\s*\d)/i

/** What names a field elsewhere: a word before a colon that ends as names of fields do. */
const labelLike =
  /^(?:[(]?[\d一二三四五六七八九十]{1,3}[)、.]\s*)?[\u4e00-\u9fff]{0,8}(?:责任|单位|部门|主体|领导|时限|期限|时间|措施|举措|目标|任务|问题|情况|进展|成效|要求|内容|事项|结果|结论)\s*:/

const heads: ReadonlySet<OrdinalStyle> = new Set(['problem', 'item', 'part'])

/** A line that counts on from nothing in its value: (三) without (二), 5. behind 3. */
class Counter {
  private readonly last = new Map<OrdinalStyle, number>()

  goesOn(style: OrdinalStyle, value: number): boolean {
    const before = this.last.get(style)
    this.last.set(style, value)
    return placeInCount({ style, value }) === 1 || before === value - 1
  }

  /** 3.35吨… behind 2.: a figure, or an item that its neighbours show. */
  mayCount(words: string): void {
    const value = Number(/^(\d{1,3})\.(?=\d)/.exec(words)?.[1])
    if (this.last.get('arabic') === value - 1) this.last.set('arabic', value)
  }
}

function unclearIn(source: Source, [from, to]: Span, known: ReadonlySet<number>): Span[] {
  const counter = new Counter()
  const first = readOrdinal(source.folded, from)
  if (first) counter.goesOn(first.style, first.value)
  const lines = source.lines.slice(firstWhere(source.lines, ([start]) => start > from))
  const found: Span[] = []
  for (const [start, end] of lines) {
    if (start >= to) break
    if (known.has(start)) continue
    const words = slice(source, [start, Math.min(end, start + 24)])
    const ordinal = readOrdinal(source.folded, start)
    if (!ordinal) counter.mayCount(words)
    const counts = ordinal !== null && counter.goesOn(ordinal.style, ordinal.value)
    const head = ordinal ? heads.has(ordinal.style) || !counts : headLike.test(words)
    if (head || labelLike.test(words)) found.push([start, Math.min(end, to)])
  }
  return found
}

const rowNumbers = (source: Source, [from, to]: Span): Span[] =>
  source.lines
    .slice(
      firstWhere(source.lines, ([start]) => start > from),
      firstWhere(source.lines, ([start]) => start >= to),
    )
    .filter((line) => /^\d{1,3}$/.test(slice(source, line)))

/**
 * Lines inside a value that look like the beginning of another task or field, and that nothing
 * explains: what the reader does not know is told, whatever its form.
 */
export function unclearLines(source: Source, { records, marks, ...found }: Found): ImportFault[] {
  // 责任单位: under a measure is known, and the measure's.
  const known = new Set(marks.map(([start]) => start))
  // A row's number alone on its line, in what no field asks for: a table's rows may lie there.
  const rows = found.tabular ? [] : found.asides.flatMap((span) => rowNumbers(source, span))
  const inside = records.flatMap(({ fields, head }) =>
    [...fields.filter(({ field }) => long.has(field)).map(({ span }) => span), head?.span]
      .flatMap((span) => (span ? unclearIn(source, span, known) : []))
      .map((span) => faultAt('IMPORT.LINE_UNCLEAR', span)),
  )
  return [...inside, ...rows.map((span) => faultAt('IMPORT.LINE_UNCLEAR', span))]
}
