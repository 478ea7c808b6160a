import { decodeValue } from '../wire/decode-ejson'
import { encodeEjson } from '../wire/encode-ejson'
import { Collection, documentKey } from './collection'
import type { Document, DocumentKey } from './document'
import type { Schema } from './schema'

/** Create a collection, put a document, delete by key. */
export type LogOperation = ['c', string] | ['p', string, unknown] | ['d', string, DocumentKey]

/** @param at epoch ms on the local clock, which a later start must not go behind */
export function formatCommit(sequence: number, at: number, operations: LogOperation[]): string {
  return encodeEjson([sequence, at, operations])
}

/** Applies one commit of the log to collections that are being loaded; indexes are built afterwards. */
export function replayCommit(
  json: string,
  collections: Map<string, Collection>,
  schema: Schema | null,
): { sequence: number; at: number } {
  const [sequence, at, operations] = JSON.parse(json) as [number, number, LogOperation[]]
  for (const [kind, name, payload] of operations) {
    let collection = collections.get(name)
    if (!collection) {
      collection = new Collection(name, schema?.collections.get(name))
      collections.set(name, collection)
    }
    if (kind === 'p') {
      const document = decodeValue(payload, 0) as Document
      collection.load(documentKey(document._id), document)
    } else if (kind === 'd') {
      collection.load(payload as DocumentKey, null)
    }
  }
  return { sequence, at }
}
