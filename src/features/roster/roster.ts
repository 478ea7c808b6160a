import type { ActionInput, ActionOutput } from '@/contract/actions'
import type { RowFate } from '@/domain/organization/roster-rules'

export type Preview = ActionOutput<'documents.readOrganization'>
export type PreviewLine = Preview['lines'][number]
type Tables = ActionInput<'identity.importOrganization'>
type Person = Preview['people'][number]

/** One call's part of a workbook: a call carries at most 100 KB. */
export type Portion =
  | { readonly kind: 'tables'; readonly tables: Tables; readonly rows: number }
  | { readonly kind: 'people'; readonly people: readonly Person[]; readonly rows: number }

const regionsAtOnce = 200
const unitsAtOnce = 100
const peopleAtOnce = 50

const slices = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )

/** A region after the one that it lies in, units after regions, people after units. */
export const portionsOf = ({ regions, units, people }: Preview): Portion[] => {
  const outermostFirst = [...regions].sort((a, b) => a.code.length - b.code.length)
  const cities = outermostFirst.filter(({ level }) => level === 'city')
  const others = outermostFirst.filter(({ level }) => level !== 'city')
  return [
    ...slices([...cities, ...others], regionsAtOnce).map((part): Portion => ({
      kind: 'tables',
      tables: { regions: part, units: [] },
      rows: part.length,
    })),
    ...slices(units, unitsAtOnce).map((part): Portion => ({
      kind: 'tables',
      tables: { regions: [], units: part },
      rows: part.length,
    })),
    ...slices(people, peopleAtOnce).map((part): Portion => ({
      kind: 'people',
      people: part,
      rows: part.length,
    })),
  ]
}

/** How many rows have one of these fates. */
export const countOf = ({ lines }: Preview, fates: readonly RowFate[]): number =>
  lines.filter(({ fate }) => fates.includes(fate)).length

/** A person with the code that was made: shown once. */
export interface FreshCode extends Person {
  readonly code: string
}
