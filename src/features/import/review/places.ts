import { unitRoles, type UnitRole } from '@/domain/organization/unit'
import type { Draft, Span, Unsure } from './draft'

/** A value that a person has to decide; numbered as in the source. */
export interface UnsurePlace {
  readonly no: number
  readonly unsure: Unsure
  /** Takes days; anything else takes words. */
  readonly asksDays: boolean
  /** Its printed words, empty where the source prints none. */
  readonly printed: string
  readonly span: Span | null
}

/** A printed name that is no single unit here: to be looked at, never in the way. */
export interface UnitPlace {
  readonly no: number
  readonly role: UnitRole
  readonly name: string
  readonly collective: boolean
  readonly span: Span | null
}

/** Dates are computed and have no place of their own: the printed words beside them have. */
const pathsOf = (field: string) => [
  field,
  field.replace(/\.(dates|kinds)$/, '.text'),
  field.replace(/^(deadline|measures\[\d+\]\.deadline)$/, '$1.text'),
  // A list of values is asked about as a whole: its first stands for it.
  `${field}[0]`,
  `${field}[0].text`,
]

const spanOf = (draft: Draft, field: string): Span | null => {
  for (const path of pathsOf(field)) {
    const span = draft.spans[path]
    if (span) return span
  }
  return null
}

/** The words of the source at a span; empty where the excerpt does not reach. */
const printedAt = ({ source }: Draft, span: Span | null) =>
  span ? source.text.slice(span[0] - source.from, span[1] - source.from).trim() : ''

/** What speaks against the reading, each with the words it stands at. */
export const doubtsOf = (draft: Draft): { words: string; message: string }[] =>
  draft.doubts.map(({ message, span }) => ({ words: printedAt(draft, span), message }))

const asksDays = (field: string) =>
  (field.includes('deadline') && !field.endsWith('.text')) || /^notice\.(from|to)$/.test(field)

export const unsurePlacesOf = (draft: Draft): UnsurePlace[] =>
  draft.unsure.map((unsure, at) => {
    const span = spanOf(draft, unsure.field)
    return {
      no: at + 1,
      unsure,
      asksDays: asksDays(unsure.field),
      printed: printedAt(draft, span),
      span,
    }
  })

/**
 * Where a name stands in the source. Names changed by hand are no longer where the spans say,
 * so the printed words must be the name itself.
 */
const spanOfName = (draft: Draft, role: UnitRole, name: string): Span | null => {
  const words = name.replace(/\s+/g, '')
  const found = Object.entries(draft.spans).find(
    ([path, span]) =>
      path.startsWith(`units.${role}[`) && printedAt(draft, span).replace(/\s+/g, '') === words,
  )
  return found?.[1] ?? null
}

/** Names of the task's own division of work that are unknown or stand for many units. */
export const unitPlacesOf = (draft: Draft): UnitPlace[] => {
  const named = unitRoles.flatMap((role) => draft.units[role].map((name) => ({ role, name })))
  const open = named.filter(
    ({ name }) => draft.collectiveUnits.includes(name) || draft.unknownUnits.includes(name),
  )
  return open.map(({ role, name }, at) => ({
    no: draft.unsure.length + at + 1,
    role,
    name,
    collective: draft.collectiveUnits.includes(name),
    span: spanOfName(draft, role, name),
  }))
}
