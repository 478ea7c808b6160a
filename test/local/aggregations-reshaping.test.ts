import { $, pipelineCases, refused } from './support/aggregation'

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
