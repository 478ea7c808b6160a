import type { DocumentContext } from './build-draft'
import { findDates } from './dates'
import type { Found } from './find-records'
import { findTitle } from './heading'
import { type Source, slice } from './source'
import type { ParseOptions, Span } from './types'

/** The year that most of the dates in the text stand in: for proposals only. */
function commonYear(source: Source): number | null {
  const counts = new Map<string, number>()
  for (const found of source.folded.matchAll(/(?<!\d)(20\d{2})(?=\s*年|[-./]\d)/g)) {
    const year = found[1] ?? ''
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]
  return best ? Number(best[0]) : null
}

/** The day the paper itself names as its own: 发布时间, or the date below the signature. */
export function publishedOn(source: Source, end: number): string | null {
  const meta = /发布(?:时间|日期)\s*:?|发表时间\s*:?/.exec(source.folded)
  const places: Span[] = []
  if (meta) places.push([meta.index + meta[0].length, meta.index + meta[0].length + 14])
  if (end < source.folded.length) places.push([end, source.folded.length])
  for (const [from, to] of places) {
    const date = findDates(source.folded, from, to, { assumedYear: null }).find(
      (one) => one.days && one.precision === 'day',
    )
    if (date?.days) return date.days.first
  }
  return null
}

/** 附表:序号一任务公示表: lines behind the list that name what is annexed. */
function annexes(source: Source, from: number): Span[] {
  return source.lines.filter(
    ([start, end]) =>
      start >= from && /^附(?:表|件)\s*\d{0,2}\s*[:、.]/.test(slice(source, [start, end])),
  )
}

/** What the paper says outside its tasks and the reading of each task asks for. */
export function contextOf(
  source: Source,
  found: Found,
  published: string | null,
  { isWorkingDay }: ParseOptions,
): DocumentContext {
  const years = {
    assumedYear: commonYear(source),
    paperYear: published === null ? null : Number(published.slice(0, 4)),
    isWorkingDay,
  }
  if (found.records.length !== 1) return { years, title: null, introduction: null, annexes: [] }
  return {
    years,
    title: findTitle(source, found.listStart),
    introduction: [0, found.listStart],
    annexes: annexes(source, found.listStart),
  }
}
