import { refusal } from './support/cloud'
import { Collections, fieldsOf, raw } from './support/collections'
import type { Command, Fields } from './support/collections'

let cloud: Collections
let _: Command

beforeAll(async () => {
  cloud = await Collections.open()
  _ = cloud.command
})

describe('updates that do not fit the document', () => {
  it.each<[string, Fields, () => Fields, string]>([
    [
      'a field under null',
      { a: null },
      () => ({ 'a.b': 1 }),
      "Cannot create field 'b' in element {a: null}",
    ],
    [
      'a field under text',
      { a: 'x' },
      () => ({ 'a.b': _.inc(1) }),
      'Cannot create field \'b\' in element {a: "x"}',
    ],
    [
      'a field under a number',
      { o: { a: 5 } },
      () => ({ 'o.a.b': 1 }),
      "Cannot create field 'b' in element {a: 5}",
    ],
    [
      'a nested object under null',
      { a: null },
      () => ({ a: { b: { c: 1 } } }),
      "Cannot create field 'b' in element {a: null}",
    ],
    [
      'a named field in an array',
      { a: [1, 'x'] },
      () => ({ 'a.b': 1 }),
      'Cannot create field \'b\' in element {a: [ 1, "x" ]}',
    ],
    [
      'a field under an element',
      { a: [5] },
      () => ({ 'a.0.b': 1 }),
      "Cannot create field 'b' in element {0: 5}",
    ],
    [
      'inc of text',
      { a: 'x' },
      () => ({ a: _.inc(1) }),
      'Cannot apply $inc to a value of non-numeric type. {_id: "a"} has the field \'a\' of non-numeric type string',
    ],
    [
      'inc of null',
      { a: null },
      () => ({ a: _.inc(1) }),
      "has the field 'a' of non-numeric type null",
    ],
    [
      'mul of a date',
      { o: { a: new Date(0) } },
      () => ({ 'o.a': _.mul(2) }),
      'Cannot apply $mul to a value of non-numeric type. {_id: "a"} has the field \'a\' of non-numeric type date',
    ],
    [
      'inc beyond 64 bits',
      { a: 2 ** 62 },
      () => ({ a: _.inc(2 ** 62) }),
      'Failed to apply $inc operations to current value ((NumberLong)4611686018427388000) for document {_id: "a"}',
    ],
    [
      'push to null',
      { a: null },
      () => ({ a: _.push([1]) }),
      'The field \'a\' must be an array but is of type null in document {_id: "a"}',
    ],
    [
      'push to a number',
      { o: { a: 5 } },
      () => ({ 'o.a': _.push([1]) }),
      "The field 'o.a' must be an array but is of type int in document",
    ],
    [
      'unshift to text',
      { a: 'x' },
      () => ({ a: _.unshift(1) }),
      'must be an array but is of type string',
    ],
    [
      'addToSet to an object',
      { a: {} },
      () => ({ a: _.addToSet(1) }),
      "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type object",
    ],
    [
      'pull from text',
      { a: 'x' },
      () => ({ a: _.pull(1) }),
      'Cannot apply $pull to a non-array value',
    ],
    [
      'pullAll from null',
      { a: null },
      () => ({ a: _.pullAll([1]) }),
      'Cannot apply $pull to a non-array value',
    ],
    [
      'pull below text',
      { a: 'x' },
      () => ({ 'a.b': _.pull(1) }),
      'Cannot use the part (b) of (a.b) to traverse the element ({a: "x"})',
    ],
    [
      'pop of a number',
      { a: 5 },
      () => ({ a: _.pop() }),
      "Path 'a' contains an element of non-array type 'int'",
    ],
    [
      'pop below text',
      { a: 'x' },
      () => ({ 'a.b': _.pop() }),
      'Cannot use the part (b) of (a.b) to traverse the element ({a: "x"})',
    ],
    [
      'bit of a fraction',
      { a: 1.5 },
      () => ({ a: _.bit({ and: 1 }) }),
      'Cannot apply $bit to a value of non-integral type._id: "a" has the field a of non-integer type double',
    ],
    [
      'rename of an element',
      { a: [1] },
      () => ({ 'a.0': _.rename('b') }),
      "The source field cannot be an array element, 'a.0' in doc with _id: \"a\" has an array field called 'a'",
    ],
    [
      'rename into an array',
      { a: [1], b: 1 },
      () => ({ b: _.rename('a.0') }),
      "The destination field cannot be an array element, 'a.0' in doc with _id: \"a\" has an array field called 'a'",
    ],
    [
      'a rename from below text',
      { a: 'x' },
      () => ({ 'a.b': _.rename('c') }),
      'cannot use the part (a of a.b) to traverse the element ({a: "x"})',
    ],
    [
      'a place far behind the end',
      { a: [] },
      () => ({ 'a.2000000': 1 }),
      "can't backfill more than 1500000 elements",
    ],
  ])('%s', async (_name, before, change, text) => {
    const collection = await cloud.with([{ _id: 'a', ...before }])
    for (const call of [
      collection.doc('a').update(change()),
      collection.where({ _id: 'a' }).update(change()),
      collection.where({ _id: 'a' }).updateAndReturn(change()),
    ]) {
      const refused = await refusal(call as Promise<unknown>)
      expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
      expect(refused?.message).toContain(text)
    }
    expect(await fieldsOf(collection)).toEqual(before)
  })

  it('writes all or nothing when one of many documents refuses', async () => {
    const collection = await cloud.with([
      { _id: 'a', n: 1, g: 1 },
      { _id: 'b', n: 'x', g: 1 },
    ])
    expect((await refusal(collection.where({ g: 1 }).update({ n: _.inc(1) })))?.code).toBe(
      'DATABASE_REQUEST_FAILED',
    )
    expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 1, g: 1 }])
  })

  it('wraps the text as the bulk write of the Go driver does', async () => {
    const collection = await cloud.with([{ _id: 'a', a: null }])
    expect((await refusal(collection.doc('a').update({ 'a.b': 1 })))?.message).toBe(
      "multiple write errors: [{write errors: [{Cannot create field 'b' in element {a: null}}]}, {<nil>}]",
    )
  })
})

describe('updates that are malformed', () => {
  it.each<[string, Fields, string]>([
    [
      'an empty $set',
      { $set: {} },
      "'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}",
    ],
    [
      'an empty $inc',
      { $inc: {} },
      "'$inc' is empty. You must specify a field like so: {$inc: {<field>: ...}}",
    ],
    ['an unknown modifier', { $nope: { a: 1 } }, 'Unknown modifier: $nope'],
    [
      'operators beside fields',
      { $set: { a: 1 }, b: 1 },
      "update document must contain key beginning with '$'",
    ],
    ['a plain document', { a: 1 }, "update document must contain key beginning with '$'"],
    ['nothing', {}, 'update document must have at least one element'],
    [
      'a modifier of a value',
      { $set: 5 },
      'Modifiers operate on fields but we found type int instead. For example: {$mod: {<field>: ...}} not {$set: 5}',
    ],
    [
      'a path twice',
      { $set: { a: 1 }, $inc: { a: 1 } },
      "Updating the path 'a' would create a conflict at 'a'",
    ],
    [
      'a path and one below it',
      { $set: { a: 1, 'a.b': 1 } },
      "Updating the path 'a.b' would create a conflict at 'a'",
    ],
    [
      'a path and one above it',
      { $set: { 'a.b': 1 }, $unset: { a: '' } },
      "Updating the path 'a' would create a conflict at 'a'",
    ],
    [
      'a rename onto a path that is set',
      { $set: { b: 1 }, $rename: { a: 'b' } },
      "Updating the path 'b' would create a conflict at 'b'",
    ],
    [
      'every element and one of them',
      { $set: { 'l.$[]': 1, 'l.0': 1 } },
      "Updating the path 'l.0' would create a conflict at 'l'",
    ],
    ['an empty path', { $set: { '': 1 } }, 'An empty update path is not valid.'],
    [
      'a path with an empty part',
      { $set: { 'a..b': 1 } },
      "The update path 'a..b' contains an empty field name, which is not allowed.",
    ],
    [
      'two positional parts',
      { $set: { 'l.$.m.$': 1 } },
      "Too many positional (i.e. '$') elements found in path 'l.$.m.$'",
    ],
    [
      'a positional part first',
      { $set: { '$.a': 1 } },
      "Cannot have positional (i.e. '$') element in the first position in path '$.a'",
    ],
    [
      'an array filter that nobody gave',
      { $set: { 'l.$[x]': 1 } },
      "No array filter found for identifier 'x' in path 'l.$[x]'",
    ],
    [
      'every element of nothing',
      { $set: { 'none.$[]': 1 } },
      "The path 'none' must exist in the document in order to apply array updates.",
    ],
    [
      'every element of text',
      { $set: { 's.$[]': 1 } },
      'Cannot apply array updates to non-array element s: "x"',
    ],
    [
      'an id',
      { $set: { _id: 'b' } },
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    ],
    [
      'an id taken away',
      { $unset: { _id: '' } },
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    ],
    ['inc by text', { $inc: { a: 'x' } }, 'Cannot increment with non-numeric argument: {a: "x"}'],
    ['mul by null', { $mul: { a: null } }, 'Cannot multiply with non-numeric argument: {a: null}'],
    ['pop of 2', { $pop: { l: 2 } }, '$pop expects 1 or -1, found: 2'],
    ['pop of text', { $pop: { l: 'x' } }, 'Expected a number in: l: "x"'],
    [
      'pullAll of a value',
      { $pullAll: { l: 1 } },
      '$pullAll requires an array argument but was given a int',
    ],
    [
      'pull by an unknown operator',
      { $pull: { l: { $gt: 1, $foo: 1 } } },
      'unknown operator: $foo',
    ],
    [
      'rename to a number',
      { $rename: { a: 5 } },
      "The 'to' field for $rename must be a string: a: 5",
    ],
    [
      'rename to itself',
      { $rename: { a: 'a' } },
      'The source and target field for $rename must differ: a: "a"',
    ],
    [
      'rename into itself',
      { $rename: { a: 'a.b' } },
      'The source and target field for $rename must not be on the same path: a: "a.b"',
    ],
    [
      'rename of an element of $',
      { $rename: { 'l.$': 'b' } },
      'The source field for $rename may not be dynamic: l.$',
    ],
    [
      'push with an unknown clause',
      { $push: { l: { $each: [], $foo: 1 } } },
      'Unrecognized clause in $push: $foo',
    ],
    [
      'push of each of a value',
      { $push: { l: { $each: 5 } } },
      'The argument to $each in $push must be an array but it was of type: int',
    ],
    [
      'push cut by text',
      { $push: { l: { $each: [], $slice: 'x' } } },
      'The value for $slice must be an integer value but was given type: string',
    ],
    [
      'push at text',
      { $push: { l: { $each: [], $position: 'x' } } },
      'The value for $position must be an integer value, not of type: string',
    ],
    [
      'push sorted by 2',
      { $push: { l: { $each: [], $sort: 2 } } },
      'The $sort element value must be either 1 or -1',
    ],
    [
      'push sorted by text',
      { $push: { l: { $each: [], $sort: 'x' } } },
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    ],
    [
      'push sorted by nothing',
      { $push: { l: { $each: [], $sort: {} } } },
      'The $sort pattern is empty when it should be a set of fields.',
    ],
    [
      'addToSet with more than $each',
      { $addToSet: { l: { $each: [1], $slice: 1 } } },
      'Found unexpected fields after $each in $addToSet',
    ],
    [
      'addToSet of each of a value',
      { $addToSet: { l: { $each: 1 } } },
      'The argument to $each in $addToSet must be an array but it was of type int',
    ],
    [
      'bit of a number',
      { $bit: { n: 5 } },
      'The $bit modifier is not compatible with a int. You must pass in an embedded document',
    ],
    [
      'bit by an unknown operation',
      { $bit: { n: { nand: 5 } } },
      "The $bit modifier only supports 'and', 'or', and 'xor', not 'nand' which is an unknown operator: {nand: 5}",
    ],
    [
      'bit by a fraction',
      { $bit: { n: { and: 1.5 } } },
      "The $bit modifier field must be an Integer(32/64 bit); a 'double' is not supported here: {and: 1.5}",
    ],
    ['bit by nothing', { $bit: { n: {} } }, 'You must pass in at least one bitwise operation.'],
    [
      'currentDate of a number',
      { $currentDate: { at: 5 } },
      'int is not valid type for $currentDate.',
    ],
    [
      'currentDate of an unknown type',
      { $currentDate: { at: { $type: 'x' } } },
      "The '$type' string field is required to be 'date' or 'timestamp'",
    ],
    [
      'a key that begins with a dollar',
      { $set: { o: { $x: 1 } } },
      "The dollar ($) prefixed field '$x' in 'o.$x' is not valid for storage.",
    ],
    [
      'such a key in a path',
      { $set: { 'o.$x': 1 } },
      "The dollar ($) prefixed field '$x' in 'o.$x' is not valid for storage.",
    ],
    [
      'such a key inside a pushed element',
      { $push: { l: { deep: { $x: 1 } } } },
      "The dollar ($) prefixed field '$x'",
    ],
  ])('%s', async (_name, change, text) => {
    const before = { n: 1, s: 'x', l: [1] }
    const collection = await cloud.with([{ _id: 'a', ...before }])
    const refused = await refusal(raw(collection, { _id: 'a' }).update(change as never))
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toContain(text)
    expect(await fieldsOf(collection)).toEqual(before)
  })

  it('refuses what is malformed even when nothing is found', async () => {
    const collection = await cloud.with([])
    expect(
      (await refusal(raw(collection, { a: 1 }).update({ $set: {} } as never)))?.message,
    ).toContain('is empty')
    expect((await refusal(collection.doc('a').update({})))?.code).toBe('DATABASE_REQUEST_FAILED')
  })
})
