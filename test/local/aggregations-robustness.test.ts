import { CloudError } from '@/local/wire/cloud-error'
import { encodeEjson } from '@/local/wire/encode-ejson'
import { DocumentStore } from '@/local/engine/store'
import { operators } from '@/local/query/expressions/operators'
import { runAggregate } from '@/local/query/run-aggregate'

const store = DocumentStore.open({ directory: null, schema: null, now: () => 0 })

beforeAll(async () => {
  await store.createCollection('c')
  const collection = store.collection('c')
  await store.write((transaction) =>
    store.put(transaction, collection, 1, {
      _id: 1,
      n: 1.5,
      s: 'text',
      z: null,
      d: new Date(0),
      b: true,
      a: [1, 'x', [2], { k: 'a', v: 1 }],
      o: { k: 'a', v: [1] },
      r: /x/i,
    }),
  )
})

/** Arguments that make some sense somewhere and none elsewhere. */
const PARTS: unknown[] = [
  null,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  1e300,
  '',
  'x',
  '$',
  '$n',
  '$s',
  '$z',
  '$d',
  '$b',
  '$a',
  '$o',
  '$r',
  '$none',
  '$a.k',
  '$o.v',
  '$$ROOT',
  '$$this',
  true,
  [],
  [[]],
  {},
  new Date(0),
  new Date(8.64e15),
  /x/,
  { $literal: { $add: 1 } },
  { $add: ['$n', 1] },
  { a: '$n' },
]

const NAMED = [
  'input',
  'as',
  'in',
  'cond',
  'initialValue',
  'vars',
  'if',
  'then',
  'else',
  'branches',
  'default',
  'date',
  'format',
  'timezone',
  'onNull',
  'onError',
  'dateString',
  'to',
  'regex',
  'options',
  'chars',
  'inputs',
  'defaults',
  'useLongestLength',
  'year',
  'month',
  'day',
  'isoWeekYear',
  'isoWeek',
  'iso8601',
]

const STAGES = [
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$facet',
  '$geoNear',
  '$graphLookup',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$out',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unionWith',
  '$unset',
  '$unwind',
]

const OPTIONS = [
  'groupBy',
  'boundaries',
  'default',
  'output',
  'buckets',
  'granularity',
  'near',
  'distanceField',
  'query',
  'key',
  'includeLocs',
  'maxDistance',
  'from',
  'as',
  'localField',
  'foreignField',
  'let',
  'pipeline',
  'startWith',
  'connectFromField',
  'connectToField',
  'maxDepth',
  'restrictSearchWithMatch',
  '_id',
  'newRoot',
  'size',
  'coll',
  'path',
  'includeArrayIndex',
  'preserveNullAndEmptyArrays',
  'a',
  'a.b',
  '$expr',
]

/** A small generator of its own, so that a failure can be run again by its seed. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = <T>(from: readonly T[], random: (below: number) => number) =>
  from[random(from.length)] as T

function argument(names: readonly string[], random: (below: number) => number, depth = 0): unknown {
  const kind = random(depth > 2 ? 1 : 4)
  if (kind === 1) return Array.from({ length: random(5) }, () => argument(names, random, depth + 1))
  if (kind === 2) {
    const entries = Array.from({ length: 1 + random(4) }, () => [
      pick(names, random),
      argument(names, random, depth + 1),
    ])
    return Object.fromEntries(entries) as unknown
  }
  if (kind === 3 && depth < 2)
    return { [pick([...operators.keys()], random)]: argument(NAMED, random, depth + 1) }
  return pick(PARTS, random)
}

/** What a pipeline throws that is no refusal. */
function failureOf(stages: Array<Record<string, unknown>>): unknown {
  try {
    const results = runAggregate(
      store,
      store.viewFor(null),
      { collection: 'c', stages, now: 0 },
      { strict: false, mostExamined: null },
    )
    // What is given back has to survive the way to the SDK.
    for (const document of results) JSON.parse(encodeEjson(document))
    return null
  } catch (error) {
    return error instanceof CloudError ? null : error
  }
}

const SEED = Number(process.env.SEED ?? 20_240_229)

describe(`whatever the arguments (SEED=${SEED})`, () => {
  it('every operator gives a value or a refusal', () => {
    const random = generator(SEED)
    const failures: unknown[] = []
    for (const name of operators.keys()) {
      for (let i = 0; i < 120; i++) {
        const expression = { [name]: argument(NAMED, random) }
        const error = failureOf([{ $replaceRoot: { newRoot: { v: expression } } }])
        if (error) failures.push({ expression: JSON.stringify(expression), error })
      }
    }
    expect(failures).toEqual([])
  })

  it('every stage gives documents or a refusal', () => {
    const random = generator(SEED)
    const failures: unknown[] = []
    for (const name of STAGES) {
      for (let i = 0; i < 400; i++) {
        const stage = { [name]: argument(OPTIONS, random) }
        const error = failureOf(random(2) === 0 ? [stage] : [{ $limit: 5 }, stage])
        if (error) failures.push({ stage: JSON.stringify(stage), error })
      }
    }
    expect(failures).toEqual([])
  })
})
