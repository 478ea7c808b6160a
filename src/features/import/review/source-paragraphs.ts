import type { SourceParagraph, SourcePiece } from '@/src/components/show/source-pane'
import type { Draft, Span } from './draft'
import type { UnitPlace, UnsurePlace } from './places'

interface Mark {
  readonly kind: 'read' | 'unsure' | 'label' | 'unread' | 'doubted'
  readonly no?: number
}

/** The heading of a part: 责任单位：, also printed apart as 责 任 单 位：. */
const labelAtStart = /^\s*(?:[\u4e00-\u9fff]\s*){2,10}[:\uff1a]/
/** Behind an item's number: 二十七、. */
const ordinalStop = /^\s*[、.\uff0e]/
/** Left outside an underline: the stops between two values. */
const stop = /[\s、，,；;。]/

const number = (path: string) => /^(number|upperNumber|parentNumber)$/.test(path)

const length = ([start, end]: Span) => end - start

/** One mark a character: long values first, so that a date inside a measure shows as its own. */
function paint(draft: Draft, places: readonly UnsurePlace[], units: readonly UnitPlace[]) {
  const { text, from } = draft.source
  const marks: (Mark | null)[] = Array.from({ length: text.length }, () => null)
  const put = ([start, end]: Span, mark: Mark) => {
    marks.fill(mark, Math.max(0, start - from), Math.min(text.length, end - from))
  }
  const read = Object.entries(draft.spans).sort(([, a], [, b]) => length(b) - length(a))
  for (const [path, span] of read) put(span, { kind: number(path) ? 'label' : 'read' })
  for (const { span } of draft.doubts) put(span, { kind: 'doubted' })
  for (const span of draft.unread) put(span, { kind: 'unread' })
  for (const { no, span } of [...units, ...places]) if (span) put(span, { kind: 'unsure', no })
  return withoutStops(text, marks)
}

/** An underline neither begins nor ends with a stop, also where a date parts a measure. */
function withoutStops(text: string, marks: readonly (Mark | null)[]) {
  const trimmed = [...marks]
  const trim = (at: number, before: number) => {
    const mark = trimmed[at]
    if (mark?.kind === 'read' && stop.test(text[at] ?? '') && trimmed[before] !== mark)
      trimmed[at] = null
  }
  for (let at = 0; at < text.length; at += 1) trim(at, at - 1)
  for (let at = text.length - 1; at >= 0; at -= 1) trim(at, at + 1)
  return trimmed
}

const piecesOf = (line: string, marks: readonly (Mark | null)[]): SourcePiece[] => {
  const pieces: SourcePiece[] = []
  let start = 0
  for (let at = 1; at <= line.length; at += 1) {
    if (at < line.length && marks[at] === marks[start]) continue
    const mark = marks[start]
    const text = line.slice(start, at)
    pieces.push(mark ? { text, mark: mark.kind, ...(mark.no && { no: mark.no }) } : { text })
    start = at
  }
  return pieces
}

const label: Mark = { kind: 'label' }

/** An item's number with its stop, then the heading of a part, where nothing else stands. */
const withLabels = (line: string, marks: readonly (Mark | null)[]) => {
  const plain = marks.findIndex((mark) => mark?.kind !== 'label')
  const numbered = plain > 0 ? plain + (ordinalStop.exec(line.slice(plain))?.[0].length ?? 0) : 0
  const headed = numbered + (labelAtStart.exec(line.slice(numbered))?.[0].length ?? 0)
  const isFree = marks.slice(numbered, headed).every((mark) => mark === null)
  const end = isFree ? headed : numbered
  return marks.map((mark, at) => (at < end ? label : mark))
}

/** The source of a draft, untouched, with what was read and what is unsure marked in it. */
export function sourceParagraphs(
  draft: Draft,
  places: readonly UnsurePlace[],
  units: readonly UnitPlace[],
): SourceParagraph[] {
  const marks = paint(draft, places, units)
  let from = 0
  return draft.source.text.split('\n').flatMap((line) => {
    const start = from
    from += line.length + 1
    if (line.trim() === '') return []
    const own = withLabels(line, marks.slice(start, start + line.length))
    return [{ key: String(start), pieces: piecesOf(line, own) }]
  })
}

/** Lines at which a draft may be parted: all but the first, by their place in the whole text. */
export const splitPlaces = ({ source }: Draft): { at: number; line: string }[] => {
  let from = source.from
  return source.text
    .split('\n')
    .map((line) => {
      const at = from
      from += line.length + 1
      return { at, line: line.trim() }
    })
    .filter(({ at, line }) => line !== '' && at > source.from)
}

/** Lines of the following item that are enough to see where this one ends. */
const contextLines = 2

export const contextParagraphs = (next: Draft): SourceParagraph[] =>
  next.source.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, contextLines)
    .map((line, at) => {
      const named = labelAtStart.exec(line)?.[0].length ?? 0
      const pieces: SourcePiece[] = [
        ...(named > 0 ? [{ text: line.slice(0, named), mark: 'label' as const }] : []),
        { text: line.slice(named) },
      ]
      return { key: `next${at}`, outside: true, pieces }
    })
