import type { Fields } from './collections'

/** mulberry32: a small generator that a seed repeats. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const KEYS = [
  '',
  'a',
  'a.b',
  'a.0',
  'l',
  'l.$',
  'l.$[]',
  'l.0',
  'o.p',
  '_id',
  '$',
  '$x',
  'constructor',
  'toString.x',
  '$or',
  '$and',
  '$nor',
  '$not',
  '$eq',
  '$ne',
  '$gt',
  '$lte',
  '$in',
  '$nin',
  '$all',
  '$size',
  '$exists',
  '$type',
  '$mod',
  '$regex',
  '$options',
  '$elemMatch',
  '$expr',
  '$jsonSchema',
  '$text',
  '$where',
  '$comment',
  '$bitsAllSet',
  '$geoWithin',
  '$geoIntersects',
  '$near',
  '$nearSphere',
  '$geometry',
  '$maxDistance',
  '$centerSphere',
  '$box',
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pull',
  '$pullAll',
  '$addToSet',
  '$pop',
  '$bit',
  '$currentDate',
  '$setOnInsert',
  '$each',
  '$slice',
  '$sort',
  '$position',
  'and',
  'or',
  'xor',
  '$date',
  '$numberInt',
  '$numberLong',
  '$numberDouble',
  '$numberDecimal',
  '$oid',
  '$regularExpression',
  '$tcb_server_date',
  'pattern',
  'options',
  'offset',
  'type',
  'coordinates',
  'bsonType',
  'properties',
  'required',
  'items',
  'enum',
  'minimum',
  'pattern',
  '$match',
  '$group',
  '$project',
  '$sum',
  '$add',
  '$cond',
  '$lookup',
  '$unwind',
  'from',
  'as',
]
const VALUES: unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 63),
  1e308,
  '',
  'x',
  '$a',
  '$$ROOT',
  '1',
  'Point',
  'int',
  '(',
  '^(a+)+$',
  [],
  {},
  [1, 2],
  ['x', null],
  [[]],
  { a: 1 },
  [{ k: 1 }],
  [0, 0],
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ],
  { $numberInt: '5' },
  { $numberLong: '5' },
  { $date: { $numberLong: '5' } },
  { type: 'Point', coordinates: [1, 2] },
  { $regularExpression: { pattern: 'x', options: 'g' } },
  '\u0000',
  '\ud800',
  'a'.repeat(500),
]
const ACTIONS = [
  'getDocument',
  'calculateDocument',
  'insertDocument',
  'modifyDocument',
  'modifyAndReturnDoc',
  'removeDocument',
  'aggregateDocuments',
  'startTransaction',
  'commitTransaction',
  'abortTransaction',
].map((name) => `database.${name}`)
const STAGES = [
  '$match',
  '$group',
  '$project',
  '$sort',
  '$limit',
  '$skip',
  '$unwind',
  '$lookup',
  '$addFields',
  '$count',
  '$geoNear',
  '$bucket',
  '$foo',
]

/** Makes random requests of the database, mostly of the right form. */
export class Fuzzer {
  constructor(
    private readonly random: () => number,
    private readonly collection: string,
    private readonly transactions: string[],
  ) {}

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T
  }

  private value(depth: number): unknown {
    const choice = this.random()
    if (depth === 0 || choice < 0.45) return this.pick(VALUES)
    const parts = Array.from({ length: Math.floor(this.random() * 3) + 1 }, () =>
      this.value(depth - 1),
    )
    if (choice < 0.6) return parts
    return Object.fromEntries(parts.map((part) => [this.pick(KEYS), part]))
  }

  /** Mostly EJSON of some object, sometimes cut off or no text at all. */
  private text(): unknown {
    const text = JSON.stringify(this.value(4)) ?? 'null'
    const choice = this.random()
    if (choice < 0.03) return text.slice(0, Math.floor(this.random() * text.length))
    if (choice < 0.06) return this.pick(VALUES)
    return text.startsWith('{') ? text : `{${JSON.stringify(this.pick(KEYS))}:${text}}`
  }

  private update(): unknown {
    const operators = KEYS.filter((key) =>
      /^\$(set|unset|inc|mul|min|max|rename|push|pull|pullAll|addToSet|pop|bit|currentDate)$/.test(
        key,
      ),
    )
    return JSON.stringify({ [this.pick(operators)]: { [this.pick(KEYS)]: this.value(3) } })
  }

  body(): Fields {
    const stages = () =>
      Array.from({ length: 2 }, () => ({
        stageKey: this.pick(STAGES),
        stageValue: JSON.stringify(this.value(3)),
      }))
    const all: Fields = {
      action: this.pick(ACTIONS),
      collectionName: this.collection,
      queryType: this.pick(['WHERE', 'DOC']),
      query: this.random() < 0.3 ? '{"_id":"a"}' : this.text(),
      data:
        this.random() < 0.4
          ? [this.text(), this.text()]
          : this.random() < 0.7
            ? this.update()
            : this.text(),
      order: this.random() < 0.8 ? undefined : this.text(),
      projection: this.random() < 0.7 ? undefined : this.text(),
      offset: this.random() < 0.8 ? undefined : this.pick(VALUES),
      limit: this.random() < 0.8 ? undefined : this.pick(VALUES),
      multi: this.random() < 0.5,
      merge: this.random() < 0.7,
      upsert: this.random() < 0.3,
      stages: this.random() < 0.9 ? stages() : this.pick(VALUES),
      transactionId:
        this.random() < 0.85 ? undefined : this.pick([...this.transactions, 'none', 5]),
    }
    // One parameter is missing or of any type.
    if (this.random() < 0.3)
      all[this.pick(Object.keys(all))] = this.random() < 0.5 ? undefined : this.pick(VALUES)
    return all
  }
}
