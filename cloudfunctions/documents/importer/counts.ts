import { faultAt } from './draft'
import type { Found } from './find-records'
import { readNumeral } from '@/domain/import/numeral'
import type { RawRecord } from './raw-record'
import { slice, type Source } from './source'
import type { ImportFault, Span } from './types'

/** How print says how many tasks it holds: (共59项), 12个问题, 三项整改任务. */
const counted =
  /(?<![\d.一二三四五六七八九十百])(?<!第\s{0,3})(?:(\d{1,4})|([一二三四五六七八九十百]{1,5}))\s*(?:个|项|条|件|宗)(?=\s*(?:[)。,;]|$|[^\s。,;()]{0,10}(?:问题|任务|事项|信访|举报|案件)))/gm
/** Of these the paper says that the list is not all. */
const ofMore = /(?:其中|已完成|已整改|完成整改|余下|剩余|尚有|还有|另有|不含)[^。;,]{0,6}$/

interface Count {
  value: number
  span: Span
}

function countsIn(source: Source, [from, to]: Span): Count[] {
  return [...source.folded.slice(from, to).matchAll(counted)].flatMap((found) => {
    const value = readNumeral(found[1] ?? found[2] ?? '')
    const at = from + found.index
    const before = source.folded.slice(Math.max(from, at - 16), at)
    const span: Span = [at, at + found[0].length]
    return value === null || ofMore.test(before) ? [] : [{ value, span }]
  })
}

/** Lines above the list that read like its title, and lines that say 共…项. */
function saysCount(source: Source, line: Span): boolean {
  const words = slice(source, line)
  return /共\s*[\d一二三四五六七八九十百]+\s*(?:个|项|条|件)/.test(words) || !/[。;,]/.test(words)
}

/**
 * A count in the title or in a heading that is not the number of tasks read below it: tasks were
 * lost in print, or in reading.
 */
export function countFaults(source: Source, { records, listStart }: Found): ImportFault[] {
  const tops = records.filter(({ above }) => !above)
  const sizes = new Set([records.length, tops.length])
  // 一、清河县(3个) over the first task counts its group alone.
  const headings = records.flatMap(({ section }) => section?.parent?.head.start ?? [])
  const isHeading = ([from, to]: Span): boolean => headings.some((at) => from <= at && at < to)
  const title = source.lines
    .filter((line) => line[0] < listStart && saysCount(source, line) && !isHeading(line))
    .flatMap((line) => countsIn(source, [line[0], Math.min(line[1], listStart)]))
  const whole = title.length > 0 && !title.some(({ value }) => sizes.has(value)) ? title : []
  return [...whole, ...headingCounts(source, records)].map(({ span }) =>
    faultAt('IMPORT.COUNT_DIFFERS', span),
  )
}

/** 第二部分 具体问题(3项) over the tasks of one group. */
function headingCounts(source: Source, records: RawRecord[]): Count[] {
  const groups = new Map<NonNullable<RawRecord['section']>, number>()
  for (const { section, above } of records) {
    const heading = section?.parent
    if (heading?.heading && !above) groups.set(heading, (groups.get(heading) ?? 0) + 1)
  }
  return [...groups].flatMap(([{ head }, size]) => {
    const line = source.lines.find(([from, to]) => from <= head.start && head.start < to)
    const counts = line ? countsIn(source, line) : []
    return counts.length > 0 && !counts.some(({ value }) => value === size) ? counts : []
  })
}
