import { storedAt, storedRows } from './stored'

/** A stored document and what can go wrong when one is written. */
export type Doc = { readonly _id: string } & Record<string, unknown>

const isDoc = (value: unknown): value is Doc => typeof storedAt(value, '_id') === 'string'

/** What the database answered, as documents. */
export const docOf = (value: unknown): Doc => {
  if (!isDoc(value)) throw new TypeError('a stored document has no id')
  return value
}
export const docsOf = (values: unknown): Doc[] => storedRows(values).map(docOf)

/** The id, or another key that must be unique, exists already. */
export class DuplicateId extends Error {
  constructor(readonly collection: string) {
    super(`exists already in ${collection}`)
    this.name = 'DuplicateId'
  }
}

/** Conflict with another writer, or a document locked by one: worth another try. */
export class WriteConflict extends Error {
  override name = 'WriteConflict'
}

const codeOf = (error: unknown): string => String(storedAt(error, 'code') ?? '')
const messageOf = (error: unknown): string => String(storedAt(error, 'message') ?? error)

/** Several new documents at once answer a duplicate with another code than a single one. */
const isDuplicate = (error: unknown): boolean =>
  codeOf(error) === 'DATABASE_DUPLICATE_WRITE' || messageOf(error).includes('E11000')

const isConflict = (error: unknown): boolean =>
  codeOf(error) === 'DATABASE_TRANSACTION_CONFLICT' ||
  /TransactionConflict|TransactionBusy|TransactionNotExist/.test(messageOf(error))

/** The SDK's error as one of ours; any other as it is. */
export const translated = (error: unknown, collection: string): unknown => {
  if (isDuplicate(error)) return new DuplicateId(collection)
  if (isConflict(error)) return new WriteConflict(messageOf(error))
  return error
}
