import { refusal } from './support/cloud'
import { Collections, raw } from './support/collections'
import type { Fields } from './support/collections'

let cloud: Collections

beforeAll(async () => {
  cloud = await Collections.open()
})

const withField = (...values: unknown[]) =>
  values.map((v, i) => ({
    _id: String.fromCharCode(97 + i),
    ...(v === undefined ? {} : { v }),
  }))

const fitting = (documents: Fields[], schema: Fields) =>
  cloud.find(documents, cloud.command.jsonSchema(schema) as never)

/** Ids of the values of `v` that fit a schema; a missing one fits every schema but `required`. */
const fit = (values: unknown[], schema: Fields) =>
  fitting(withField(...values), { properties: { v: schema } })

describe('schemas of values', () => {
  it.each<[string, unknown[], Fields, string]>([
    ['type', ['x', 1, null, undefined], { type: 'string' }, 'ad'],
    ['several types', ['x', 1, null, true], { type: ['string', 'null'] }, 'ac'],
    ['type number', [1, 1.5, 2 ** 40, '1'], { type: 'number' }, 'abc'],
    ['bsonType', [1, 1.5, 2 ** 40, new Date(0)], { bsonType: 'int' }, 'a'],
    ['several bsonTypes', [1, 1.5, 2 ** 40, new Date(0)], { bsonType: ['date', 'long'] }, 'cd'],
    ['enum', ['x', 'y', { b: 1, a: 2 }, null], { enum: ['x', { a: 2, b: 1 }] }, 'ac'],
    ['minimum', [1, 2, 3, 'x'], { minimum: 2 }, 'bcd'],
    ['minimum without itself', [1, 2, 3, 'x'], { minimum: 2, exclusiveMinimum: true }, 'cd'],
    ['maximum', [1, 2, 3, 'x'], { maximum: 2 }, 'abd'],
    ['maximum without itself', [1, 2, 3, 'x'], { maximum: 2, exclusiveMaximum: true }, 'ad'],
    ['multipleOf', [6, 7, 'x', 0], { multipleOf: 3 }, 'acd'],
    ['multipleOf a fraction', [0.3, 0.35, 1], { multipleOf: 0.1 }, 'ac'],
    ['minLength in characters', ['ab', '整改', '😀', 5], { minLength: 2 }, 'abd'],
    ['maxLength in characters', ['ab', 'abc', '😀😀', 5], { maxLength: 2 }, 'acd'],
    ['pattern', ['abc', 'xbc', 5], { pattern: '^a' }, 'ac'],
    ['allOf', [1, 5, 9], { allOf: [{ minimum: 2 }, { maximum: 8 }] }, 'b'],
    ['anyOf', [1, 5, 9], { anyOf: [{ maximum: 2 }, { minimum: 8 }] }, 'ac'],
    ['oneOf', [1, 5, 9], { oneOf: [{ maximum: 5 }, { minimum: 5 }] }, 'ac'],
    ['not', [1, 5, 'x'], { not: { type: 'string' } }, 'ab'],
    ['words that say nothing', [1], { title: 't', description: 'd' }, 'a'],
  ])('%s', async (_name, values, schema, expected) => {
    expect(await fit(values, schema)).toBe(expected)
  })
})

describe('schemas of arrays', () => {
  it.each<[string, unknown[], Fields, string]>([
    ['minItems', [[1], [1, 2], 'x'], { minItems: 2 }, 'bc'],
    ['maxItems', [[1], [1, 2], 'x'], { maxItems: 1 }, 'ac'],
    [
      'uniqueItems',
      [
        [1, 2],
        [1, 1],
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
      { uniqueItems: true },
      'a',
    ],
    ['items', [[1, 2], [1, 'x'], []], { items: { type: 'number' } }, 'ac'],
    [
      'items by place',
      [[1, 'x'], ['x', 1], [1]],
      { items: [{ type: 'number' }, { type: 'string' }] },
      'ac',
    ],
    ['no further items', [[1], [1, 2]], { items: [{}], additionalItems: false }, 'a'],
    [
      'further items of a kind',
      [
        [1, 'x'],
        [1, 2],
      ],
      { items: [{}], additionalItems: { type: 'string' } },
      'a',
    ],
    ['further items without places', [[1, 2]], { additionalItems: false }, 'a'],
  ])('%s', async (_name, values, schema, expected) => {
    expect(await fit(values, schema)).toBe(expected)
  })
})

describe('schemas of objects', () => {
  const objects = [
    { _id: 'a', n: 1, s: 'x' },
    { _id: 'b', n: 'no' },
    { _id: 'c', s: 'x', other: 1 },
    { _id: 'd', o: { n: 1 } },
  ]

  it.each<[string, Fields, string]>([
    ['required', { required: ['n'] }, 'ab'],
    ['required and typed', { required: ['n'], properties: { n: { type: 'number' } } }, 'a'],
    ['properties that may be missing', { properties: { n: { type: 'number' } } }, 'acd'],
    [
      'nested required',
      { properties: { o: { type: 'object', required: ['n'] } }, required: ['o'] },
      'd',
    ],
    ['minProperties, the id counted', { minProperties: 3 }, 'ac'],
    ['maxProperties', { maxProperties: 2 }, 'bd'],
    ['dependencies on names', { dependencies: { n: ['s'] } }, 'acd'],
    ['dependencies on a schema', { dependencies: { s: { required: ['n'] } } }, 'abd'],
    ['patternProperties', { patternProperties: { '^[ns]$': { type: 'string' } } }, 'bcd'],
    [
      'no additionalProperties',
      { properties: { _id: {}, n: {}, s: {} }, additionalProperties: false },
      'ab',
    ],
    [
      'additionalProperties of a kind',
      { properties: { _id: {} }, additionalProperties: { type: 'string' } },
      'b',
    ],
    [
      'additionalProperties beside patterns',
      { patternProperties: { '^_id$': {}, '^n$': {} }, additionalProperties: false },
      'b',
    ],
    ['the type of the document itself', { type: 'object' }, 'abcd'],
    ['a type that no document has', { type: 'array' }, ''],
  ])('%s', async (_name, schema, expected) => {
    expect(await fitting(objects, schema)).toBe(expected)
  })

  it('find beside other criteria', async () => {
    const collection = await cloud.with(objects)
    const filter = { s: 'x', $jsonSchema: { required: ['n'] } }
    expect((await raw(collection, filter).count()).total).toBe(1)
  })
})

describe('bad schemas', () => {
  it.each<[string, Fields, string]>([
    ['an unknown keyword', { foo: 1 }, 'Unknown $jsonSchema keyword: foo'],
    [
      'a keyword that MongoDB leaves out',
      { $ref: 'x' },
      "$jsonSchema keyword '$ref' is not currently supported",
    ],
    ['format', { format: 'email' }, "keyword 'format' is not currently supported"],
    [
      'two kinds of type',
      { type: 'string', bsonType: 'int' },
      "Cannot specify both $jsonSchema keywords 'type' and 'bsonType'",
    ],
    ['type integer', { type: 'integer' }, "$jsonSchema type 'integer' is not currently supported."],
    ['an unknown type', { type: 'foo' }, 'Unknown type name alias: foo'],
    ['a BSON name as type', { type: 'bool' }, 'Unknown type name alias: bool'],
    [
      'a type that is no text',
      { bsonType: 5 },
      "'bsonType' must be either a string or an array of strings",
    ],
    ['no type at all', { type: [] }, "'type' must name at least one type"],
    ['required of nothing', { required: [] }, "'required' cannot be an empty array"],
    [
      'required twice',
      { required: ['a', 'a'] },
      "'required' array cannot contain duplicate values",
    ],
    [
      'required that is no list',
      { required: 'a' },
      "'required' must be an array, but found an element of type string",
    ],
    ['properties that are no objects', { properties: { a: 1 } }, "property 'a' must be an object"],
    ['enum of nothing', { enum: [] }, "'enum' cannot be an empty array"],
    ['enum that repeats', { enum: [1, 1] }, "'enum' array cannot contain duplicate values"],
    [
      'exclusiveMinimum alone',
      { exclusiveMinimum: true },
      "'minimum' must be a present if exclusiveMinimum is present",
    ],
    [
      'exclusiveMaximum as a number',
      { maximum: 5, exclusiveMaximum: 5 },
      "'exclusiveMaximum' must be a boolean",
    ],
    ['multipleOf 0', { multipleOf: 0 }, "'multipleOf' must have a positive value"],
    ['minLength below 0', { minLength: -1 }, 'Expected a positive number in: minLength: -1'],
    ['pattern that is malformed', { pattern: '(' }, 'Regular expression is invalid'],
    ['anyOf of nothing', { anyOf: [] }, "'anyOf' must be a non-empty array"],
    ['not that is no schema', { not: 5 }, "'not' must be an object"],
    ['items that are no schema', { items: 5 }, "'items' must be an array or an object, not int"],
    ['dependencies on nothing', { dependencies: { a: [] } }, 'cannot be an empty array'],
    ['a title that is no text', { title: 5 }, "'title' must be of type string"],
    ['a bad schema inside', { properties: { a: { foo: 1 } } }, 'Unknown $jsonSchema keyword: foo'],
  ])('refuses %s', async (_name, schema, text) => {
    const collection = await cloud.with([])
    const refused = await refusal(raw(collection, { $jsonSchema: schema }).get())
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toContain(text)
  })
})
