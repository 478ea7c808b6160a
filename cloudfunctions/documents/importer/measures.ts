import { isBodyName } from './body-names'
import { readDeadline, type ReadDeadline } from './deadlines'
import type { DeadlineContext } from './deadline-signs'
import { splitItems } from './items'
import { labelOfCell } from './label-words'
import type { Label } from './label'
import type { LabelField } from './label-field'
import { isEmptySpan, slice, trimSpan, type Source } from './source'
import type { ImportedRole, Span } from './types'
import { noUnits, readUnits, type UnitSpans } from './units'

/** What dates and periods that print less than all count from. */
export type Years = Omit<DeadlineContext, 'inline'>

export interface DraftDeadline {
  span: Span | null
  read: ReadDeadline | null
}

export interface DraftMeasure {
  text: Span
  units: UnitSpans
  deadline: DraftDeadline
}

export const rolesOf: Partial<Record<LabelField, ImportedRole[]>> = {
  lead: ['lead'],
  responsible: ['responsible'],
  supporting: ['supporting'],
  supervising: ['supervising'],
  accepting: ['accepting'],
  supervisingAccepting: ['supervising', 'accepting'],
}

export const noDeadline = (): DraftDeadline => ({ span: null, read: null })

/** The deadline printed as a field of its own. */
export function deadlineOf(source: Source, printed: Span, years: Years): DraftDeadline {
  const span = trimSpan(source, printed, '。;；,.')
  if (isEmptySpan(span) || /^(?:[-/—无]+)$/.test(slice(source, span))) return noDeadline()
  return {
    span,
    read: readDeadline(source.folded, span[0], span[1], { ...years, inline: false }),
  }
}

interface Part {
  field: LabelField | null
  value: Span
}

const labelled = /([\u4e00-\u9fff][\u4e00-\u9fff\s、/()]{0,13}?)\s*:/g

/** Reads `责任单位:A、B;时限:2020年底` into its labelled parts. */
function labelledParts(source: Source, [from, to]: Span): Part[] {
  const marks: { field: LabelField; start: number; end: number }[] = []
  for (const found of slice(source, [from, to]).matchAll(labelled)) {
    const words = found[1] ?? ''
    const label = fieldOfTail(source, [from + found.index, from + found.index + words.length])
    if (label)
      marks.push({
        field: label.field,
        start: label.start,
        end: from + found.index + found[0].length,
      })
  }
  if (marks.length === 0) return [{ field: null, value: [from, to] }]
  const first = marks[0]
  const parts: Part[] =
    first && first.start > from ? [{ field: null, value: [from, first.start] }] : []
  marks.forEach((mark, index) =>
    parts.push({ field: mark.field, value: [mark.end, marks[index + 1]?.start ?? to] }),
  )
  return parts
}

/** The label that ends the words before a colon: the words before it belong to the part before. */
function fieldOfTail(
  source: Source,
  [from, to]: Span,
): { field: LabelField; start: number } | null {
  for (let start = from; start < to - 1; start += 1) {
    const label = labelOfCell(source, [start, to])
    if (label) return { field: label.field, start }
  }
  return null
}

const deadlineWords =
  /^(?:[^,。;]{0,6}(?:\d{4}\s*年|\d{1,2}\s*月|年底|立行[立整]改|立即|长期|持续|常态|每年|每月|每季)[^。]{0,30})$/
const unitWords =
  /(?:局|委|办|厅|府|会|中心|公司|部门|单位|区|县|镇|街道|院|站|队|部)(?:牵头|负责|配合|等)?[^,。]{0,12}$/

/** Takes what a bracket or a labelled tail says into the measure; false when it says nothing of it. */
function takeParts(source: Source, inside: Span, measure: DraftMeasure, years: Years): boolean {
  const parts = labelledParts(source, inside)
  let taken = false
  for (const part of parts) {
    const value = trimSpan(source, part.value, '。;；,、')
    if (isEmptySpan(value)) continue
    const roles = part.field ? rolesOf[part.field] : undefined
    if (roles) readUnits(source, value, roles, measure.units)
    else if (part.field === 'deadline') measure.deadline = deadlineOf(source, value, years)
    else if (part.field === null) {
      if (!takeBare(source, value, measure, years)) continue
    } else continue
    taken = true
  }
  return taken
}

/** (市环保局牵头,2020年底前完成): no labels, the words show what they are. */
function takeBare(source: Source, value: Span, measure: DraftMeasure, years: Years): boolean {
  const words = slice(source, value)
  if (deadlineWords.test(words.trim())) {
    measure.deadline = deadlineOf(source, value, years)
    return true
  }
  const mixed =
    /^(.*?)[,;](?=[^,;]*(?:\d{4}\s*年|长期|立行[立整]改|持续|常态|立即|每年|每半年|每季|每月))([^;]*)$/s.exec(
      words,
    )
  if (mixed) {
    const left: Span = [value[0], value[0] + (mixed[1] ?? '').length]
    const right: Span = [value[1] - (mixed[2] ?? '').length, value[1]]
    if (unitWords.test(slice(source, left))) {
      readUnits(source, left, ['responsible'], measure.units)
      measure.deadline = deadlineOf(source, right, years)
      return true
    }
  }
  if (!/牵头|配合|负责/.test(words) || !unitWords.test(words.trim())) return false
  readUnits(source, value, ['responsible'], measure.units)
  return true
}

/** The bracket that ends the text, with nothing but a full stop behind it. */
function trailingBracket(source: Source, span: Span): Span | null {
  const core = trimSpan(source, span, '。;；,')
  if (source.folded[core[1] - 1] !== ')') return null
  let depth = 0
  for (let at = core[1] - 1; at >= span[0]; at -= 1) {
    const char = source.folded[at]
    if (char === ')') depth += 1
    if (char === '(') depth -= 1
    if (depth === 0) return [at, core[1]]
  }
  return null
}

const inlineLabel =
  /(?:^|[。;；,\s])\s*(?:牵头|责任|配合|督导|验收|完成|整改|实施|主体)?\s*(?:责任)?\s*(?:单位|部门|主体|时限|期限|时间)\s*:/

/** 1.加强…。责任单位:A。完成时限:2020年底。— labels behind the words of the measure itself. */
function labelledTail(source: Source, span: Span): Span | null {
  const found = inlineLabel.exec(slice(source, span))
  if (!found) return null
  const start = span[0] + found.index + (/^[。;；,\s]/.test(found[0]) ? 1 : 0)
  return start > span[0] ? [start, span[1]] : null
}

const role = /(?:牵头|负责|配合|协助|协同|参与|参加|落实|实施)(?:负责|落实|实施)?$/
const setsLimit =
  /^(?:于|在)?(?:20\d{2}\s*年|\d{1,2}\s*月|年底|立行[立整]改|立即|长期|持续|常态|每[年月季])[^,]*$/
const longestDuty = 120

/** …。由市水利局牵头,某区政府负责,2020年底前完成。: a last sentence that says only who and until when. */
function dutySentence(source: Source, span: Span): Span | null {
  const words = slice(source, span).trimEnd()
  const from = ([...words.slice(0, -1).matchAll(/[。;\n]/g)].at(-1)?.index ?? -1) + 1
  const sentence = words
    .slice(from)
    .trim()
    .replace(/[。;]$/, '')
  if (from === 0 || sentence.length > longestDuty) return null
  const [first = '', ...others] = sentence.replace(/^由/, '').split(',')
  if (!role.test(first) || !isBodyName(first.replace(role, ''))) return null
  if (!others.every((clause) => role.test(clause) || setsLimit.test(clause))) return null
  return trimSpan(source, [span[0] + from, span[1]])
}

/** Reads who and until when out of such a sentence; the 由 before it is no name's. */
function takeDuty(source: Source, duty: Span, measure: DraftMeasure, years: Years): boolean {
  const start = duty[0] + (source.folded[duty[0]] === '由' ? 1 : 0)
  return takeParts(source, [start, duty[1]], measure, years)
}

function readMeasure(source: Source, printed: Span, years: Years): DraftMeasure {
  const measure: DraftMeasure = { text: printed, units: noUnits(), deadline: noDeadline() }
  let text = printed
  for (let round = 0; round < 3; round += 1) {
    const bracket = trailingBracket(source, text)
    if (!bracket || !takeParts(source, [bracket[0] + 1, bracket[1] - 1], measure, years)) break
    text = trimSpan(source, [text[0], bracket[0]])
  }
  const tail = labelledTail(source, text)
  if (tail && takeParts(source, tail, measure, years)) text = trimSpan(source, [text[0], tail[0]])
  const duty = dutySentence(source, text)
  if (duty && takeDuty(source, duty, measure, years)) text = trimSpan(source, [text[0], duty[0]])
  measure.text = text
  if (!measure.deadline.span) {
    const context: DeadlineContext = { ...years, inline: true }
    const read = readDeadline(source.folded, text[0], text[1], context)
    if (read.span) measure.deadline = { span: read.span, read }
  }
  return measure
}

/** The measures of a field; labels that stand between its items belong to the item before them. */
export function readMeasures(
  source: Source,
  field: Span,
  own: Label[],
  years: Years,
): DraftMeasure[] {
  return splitItems(source, field)
    .map((item) => {
      const labels = own.filter(
        (label) => label.start >= item.span[0] && label.start < item.span[1],
      )
      const first = labels[0]
      if (!first) return readMeasure(source, item.span, years)
      const measure = readMeasure(source, trimSpan(source, [item.span[0], first.start]), years)
      takeParts(source, [first.start, item.span[1]], measure, years)
      return measure
    })
    .filter((measure) => !isEmptySpan(measure.text))
}
