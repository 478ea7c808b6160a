import { $, expressionCases, refused } from './support/aggregation'

const sets = { a: ['b', 'a', 'b'], b: ['a', 'b'], c: ['c'], s: 'x', n: null }

expressionCases('sets', [
  [
    'takes away what the second holds, once each',
    $.setDifference!(['$x', ['a']]),
    ['d', 'b'],
    { x: ['d', 'a', 'b', 'd'] },
  ],
  ['takes away nothing from nothing', $.setDifference!([[], '$a']), [], sets],
  ['takes away from null to null', $.setDifference!(['$n', '$a']), null, sets],
  [
    'looks at nested arrays as values',
    $.setDifference!([
      ['a', ['b']],
      ['b', 'a'],
    ]),
    [['b']],
  ],
  [
    'refuses a first that is no array',
    $.setDifference!(['$s', '$a']),
    refused('both operands of $setDifference must be arrays. First argument is of type: string'),
    sets,
  ],
  [
    'refuses a second that is no array',
    $.setDifference!(['$a', '$s']),
    refused('both operands of $setDifference must be arrays. Second argument is of type: string'),
    sets,
  ],
  ['equals whatever the order and the doubles', $.setEquals!(['$a', '$b']), true, sets],
  ['differs', $.setEquals!(['$a', '$c']), false, sets],
  ['compares more than two', $.setEquals!(['$a', '$b', ['b', 'a', 'a']]), true, sets],
  [
    'does not look into nested arrays',
    $.setEquals!([
      ['a', ['b']],
      ['a', 'b'],
    ]),
    false,
  ],
  [
    'needs two sets to compare',
    $.setEquals!(['$a']),
    refused('$setEquals needs at least two arguments had: 1'),
    sets,
  ],
  [
    'refuses to compare null',
    $.setEquals!(['$a', '$n']),
    refused('All operands of $setEquals must be arrays. One argument is of type: null'),
    sets,
  ],
  ['intersects', $.setIntersection!(['$a', ['b', 'z']]), ['b'], sets],
  ['intersects to nothing', $.setIntersection!(['$a', '$c']), [], sets],
  ['intersects to null with null', $.setIntersection!(['$a', '$n']), null, sets],
  [
    'intersects objects by value',
    $.setIntersection!([[{ a: 1 }], [{ a: 1 }, { b: 2 }]]),
    [{ a: 1 }],
  ],
  [
    'refuses to intersect a string',
    $.setIntersection!(['$a', '$s']),
    refused('All operands of $setIntersection must be arrays. One argument is of type: string'),
    sets,
  ],
  ['unites', $.setUnion!(['$a', '$c', ['a']]), ['a', 'b', 'c'], sets],
  [
    'unites numbers of both kinds',
    $.setUnion!([
      [1, 2.0],
      [2, 1.0],
    ]),
    [1, 2],
  ],
  ['unites to null with a missing field', $.setUnion!(['$a', '$none']), null, sets],
  [
    'refuses to unite a string',
    $.setUnion!(['$a', '$s']),
    refused('All operands of $setUnion must be arrays. One argument is of type: string'),
    sets,
  ],
  ['is contained', $.setIsSubset!(['$b', '$a']), true, sets],
  ['contains nothing always', $.setIsSubset!([[], '$c']), true, sets],
  ['is not contained', $.setIsSubset!(['$a', '$c']), false, sets],
  [
    'refuses a subset that is no array',
    $.setIsSubset!(['$n', '$a']),
    refused('both operands of $setIsSubset must be arrays. First argument is of type: null'),
    sets,
  ],
  [
    'refuses a whole that is no array',
    $.setIsSubset!(['$a', '$none']),
    refused('both operands of $setIsSubset must be arrays. Second argument is of type: missing'),
    sets,
  ],
  ['finds all true', $.allElementsTrue!('$x'), true, { x: [1, 'a', true, []] }],
  ['finds nothing all true', $.allElementsTrue!([[]]), true],
  ['finds not all true', $.allElementsTrue!('$x'), false, { x: [1, null] }],
  [
    'refuses a string for all',
    $.allElementsTrue!('$s'),
    refused("$allElementsTrue's argument must be an array, but is string"),
    sets,
  ],
  ['finds one true', $.anyElementTrue!('$x'), true, { x: [0, false, ''] }],
  ['finds none true', $.anyElementTrue!('$x'), false, { x: [0, false, null] }],
  ['finds none true in nothing', $.anyElementTrue!([[]]), false],
  [
    'refuses null for any',
    $.anyElementTrue!('$n'),
    refused("$anyElementTrue's argument must be an array, but is null"),
    sets,
  ],
])
