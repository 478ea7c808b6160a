import { isIsoDay } from '../calendar/day'
import { unitRoles, type UnitRole } from '../organization/unit'
import type { DeadlineKind } from '../task/deadline'
import type { DraftDeadline, DraftMeasure, DraftTask, UnitNames } from './draft'

/** What a reviewer may change by hand; absent fields stay as read. */
export interface DraftChange {
  readonly number?: string
  readonly title?: string
  readonly problem?: string
  readonly category?: DraftTask['category']
  readonly goals?: readonly string[]
  readonly lead?: readonly string[]
  readonly responsible?: readonly string[]
  readonly deadlineText?: string
  readonly deadlineDates?: readonly string[]
}

const dateKinds: readonly DeadlineKind[] = ['fixed', 'staged', 'range']

const kindOf = (kinds: readonly DeadlineKind[], dates: readonly string[]): DeadlineKind | null => {
  if (dates.length === 0) return null
  if (dates.length === 1) return 'fixed'
  if (dates.length === 2 && kinds.includes('range')) return 'range'
  return 'staged'
}

/** New dates bring their own kind; a duty that has none (长期坚持, 立行立改) keeps its kind. */
const withDates = (deadline: DraftDeadline, dates: readonly string[]): DraftDeadline => {
  const kind = kindOf(deadline.kinds, dates)
  const others = deadline.kinds.filter((each) => !dateKinds.includes(each))
  return { ...deadline, dates, kinds: kind ? [kind, ...others] : others }
}

const words = (value: string): string[] =>
  value.split(/[\s、,\uff0c;\uff1b或至]+/).filter((word) => word !== '')

/** Days as ISO; null when one of them is no day. */
const daysOf = (value: string): string[] | null => {
  const days = words(value)
  return days.every(isIsoDay) ? days : null
}

const deadlineWith = (
  deadline: DraftDeadline,
  property: string,
  value: string,
): DraftDeadline | null => {
  if (property === 'deadline.text') return { ...deadline, text: value }
  // `deadline` alone and `deadline.dates` ask for days.
  const days = daysOf(value)
  return days ? withDates(deadline, days) : null
}

const roleOf = (property: string): UnitRole | null => {
  const name = /^units\.(\w+)/.exec(property)?.[1]
  return unitRoles.find((role) => role === name) ?? null
}

/** `units.lead` takes all names; `units.lead[1]` changes one of them, or drops it. */
const unitsWith = (units: UnitNames, property: string, value: string): UnitNames | null => {
  const role = roleOf(property)
  if (!role) return null
  const at = /\[(\d+)\]$/.exec(property)?.[1]
  if (at === undefined) return { ...units, [role]: words(value) }
  const names = [...units[role]]
  names.splice(Number(at), 1, ...words(value))
  return { ...units, [role]: names }
}

const measureWith = (
  measure: DraftMeasure,
  property: string,
  value: string,
): DraftMeasure | null => {
  if (property === '' || property === 'text') return { ...measure, text: value }
  if (property.startsWith('deadline')) {
    const deadline = deadlineWith(measure.deadline, property, value)
    return deadline && { ...measure, deadline }
  }
  const units = unitsWith(measure.units, property, value)
  return units && { ...measure, units }
}

const plainFields = [
  'number',
  'upperNumber',
  'parentNumber',
  'title',
  'problem',
  'progressText',
] as const

const goalsWith = (draft: DraftTask, field: string, value: string): DraftTask => {
  const at = /^goals\[(\d+)\]$/.exec(field)?.[1]
  if (at === undefined) return { ...draft, goals: [value] }
  const goals = [...draft.goals]
  goals.splice(Number(at), 1, value)
  return { ...draft, goals }
}

/** Writes a decided value to its place; null when the value cannot stand there. */
const withValue = (draft: DraftTask, field: string, value: string): DraftTask | null => {
  const plain = plainFields.find((name) => name === field)
  if (plain) return { ...draft, [plain]: value }
  if (field.startsWith('goals')) return goalsWith(draft, field, value)
  if (field.startsWith('deadline')) {
    const deadline = deadlineWith(draft.deadline, field, value)
    return deadline && { ...draft, deadline }
  }
  if (field.startsWith('units')) {
    const units = unitsWith(draft.units, field, value)
    return units && { ...draft, units }
  }
  const [, at, property = ''] = /^measures\[(\d+)\]\.?(.*)$/.exec(field) ?? []
  // Values without a place of their own (the notice, a whole table): the decision is kept as said.
  if (at === undefined) return draft
  const measure = draft.measures[Number(at)]
  const changed = measure ? measureWith(measure, property, value) : null
  if (!changed) return null
  const measures = draft.measures.map((each, index) => (index === Number(at) ? changed : each))
  return { ...draft, measures }
}

/**
 * Records a decision on an unsure field and writes the value to its place; `''` leaves the
 * value as it is, empty. Deciding again replaces the first decision. An edited draft is
 * confirmed anew.
 * @returns null when the draft has no such unsure field or the value cannot stand there
 */
export const decideField = (draft: DraftTask, field: string, value: string): DraftTask | null => {
  if (!draft.unsure.some((unsure) => unsure.field === field)) return null
  const changed = value === '' ? draft : withValue(draft, field, value)
  return (
    changed && {
      ...changed,
      confirmed: false,
      unsure: draft.unsure.map((unsure) =>
        unsure.field === field ? { ...unsure, decided: value } : unsure,
      ),
    }
  )
}

/** Writes what the reviewer changed by hand. The source text beside it is never touched. */
export const changeDraft = (draft: DraftTask, change: DraftChange): DraftTask => {
  const { lead, responsible, deadlineText, deadlineDates, ...fields } = change
  const deadline = { ...draft.deadline, ...(deadlineText !== undefined && { text: deadlineText }) }
  return {
    ...draft,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    units: {
      ...draft.units,
      ...(lead && { lead }),
      ...(responsible && { responsible }),
    },
    deadline: deadlineDates ? withDates(deadline, deadlineDates) : deadline,
    confirmed: false,
  }
}
