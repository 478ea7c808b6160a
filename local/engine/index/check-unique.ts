import { DuplicateKey, keyText } from './duplicate-key'
import type { IndexEntry } from '../log/entry-blocks'
import { IndexViolated } from './index-violated'
import { sameKey } from './key-lists'
import { STEP } from './slices'
import type { Steps } from './slices'

/**
 * A unique index declared after the data was written may already be violated: say so at the start.
 * @param sorted entries of the index `name` of `collection`, in order
 * @throws IndexViolated naming the index, the key and both documents
 */
export function* checkUnique(
  collection: string,
  name: string,
  sorted: readonly IndexEntry[],
): Steps<void> {
  for (let i = 1; i < sorted.length; i++) {
    if (i % STEP === 0) yield
    const [last, entry] = [sorted[i - 1] as IndexEntry, sorted[i] as IndexEntry]
    const [one, other] = [last.record, entry.record]
    if (one === other || !sameKey(last.key, entry.key)) continue
    const { message } = new DuplicateKey(collection, name, keyText(entry.key))
    const ids = [one, other].map(({ newest }) => newest?.document?._id)
    throw new IndexViolated(collection, name, message, ids)
  }
}
