import type { Cipher } from './cipher'

/**
 * A cursor is the sort values of the last row, so that a page costs the same wherever it
 * lies. It carries no secret: whoever makes one up reads the page they may read anyway.
 */
export const encodeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

const isSortValue = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/** Null for anything that is no cursor of ours; the list then starts at its beginning. */
export const decodeCursor = (
  cursor: string | undefined,
  length: number,
): (string | number)[] | null => {
  if (!cursor) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const known = (Array.isArray(values) ? values : []).filter(isSortValue)
    return Array.isArray(values) && values.length === length && known.length === length
      ? known
      : null
  } catch {
    return null
  }
}

/** As `encodeCursor`, for lists whose order says more than their rows show. */
export const sealCursor = (cipher: Cipher, values: readonly (string | number)[]): string =>
  cipher.seal(encodeCursor(values))

/** Null for anything that was not sealed here: nobody asks for the rows after a place of theirs. */
export const openCursor = (
  cipher: Cipher,
  cursor: string | undefined,
  length: number,
): (string | number)[] | null => {
  if (!cursor) return null
  try {
    return decodeCursor(cipher.open(cursor), length)
  } catch {
    return null
  }
}
