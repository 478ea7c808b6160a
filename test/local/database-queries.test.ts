import { refusal } from './support/cloud'
import { Collections, idsOf, raw } from './support/collections'
import type { Command, Fields } from './support/collections'

let cloud: Collections
let _: Command

beforeAll(async () => {
  cloud = await Collections.open()
  _ = cloud.command
})

const FAILED = 'DATABASE_REQUEST_FAILED'

/** Documents `a`, `b`, … with one field. */
const withField = (...values: unknown[]) =>
  values.map((v, i) => ({
    _id: String.fromCharCode(97 + i),
    ...(v === undefined ? {} : { v }),
  }))

const people = [
  { _id: 'a', n: 1, s: 'Apple', tags: ['x', 'y'], o: { p: 1 }, at: new Date(10) },
  {
    _id: 'b',
    n: 2,
    s: 'banana',
    tags: ['y'],
    o: { p: 2 },
    marks: [
      { v: 1, k: 'q' },
      { v: 9, k: 'r' },
    ],
  },
  { _id: 'c', n: 3, s: 'apricot', tags: [], at: new Date(20), z: null },
  { _id: 'd', n: 3.5, s: 'Cherry', marks: [{ v: 5, k: 'q' }] },
]

type MakeFilter = () => Fields

describe('query commands', () => {
  it.each<[string, MakeFilter, string]>([
    ['equality', () => ({ n: 2 }), 'b'],
    ['a dotted field', () => ({ 'o.p': 2 }), 'b'],
    ['an embedded object by its fields', () => ({ o: { p: 1 } }), 'a'],
    ['an element of an array', () => ({ tags: 'y' }), 'ab'],
    ['a whole array', () => ({ tags: ['x', 'y'] }), 'a'],
    ['an element by its place', () => ({ 'tags.0': 'y' }), 'b'],
    ['a field of an element by its place', () => ({ 'marks.1.v': 9 }), 'b'],
    ['a field of any element', () => ({ 'marks.v': 5 }), 'd'],
    ['eq', () => ({ n: _.eq(3) }), 'c'],
    ['neq', () => ({ n: _.neq(3) }), 'abd'],
    ['gt', () => ({ n: _.gt(2) }), 'cd'],
    ['gte', () => ({ n: _.gte(2) }), 'bcd'],
    ['lt', () => ({ n: _.lt(2) }), 'a'],
    ['lte', () => ({ n: _.lte(2) }), 'ab'],
    ['in', () => ({ n: _.in([1, 3.5]) }), 'ad'],
    ['in of nothing', () => ({ n: _.in([]) }), ''],
    ['nin', () => ({ n: _.nin([1, 3.5]) }), 'bc'],
    ['nin of nothing', () => ({ n: _.nin([]) }), 'abcd'],
    ['and of one field', () => ({ n: _.gt(1).and(_.lt(3)) }), 'b'],
    ['and of one field, chained', () => ({ n: _.gt(1).lt(3.2) }), 'bc'],
    ['or of one field', () => ({ n: _.eq(1).or(_.eq(3)) }), 'ac'],
    ['nor of one field', () => ({ n: _.nor([_.eq(1), _.eq(3)]) }), 'bd'],
    ['or of fields', () => _.or([{ n: 1 }, { s: 'Cherry' }]) as never, 'ad'],
    ['or with one branch', () => _.or({ n: 1 }) as never, 'a'],
    ['or beside a field', () => ({ tags: 'y', s: _.or(_.eq('Apple'), _.eq('x')) }), 'a'],
    ['and of fields', () => _.and([{ n: _.gt(1) }, { tags: 'y' }]) as never, 'b'],
    ['and with one branch', () => _.and({ n: 2 }) as never, 'b'],
    ['and of or', () => _.and([_.or({ n: 1 }, { n: 2 }), { s: 'banana' }]) as never, 'b'],
    ['nor', () => _.nor([{ n: 1 }, { s: 'Cherry' }]) as never, 'bc'],
    ['nor with one branch', () => _.nor({ n: 1 }) as never, 'bcd'],
    ['not', () => ({ n: _.not(_.gt(2)) }), 'ab'],
    ['not of a pattern', () => ({ s: _.not(/^a/i as never) }), 'bd'],
    ['exists', () => ({ marks: _.exists(true) }), 'bd'],
    ['not exists', () => ({ marks: _.exists(false) }), 'ac'],
    ['a field that is null exists', () => ({ z: _.exists(true) }), 'c'],
    ['null, which also means missing', () => ({ z: null }), 'abcd'],
    ['neq null', () => ({ marks: _.neq(null) }), 'bd'],
    ['in with null', () => ({ marks: _.in([null, 1]) }), 'ac'],
    ['in with a pattern', () => ({ s: _.in([/^b/, 'Cherry']) }), 'bd'],
    ['all', () => ({ tags: _.all(['x', 'y']) }), 'a'],
    ['all of one', () => ({ tags: _.all(['y']) }), 'ab'],
    ['all of nothing', () => ({ tags: _.all([]) }), ''],
    ['all on a plain value', () => ({ n: _.all([2]) }), 'b'],
    ['size', () => ({ tags: _.size(0) }), 'c'],
    ['elemMatch on one element', () => ({ marks: _.elemMatch({ v: _.gt(4), k: 'q' }) }), 'd'],
    ['elemMatch on plain values', () => ({ tags: _.elemMatch(_.eq('x')) }), 'a'],
    ['a date range', () => ({ at: _.lte(new Date(10)) }), 'a'],
    ['a date', () => ({ at: new Date(20) }), 'c'],
    ['a pattern', () => ({ s: /^ap/i }), 'ac'],
    ['a pattern in an array', () => ({ tags: /^y/ }), 'ab'],
    ['a pattern with a flag that remembers', () => ({ s: /a/g }), 'bc'],
    ['db.RegExp', () => ({ s: cloud.db.RegExp({ regexp: 'rr', options: 'i' }) }), 'd'],
    ['a filter that says nothing', () => ({}), 'abcd'],
    ['a field that is undefined, which is dropped', () => ({ n: undefined, s: 'Apple' }), 'a'],
    ['an expression', () => _.expr({ $gt: ['$n', 2] }) as never, 'cd'],
    [
      'an expression beside a field',
      () => ({ tags: 'y', ...(_.expr({ $eq: ['$n', 1] }) as object) }),
      'a',
    ],
  ])('finds by %s', async (_name, filter, expected) => {
    expect(await cloud.find(people, filter())).toBe(expected)
  })

  it('finds by mod, cut to whole numbers', async () => {
    const mod = (_ as unknown as { mod: (...args: unknown[]) => unknown }).mod
    expect(await cloud.find(people, { n: mod(2, 1) })).toBe('acd')
    expect(await cloud.find(withField(-3, 4, 3, [2, 5]), { v: mod([3, -0]) })).toBe('ac')
    expect(await cloud.find(withField(-4, 4, 'x'), { v: mod(3, -1) })).toBe('a')
  })
})

describe('equality', () => {
  it.each<[string, unknown[], Fields, string]>([
    [
      'objects by the order of their fields',
      [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
      { v: _eq({ x: 1, y: 2 }) },
      'a',
    ],
    ['objects as a whole', [{ x: 1 }, { x: 1, y: 2 }], { v: _eq({ x: 1 }) }, 'a'],
    ['an empty object', [{}, { x: 1 }, []], { v: _eq({}) }, 'a'],
    ['arrays as a whole, or as an element', [[1, 2], [2, 1], [[1, 2]]], { v: [1, 2] }, 'ac'],
    ['an empty array', [[], [[]], null], { v: [] }, 'ab'],
    ['numbers however they are written', [1, '1', true, [1]], { v: 1 }, 'ad'],
    ['text by every letter', ['a', 'A', 'a '], { v: 'a' }, 'a'],
    ['true, which is not 1', [true, 1, 'true'], { v: true }, 'a'],
    ['null, missing and elements', [null, undefined, [null], [], 0], { v: null }, 'abc'],
  ])('compares %s', async (_name, values, filter, expected) => {
    expect(await cloud.find(withField(...values), filter)).toBe(expected)
  })

  it('tells a missing field inside arrays from one inside nothing', async () => {
    const documents = withField([{ b: 1 }], [{ b: 1 }, {}], [], [1], 5, { b: null }, {})
    expect(await cloud.find(documents, { 'v.b': null })).toBe('befg')
    expect(await cloud.find(documents, { 'v.b': { $exists: false } })).toBe('cdeg')
  })

  it('reads nothing that every object inherits', async () => {
    expect(await cloud.find(withField(1, 2), { constructor: null })).toBe('ab')
    expect(await cloud.find(withField(1, 2), { 'v.toString': null, toString: null })).toBe('ab')
  })
})

/** A plain object that the SDK does not flatten into dotted fields. */
function _eq(value: Fields): unknown {
  return { $eq: value }
}

describe('comparisons', () => {
  const mixed = withField(5, '5', true, null, new Date(5), [1, 9], { x: 1 }, undefined)

  it.each<[string, Fields, string]>([
    ['numbers with numbers only', { $gt: 0 }, 'af'],
    ['text with text only', { $gte: '' }, 'b'],
    ['flags with flags only', { $gt: false }, 'c'],
    ['dates with dates only', { $lt: new Date(9) }, 'e'],
    ['null with null and missing', { $lte: null }, 'dh'],
    ['nothing above null', { $gt: null }, ''],
    ['arrays with arrays', { $gt: [1, 2] }, 'f'],
    ['objects with objects', { $gt: { x: 0 } }, 'g'],
    ['any element of an array with each bound', { $gt: 8, $lt: 2 }, 'f'],
  ])('compare %s', async (_name, condition, expected) => {
    expect(await cloud.find(mixed, { v: condition })).toBe(expected)
  })

  it('let NaN equal itself and nothing else', async () => {
    const numbers = withField(Number.NaN, 1, Infinity, -Infinity)
    expect(await cloud.find(numbers, { v: Number.NaN })).toBe('a')
    expect(await cloud.find(numbers, { v: { $gte: Number.NaN } })).toBe('a')
    expect(await cloud.find(numbers, { v: { $lt: 5 } })).toBe('bd')
    expect(await cloud.find(numbers, { v: { $gt: 5 } })).toBe('c')
  })

  it('take the time of the server, with an offset', async () => {
    const now = Date.now()
    const times = withField(new Date(now - 3_600_000), new Date(now + 3_600_000))
    expect(await cloud.find(times, { v: _.gt(cloud.db.serverDate()) })).toBe('b')
    expect(await cloud.find(times, { v: _.lt(cloud.db.serverDate({ offset: 7_200_000 })) })).toBe(
      'ab',
    )
  })
})

describe('operators on arrays', () => {
  it('match elements of arrays in arrays by elemMatch only as a whole', async () => {
    const documents = withField([[1, 2]], [1, 2], [[5], 1])
    expect(await cloud.find(documents, { v: { $elemMatch: { $gt: 1 } } })).toBe('b')
    expect(await cloud.find(documents, { v: { $elemMatch: { $elemMatch: { $gt: 1 } } } })).toBe(
      'ac',
    )
    expect(await cloud.find(documents, { v: { $elemMatch: { '0': 5 } } })).toBe('c')
  })

  it('match no primitive element by a field criterion in elemMatch', async () => {
    const documents = withField(['abc', 5], ['abc', { length: 3 }])
    expect(await cloud.find(documents, { v: _.elemMatch({ length: 3 }) })).toBe('b')
  })

  it('want all bounds on one element in elemMatch', async () => {
    const documents = withField([1, 9], [5], 5, [[5]])
    expect(await cloud.find(documents, { v: { $elemMatch: { $gt: 2, $lt: 8 } } })).toBe('b')
    expect(await cloud.find(documents, { v: { $elemMatch: { $not: { $gt: 2 } } } })).toBe('ad')
  })

  it('combine elemMatch in all', async () => {
    const documents = withField(
      [
        { k: 1, q: 5 },
        { k: 2, q: 9 },
      ],
      [{ k: 1, q: 9 }],
    )
    const each = [{ $elemMatch: { k: 1, q: 5 } }, { $elemMatch: { k: 2 } }]
    expect(await cloud.find(documents, { v: { $all: each } })).toBe('a')
    expect(await cloud.find(withField([[1, 2], 3], [1, 2]), { v: _.all([[1, 2]]) })).toBe('ab')
  })

  it('count elements, not those of arrays inside', async () => {
    expect(await cloud.find(withField([1], [[1, 2]], [1, 2], 'ab'), { v: _.size(1) })).toBe('ab')
  })

  it('hold alternatives and negations inside elemMatch', async () => {
    const documents = withField([{ k: 1 }], [{ k: 2 }], [{ k: 3 }])
    const or = { $or: [{ k: 1 }, { k: 2 }] }
    expect(await cloud.find(documents, { v: { $elemMatch: or } })).toBe('ab')
    expect(await cloud.find(documents, { v: { $not: { $elemMatch: { k: 1 } } } })).toBe('bc')
  })
})

describe('operators sent as they stand', () => {
  const typed = withField(1, 2 ** 40, 1.5, 'x', { a: 1 }, [1], true, null, new Date(0), undefined)

  it.each<[string, unknown, string]>([
    ['int', 'int', 'af'],
    ['long', 'long', 'b'],
    ['double', 'double', 'c'],
    ['number', 'number', 'abcf'],
    ['string', 2, 'd'],
    ['object', 'object', 'e'],
    ['array', 'array', 'f'],
    ['bool', 8, 'g'],
    ['null', 'null', 'h'],
    ['date', 9, 'i'],
    ['several', ['string', 'bool'], 'dg'],
    ['a type that nothing has', 'objectId', ''],
  ])('find by type: %s', async (_name, type, expected) => {
    expect(await cloud.find(typed, { v: { $type: type } })).toBe(expected)
  })

  it.each<[string, Fields, string]>([
    ['bitsAllSet', { $bitsAllSet: 5 }, 'bd'],
    ['bitsAllSet by places', { $bitsAllSet: [0, 2] }, 'bd'],
    ['bitsAnySet', { $bitsAnySet: 6 }, 'bcd'],
    ['bitsAllClear', { $bitsAllClear: 6 }, 'a'],
    ['bitsAnyClear', { $bitsAnyClear: 5 }, 'ac'],
    ['a place beyond 64 bits, which repeats the sign', { $bitsAllSet: [200] }, 'd'],
  ])('find by bits: %s', async (_name, condition, expected) => {
    expect(await cloud.find(withField(1, 5, 2, -1, 1.5, 'x'), { v: condition })).toBe(expected)
  })

  it.each<[string, Fields, string]>([
    ['a text with options', { v: { $regex: '^a', $options: 'i' } }, 'ab'],
    ['options before it', { v: { $options: 'i', $regex: '^a' } }, 'ab'],
    ['flags before the pattern', { v: { $regex: '(?i)^AB' } }, 'ab'],
    [
      'layout that counts for nothing',
      { v: { $regex: ' ^a  b # two letters', $options: 'x' } },
      'a',
    ],
    ['lines of their own', { v: { $regex: '^c$', $options: 'm' } }, 'c'],
    ['a dot for line ends', { v: { $regex: 'b.c', $options: 's' } }, 'c'],
  ])('find by $regex: %s', async (_name, filter, expected) => {
    expect(await cloud.find(withField('abc', 'ABC', 'b\nc'), filter)).toBe(expected)
  })

  it('ignore a comment', async () => {
    const collection = await cloud.with(withField(1, 2))
    expect(idsOf(await raw(collection, { $comment: 'why', v: 2 }).get())).toEqual(['b'])
  })
})

describe('refused filters', () => {
  it.each<[string, Fields, string]>([
    ['an unknown operator', { a: { $foo: 1 } }, 'unknown operator: $foo'],
    ['an unknown operator on documents', { $foo: 1 }, 'unknown top level operator: $foo'],
    ['a field among operators', { a: { $gt: 1, b: 2 } }, 'unknown operator: b'],
    ['$in without a list', { a: { $in: 5 } }, '$in needs an array'],
    ['$nin without a list', { a: { $nin: { x: 1 } } }, '$nin needs an array'],
    ['operators in $in', { a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    ['$and without a list', { $and: { a: 1 } }, '$and must be an array'],
    ['$or of nothing', { $or: [] }, '$and/$or/$nor must be a nonempty array'],
    ['$nor of values', { $nor: [1] }, '$or/$and/$nor entries need to be full objects'],
    ['$and on a field', { a: { $and: [] } }, 'unknown operator: $and'],
    ['$not of a value', { a: { $not: 5 } }, '$not needs a regex or a document'],
    ['$not of nothing', { a: { $not: {} } }, '$not cannot be empty'],
    ['$not of a field', { a: { $not: { b: 1 } } }, 'unknown operator: b'],
    ['$not on documents', { $not: { a: 1 } }, 'unknown top level operator: $not'],
    ['$ne with a pattern', { a: { $ne: /x/ } }, "Can't have regex as arg to $ne."],
    [
      '$gt with a pattern',
      { a: { $gt: /x/ } },
      "Can't have RegEx as arg to predicate over field 'a'.",
    ],
    ['$all without a list', { a: { $all: 5 } }, '$all needs an array'],
    ['operators in $all', { a: { $all: [{ $gt: 1 }] } }, 'no $ expressions in $all'],
    [
      '$all that mixes',
      { a: { $all: [{ $elemMatch: { b: 1 } }, 5] } },
      '$all/$elemMatch has to be consistent',
    ],
    ['$elemMatch of a value', { a: { $elemMatch: 5 } }, '$elemMatch needs an Object'],
    ['$size of text', { a: { $size: 'x' } }, '$size needs a number'],
    ['$size with a fraction', { a: { $size: 1.5 } }, '$size must be a whole number'],
    ['$size below 0', { a: { $size: -1 } }, '$size may not be negative'],
    ['$mod without a list', { a: { $mod: 5 } }, 'malformed mod, needs to be an array'],
    ['$mod of one number', { a: { $mod: [5] } }, 'malformed mod, not enough elements'],
    ['$mod of three', { a: { $mod: [5, 1, 1] } }, 'malformed mod, too many elements'],
    ['$mod by text', { a: { $mod: ['x', 1] } }, 'malformed mod, divisor not a number'],
    ['$mod by 0', { a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    ['$type of nothing known', { a: { $type: 'foo' } }, 'Unknown type name alias: foo'],
    ['$type 0', { a: { $type: 0 } }, 'Invalid numerical type code: 0'],
    ['$type missing', { a: { $type: 'missing' } }, "'missing' is not a legal type name"],
    [
      '$type of an object',
      { a: { $type: {} } },
      'type must be represented as a number or a string',
    ],
    ['$options alone', { a: { $options: 'i' } }, '$options needs a $regex'],
    ['$regex of a number', { a: { $regex: 5 } }, '$regex has to be a string'],
    ['$regex that is malformed', { a: { $regex: '(' } }, 'Regular expression is invalid'],
    [
      '$bitsAllSet below 0',
      { a: { $bitsAllSet: -1 } },
      'Expected a positive number in: $bitsAllSet: -1',
    ],
    [
      '$bitsAllSet of text',
      { a: { $bitsAllSet: 'x' } },
      '$bitsAllSet takes an Array, a number, or a BinData',
    ],
    ['$bitsAnySet at no place', { a: { $bitsAnySet: [-2] } }, 'bit positions must be >= 0 but got'],
    ['$where', { $where: 'true' }, '$where'],
    ['$where on a field', { a: { $where: 'true' } }, '$where cannot be applied to a field'],
    ['$text without an index', { $text: { $search: 'x' } }, 'text index required for $text query'],
    [
      '$expr in elemMatch',
      { a: { $elemMatch: { $expr: true } } },
      '$expr can only be applied to the top-level document',
    ],
    ['$jsonSchema that is none', { $jsonSchema: 5 }, '$jsonSchema must be an object'],
  ])('%s', async (_name, filter, text) => {
    const collection = await cloud.with([])
    const refused = await refusal(raw(collection, filter).get())
    expect(refused?.code).toBe(FAILED)
    expect(refused?.message).toContain(text)
    expect((await refusal(raw(collection, filter).count()))?.code).toBe(FAILED)
    expect((await refusal(raw(collection, filter).remove()))?.code).toBe(FAILED)
  })
})

describe('patterns that would never end', () => {
  it('are searched in linear time', async () => {
    const documents = withField(`${'a'.repeat(40)}!`, 'aaa')
    const started = Date.now()
    expect(await cloud.find(documents, { v: /^(a+)+$/ })).toBe('b')
    expect(Date.now() - started).toBeLessThan(3_000)
  })

  it('are given up where no linear search exists', async () => {
    const collection = await cloud.with(withField(`${'a'.repeat(40)}!`))
    for (const pattern of [/^(a+)+\1$/, /^(a|a)+$/i, /^(a{1,9}){1,50}$/, /^(?=a)(a*)*$/]) {
      const refused = await refusal(collection.where({ v: pattern }).get())
      expect(refused).toMatchObject({ code: FAILED })
      expect(refused?.message).toContain('match limit exceeded')
    }
    expect(await cloud.find(withField('abab', 'abba'), { v: /^(ab)\1$/ })).toBe('a')
  })
})
