import { $, pipelineCases, refused } from './support/aggregation'

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
