import { duplicateKey } from '../../ground/cloud-error'
import { bsonText } from '../../ground/bson-text'

/** What the duplicate-key error names. */
export class DuplicateKey extends Error {
  constructor(
    readonly collection: string,
    readonly index: string,
    readonly key: string,
  ) {
    super(duplicateKey(collection, index, key).message)
  }
}

export const keyText = (key: readonly unknown[]) =>
  key.map((value) => `: ${bsonText(value)}`).join(', ')
