import type { UnitRole } from '../organization/unit'
import type { DraftDeadline, DraftTask, UnitNames, UnsureField } from './draft'

type Span = readonly [number, number]
type Spans = Record<string, Span>

const distinct = (words: readonly string[]): string[] => [...new Set(words)]
const joined = (first: string, second: string): string =>
  distinct([first, second].filter((words) => words !== '')).join('\n')

const byRole = (of: (role: UnitRole) => readonly string[]): UnitNames => ({
  lead: of('lead'),
  responsible: of('responsible'),
  supporting: of('supporting'),
  supervising: of('supervising'),
  accepting: of('accepting'),
})

const unitsTogether = (first: UnitNames, second: UnitNames): UnitNames => {
  const of = (role: UnitRole) => distinct([...first[role], ...second[role]])
  return byRole(of)
}

const isSet = ({ text, dates }: DraftDeadline): boolean => text !== '' || dates.length > 0

/** Where the second draft's values stand in the two as one. */
const pathIn = (first: DraftTask, path: string): string =>
  path
    .replace(/^goals\[(\d+)\]/, (_, at: string) => `goals[${Number(at) + first.goals.length}]`)
    .replace(
      /^measures\[(\d+)\]/,
      (_, at: string) => `measures[${Number(at) + first.measures.length}]`,
    )

/** Spans of both; where both print a value, the second's place is kept under a name of its own. */
function spansTogether(first: DraftTask, second: DraftTask): Spans {
  const spans: Spans = { ...first.spans }
  for (const [path, span] of Object.entries(second.spans)) {
    const own = pathIn(first, path)
    spans[own in spans ? `${own}.second` : own] = span
  }
  return spans
}

/** Open questions of both, and one more where both print a deadline and the days differ. */
function unsureTogether(first: DraftTask, second: DraftTask): UnsureField[] {
  const own = first.unsure
  const other = second.unsure.map((unsure) => ({ ...unsure, field: pathIn(first, unsure.field) }))
  const fresh = other.filter(({ field }) => !own.some((unsure) => unsure.field === field))
  const days = [first.deadline, second.deadline].map(({ dates }) => dates.join('、'))
  const differ =
    isSet(first.deadline) && isSet(second.deadline) && first.deadline.text !== second.deadline.text
  const asked = [...own, ...fresh].some(({ field }) => field.startsWith('deadline'))
  return differ && !asked
    ? [
        ...own,
        ...fresh,
        {
          field: 'deadline.dates',
          reason: '合并的两项时限不同。',
          proposed: distinct(days.filter((day) => day !== '')),
          decided: null,
        },
      ]
    : [...own, ...fresh]
}

const sourceTogether = (first: DraftTask['source'], second: DraftTask['source']) => ({
  // Blank lines between the two: the offsets of the second stay what they are.
  text: first.text + '\n'.repeat(Math.max(0, second.from - first.to)) + second.text,
  from: first.from,
  to: second.to,
})

/**
 * Two drafts that stand one behind the other and are one task: every value of both is kept, and
 * the one is reviewed anew.
 * @returns null where their places in the text do not follow each other
 */
export const mergeDrafts = (first: DraftTask, second: DraftTask): DraftTask | null => {
  if (second.source.from < first.source.to) return null
  const both = (field: 'problem' | 'progressText') => joined(first[field], second[field])
  const leadOfficial = first.leadOfficial ?? second.leadOfficial
  const either = (field: 'number' | 'upperNumber' | 'parentNumber' | 'title') =>
    first[field] === '' ? second[field] : first[field]
  return {
    ...first,
    number: either('number'),
    upperNumber: either('upperNumber'),
    parentNumber: either('parentNumber'),
    title: either('title'),
    problem: both('problem'),
    goals: distinct([...first.goals, ...second.goals]),
    units: unitsTogether(first.units, second.units),
    ...(leadOfficial !== undefined && { leadOfficial }),
    deadline: isSet(first.deadline) ? first.deadline : second.deadline,
    measures: [...first.measures, ...second.measures],
    progressText: both('progressText'),
    source: sourceTogether(first.source, second.source),
    spans: spansTogether(first, second),
    unread: [...first.unread, ...second.unread],
    unsure: unsureTogether(first, second),
    doubts: [...first.doubts, ...second.doubts],
    faults: distinct([...first.faults, ...second.faults]),
    confirmed: false,
  }
}

const undated: DraftDeadline = { kinds: [], dates: [], text: '' }

/** The values of a draft whose place in the text lies within a part of it. */
function valuesWithin(draft: DraftTask, [from, to]: Span): DraftTask {
  const { source } = draft
  const holds = (path: string): boolean => {
    const [start = -1] = draft.spans[path] ?? []
    return start >= from && start < to
  }
  /** A value that runs on into the other part is cut where the part ends. */
  const words = (field: 'number' | 'title' | 'problem' | 'progressText'): string => {
    const [start = 0, end = 0] = draft.spans[field] ?? []
    if (!holds(field)) return ''
    return end <= to
      ? draft[field]
      : source.text.slice(start - source.from, to - source.from).trim()
  }
  const kept = <T>(list: readonly T[], path: string): T[] =>
    list.filter((_, at) => holds(`${path}[${at}]`))
  return {
    ...draft,
    number: words('number'),
    title: words('title'),
    problem: words('problem'),
    progressText: words('progressText'),
    goals: kept(draft.goals, 'goals'),
    units: byRole((role) => kept(draft.units[role], `units.${role}`)),
    deadline: holds('deadline.text') ? draft.deadline : undated,
    measures: draft.measures.filter((_, at) => holds(`measures[${at}].text`)),
    source: { text: source.text.slice(from - source.from, to - source.from), from, to },
    spans: Object.fromEntries(
      Object.entries(draft.spans).filter(([, [start, end]]) => start >= from && end <= to),
    ),
    unread: draft.unread.filter(([start]) => start >= from && start < to),
    doubts: draft.doubts.filter(({ span: [start] }) => start >= from && start < to),
    unsure: draft.unsure.filter(
      ({ field }) => holds(field) || holds(field.replace(/\.\w+$/, '.text')),
    ),
    confirmed: false,
  }
}

/**
 * Parts a draft in two at a place of its text.
 * @param read what the importer reads in the second part; where it reads nothing, each value goes
 *   with the part in which it stands
 * @param indexes places of the new drafts in the list
 * @returns the first part, then the others; null where the place is not inside the text
 */
export const splitDraft = (
  draft: DraftTask,
  at: number,
  read: readonly DraftTask[],
  indexes: readonly number[],
): DraftTask[] | null => {
  const { from, to } = draft.source
  if (at <= from || at >= to) return null
  const first = valuesWithin(draft, [from, at])
  const others = read.length > 0 ? read : [rest(draft, at)]
  return [
    first,
    ...others.map((other, place) => ({ ...other, index: indexes[place] ?? draft.index })),
  ]
}

/** The second part by places; its first line is the problem where no other stands in it. */
function rest(draft: DraftTask, at: number): DraftTask {
  const part = valuesWithin(draft, [at, draft.source.to])
  if (part.problem !== '' || part.title !== '') return part
  const line = part.source.text.trim().split('\n')[0] ?? ''
  const start = part.source.from + part.source.text.indexOf(line)
  return { ...part, problem: line, spans: { ...part.spans, problem: [start, start + line.length] } }
}
