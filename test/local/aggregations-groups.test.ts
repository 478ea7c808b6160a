import { $, expressionCases, pipelineCases, refused } from './support/aggregation'

const sales = [
  { _id: 1, item: 'abc', price: 10, quantity: 2, tags: ['a'], extra: { x: 1 } },
  { _id: 2, item: 'jkl', price: 20, quantity: 1, extra: { y: 2 } },
  { _id: 3, item: 'abc', price: 5, quantity: 10, tags: ['b', 'a'], extra: null },
  { _id: 4, item: null, price: 'free', quantity: null },
  { _id: 5, price: 10 },
]

const byItem = (fields: Record<string, unknown>) => [
  { $group: { _id: '$item', ...fields } },
  { $sort: { _id: 1 } },
]

pipelineCases('group', [
  [
    'puts null and missing together',
    sales,
    byItem({ n: $.sum!(1) }),
    [
      { _id: null, n: 2 },
      { _id: 'abc', n: 2 },
      { _id: 'jkl', n: 1 },
    ],
  ],
  [
    'sums numbers only',
    sales,
    byItem({ v: $.sum!('$price') }),
    [
      { _id: null, v: 10 },
      { _id: 'abc', v: 15 },
      { _id: 'jkl', v: 20 },
    ],
  ],
  [
    'sums expressions, and nothing for null',
    sales,
    byItem({ v: $.sum!($.multiply!(['$price', '$quantity'])) }),
    refused('$multiply only supports numeric types, not string'),
  ],
  [
    'sums arrays as nothing',
    sales,
    [{ $group: { _id: null, v: $.sum!('$tags') } }],
    [{ _id: null, v: 0 }],
  ],
  [
    'averages numbers only',
    sales,
    byItem({ v: $.avg!('$price'), w: $.avg!('$none') }),
    [
      { _id: null, v: 10, w: null },
      { _id: 'abc', v: 7.5, w: null },
      { _id: 'jkl', v: 20, w: null },
    ],
  ],
  [
    'takes the smallest and largest of all types',
    sales,
    [
      {
        $group: { _id: null, min: $.min!('$price'), max: $.max!('$price'), none: $.max!('$none') },
      },
    ],
    [{ _id: null, min: 5, max: 'free', none: null }],
  ],
  [
    'passes over null for the smallest',
    sales,
    [{ $group: { _id: null, min: $.min!('$quantity') } }],
    [{ _id: null, min: 1 }],
  ],
  [
    'takes the first and last, missing as null',
    sales,
    [
      {
        $group: {
          _id: null,
          first: $.first!('$item'),
          last: $.last!('$item'),
          tags: $.first!('$tags'),
        },
      },
    ],
    [{ _id: null, first: 'abc', last: null, tags: ['a'] }],
  ],
  [
    'gathers without missing ones, with null',
    sales,
    [{ $group: { _id: null, q: $.push!('$quantity') } }],
    [{ _id: null, q: [2, 1, 10, null] }],
  ],
  [
    'gathers objects without missing fields',
    sales,
    [
      { $match: { _id: { $gte: 4 } } },
      { $group: { _id: null, all: $.push!({ i: '$item', q: '$quantity' }) } },
    ],
    [{ _id: null, all: [{ i: null, q: null }, {}] }],
  ],
  [
    'gathers each value once',
    sales,
    [
      { $group: { _id: null, v: $.addToSet!('$price') } },
      { $project: { n: $.size!('$v'), has: $.setIsSubset!([[5, 10, 20, 'free'], '$v']) } },
    ],
    [{ _id: null, n: 4, has: true }],
  ],
  [
    'gathers arrays whole, not their elements',
    sales,
    [{ $group: { _id: null, v: $.addToSet!('$tags') } }, { $project: { n: $.size!('$v') } }],
    [{ _id: null, n: 2 }],
  ],
  [
    'gathers equal objects once',
    [{ o: { a: 1 } }, { o: { a: 1 } }],
    [{ $group: { _id: null, v: $.addToSet!('$o') } }],
    [{ _id: null, v: [{ a: 1 }] }],
  ],
  [
    'merges objects without null and missing ones',
    sales,
    [{ $group: { _id: null, v: $.mergeObjects!('$extra') } }],
    [{ _id: null, v: { x: 1, y: 2 } }],
  ],
  [
    'refuses to merge arrays',
    sales,
    [{ $group: { _id: null, v: $.mergeObjects!('$tags') } }],
    refused('$mergeObjects requires object inputs, but input ["a"] is of type array'),
  ],
  [
    'deviates',
    [{ v: 2 }, { v: 4 }, { v: 'x' }, {}],
    [{ $group: { _id: null, p: $.stdDevPop!('$v'), s: $.stdDevSamp!('$v') } }],
    [{ _id: null, p: 1, s: Math.SQRT2 }],
  ],
  [
    'has no deviation of nothing',
    [{}],
    [{ $group: { _id: null, p: $.stdDevPop!('$v'), s: $.stdDevSamp!('$v') } }],
    [{ _id: null, p: null, s: null }],
  ],
  [
    'groups by an object',
    [
      { y: 1, m: 2 },
      { y: 1, m: 2 },
      { y: 1, m: 3 },
    ],
    [{ $group: { _id: { y: '$y', m: '$m' }, n: $.sum!(1) } }, { $sort: { '_id.m': 1 } }],
    [
      { _id: { y: 1, m: 2 }, n: 2 },
      { _id: { y: 1, m: 3 }, n: 1 },
    ],
  ],
  [
    'keeps missing fields of an object apart from null',
    [{ a: 1 }, { a: 1, b: null }],
    [{ $group: { _id: { a: '$a', b: '$b' } } }, { $sort: { _id: 1 } }],
    [{ _id: { a: 1 } }, { _id: { a: 1, b: null } }],
  ],
  [
    'writes the one missing field of an object as null',
    [{}],
    [{ $group: { _id: { a: '$a' } } }],
    [{ _id: { a: null } }],
  ],
  [
    'groups by an expression',
    [{ v: 1 }, { v: 2 }, { v: 3 }],
    [{ $group: { _id: $.mod!(['$v', 2]), n: $.sum!('$v') } }, { $sort: { _id: 1 } }],
    [
      { _id: 0, n: 2 },
      { _id: 1, n: 4 },
    ],
  ],
  [
    'groups by dates',
    [{ d: new Date(5) }, { d: new Date(5) }],
    [{ $group: { _id: '$d', n: $.sum!(1) } }],
    [{ _id: new Date(5), n: 2 }],
  ],
  [
    'keeps types apart',
    [{ v: 1 }, { v: '1' }, { v: true }, { v: 1.0 }],
    [{ $group: { _id: '$v', n: $.sum!(1) } }, { $sort: { _id: 1 } }],
    [
      { _id: 1, n: 2 },
      { _id: '1', n: 1 },
      { _id: true, n: 1 },
    ],
  ],
  [
    'groups by arrays as wholes',
    [{ v: [1, 2] }, { v: [2, 1] }, { v: [1, 2] }],
    [{ $group: { _id: '$v', n: $.sum!(1) } }, { $sort: { _id: 1 } }],
    [
      { _id: [1, 2], n: 2 },
      { _id: [2, 1], n: 1 },
    ],
  ],
  [
    'groups by a constant',
    [{ v: 1 }, { v: 2 }],
    [{ $group: { _id: 'all', n: $.sum!('$v') } }],
    [{ _id: 'all', n: 3 }],
  ],
  [
    'groups nothing to nothing',
    [{ v: 1 }],
    [{ $match: { v: 2 } }, { $group: { _id: null, n: $.sum!(1) } }],
    [],
  ],
  [
    'sums fractions without losing bits',
    Array.from({ length: 10 }, () => ({ v: 0.1 })),
    [{ $group: { _id: null, v: $.sum!('$v') } }],
    [{ _id: null, v: 1 }],
  ],
  [
    'needs an _id',
    sales,
    [{ $group: { n: $.sum!(1) } }],
    refused('a group specification must include an _id'),
  ],
  [
    'needs an object',
    sales,
    [{ $group: 1 }],
    refused("a group's fields must be specified in an object"),
  ],
  [
    'refuses fields without accumulator',
    sales,
    [{ $group: { _id: null, n: '$price' } }],
    refused("The field 'n' must be an accumulator object"),
  ],
  [
    'refuses several accumulators in a field',
    sales,
    [{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }],
    refused("The field 'n' must specify one accumulator"),
  ],
  [
    'refuses unknown accumulators',
    sales,
    [{ $group: { _id: null, n: { $median: '$price' } } }],
    refused("unknown group operator '$median'"),
  ],
  [
    'refuses several operands',
    sales,
    [{ $group: { _id: null, n: { $sum: ['$price', 1] } } }],
    refused('The $sum accumulator is a unary operator'),
  ],
  [
    'refuses dots in names',
    sales,
    [{ $group: { _id: null, 'a.b': { $sum: 1 } } }],
    refused("The field name 'a.b' cannot contain '.'"),
  ],
  [
    'refuses inclusion in the _id',
    sales,
    [{ $group: { _id: { item: 1 } } }],
    refused('$group does not support inclusion-style expressions'),
  ],
])

const scores = [{ v: 5 }, { v: 20 }, { v: 45 }, { v: 99 }, { v: 100 }, { v: 'x' }, {}]
const numbers = scores.slice(0, 4)

pipelineCases('bucket', [
  [
    'counts by ranges, lower bound included',
    [{ v: 0 }, ...numbers],
    [{ $bucket: { groupBy: '$v', boundaries: [0, 20, 50, 100] } }],
    [
      { _id: 0, count: 2 },
      { _id: 20, count: 2 },
      { _id: 50, count: 1 },
    ],
  ],
  [
    'leaves empty buckets out',
    [{ v: 5 }],
    [{ $bucket: { groupBy: '$v', boundaries: [0, 1, 5, 6] } }],
    [{ _id: 5, count: 1 }],
  ],
  [
    'puts the rest into the default',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 50], default: 'rest' } }],
    [
      { _id: 0, count: 3 },
      { _id: 'rest', count: 4 },
    ],
  ],
  [
    'sorts the default with the others',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 50], default: -1 } }],
    [
      { _id: -1, count: 4 },
      { _id: 0, count: 3 },
    ],
  ],
  [
    'gathers what is wanted instead of counting',
    numbers,
    [
      {
        $bucket: {
          groupBy: '$v',
          boundaries: [0, 50, 100],
          output: { all: $.push!('$v'), sum: $.sum!('$v') },
        },
      },
    ],
    [
      { _id: 0, all: [5, 20, 45], sum: 70 },
      { _id: 50, all: [99], sum: 99 },
    ],
  ],
  [
    'takes dates for bounds',
    [{ v: new Date(5) }],
    [{ $bucket: { groupBy: '$v', boundaries: [new Date(0), new Date(10)] } }],
    [{ _id: new Date(0), count: 1 }],
  ],
  [
    'takes computed bounds',
    [{ v: 5 }],
    [{ $bucket: { groupBy: $.add!(['$v', 1]), boundaries: [$.add!([1, 2]), 10] } }],
    [{ _id: 3, count: 1 }],
  ],
  [
    'refuses values outside without a default',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 100] } }],
    refused('$switch could not find a matching branch for an input, and no default was specified.'),
  ],
  [
    'needs bounds in order',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 50, 50] } }],
    refused(
      "The 'boundaries' option to $bucket must be sorted, but elements 1 and 2 are not in ascending order (50 is not less than 50).",
    ),
  ],
  [
    'needs bounds of one type',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 'a'] } }],
    refused(
      "All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types int and string.",
    ),
  ],
  [
    'needs two bounds',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0] } }],
    refused("The $bucket 'boundaries' field must have at least 2 values, but found 1 value(s)."),
  ],
  [
    'needs constant bounds',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, '$v'] } }],
    refused(
      'The $bucket \'boundaries\' field must be an array of constant values, but found value: "$v".',
    ),
  ],
  [
    'needs bounds in a list',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: 5 } }],
    refused("The $bucket 'boundaries' field must be an array, but found type: int."),
  ],
  [
    'needs a default outside the bounds',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 50], default: 10 } }],
    refused(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    ),
  ],
  [
    'needs a constant default',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 50], default: '$v' } }],
    refused('The $bucket \'default\' field must be a constant expression, but found: "$v".'),
  ],
  [
    'needs a field or an expression',
    scores,
    [{ $bucket: { groupBy: 'v', boundaries: [0, 50] } }],
    refused(
      'The $bucket \'groupBy\' field must be defined as a $-prefixed path or an expression, but found: "v".',
    ),
  ],
  [
    'needs both',
    scores,
    [{ $bucket: { groupBy: '$v' } }],
    refused("$bucket requires 'groupBy' and 'boundaries' to be specified."),
  ],
  [
    'needs an object as output',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 50], output: 1 } }],
    refused("The $bucket 'output' field must be an object, but found type: int."),
  ],
  [
    'knows no other options',
    scores,
    [{ $bucket: { groupBy: '$v', boundaries: [0, 50], x: 1 } }],
    refused('Unrecognized option to $bucket: x.'),
  ],
  [
    'takes an object',
    scores,
    [{ $bucket: [] }],
    refused('Argument to $bucket stage must be an object, but found type: array.'),
  ],
])

const hundred = Array.from({ length: 100 }, (_unused, i) => ({ v: i }))
const bounds = (stage: Record<string, unknown>) => [
  { $bucketAuto: { groupBy: '$v', ...stage } },
  { $project: { _id: 0, all: ['$_id.min', '$_id.max', '$count'] } },
]
const rows = (...all: unknown[][]) => all.map((row) => ({ all: row }))

pipelineCases('bucketAuto', [
  [
    'spreads evenly',
    hundred,
    bounds({ buckets: 4 }),
    rows([0, 25, 25], [25, 50, 25], [50, 75, 25], [75, 99, 25]),
  ],
  [
    'keeps equal values together',
    [{ v: 1 }, { v: 1 }, { v: 1 }, { v: 2 }],
    bounds({ buckets: 3 }),
    rows([1, 2, 3], [2, 2, 1]),
  ],
  [
    'makes no more buckets than values',
    [{ v: 1 }, { v: 2 }],
    bounds({ buckets: 5 }),
    rows([1, 2, 1], [2, 2, 1]),
  ],
  ['puts missing with null', [{}, { v: 1 }], bounds({ buckets: 1 }), rows([null, 1, 2])],
  [
    'gathers what is wanted',
    [{ v: 1 }, { v: 2 }],
    [{ $bucketAuto: { groupBy: '$v', buckets: 2, output: { sum: $.sum!('$v') } } }],
    [
      { _id: { min: 1, max: 2 }, sum: 1 },
      { _id: { min: 2, max: 2 }, sum: 2 },
    ],
  ],
  [
    'rounds to powers of two',
    hundred,
    bounds({ buckets: 5, granularity: 'POWERSOF2' }),
    rows([0, 32, 32], [32, 64, 32], [64, 128, 36]),
  ],
  [
    'rounds to R5',
    hundred,
    bounds({ buckets: 5, granularity: 'R5' }),
    rows([0, 25, 25], [25, 63, 38], [63, 100, 37]),
  ],
  [
    'rounds to 1-2-5',
    hundred,
    bounds({ buckets: 5, granularity: '1-2-5' }),
    rows([0, 20, 20], [20, 50, 30], [50, 100, 50]),
  ],
  [
    'rounds to E6',
    [{ v: 100 }, { v: 300 }, { v: 800 }],
    bounds({ buckets: 3, granularity: 'E6' }),
    rows([68, 150, 1], [150, 330, 1], [330, 1000, 1]),
  ],
  [
    'leaves infinity as it is',
    [{ v: 1 }, { v: Infinity }],
    bounds({ buckets: 1, granularity: 'R5' }),
    rows([0.63, Infinity, 2]),
  ],
  [
    'refuses to round texts',
    [{ v: 'x' }],
    bounds({ buckets: 2, granularity: 'R5' }),
    refused(
      "$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: string",
    ),
  ],
  [
    'refuses to round negative numbers',
    [{ v: -1 }],
    bounds({ buckets: 2, granularity: 'R5' }),
    refused(
      "$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number",
    ),
  ],
  [
    'refuses unknown granularities',
    [{ v: 1 }],
    bounds({ buckets: 2, granularity: 'X' }),
    refused("Unknown rounding granularity 'X'"),
  ],
  [
    'refuses no buckets',
    [{ v: 1 }],
    bounds({ buckets: 0 }),
    refused("The $bucketAuto 'buckets' field must be greater than 0, but found: 0"),
  ],
  [
    'refuses fractions of buckets',
    [{ v: 1 }],
    bounds({ buckets: 1.5 }),
    refused(
      "The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found 1.5",
    ),
  ],
  [
    'refuses words for buckets',
    [{ v: 1 }],
    bounds({ buckets: 'x' }),
    refused("The $bucketAuto 'buckets' field must be a numeric value, but found type: string"),
  ],
  [
    'needs both',
    [{ v: 1 }],
    [{ $bucketAuto: { groupBy: '$v' } }],
    refused("$bucketAuto requires 'groupBy' and 'buckets' to be specified"),
  ],
  [
    'needs a field or an expression',
    [{ v: 1 }],
    [{ $bucketAuto: { groupBy: 'v', buckets: 2 } }],
    refused(
      'The $bucketAuto \'groupBy\' field must be defined as a $-prefixed path or an expression object, but found: "v"',
    ),
  ],
  [
    'knows no other options',
    [{ v: 1 }],
    bounds({ buckets: 2, x: 1 }),
    refused('Unrecognized option to $bucketAuto: x'),
  ],
])

pipelineCases('counting', [
  ['counts', sales, [{ $count: 'n' }], [{ n: 5 }]],
  ['counts nothing as nothing', sales, [{ $match: { _id: 99 } }, { $count: 'n' }], []],
  ['needs a name', sales, [{ $count: '' }], refused('the count field must be a non-empty string')],
  ['needs a text', sales, [{ $count: 1 }], refused('the count field must be a non-empty string')],
  [
    'refuses a $ in front',
    sales,
    [{ $count: '$n' }],
    refused('the count field cannot be a $-prefixed path'),
  ],
  ['refuses dots', sales, [{ $count: 'a.b' }], refused("the count field cannot contain '.'")],
  [
    'counts by value, most frequent first',
    [{ v: 'a' }, { v: 'b' }, { v: 'b' }, {}],
    [{ $sortByCount: '$v' }, { $match: { _id: 'b' } }],
    [{ _id: 'b', count: 2 }],
  ],
  [
    'counts by an expression',
    [{ v: 1 }, { v: 3 }, { v: 2 }],
    [{ $sortByCount: $.mod!(['$v', 2]) }],
    [
      { _id: 1, count: 2 },
      { _id: 0, count: 1 },
    ],
  ],
  [
    'refuses to count by a word',
    sales,
    [{ $sortByCount: 'item' }],
    refused(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    ),
  ],
  [
    'refuses to count by an object',
    sales,
    [{ $sortByCount: { a: 1 } }],
    refused(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    ),
  ],
  [
    'refuses to count by a number',
    sales,
    [{ $sortByCount: 1 }],
    refused('the sortByCount field must be specified as a string or as an object'),
  ],
])

expressionCases('accumulators have no place of their own', [
  [
    'refuses to gather outside a group',
    $.addToSet!('$a'),
    refused("Unrecognized expression '$addToSet'"),
  ],
])
