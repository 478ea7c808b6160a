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
