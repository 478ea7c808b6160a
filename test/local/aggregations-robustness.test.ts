import { CloudError } from '@/local/ground/cloud-error'
import { encodeEjson } from '@/local/ground/encode-ejson'
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

/** Named parts that each operator takes; all others take operands. */
const SHAPES: Record<string, string[]> = {
  $filter: ['input', 'cond'],
  $map: ['input', 'in'],
  $reduce: ['input', 'initialValue', 'in'],
  $let: ['vars', 'in'],
  $zip: ['inputs'],
  $cond: ['if', 'then', 'else'],
  $switch: ['branches', 'default'],
  $convert: ['input', 'to', 'onError'],
  $trim: ['input', 'chars'],
  $ltrim: ['input'],
  $rtrim: ['input', 'chars'],
  $regexMatch: ['input', 'regex'],
  $regexFind: ['input', 'regex', 'options'],
  $regexFindAll: ['input', 'regex'],
  $dateFromString: ['dateString', 'format', 'timezone'],
  $dateToString: ['date', 'format', 'timezone'],
  $dateToParts: ['date', 'timezone', 'iso8601'],
  $dateFromParts: ['year', 'month', 'day', 'timezone'],
  $hour: ['date', 'timezone'],
  $isoWeek: ['date', 'timezone'],
}

/** Options of each stage; those without take one argument. */
const STAGES: Record<string, string[]> = {
  $addFields: ['a.b', 'o.v'],
  $bucket: ['groupBy', 'boundaries', 'default', 'output'],
  $bucketAuto: ['groupBy', 'buckets', 'output', 'granularity'],
  $count: [],
  $facet: ['a', 'b'],
  $geoNear: ['near', 'distanceField', 'query', 'key', 'includeLocs', 'maxDistance'],
  $graphLookup: ['from', 'as', 'startWith', 'connectFromField', 'connectToField', 'maxDepth'],
  $group: ['_id', 'n'],
  $limit: [],
  $lookup: ['from', 'as', 'localField', 'foreignField'],
  $match: ['a', '$expr', 'o.v'],
  $out: [],
  $project: ['a', 'o.v', '_id'],
  $redact: [],
  $replaceRoot: ['newRoot'],
  $replaceWith: [],
  $sample: ['size'],
  $set: ['a', 'o.k'],
  $skip: [],
  $sort: ['a', 'o.v'],
  $sortByCount: [],
  $unionWith: ['coll', 'pipeline'],
  $unset: [],
  $unwind: ['path', 'includeArrayIndex'],
}

/** What makes sense for these options, next to everything else. */
const SENSIBLE: Record<string, unknown[]> = {
  vars: [{ x: '$n' }],
  inputs: [
    ['$a', [1, 2]],
    ['$a', '$none'],
  ],
  branches: [[{ case: '$b', then: '$a' }], [{ case: '$none', then: 1 }]],
  boundaries: [
    [0, 1, 2],
    ['a', 'z'],
    [new Date(0), new Date(5)],
  ],
  output: [{ n: { $push: '$$ROOT' } }, { n: { $sum: '$n' } }, {}],
  buckets: [1, 5],
  granularity: ['R5', 'POWERSOF2', '1-2-5'],
  format: ['%Y-%m-%d', '%H:%M:%S.%L %z', '%G-%V-%u', '%'],
  timezone: ['UTC', 'Asia/Shanghai', '+08:00', 'nowhere'],
  dateString: ['2019-05-14T16:30:00Z', 'July 4th, 2017 11am', '12:00', '99999999999'],
  to: ['int', 'date', 'string', 'objectId', 2],
  regex: ['(x', 't(e)?', /x/],
  near: [{ type: 'Point', coordinates: [0, 0] }, [0, 0], [500, 500], { type: 'Point' }],
  from: ['c', 'none'],
  coll: ['c', 'none'],
  pipeline: [[{ $match: {} }], [{ $project: { a: 1 } }, { $limit: 2 }]],
  n: [{ $sum: '$n' }, { $max: '$a' }, { $mergeObjects: '$o' }, { $stdDevPop: '$n' }],
  a: [1, 0, { $gt: 1 }, [{ $limit: 1 }]],
  b: [[{ $unwind: '$a' }], [{ $count: 'n' }]],
  query: [{ n: 1.5 }, {}],
}

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

function operand(random: (below: number) => number, depth = 0): unknown {
  const kind = random(depth > 1 ? 4 : 8)
  if (kind === 7) return expression(pick([...operators.keys()], random), random, depth + 1)
  if (kind === 6) return Array.from({ length: random(4) }, () => operand(random, depth + 1))
  return pick(PARTS, random)
}

function options(names: readonly string[], random: (below: number) => number, depth = 0): unknown {
  // Now and then one is left out.
  const given = names.filter(() => random(12) > 0)
  return Object.fromEntries(
    given.map((name) => {
      const sensible = SENSIBLE[name]
      return [name, sensible && random(4) > 0 ? pick(sensible, random) : operand(random, depth + 1)]
    }),
  )
}

function expression(name: string, random: (below: number) => number, depth = 0): unknown {
  const shape = SHAPES[name]
  if (shape && random(8) > 0) return { [name]: options(shape, random, depth) }
  return { [name]: Array.from({ length: 1 + random(3) }, () => operand(random, depth)) }
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
      for (let i = 0; i < 200; i++) {
        const inner = expression(name, random)
        const bound = { $let: { vars: { this: '$a', value: '$o' }, in: inner } }
        const error = failureOf([{ $replaceRoot: { newRoot: { v: bound } } }])
        if (error) failures.push({ expression: JSON.stringify(inner), error })
      }
    }
    expect(failures).toEqual([])
  })

  it('every stage gives documents or a refusal', () => {
    const random = generator(SEED)
    const failures: unknown[] = []
    for (const [name, names] of Object.entries(STAGES)) {
      for (let i = 0; i < 400; i++) {
        const whole = names.length === 0 || random(10) === 0
        const stage = { [name]: whole ? operand(random) : options(names, random) }
        const error = failureOf(random(2) === 0 ? [stage] : [{ $limit: 5 }, stage])
        if (error) failures.push({ stage: JSON.stringify(stage), error })
      }
    }
    expect(failures).toEqual([])
  })
})
