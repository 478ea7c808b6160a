import { Refused } from './naive-update'
import { clone, same, sortValue } from './naive-values'
import type { Doc } from './naive-values'

export class Conflict extends Refused {}

interface OpenTransaction {
  /** Documents by id and the number of the last commit, when it first did something. */
  snapshot: { docs: Map<unknown, Doc>; commit: number } | null
  /** null: removed */
  writes: Map<unknown, Doc | null>
}

/** Documents in a map, and one transaction at most: the simplest store that behaves as the cloud's. */
export class NaiveStore {
  private docs = new Map<unknown, Doc>()
  private changedAt = new Map<unknown, number>()
  private commit = 0
  transaction: OpenTransaction | null = null

  constructor(private readonly unique: ReadonlyArray<readonly string[]>) {}

  begin(): void {
    this.transaction = { snapshot: null, writes: new Map() }
  }

  /** What is seen inside or outside of the transaction. */
  visible(inside: boolean): Map<unknown, Doc> {
    if (!inside || !this.transaction) return this.docs
    const { writes } = this.transaction
    this.transaction.snapshot ??= { docs: this.docs, commit: this.commit }
    const view = new Map(this.transaction.snapshot.docs)
    for (const [id, doc] of writes) {
      if (doc) view.set(id, doc)
      else view.delete(id)
    }
    return view
  }

  /**
   * Writes documents together (null removes one).
   * @throws Refused, and then nothing is written
   */
  write(changes: Map<unknown, Doc | null>, inside: boolean): void {
    if (inside && this.transaction) return this.writeInside(this.transaction, changes)
    const next = new Map(this.docs)
    for (const [id, doc] of changes) {
      if (doc) next.set(id, clone(doc))
      else next.delete(id)
      this.checkUnique(next)
    }
    this.docs = next
    this.commit += 1
    for (const id of changes.keys()) this.changedAt.set(id, this.commit)
  }

  private writeInside(transaction: OpenTransaction, changes: Map<unknown, Doc | null>): void {
    transaction.snapshot ??= { docs: this.docs, commit: this.commit }
    for (const [id, doc] of changes) {
      if ((this.changedAt.get(id) ?? 0) > transaction.snapshot.commit)
        throw new Conflict('changed since')
      transaction.writes.set(id, doc && clone(doc))
      this.checkUnique(this.visible(true))
    }
  }

  /** Ends the transaction. */
  end(committing: boolean): void {
    const writes = this.transaction?.writes ?? new Map<unknown, Doc | null>()
    this.transaction = null
    if (committing && writes.size > 0) this.write(writes, false)
  }

  /** Two documents may not share a key; an array gives a key for each element, a missing field is null. */
  private checkUnique(docs: Map<unknown, Doc>): void {
    for (const paths of this.unique) {
      const taken: Array<{ key: unknown; id: unknown }> = []
      for (const [id, doc] of docs) {
        for (const key of uniqueKeys(doc, paths)) {
          if (taken.some((other) => other.id !== id && same(other.key, key)))
            throw new Refused('duplicate key')
          taken.push({ key, id })
        }
      }
    }
  }
}

/** Keys of a document in an index on fields of the top, of which one at most holds an array. */
function uniqueKeys(doc: Doc, paths: readonly string[]): unknown[][] {
  return paths.reduce<unknown[][]>(
    (keys, path) => {
      const value = doc[path]
      const values =
        Array.isArray(value) && value.length > 0 ? (value as unknown[]) : [sortValue(doc, path, 1)]
      return keys.flatMap((key) => values.map((item) => [...key, item ?? null]))
    },
    [[]],
  )
}
