import { decodeValue } from '../../ground/decode-ejson'
import { encodeEjson } from '../../ground/encode-ejson'
import { Collection, documentKey } from '../collection'
import type { Document, DocumentKey } from '../../ground/document'
import type { Schema } from '../schema'

/** Create a collection, put a document, delete by key. */
export type LogOperation = ['c', string] | ['p', string, unknown] | ['d', string, DocumentKey]

/** @param at epoch ms on the local clock, which a later start must not go behind */
export function formatCommit(sequence: number, at: number, operations: LogOperation[]): string {
  return encodeEjson([sequence, at, operations])
}

/** What a data directory holds, while it is being read; indexes are built afterwards. */
export class LoadedState {
  /** Of the latest commit. */
  sequence = 0
  /** Latest clock reading of any commit, epoch ms. */
  lastCommitAt = 0

  constructor(
    readonly collections: Map<string, Collection>,
    private readonly schema: Schema | null,
  ) {}

  /** The collection, created when it is new. */
  collection(name: string): Collection {
    let collection = this.collections.get(name)
    if (!collection) {
      collection = new Collection(name, this.schema?.collections.get(name))
      this.collections.set(name, collection)
    }
    return collection
  }

  /** @throws Error when the line is no commit, or not a later one than the line before */
  replay(json: string): void {
    const [sequence, at, operations] = parseStored(json) as [number, number, LogOperation[]]
    if (!(sequence > this.sequence))
      throw new Error(`commit ${sequence} stands behind commit ${this.sequence}`)
    for (const [kind, name, payload] of operations) {
      const collection = this.collection(name)
      if (kind === 'p') this.put(collection, payload as Document)
      else if (kind === 'd') collection.load(payload as DocumentKey, null)
    }
    this.sequence = sequence
    this.lastCommitAt = Math.max(this.lastCommitAt, at)
  }

  put(collection: Collection, document: Document): void {
    collection.load(documentKey(document._id), document)
  }
}

/** Values of a stored line. Most lines hold nothing but plain JSON, which needs no walk through them. */
export function parseStored(json: string): unknown {
  const value: unknown = JSON.parse(json)
  return json.includes('{"$') ? decodeValue(value, 0) : value
}
