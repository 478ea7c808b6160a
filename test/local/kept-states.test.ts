import { Collection } from '@/local/engine/collection'
import type { Document } from '@/local/ground/document'
import type { Version } from '@/local/engine/transaction/versioned-record'
import { random } from './support/random'

/** What an index holds while several states of a document are kept for readers of different times. */

const open = () => {
  const collection = new Collection('c', {
    rule: 'ADMINONLY',
    indexes: [{ name: 'tags', keys: [['tags', 1]], unique: false }],
  })
  const index = collection.indexes[0]!
  const entries = () => [...index.scan({ equal: [] })]
  return {
    collection,
    record: collection.ensureRecord('x'),
    held: () => entries().map(({ key }) => key[0]),
    /** Keys under which a reader of that time finds the document. */
    seenAt: (sequence: number) =>
      entries().flatMap((entry) => (index.seenUnder(entry, sequence) ? [entry.key[0]] : [])),
  }
}
const tagged = (...tags: string[]): Document => ({ _id: 'x', tags })

test('a key that two states share stands there once, and each reader finds by the keys of their time', () => {
  const { collection, record, held, seenAt } = open()
  collection.install(record, tagged('a', 'b'), 1)
  const second = collection.install(record, tagged('b', 'c'), 2)
  expect(held()).toEqual(['a', 'b', 'c'])
  expect(seenAt(0)).toEqual([])
  expect(seenAt(1)).toEqual(['a', 'b'])
  expect(seenAt(2)).toEqual(['b', 'c'])
  collection.forgetBefore(second)
  expect(held()).toEqual(['b', 'c'])
})

test('a state that could not be stored leaves the keys of the one before it', () => {
  const { collection, record, held, seenAt } = open()
  collection.install(record, tagged('a', 'b'), 1)
  const second = collection.install(record, tagged('b', 'c'), 2)
  collection.uninstall(second)
  expect(held()).toEqual(['a', 'b'])
  expect(seenAt(2)).toEqual(['a', 'b'])
})

test('of a document that was removed nothing is left once nobody can see it', () => {
  const { collection, record, held, seenAt } = open()
  collection.install(record, tagged('a'), 1)
  const removed = collection.install(record, null, 2)
  expect(seenAt(1)).toEqual(['a'])
  expect(seenAt(2)).toEqual([])
  collection.forgetBefore(removed)
  expect(held()).toEqual([])
})

test('whatever is installed, taken back and forgotten, the index holds the keys of what is kept', () => {
  const below = random(7)
  const { collection, record, held, seenAt } = open()
  const some = () => tagged(...['a', 'b', 'c', 'd', 'e'].filter(() => below(2) === 0))
  const keysOf = ({ document }: Version) => [...((document?.tags as string[] | undefined) ?? [])]
  let states: Version[] = []
  for (let sequence = 1; sequence < 2000; sequence += 1) {
    const turn = below(100)
    const last = states.at(-1)
    if (turn < 15 && last && states.length > 1) {
      collection.uninstall(last)
      states = states.slice(0, -1)
    } else if (turn < 40 && last) {
      collection.forgetBefore(last)
      states = [last]
    } else states.push(collection.install(record, below(10) === 0 ? null : some(), sequence))
    // A document without a tag stands under a key of its own.
    const named = (keys: unknown[]) => keys.filter((key) => typeof key === 'string')
    expect(named(held())).toEqual([...new Set(states.flatMap(keysOf))].sort())
    for (const state of states) expect(named(seenAt(state.sequence))).toEqual(keysOf(state))
  }
})
