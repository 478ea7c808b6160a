/** What comes from outside, or from a table by a name, looked at before it is believed. */

type KeyOf<T> = Extract<keyof T, string>

/** Whether a word is one that the table has a row for; what every object has of itself is none. */
export const isKeyOf = <T extends object>(table: T, word: unknown): word is KeyOf<T> =>
  typeof word === 'string' && Object.prototype.hasOwnProperty.call(table, word)

/** The names of a table, in its order. */
export const keysOf = <T extends object>(table: T): KeyOf<T>[] =>
  Object.keys(table).filter((word): word is KeyOf<T> => isKeyOf(table, word))

export type Fields = Readonly<Record<string, unknown>>

export const hasFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null

/** The fields of what may have none. */
export const fieldsOf = (value: unknown): Fields => (hasFields(value) ? value : {})
