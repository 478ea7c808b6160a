import { isPlainObject } from '../ground/document'
import { invalidParam, requestFailed } from '../ground/cloud-error'
import { bsonSize } from './bson-size'

/** MongoDB's limit for one document. */
const MOST_BYTES = 16 * 1024 * 1024

/** Documents inside documents and arrays, the outermost counted. */
const MOST_LEVELS = 100

interface Words {
  tooDeep: string
  tooLarge: (bytes: number) => string
  dollar: (key: string, path: string) => string
}

const storedDollar = (key: string, path: string) =>
  `The dollar ($) prefixed field '${key}' in '${path}' is not valid for storage.`

const ON_INSERT: Words = {
  tooDeep: `cannot insert document because it exceeds ${MOST_LEVELS} levels of nesting`,
  tooLarge: (bytes) =>
    `object to insert too large. size in bytes: ${bytes}, max size: ${MOST_BYTES}`,
  dollar: (key, path) =>
    path === key ? `Document can't have $ prefixed field names: ${key}` : storedDollar(key, path),
}

const ON_UPDATE: Words = {
  tooDeep: `Document exceeds maximum nesting depth of ${MOST_LEVELS}`,
  tooLarge: () => `Resulting document after update is larger than ${MOST_BYTES}`,
  dollar: storedDollar,
}

class Check {
  private readonly path: string[] = []

  constructor(private readonly words: Words) {}

  value(value: unknown): void {
    if (Array.isArray(value)) {
      this.level()
      for (let i = 0; i < value.length; i++) this.child(String(i), value[i])
    } else if (isPlainObject(value)) {
      this.level()
      const keys = Object.keys(value)
      this.refuseBuffer(keys, value)
      for (const key of keys) {
        if (key.startsWith('$'))
          throw requestFailed(this.words.dollar(key, [...this.path, key].join('.')))
        this.child(key, value[key])
      }
    }
  }

  private child(key: string, value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    this.path.push(key)
    this.value(value)
    this.path.pop()
  }

  private level(): void {
    if (this.path.length >= MOST_LEVELS) throw requestFailed(this.words.tooDeep)
  }

  /** The SDK sends a Buffer as its JSON form: stored, it would never become bytes again. */
  private refuseBuffer(keys: string[], value: Record<string, unknown>): void {
    if (keys.length !== 2 || value.type !== 'Buffer' || !Array.isArray(value.data)) return
    throw invalidParam(
      `field ${this.path.join('.')} holds a Buffer, which the SDK cannot send without loss`,
    )
  }
}

function check(document: Record<string, unknown>, words: Words): void {
  new Check(words).value(document)
  const bytes = bsonSize(document)
  if (bytes > MOST_BYTES) throw requestFailed(words.tooLarge(bytes))
}

/**
 * Checks a document that a request brings.
 * @throws CloudError for `$`-prefixed keys, Buffers, too many levels or bytes, or an `_id` that cannot be one
 */
export function checkInsert(document: Record<string, unknown>): void {
  if (Array.isArray(document._id)) throw requestFailed("can't use an array for _id")
  if (document._id instanceof RegExp) throw requestFailed("can't use a regex for _id")
  check(document, ON_INSERT)
}

/** As `checkInsert`, for what an update makes of a document. */
export const checkUpdated = (document: Record<string, unknown>): void => check(document, ON_UPDATE)
