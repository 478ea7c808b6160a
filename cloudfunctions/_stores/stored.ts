import { type Fields, fieldsOf, hasFields } from '@/domain/known'

/**
 * Values of a stored document, looked at before they are believed. What fails here was written by no
 * version of this code: the call ends, and its log names the place and no value.
 */
const expected = (what: string): never => {
  throw new TypeError(`a stored ${what} is none`)
}

export const storedText = (value: unknown): string =>
  typeof value === 'string' ? value : expected('text')

export const storedNumber = (value: unknown): number =>
  typeof value === 'number' ? value : expected('number')

/** A field that was added later is null where it is absent. */
export const storedTextOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : storedText(value)

export const storedOneOf = <T extends string>(values: readonly T[], value: unknown): T =>
  values.find((each) => each === value) ?? expected('choice')

/** Names, codes or ids in a row. */
export const storedTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(storedText) : expected('list')

/** A count that was added later is 0 where it is absent. */
export const storedCount = (value: unknown): number =>
  value === null || value === undefined ? 0 : storedNumber(value)

export const storedNumbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.map(storedNumber) : expected('list')

export type Row = Fields
export const storedRow = (value: unknown): Row => (hasFields(value) ? value : expected('row'))

/** What lies at a path; undefined where nothing does. */
export const storedAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inside, key) => (hasFields(inside) ? inside[key] : undefined), value)

/** Numbers by name; none where the field is absent. */
export const storedCounts = (value: unknown): ReadonlyMap<string, number> =>
  new Map(Object.entries(fieldsOf(value)).map(([name, count]) => [name, storedNumber(count)]))

/** Texts by name. */
export const storedTextsByName = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(storedRow(value)).map(([name, text]) => [name, storedText(text)]),
  )

/** Rows of a list, whose fields are still to be looked at. */
export const storedRows = (value: unknown): Row[] =>
  Array.isArray(value) ? value.map(storedRow) : expected('list')
