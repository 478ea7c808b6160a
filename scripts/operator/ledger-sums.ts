import { createHash } from 'node:crypto'
import { deploymentCollection } from '@/cloudfunctions/_stores/deployment-gate'
import type { Doc } from '@/cloudfunctions/_stores/document'
import schema from '@/database/schema.json'
import { OperatorError } from './operator-error'

/** What moves: everything but what a database says of itself. */
export const movedCollections = Object.keys(schema.collections).filter(
  (name) => name !== deploymentCollection,
)

/** Under this name the sum of all files stands beside those of the collections. */
export const filesName = '(files)'

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** With sorted fields: an environment may give them back in another order. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new OperatorError('ARCHIVE.VALUE', '数据里有备份不认识的值，备份没有做成')
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${fields.map(([field, each]) => `${JSON.stringify(field)}:${canonical(each)}`).join(',')}}`
}

/** Number and digest of what is in one collection, or of all files. */
interface Sum {
  readonly count: number
  readonly sha256: string
}
export type Sums = Readonly<Record<string, Sum>>

/** Adds up what passes by, whatever its order. */
export class Adder {
  private readonly digests = new Map<string, string[]>(
    [...movedCollections, filesName].map((name) => [name, []]),
  )

  doc(collection: string, doc: Doc): void {
    this.of(collection).push(sha256(canonical(doc)))
  }

  file(path: string, bytes: Buffer): void {
    this.of(filesName).push(sha256(`${path} ${sha256(bytes)}`))
  }

  sums(): Sums {
    return Object.fromEntries(
      [...this.digests].map(([name, digests]) => [
        name,
        { count: digests.length, sha256: sha256(digests.sort().join('')) },
      ]),
    )
  }

  private of(name: string): string[] {
    const digests = this.digests.get(name)
    if (!digests)
      throw new OperatorError('ARCHIVE.COLLECTION', `备份里的 ${name} 不是这个版本的集合`)
    return digests
  }
}

/** Names of what differs between two sums. */
export const differences = (left: Sums, right: Sums): string[] =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (name) =>
      left[name]?.count !== right[name]?.count || left[name]?.sha256 !== right[name]?.sha256,
  )
