import { cutClosing } from './closing'
import type { FieldText } from './raw-record'
import { type Source, isEmptySpan, slice, trimSpan } from './source'
import type { Span } from './types'

const mended =
  /(?<=^|[。\n])[^\S\n]*(?:目前|截至|现已|经整改|经过整改|整改后|已于|该问题(?:已|正)|问题(?:已|正在)|整改工作(?:已|正))/
const mendedLine = /(?<=\n)[^\S\n]*(?:目前,|截至|现已|经整改|该问题已|整改工作已)/

/** From the first sentence that says what came of it to what belongs to the paper. */
export function progressIn(source: Source, [from, to]: Span): Span | null {
  const start = mended.exec(slice(source, [from, to]))
  if (!start) return null
  const span = cutClosing(source, trimSpan(source, [from + start.index, to]))
  return isEmptySpan(span) ? null : span
}

/**
 * 截至目前,… on a line of its own behind the last field, where no label names what was done: it is
 * no part of that field, and a person looks at it.
 */
export function partUnnamed(source: Source, fields: FieldText[]): FieldText[] {
  const last = fields.at(-1)
  if (!last || !/^(?:measures|goals|problem)$/.test(last.field)) return fields
  if (fields.some(({ field }) => field === 'progress')) return fields
  const line = mendedLine.exec(slice(source, last.span))
  if (!line) return fields
  const start = last.span[0] + line.index
  const span = trimSpan(source, [start, last.span[1]])
  const before: FieldText = { ...last, span: trimSpan(source, [last.span[0], start]) }
  return [
    ...fields.slice(0, -1),
    before,
    { field: 'progress', level: null, span, inner: [], unnamed: true },
  ]
}
