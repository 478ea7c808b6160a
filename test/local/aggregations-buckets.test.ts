import { $, pipelineCases, refused } from './support/aggregation'

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
