import { EJSON, Timestamp } from 'bson'
import { compareValues } from '@/local/ground/compare-values'
import { decodeEjson } from '@/local/ground/decode-ejson'
import { encodeEjson } from '@/local/ground/encode-ejson'

const values: unknown[] = [
  null,
  true,
  0,
  -1,
  2147483648,
  Date.UTC(2026, 0),
  3.5,
  1e300,
  Number.NaN,
  Infinity,
  -Infinity,
  '',
  '整改 "x"\n\u0000',
  new Date(0),
  new Date(-5),
  new Date(253402300800000),
  [],
  [1, [new Date(1)], { a: null }],
  {},
  { a: { b: [{ c: new Date(7), d: Number.NaN }] } },
]

describe('EJSON', () => {
  it.each(values.map((value) => [value]))('reads what the SDK sends for %j', (value) => {
    const sent = EJSON.stringify({ v: value }, { relaxed: false })
    expect(decodeEjson(sent, 0, 'data')).toEqual({ v: value })
  })

  it.each(values.map((value) => [value]))('is read by the SDK for %j', (value) => {
    expect(EJSON.parse(encodeEjson({ v: value }))).toEqual({ v: value })
  })

  it('reads server dates by one clock, with offsets of either width', () => {
    const date = (offset: string) => `{"$tcb_server_date":{"offset":${offset}}}`
    const text = `[${date('{"$numberInt":"0"}')},${date('{"$numberLong":"31536000000"}')},${date('-5')}]`
    expect(decodeEjson(text, 1000, 'data')).toEqual([
      new Date(1000),
      new Date(31536001000),
      new Date(995),
    ])
    expect(() => decodeEjson(date('"x"'), 0, 'data')).toThrow('server date')
  })

  it('reads a timestamp as the date of its second', () => {
    const sent = EJSON.stringify(
      { at: new Timestamp({ t: 1_772_416_800, i: 3 }) },
      { relaxed: false },
    )
    expect(decodeEjson(sent, 0, 'data')).toEqual({ at: new Date('2026-03-02T02:00:00Z') })
    expect(decodeEjson('{"$timestamp":{"t":0,"i":0}}', 0, 'data')).toEqual(new Date(0))
  })

  it('drops the pattern flags that would remember a match', () => {
    const pattern = decodeEjson(
      '{"$regularExpression":{"pattern":"a","options":"gimx"}}',
      0,
      'query',
    ) as RegExp
    expect([pattern.source, pattern.flags]).toEqual(['a', 'im'])
  })
})

describe('EJSON that the specification calls malformed', () => {
  // The parse errors of the BSON corpus (top.json), for the types that the SDK sends.
  it.each([
    '{"$numberInt":42}',
    '{"$numberInt":"42","x":1}',
    '{"x":1,"$numberInt":"42"}',
    '{"$numberInt":"2147483648"}',
    '{"$numberInt":"-2147483649"}',
    '{"$numberLong":42}',
    '{"$numberLong":"42","$x":1}',
    '{"$numberLong":"9223372036854775808"}',
    '{"$numberDouble":0.1}',
    '{"$numberDouble":".1","x":1}',
    '{"$date":{"$numberLong":"10"},"x":1}',
    '{"$oid":"56e1fc72e0c917e9c4714161","x":1}',
    '{"$regularExpression":{"pattern":"a"}}',
    '{"$regularExpression":{"pattern":"a","options":"","x":1}}',
    '{"$regularExpression":{"pattern":"a","options":""},"x":1}',
    '{"$tcb_server_date":5}',
    '{"$timestamp":5}',
    '{"$timestamp":{"t":1}}',
    '{"$timestamp":{"t":"1","i":1}}',
    '{"$timestamp":{"t":4294967296,"i":1}}',
    '{"$timestamp":{"t":-1,"i":1}}',
    '{"$timestamp":{"t":1,"i":1,"x":1}}',
    '{"$timestamp":{"t":1,"i":1},"x":1}',
  ])('is refused as INVALID_PARAM: %s', (text) => {
    expect(() => decodeEjson(`{"a":${text}}`, 0, 'data')).toThrow(
      expect.objectContaining({ code: 'INVALID_PARAM' }) as Error,
    )
  })

  it.each([
    ['{"$numberInt":"2147483647"}', 2147483647],
    ['{"$numberInt":"-2147483648"}', -2147483648],
    ['{"$numberLong":"-9223372036854775808"}', -(2 ** 63)],
    ['{"$date":5}', new Date(5)],
  ])('is not the whole of it: %s is read', (text, value) => {
    expect(decodeEjson(text, 0, 'data')).toEqual(value)
  })
})

describe('the order of values', () => {
  it('goes by type, then by value', () => {
    const ordered: unknown[] = [
      null,
      Number.NaN,
      -1,
      0,
      2.5,
      10,
      '',
      'A',
      'a',
      'b',
      '\uffff',
      '\u{1f600}',
      { a: 1 },
      { a: 2 },
      { b: 0 },
      [],
      [1],
      false,
      true,
      new Date(1),
      new Date(2),
      /a/,
    ]
    for (let i = 0; i < ordered.length; i++) {
      for (let j = 0; j < ordered.length; j++) {
        expect(Math.sign(compareValues(ordered[i], ordered[j]))).toBe(Math.sign(i - j))
      }
    }
    expect(compareValues(undefined, null)).toBe(0)
  })
})
