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

const unwound = [
  { _id: 1, a: ['x', 'y'] },
  { _id: 2, a: [] },
  { _id: 3, a: null },
  { _id: 4 },
  { _id: 5, a: 'z' },
]

pipelineCases('unwind', [
  [
    'gives one document for each element',
    unwound,
    [{ $unwind: '$a' }],
    [
      { _id: 1, a: 'x' },
      { _id: 1, a: 'y' },
      { _id: 5, a: 'z' },
    ],
  ],
  [
    'keeps documents without elements when told',
    unwound,
    [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: true } }],
    [
      { _id: 1, a: 'x' },
      { _id: 1, a: 'y' },
      { _id: 2 },
      { _id: 3, a: null },
      { _id: 4 },
      { _id: 5, a: 'z' },
    ],
  ],
  [
    'numbers the elements',
    unwound,
    [{ $unwind: { path: '$a', includeArrayIndex: 'i' } }],
    [
      { _id: 1, a: 'x', i: 0 },
      { _id: 1, a: 'y', i: 1 },
      { _id: 5, a: 'z', i: null },
    ],
  ],
  [
    'numbers what is kept with null',
    unwound.slice(1, 2),
    [{ $unwind: { path: '$a', includeArrayIndex: 'n.i', preserveNullAndEmptyArrays: true } }],
    [{ _id: 2, n: { i: null } }],
  ],
  [
    'unwinds inside objects',
    [{ o: { l: [1, 2], k: 0 } }],
    [{ $unwind: '$o.l' }],
    [{ o: { l: 1, k: 0 } }, { o: { l: 2, k: 0 } }],
  ],
  [
    'unwinds nested arrays one level',
    [{ a: [[1, 2], [3]] }],
    [{ $unwind: '$a' }],
    [{ a: [1, 2] }, { a: [3] }],
  ],
  ['does not look through arrays', [{ a: [{ b: [1] }] }], [{ $unwind: '$a.b' }], []],
  [
    'needs a $',
    [{}],
    [{ $unwind: 'a' }],
    refused("path option to $unwind stage should be prefixed with a '$': a"),
  ],
  ['needs a path', [{}], [{ $unwind: {} }], refused('no path specified to $unwind stage')],
  [
    'needs a text as path',
    [{}],
    [{ $unwind: { path: 1 } }],
    refused('expected a string as the path for $unwind stage, got int'),
  ],
  [
    'needs a text or an object',
    [{}],
    [{ $unwind: 5 }],
    refused('expected either a string or an object as specification for $unwind stage, got int'),
  ],
  [
    'needs a boolean',
    [{}],
    [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: 1 } }],
    refused(
      'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got int',
    ),
  ],
  [
    'needs a name for the number',
    [{}],
    [{ $unwind: { path: '$a', includeArrayIndex: '' } }],
    refused(
      'expected a non-empty string for the includeArrayIndex  option to $unwind stage, got string',
    ),
  ],
  [
    'refuses a $ before the number',
    [{}],
    [{ $unwind: { path: '$a', includeArrayIndex: '$i' } }],
    refused("includeArrayIndex option to $unwind stage should not be prefixed with a '$': $i"),
  ],
  [
    'knows no other options',
    [{}],
    [{ $unwind: { path: '$a', x: 1 } }],
    refused('unrecognized option to $unwind stage: x'),
  ],
])

pipelineCases('replaceRoot', [
  [
    'raises an object',
    [{ _id: 1, o: { a: 1 } }],
    [{ $replaceRoot: { newRoot: '$o' } }],
    [{ a: 1 }],
  ],
  [
    'builds an object',
    [{ _id: 1, a: 'x' }],
    [{ $replaceRoot: { newRoot: { k: '$a', none: '$none' } } }],
    [{ k: 'x' }],
  ],
  [
    'merges',
    [{ _id: 1, o: { a: 1 } }],
    [{ $replaceRoot: { newRoot: $.mergeObjects!([{ b: 0 }, '$o']) } }],
    [{ b: 0, a: 1 }],
  ],
  ['is also called replaceWith', [{ o: { a: 1 } }], [{ $replaceWith: '$o' }], [{ a: 1 }]],
  [
    'refuses what is missing',
    [{ _id: 1 }],
    [{ $replaceRoot: { newRoot: '$o' } }],
    refused(
      "'newRoot' expression must evaluate to an object, but resulting value was: MISSING. Type of resulting value: 'missing'. Input document: {_id: 1}",
    ),
  ],
  [
    'refuses numbers',
    [{ a: 5 }],
    [{ $replaceRoot: { newRoot: '$a' } }],
    refused(
      "'newRoot' expression must evaluate to an object, but resulting value was: 5. Type of resulting value: 'int'. Input document: {a: 5}",
    ),
  ],
  [
    'refuses arrays',
    [{ a: [{}] }],
    [{ $replaceWith: '$a' }],
    refused(/Type of resulting value: 'array'/),
  ],
  [
    'needs an object',
    [{}],
    [{ $replaceRoot: '$o' }],
    refused('expected an object as specification for $replaceRoot stage, got string'),
  ],
  [
    'needs a root',
    [{}],
    [{ $replaceRoot: {} }],
    refused('no newRoot specified for the $replaceRoot stage'),
  ],
])

const mixed = [
  { _id: 1, v: 3 },
  { _id: 2, v: 'b' },
  { _id: 3 },
  { _id: 4, v: [9, 1] },
  { _id: 5, v: null },
  { _id: 6, v: new Date(0) },
  { _id: 7, v: 2 },
]
const ids = (...all: number[]) => all.map((_id) => ({ _id }))
const only = { $project: { _id: 1 } }

pipelineCases('sort, skip, limit, sample', [
  [
    'sorts types in MongoDB’s order, arrays by their smallest',
    mixed,
    [{ $sort: { v: 1 } }, only],
    ids(3, 5, 4, 7, 1, 2, 6),
  ],
  [
    'sorts backwards, arrays by their largest',
    mixed,
    [{ $sort: { v: -1, _id: 1 } }, only],
    ids(6, 2, 4, 1, 7, 3, 5),
  ],
  [
    'sorts by several keys',
    [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
      { _id: 3, a: 0, b: 9 },
    ],
    [{ $sort: { a: 1, b: -1 } }, only],
    ids(3, 2, 1),
  ],
  [
    'sorts by paths',
    [
      { _id: 1, o: { v: 2 } },
      { _id: 2, o: { v: 1 } },
    ],
    [{ $sort: { 'o.v': 1 } }, only],
    ids(2, 1),
  ],
  [
    'takes a text score for no order',
    [{ _id: 2 }, { _id: 1 }],
    [{ $sort: { score: { $meta: 'textScore' } } }, only],
    ids(2, 1),
  ],
  [
    'refuses directions other than 1 and -1',
    mixed,
    [{ $sort: { v: 2 } }],
    refused('$sort key ordering must be 1 (for ascending) or -1 (for descending)'),
  ],
  [
    'refuses words as directions',
    mixed,
    [{ $sort: { v: 'asc' } }],
    refused("$sort key ordering must be specified using a number or {$meta: 'textScore'}"),
  ],
  [
    'refuses expressions',
    mixed,
    [{ $sort: { v: { $add: [1] } } }],
    refused('$meta is the only expression supported by $sort right now'),
  ],
  [
    'refuses no keys',
    mixed,
    [{ $sort: {} }],
    refused('$sort stage must have at least one sort key'),
  ],
  [
    'refuses anything but an object',
    mixed,
    [{ $sort: 'v' }],
    refused('the $sort key specification must be an object'),
  ],
  [
    'refuses two arrays as keys',
    [{ a: [1, 2], b: [1, 2] }],
    [{ $sort: { a: 1, b: 1 } }],
    refused(/parallel arrays/),
  ],
  ['skips', mixed, [{ $skip: 5 }, only], ids(6, 7)],
  ['skips all', mixed, [{ $skip: 50 }], []],
  ['skips none', mixed.slice(0, 1), [{ $skip: 0 }, only], ids(1)],
  ['refuses to skip back', mixed, [{ $skip: -1 }], refused('Argument to $skip cannot be negative')],
  [
    'refuses to skip words',
    mixed,
    [{ $skip: 'x' }],
    refused('Argument to $skip must be a number not a string'),
  ],
  ['limits', mixed, [{ $limit: 2 }, only], ids(1, 2)],
  ['limits after skipping', mixed, [{ $skip: 2 }, { $limit: 2 }, only], ids(3, 4)],
  ['skips after limiting', mixed, [{ $limit: 3 }, { $skip: 2 }, only], ids(3)],
  ['refuses a limit of 0', mixed, [{ $limit: 0 }], refused('the limit must be positive')],
  ['refuses a negative limit', mixed, [{ $limit: -1 }], refused('the limit must be positive')],
  [
    'refuses words as a limit',
    mixed,
    [{ $limit: '2' }],
    refused('the limit must be specified as a number'),
  ],
  [
    'draws distinct documents',
    mixed,
    [{ $sample: { size: 3 } }, { $group: { _id: '$_id' } }, { $count: 'n' }],
    [{ n: 3 }],
  ],
  [
    'draws no more than there are',
    mixed,
    [{ $sample: { size: 99 } }, { $group: { _id: '$_id' } }, { $count: 'n' }],
    [{ n: 7 }],
  ],
  ['draws none', mixed, [{ $sample: { size: 0 } }], []],
  [
    'refuses to draw fewer than none',
    mixed,
    [{ $sample: { size: -1 } }],
    refused('size argument to $sample must not be negative'),
  ],
  [
    'refuses to draw words',
    mixed,
    [{ $sample: { size: 'x' } }],
    refused('size argument to $sample must be a number'),
  ],
  ['needs a size', mixed, [{ $sample: {} }], refused('$sample stage must specify a size')],
  [
    'needs an object to draw',
    mixed,
    [{ $sample: 3 }],
    refused('the $sample stage specification must be an object'),
  ],
  [
    'knows no other options of drawing',
    mixed,
    [{ $sample: { size: 1, x: 1 } }],
    refused('unrecognized option to $sample: x'),
  ],
])

pipelineCases('match after other stages', [
  ['matches as queries do', mixed, [{ $match: { v: { $gte: 3 } } }, only], ids(1, 4)],
  ['matches patterns', mixed, [{ $match: { v: /^B/i } }, only], ids(2)],
  ['matches null and missing', mixed, [{ $match: { v: null } }, only], ids(3, 5)],
  [
    'matches by an expression',
    [
      { _id: 1, a: 2, b: 1 },
      { _id: 2, a: 1, b: 2 },
    ],
    [{ $match: { $expr: $.gt!(['$a', '$b']) } }, only],
    ids(1),
  ],
  [
    'matches by an expression inside $or',
    [
      { _id: 1, a: 2, b: 1 },
      { _id: 2, a: 1, b: 2 },
    ],
    [{ $match: { $or: [{ $expr: $.gt!(['$a', '$b']) }, { a: 7 }] } }, only],
    ids(1),
  ],
  [
    'refuses $near',
    mixed,
    [{ $match: { v: { $near: [0, 0] } } }],
    refused('$geoNear, $near, and $nearSphere are not allowed in this context'),
  ],
  [
    'refuses unknown operators',
    mixed,
    [{ $match: { v: { $nope: 1 } } }],
    refused('unknown operator: $nope'),
  ],
  [
    'refuses unknown expressions',
    mixed,
    [{ $match: { $expr: { $nope: 1 } } }],
    refused("Unrecognized expression '$nope'"),
  ],
  [
    'refuses anything but an object',
    mixed,
    [{ $match: 'x' }],
    refused('the match filter must be an expression in an object'),
  ],
])

pipelineCases('facet', [
  [
    'runs several pipelines over the same documents',
    mixed.slice(0, 3),
    [
      {
        $facet: {
          n: [{ $count: 'all' }],
          ids: [{ $project: { _id: 1 } }, { $limit: 2 }],
          none: [{ $match: { _id: 99 } }],
        },
      },
    ],
    [{ n: [{ all: 3 }], ids: ids(1, 2), none: [] }],
  ],
  [
    'gives one result without documents',
    [{ _id: 1 }],
    [{ $match: { _id: 9 } }, { $facet: { n: [{ $count: 'all' }] } }],
    [{ n: [] }],
  ],
  ['takes an empty pipeline', [{ _id: 1 }], [{ $facet: { all: [] } }], [{ all: [{ _id: 1 }] }]],
  [
    'refuses itself inside',
    mixed,
    [{ $facet: { a: [{ $facet: {} }] } }],
    refused('$facet is not allowed to be used within a $facet stage'),
  ],
  [
    'refuses geoNear inside',
    mixed,
    [{ $facet: { a: [{ $geoNear: {} }] } }],
    refused('$geoNear is not allowed to be used within a $facet stage'),
  ],
  [
    'refuses no pipelines',
    mixed,
    [{ $facet: {} }],
    refused('the $facet specification must be a non-empty object, but found: $facet: {}'),
  ],
  [
    'refuses what is no pipeline',
    mixed,
    [{ $facet: { a: {} } }],
    refused('arguments to $facet must be arrays, a is type object'),
  ],
  [
    'refuses names with dots',
    mixed,
    [{ $facet: { 'a.b': [] } }],
    refused("FieldPath field names may not contain '.'."),
  ],
])

pipelineCases('redact', [
  [
    'keeps, prunes and looks inside',
    [
      {
        _id: 1,
        level: 1,
        a: { level: 5, x: 1 },
        b: { level: 3, y: 1, c: { level: 1 } },
        list: [{ level: 5 }, { level: 1 }],
      },
    ],
    [{ $redact: $.cond!({ if: $.lte!(['$level', 3]), then: '$$DESCEND', else: '$$PRUNE' }) }],
    [{ _id: 1, level: 1, b: { level: 3, y: 1, c: { level: 1 } }, list: [{ level: 1 }] }],
  ],
  [
    'keeps a level whole',
    [{ a: { keep: true, b: { keep: false } } }],
    [{ $redact: $.cond!(['$keep', '$$KEEP', '$$DESCEND']) }],
    [{ a: { keep: true, b: { keep: false } } }],
  ],
  [
    'prunes documents',
    [{ a: 1 }, { a: 2 }],
    [{ $redact: $.cond!([$.eq!(['$a', 1]), '$$PRUNE', '$$KEEP']) }],
    [{ a: 2 }],
  ],
  [
    'refuses other answers',
    [{ a: 1 }],
    [{ $redact: 'x' }],
    refused(
      '$redact\'s expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned "x"',
    ),
  ],
])

pipelineCases('stages in general', [
  ['takes no stages', [{ a: 1 }], [], [{ a: 1 }]],
  [
    'refuses unknown stages',
    [],
    [{ $nope: {} }],
    refused("Unrecognized pipeline stage name: '$nope'"),
  ],
  ['refuses to write', [], [{ $out: 'x' }], refused("Unrecognized pipeline stage name: '$out'")],
  [
    'refuses to merge into collections',
    [],
    [{ $merge: { into: 'x' } }],
    refused("Unrecognized pipeline stage name: '$merge'"),
  ],
  [
    'refuses geoNear after other stages',
    [],
    [{ $geoNear: { near: [0, 0], distanceField: 'd' } }],
    refused('$geoNear is only valid as the first stage in a pipeline.'),
  ],
  [
    'refuses two keys in a nested stage',
    [],
    [{ $facet: { a: [{ $limit: 1, $skip: 1 }] } }],
    refused('A pipeline stage specification object must contain exactly one field.'),
  ],
  [
    'refuses an empty nested stage',
    [],
    [{ $facet: { a: [{}] } }],
    refused('A pipeline stage specification object must contain exactly one field.'),
  ],
  [
    'refuses a nested stage that is no object',
    [],
    [{ $facet: { a: ['x'] } }],
    refused("Each element of the 'pipeline' array must be an object"),
  ],
  [
    'checks all stages before reading',
    [],
    [{ $match: { a: 1 } }, { $project: {} }],
    refused('Invalid $project :: caused by :: specification must have at least one field'),
  ],
])
