import type { ImportFaultCode } from './codes'
import { dateSigns } from './deadline-dates'
import { joinExtended } from './deadline-extended'
import { phrasesIn } from './deadline-phrases'
import { type DeadlineContext, openSign, type Sign } from './deadline-signs'
import { isBlank } from './source'
import type { ImportedDeadlineKind, Span } from './types'

export interface ReadDeadline {
  kinds: ImportedDeadlineKind[]
  dates: string[]
  /** Why `dates` stays empty, with the likely reading. */
  doubt: { reason: string; proposed: string } | null
  faults: { code: ImportFaultCode; span: Span }[]
  /** From the first to the last word that sets the deadline; null when none was found. */
  span: Span | null
}

/** 每年6月底前: the words of a rule hide the relative phrase in 每月后5日内 and the like. */
function withoutOverlap(signs: Sign[]): Sign[] {
  const kept: Sign[] = []
  for (const sign of [...signs].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1]
    if (last && sign.start < last.end) continue
    kept.push(sign)
  }
  return kept
}

/** 2025年底6月底: two ends that nothing parts are one misprinted day. */
function grownTogether(signs: Sign[]): Sign[] {
  return signs.reduce<Sign[]>((kept, sign) => {
    const last = kept.at(-1)
    const both = last?.kind === 'fixed' && sign.kind === 'fixed' && last.end === sign.start
    if (!last || !both || last.reason || sign.reason) return [...kept, sign]
    const days = [...last.days, ...sign.days].sort()
    return [...kept.slice(0, -1), openSign(last.start, sign.end, '两个日期连在一起。', days)]
  }, [])
}

function kindsOf(signs: Sign[], fixedDays: string[]): ImportedDeadlineKind[] {
  const kinds: ImportedDeadlineKind[] = []
  const fixed = signs.filter((sign) => sign.kind === 'fixed')
  const staged =
    fixedDays.length > 1 || (fixed.length > 1 && fixed.some((sign) => sign.days.length === 0))
  for (const sign of signs) {
    const kind = sign.kind === 'fixed' && staged ? 'staged' : sign.kind
    if (!kinds.includes(kind)) kinds.push(kind)
  }
  return kinds
}

/**
 * Reads a deadline out of `folded.slice(from, to)`.
 * A month's or year's end, 12月底(前) and a bare 2020年12月 are the last day of the period [S].
 * 2016—2017年底前 is a range: the dash joins two years of one work, it does not list two results.
 */
export function readDeadline(
  folded: string,
  from: number,
  to: number,
  context: DeadlineContext,
): ReadDeadline {
  const { text, at } = withoutBlanks(folded, from, to)
  const phrases = phrasesIn(text, context)
  const ranges = phrases
    .filter(({ dated }) => dated)
    .map(({ sign }) => sign)
    .filter((sign) => !context.inline || /前|[底末]/.test(text.slice(sign.start, sign.end)))
  const words = phrases.filter(({ dated }) => !dated).map(({ sign }) => sign)
  const dated = dateSigns(text, ranges, words, context)
  const dateSpans = [...ranges, ...dated].map((sign) => [sign.start, sign.end] as const)
  const free = words.filter(
    (word) => !dateSpans.some(([start, end]) => word.start < end && start < word.end),
  )
  const signs = joinExtended(text, grownTogether(withoutOverlap([...ranges, ...dated, ...free])))
  const fixedDays = [
    ...new Set(signs.filter((sign) => sign.kind === 'fixed').flatMap((sign) => sign.days)),
  ]
  const open = signs.filter((sign) => sign.reason !== null)
  return {
    kinds: kindsOf(signs, fixedDays),
    dates: open.length > 0 ? [] : [...new Set(signs.flatMap((sign) => sign.days))],
    doubt: open[0]?.reason
      ? { reason: open[0].reason, proposed: propose(signs) }
      : signs.length === 0 && tellsDone.test(text)
        ? { reason: '写的是完成情况,没有写时限。', proposed: '' }
        : null,
    faults: signs.flatMap((sign) =>
      sign.fault ? [{ code: sign.fault, span: at(sign.faultAt ?? [sign.start, sign.end]) }] : [],
    ),
    span: signs.length > 0 ? at(wordsOf(signs)) : null,
  }
}

const tellsDone = /^(?:已|业已)[^,。;]{0,16}(?:完成|整改|办结|销号|到位)/

/** A narrow cell breaks words anywhere: 立行 / 立改. `at` maps a place back into the text. */
function withoutBlanks(
  folded: string,
  from: number,
  to: number,
): { text: string; at: (span: Span) => Span } {
  const places: number[] = []
  let text = ''
  for (let place = from; place < to; place += 1) {
    const char = folded[place] ?? ''
    if (isBlank(char)) continue
    text += char
    places.push(place)
  }
  return { text, at: ([start, end]) => [places[start] ?? from, (places[end - 1] ?? to - 1) + 1] }
}

/** Beyond this the words between two phrases would bury them; the dated phrase stands for all. */
const longestWords = 80

function wordsOf(signs: Sign[]): Span {
  const start = Math.min(...signs.map((sign) => sign.start))
  const end = Math.max(...signs.map((sign) => sign.end))
  if (end - start <= longestWords) return [start, end]
  const telling = signs.find((sign) => sign.days.length > 0) ?? signs[0]
  return [telling?.start ?? start, telling?.end ?? end]
}

function propose(signs: Sign[]): string {
  const parts = signs
    .filter((sign) => sign.kind === 'fixed' || sign.kind === 'range')
    .map((sign) => (sign.days.length > 0 ? sign.days.join(' 至 ') : sign.readings.join('或')))
  return parts.filter((part) => part !== '').join('、')
}
