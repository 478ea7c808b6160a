import { $, pipelineCases, refused } from './support/aggregation'

const book = {
  _id: 1,
  title: 'abc',
  author: { last: 'zzz', first: 'aaa' },
  copies: 5,
  notes: [{ by: 'x', text: 't1' }, 'plain', { by: 'y' }],
}

pipelineCases('project', [
  [
    'keeps fields, and _id',
    [book],
    [{ $project: { title: 1, copies: true } }],
    [{ _id: 1, title: 'abc', copies: 5 }],
  ],
  ['leaves _id out', [book], [{ $project: { _id: 0, title: 1 } }], [{ title: 'abc' }]],
  [
    'drops fields',
    [book],
    [{ $project: { author: 0, notes: 0, copies: false } }],
    [{ _id: 1, title: 'abc' }],
  ],
  ['drops _id alone', [{ _id: 1, a: 2 }], [{ $project: { _id: 0 } }], [{ a: 2 }]],
  [
    'keeps nested fields by path',
    [book],
    [{ $project: { _id: 0, 'author.last': 1 } }],
    [{ author: { last: 'zzz' } }],
  ],
  [
    'keeps nested fields by nesting',
    [book],
    [{ $project: { _id: 0, author: { last: 1 } } }],
    [{ author: { last: 'zzz' } }],
  ],
  [
    'keeps fields inside arrays, and drops plain elements',
    [book],
    [{ $project: { _id: 0, 'notes.by': 1 } }],
    [{ notes: [{ by: 'x' }, { by: 'y' }] }],
  ],
  [
    'drops fields inside arrays, and keeps plain elements',
    [book],
    [{ $project: { _id: 0, 'notes.by': 0, author: 0, title: 0, copies: 0 } }],
    [{ notes: [{ text: 't1' }, 'plain', {}] }],
  ],
  [
    'keeps nothing of plain values below',
    [{ _id: 1, a: 5 }],
    [{ $project: { 'a.b': 1 } }],
    [{ _id: 1 }],
  ],
  [
    'computes',
    [book],
    [{ $project: { _id: 0, who: $.concat!(['$author.first', ' ', '$author.last']) } }],
    [{ who: 'aaa zzz' }],
  ],
  [
    'computes inside objects',
    [book],
    [{ $project: { _id: 0, author: { full: '$author.last' } } }],
    [{ author: { full: 'zzz' } }],
  ],
  [
    'keeps and computes side by side',
    [book],
    [{ $project: { _id: 0, author: { first: 1, n: $.strLenCP!('$author.first') } } }],
    [{ author: { first: 'aaa', n: 3 } }],
  ],
  [
    'computes inside each element of an array',
    [{ _id: 1, a: [{ x: 1 }, 7] }],
    [{ $project: { 'a.y': '$_id' } }],
    [{ _id: 1, a: [{ y: 1 }, { y: 1 }] }],
  ],
  [
    'computes under what is no object',
    [{ _id: 1, a: 5 }],
    [{ $project: { 'a.b': '$_id' } }],
    [{ _id: 1, a: { b: 1 } }],
  ],
  [
    'takes texts and null literally',
    [book],
    [{ $project: { _id: 0, t: 'text', n: null } }],
    [{ t: 'text', n: null }],
  ],
  [
    'builds arrays, missing as null',
    [book],
    [{ $project: { _id: 0, a: ['$title', '$none', 1] } }],
    [{ a: ['abc', null, 1] }],
  ],
  [
    'drops what is missing',
    [book],
    [{ $project: { _id: 0, copies: 1, none: '$none', gone: 1 } }],
    [{ copies: 5 }],
  ],
  [
    'drops what is removed',
    [book],
    [{ $project: { _id: 0, copies: 1, title: '$$REMOVE' } }],
    [{ copies: 5 }],
  ],
  ['computes a new _id', [book], [{ $project: { _id: '$title' } }], [{ _id: 'abc' }]],
  [
    'takes parts of arrays by the expression',
    [book],
    [{ $project: { _id: 0, n: $.slice!(['$notes', -1]) } }],
    [{ n: [{ by: 'y' }] }],
  ],
  [
    'excludes with a fractional zero',
    [{ _id: 1, a: 1, b: 2 }],
    [{ $project: { a: 0.0 } }],
    [{ _id: 1, b: 2 }],
  ],
  [
    'refuses to drop and keep',
    [book],
    [{ $project: { title: 1, copies: 0 } }],
    refused(
      "Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: { title: 1, copies: 0 }",
    ),
  ],
  [
    'refuses to keep and drop',
    [book],
    [{ $project: { copies: 0, title: 1 } }],
    refused(
      'Bad projection specification, cannot include fields or add computed fields during an exclusion projection: { copies: 0, title: 1 }',
    ),
  ],
  [
    'refuses to compute and drop',
    [book],
    [{ $project: { copies: 0, x: $.add!([1]) } }],
    refused(
      /^Bad projection specification, cannot include fields or add computed fields during an exclusion projection/,
    ),
  ],
  [
    'refuses no fields',
    [book],
    [{ $project: {} }],
    refused('Invalid $project :: caused by :: specification must have at least one field'),
  ],
  [
    'refuses anything but an object',
    [book],
    [{ $project: 'title' }],
    refused('$project specification must be an object'),
  ],
  [
    'refuses empty objects',
    [book],
    [{ $project: { a: {} } }],
    refused(
      'Invalid $project :: caused by :: an empty object is not a valid value. Found empty object at path a',
    ),
  ],
  [
    'refuses paths that overlap',
    [book],
    [{ $project: { a: 1, 'a.b': 1 } }],
    refused(
      "Invalid $project :: caused by :: specification contains two conflicting paths. Cannot specify both 'a.b' and 'a': { a: 1, a.b: 1 }",
    ),
  ],
  [
    'refuses dots inside nested objects',
    [book],
    [{ $project: { a: { 'b.c': 1 } } }],
    refused(
      "Invalid $project :: caused by :: cannot use dotted field name 'b.c' in a sub object: { a: { b.c: 1 } }",
    ),
  ],
  [
    'refuses operators beside fields',
    [book],
    [{ $project: { a: { $add: [1], b: 1 } } }],
    refused(
      /an expression specification must contain exactly one field, the name of the expression. Found 2 fields/,
    ),
  ],
  [
    'refuses the projections of find',
    [book],
    [{ $project: { notes: { $elemMatch: { by: 'x' } } } }],
    refused("Unrecognized expression '$elemMatch'"),
  ],
  [
    'refuses names that begin with $',
    [book],
    [{ $project: { $x: 1 } }],
    refused(/FieldPath field names may not start with '\$'/),
  ],
])

pipelineCases('addFields, set and unset', [
  [
    'adds',
    [{ _id: 1, a: 2 }],
    [{ $addFields: { b: $.add!(['$a', 1]), c: 5 } }],
    [{ _id: 1, a: 2, b: 3, c: 5 }],
  ],
  ['replaces', [{ _id: 1, a: 2 }], [{ $addFields: { a: 'x', _id: 'y' } }], [{ _id: 'y', a: 'x' }]],
  [
    'adds inside objects',
    [{ a: { x: 1 } }],
    [{ $addFields: { 'a.y': 2, b: { c: { d: '$a.x' } } } }],
    [{ a: { x: 1, y: 2 }, b: { c: { d: 1 } } }],
  ],
  [
    'adds inside each element of an array',
    [{ a: [{ x: 1 }, 2] }],
    [{ $addFields: { 'a.y': true } }],
    [{ a: [{ x: 1, y: true }, { y: true }] }],
  ],
  [
    'sees the document as it came',
    [{ a: 1, b: 2 }],
    [{ $addFields: { a: '$b', b: '$a' } }],
    [{ a: 2, b: 1 }],
  ],
  ['removes', [{ a: 1, b: 2 }], [{ $addFields: { a: '$$REMOVE' } }], [{ b: 2 }]],
  [
    'removes when the value is missing',
    [{ a: 1, b: 2 }],
    [{ $addFields: { a: '$none' } }],
    [{ b: 2 }],
  ],
  [
    'takes booleans and zero as values',
    [{}],
    [{ $addFields: { a: false, b: 0 } }],
    [{ a: false, b: 0 }],
  ],
  [
    'builds arrays',
    [{ a: 1 }],
    [{ $addFields: { list: ['$a', '$none'] } }],
    [{ a: 1, list: [1, null] }],
  ],
  ['is also called set', [{ a: 1 }], [{ $set: { b: '$a' } }], [{ a: 1, b: 1 }]],
  [
    'refuses no fields',
    [{}],
    [{ $addFields: {} }],
    refused('Invalid $addFields :: caused by :: specification must have at least one field'),
  ],
  [
    'refuses anything but an object',
    [{}],
    [{ $addFields: 1 }],
    refused('$addFields specification stage must be an object, got int'),
  ],
  ['removes a field', [{ a: 1, b: 2 }], [{ $unset: 'a' }], [{ b: 2 }]],
  [
    'removes several, nested too',
    [{ a: { x: 1, y: 2 }, b: 2 }],
    [{ $unset: ['a.x', 'b'] }],
    [{ a: { y: 2 } }],
  ],
  [
    'refuses to remove numbers',
    [{}],
    [{ $unset: [1] }],
    refused('$unset specification must be a string or an array containing only string values'),
  ],
])
