import { $, MISSING, expressionCases, refused } from './support/aggregation'

const abc = { a: ['x', 'y', 'z'], n: null, s: 'text' }

expressionCases('elements', [
  ['takes an element', $.arrayElemAt!(['$a', 1]), 'y', abc],
  ['counts from the end', $.arrayElemAt!(['$a', -1]), 'z', abc],
  ['gives nothing beyond the end', $.arrayElemAt!(['$a', 3]), MISSING, abc],
  ['gives nothing before the beginning', $.arrayElemAt!(['$a', -4]), MISSING, abc],
  ['takes an element of null as null', $.arrayElemAt!(['$n', 0]), null, abc],
  ['takes the element at null as null', $.arrayElemAt!(['$a', '$none']), null, abc],
  ['takes a whole double as index', $.arrayElemAt!(['$a', 1.0]), 'y', abc],
  [
    'refuses an element of a string',
    $.arrayElemAt!(['$s', 0]),
    refused("$arrayElemAt's first argument must be an array, but is string"),
    abc,
  ],
  [
    'refuses a string as index',
    $.arrayElemAt!(['$a', '0']),
    refused("$arrayElemAt's second argument must be a numeric value, but is string"),
    abc,
  ],
  [
    'refuses a fraction as index',
    $.arrayElemAt!(['$a', 1.5]),
    refused("$arrayElemAt's second argument must be representable as a 32-bit integer: 1.5"),
    abc,
  ],
  ['takes the first element', { $first: '$a' }, 'x', abc],
  ['takes no first element of nothing', { $first: '$a' }, MISSING, { a: [] }],
  ['takes the last element', { $last: '$a' }, 'z', abc],
  [
    'refuses the last element of a string',
    { $last: '$s' },
    refused("$last's argument must be an array, but is string"),
    abc,
  ],
  ['finds a value', $.in!(['y', '$a']), true, abc],
  ['finds objects by all their fields', $.in!([{ k: 1 }, '$o']), true, { o: [{ k: 1 }] }],
  ['does not find a part of a text', $.in!(['x', ['xy']]), false],
  ['does not match patterns', $.in!(['$s', [/te/]]), false, abc],
  ['finds null', $.in!([null, '$o']), true, { o: [null] }],
  ['does not find a missing value among nulls', $.in!(['$none', '$o']), false, { o: [null] }],
  [
    'refuses to look into what is no array',
    $.in!([1, '$n']),
    refused('$in requires an array as a second argument, found: null'),
    abc,
  ],
  [
    'refuses to look into what is missing',
    $.in!([1, '$none']),
    refused('$in requires an array as a second argument, found: missing'),
  ],
  ['finds a position', $.indexOfArray!(['$a', 'z']), 2, abc],
  ['finds no position', $.indexOfArray!(['$a', 'w']), -1, abc],
  ['finds a position from a start', $.indexOfArray!([['a', 'b', 'a'], 'a', 1]), 2],
  ['finds none outside its bounds', $.indexOfArray!([['a', 'b', 'c'], 'c', 0, 2]), -1],
  ['finds none when the bounds cross', $.indexOfArray!([['a', 'b'], 'a', 1, 0]), -1],
  ['finds the position of null', $.indexOfArray!([['a', null], null]), 1],
  ['finds a position in null as null', $.indexOfArray!(['$none', 1]), null],
  [
    'refuses positions in a string',
    $.indexOfArray!(['$s', 1]),
    refused('$indexOfArray requires an array as a first argument, found: string'),
    abc,
  ],
  [
    'refuses a negative bound',
    $.indexOfArray!(['$a', 1, -1]),
    refused('$indexOfArray requires a nonnegative starting index, found: -1'),
    abc,
  ],
  [
    'refuses a fraction as bound',
    $.indexOfArray!(['$a', 1, 0, 1.5]),
    refused(
      '$indexOfArrayrequires an integral ending index, found a value of type: double, with value: 1.5',
    ),
    abc,
  ],
  [
    'refuses null as bound',
    $.indexOfArray!(['$a', 1, null]),
    refused(
      '$indexOfArrayrequires an integral starting index, found a value of type: null, with value: null',
    ),
    abc,
  ],
  [
    'takes two to four operands',
    $.indexOfArray!(['$a']),
    refused(
      'Expression $indexOfArray takes at least 2 arguments, and at most 4, but 1 were passed in.',
    ),
  ],
  ['counts elements', $.size!('$a'), 3, abc],
  ['counts the elements of a literal array', $.size!([[1, 2]]), 2],
  [
    'refuses to count null',
    $.size!('$n'),
    refused('The argument to $size must be an array, but was of type: null'),
    abc,
  ],
  [
    'refuses to count what is missing',
    $.size!('$none'),
    refused('The argument to $size must be an array, but was of type: missing'),
  ],
  [
    'refuses to count a string',
    $.size!('$s'),
    refused('The argument to $size must be an array, but was of type: string'),
    abc,
  ],
  ['knows arrays', $.isArray!('$a'), true, abc],
  ['knows what is no array', $.isArray!('$s'), false, abc],
  ['knows that missing is no array', $.isArray!('$none'), false],
  ['takes a literal array apart', $.isArray!(['hello']), false],
  ['knows a literal array in brackets', $.isArray!([['hello', 'world']]), true],
])

expressionCases('slices and ranges', [
  ['takes the first', $.slice!(['$a', 2]), ['x', 'y'], abc],
  ['takes the last', $.slice!(['$a', -2]), ['y', 'z'], abc],
  ['takes all when asked for more', $.slice!(['$a', -9]), ['x', 'y', 'z'], abc],
  ['takes none', $.slice!(['$a', 0]), [], abc],
  ['takes from a position', $.slice!(['$a', 1, 1]), ['y'], abc],
  ['takes from a position at the end', $.slice!(['$a', -2, 1]), ['y'], abc],
  ['takes from before the beginning', $.slice!(['$a', -9, 2]), ['x', 'y'], abc],
  ['takes none from beyond the end', $.slice!(['$a', 15, 2]), [], abc],
  ['slices null to null', $.slice!(['$n', 2]), null, abc],
  ['slices to a null count as null', $.slice!(['$a', 0, '$none']), null, abc],
  [
    'refuses to slice a string',
    $.slice!(['$s', 2]),
    refused('First argument to $slice must be an array, but is of type: string'),
    abc,
  ],
  [
    'refuses a count that is no number',
    $.slice!(['$a', 'x']),
    refused('Second argument to $slice must be a numeric value, but is of type: string'),
    abc,
  ],
  [
    'refuses a fraction',
    $.slice!(['$a', 1.5]),
    refused("Second argument to $slice can't be represented as a 32-bit integer: 1.5"),
    abc,
  ],
  [
    'refuses a third that is no number',
    $.slice!(['$a', 1, 'x']),
    refused('Third argument to $slice must be numeric, but is of type: string'),
    abc,
  ],
  [
    'refuses a count of 0 after a position',
    $.slice!(['$a', 1, 0]),
    refused('Third argument to $slice must be positive: 0'),
    abc,
  ],
  [
    'takes two or three operands',
    $.slice!(['$a']),
    refused('Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.'),
  ],
  ['counts up', $.range!([0, 5]), [0, 1, 2, 3, 4]],
  ['counts up in steps', $.range!([0, 10, 4]), [0, 4, 8]],
  ['counts down', $.range!([10, 0, -3]), [10, 7, 4, 1]],
  ['counts nothing in the wrong direction', $.range!([0, 10, -1]), []],
  ['counts nothing from a number to itself', $.range!([5, 5]), []],
  ['refuses a step of 0', $.range!([0, 5, 0]), refused('$range requires a non-zero step value')],
  [
    'refuses a start that is no number',
    $.range!(['$n', 5]),
    refused('$range requires a numeric starting value, found value of type: null'),
    abc,
  ],
  [
    'refuses an end that is no number',
    $.range!([0, '$none']),
    refused('$range requires a numeric ending value, found value of type: missing'),
  ],
  [
    'refuses a step that is no number',
    $.range!([0, 5, 'x']),
    refused('$range requires a numeric step value, found value of type:string'),
  ],
  [
    'refuses a fraction as start',
    $.range!([0.5, 5]),
    refused(
      '$range requires a starting value that can be represented as a 32-bit integer, found value: 0.5',
    ),
  ],
  [
    'refuses an end beyond 32 bits',
    $.range!([0, 3_000_000_000]),
    refused(
      '$range requires an ending value that can be represented as a 32-bit integer, found value: 3000000000',
    ),
  ],
])

expressionCases('joining and turning', [
  ['joins', $.concatArrays!(['$a', [1], []]), ['x', 'y', 'z', 1], abc],
  ['joins nothing to nothing', $.concatArrays!([]), []],
  ['joins to null with null', $.concatArrays!(['$a', null]), null, abc],
  ['joins to null with a missing field', $.concatArrays!(['$a', '$none']), null, abc],
  [
    'refuses to join a string',
    $.concatArrays!(['$a', '$s']),
    refused('$concatArrays only supports arrays, not string'),
    abc,
  ],
  ['turns round', $.reverseArray!('$a'), ['z', 'y', 'x'], abc],
  [
    'turns nested arrays round only outside',
    $.reverseArray!('$a'),
    [[3], [1, 2]],
    { a: [[1, 2], [3]] },
  ],
  ['turns null round to null', $.reverseArray!('$n'), null, abc],
  [
    'refuses to turn a string round',
    $.reverseArray!('$s'),
    refused('The argument to $reverseArray must be an array, but was of type: string'),
    abc,
  ],
  [
    'zips',
    $.zip!({ inputs: ['$a', [1, 2, 3]] }),
    [
      ['x', 1],
      ['y', 2],
      ['z', 3],
    ],
    abc,
  ],
  ['zips to the shortest', $.zip!({ inputs: ['$a', [1]] }), [['x', 1]], abc],
  [
    'zips to the longest with null',
    $.zip!({ inputs: ['$a', [1]], useLongestLength: true }),
    [
      ['x', 1],
      ['y', null],
      ['z', null],
    ],
    abc,
  ],
  [
    'zips to the longest with defaults',
    $.zip!({ inputs: ['$a', [1]], useLongestLength: true, defaults: ['-', 0] }),
    [
      ['x', 1],
      ['y', 0],
      ['z', 0],
    ],
    abc,
  ],
  ['zips to null with null', $.zip!({ inputs: ['$a', '$n'] }), null, abc],
  [
    'refuses defaults without the longest length',
    $.zip!({ inputs: ['$a'], defaults: [0] }),
    refused('cannot specify defaults unless useLongestLength is true'),
    abc,
  ],
  [
    'refuses too few defaults',
    $.zip!({ inputs: ['$a', '$a'], useLongestLength: true, defaults: [0] }),
    refused('defaults and inputs must have the same length'),
    abc,
  ],
  ['refuses no inputs', $.zip!({ inputs: [] }), refused('$zip requires at least one input array')],
  [
    'refuses inputs that are no list',
    $.zip!({ inputs: '$a' }),
    refused('inputs must be an array of expressions, found string'),
    abc,
  ],
  [
    'refuses an input that is no array',
    $.zip!({ inputs: ['$s'] }),
    refused('$zip found a non-array expression in input: "text"'),
    abc,
  ],
  [
    'refuses unknown parts of zip',
    $.zip!({ inputs: ['$a'], x: 1 }),
    refused('$zip found an unknown argument: x'),
  ],
  [
    'refuses a zip that is no object',
    $.zip!('$a'),
    refused('$zip only supports an object as an argument, found string'),
  ],
])

const prices = { p: [{ n: 1, v: 10 }, { n: 2, v: 20 }, { n: 3 }], k: 2 }

expressionCases('walking through arrays', [
  [
    'keeps what fits',
    $.filter!({ input: '$p', as: 'it', cond: $.gte!(['$$it.v', '$v']) }),
    [{ n: 2, v: 20 }],
    { ...prices, v: 15 },
  ],
  [
    'calls the element this without a name',
    $.filter!({ input: [1, 2, 3], cond: $.gt!(['$$this', 1]) }),
    [2, 3],
  ],
  ['filters null to null', $.filter!({ input: '$none', as: 'it', cond: true }), null],
  [
    'refuses to filter a string',
    $.filter!({ input: 'x', as: 'it', cond: true }),
    refused('input to $filter must be an array not string'),
  ],
  [
    'refuses a filter without a condition',
    $.filter!({ input: '$p', as: 'it' }),
    refused("Missing 'cond' parameter to $filter"),
  ],
  [
    'refuses a filter without input',
    $.filter!({ as: 'it', cond: 1 }),
    refused("Missing 'input' parameter to $filter"),
  ],
  [
    'refuses unknown parts of a filter',
    $.filter!({ input: '$p', as: 'it', cond: 1, x: 1 }),
    refused('Unrecognized parameter to $filter: x'),
  ],
  [
    'refuses a filter that is no object',
    $.filter!(['$p']),
    refused('$filter only supports an object as its argument'),
  ],
  [
    'refuses variables that begin with a capital',
    $.filter!({ input: '$p', as: 'It', cond: 1 }),
    refused("'It' starts with an invalid character for a user variable name"),
  ],
  ['maps', $.map!({ input: '$p', as: 'it', in: $.multiply!(['$$it.n', '$k']) }), [2, 4, 6], prices],
  [
    'maps missing values to null',
    $.map!({ input: '$p', as: 'it', in: '$$it.v' }),
    [10, 20, null],
    prices,
  ],
  ['maps null to null', $.map!({ input: null, as: 'it', in: 1 }), null],
  ['maps nothing to nothing', $.map!({ input: [], as: 'it', in: $.divide!([1, '$$it']) }), []],
  [
    'refuses to map a number',
    $.map!({ input: 5, as: 'it', in: 1 }),
    refused('input to $map must be an array not int'),
  ],
  [
    'refuses a map without a result',
    $.map!({ input: '$p', as: 'it' }),
    refused("Missing 'in' parameter to $map"),
  ],
  [
    'nests maps with their variables',
    $.map!({
      input: [1, 2],
      as: 'x',
      in: $.map!({ input: [10, 20], as: 'y', in: $.add!(['$$x', '$$y']) }),
    }),
    [
      [11, 21],
      [12, 22],
    ],
  ],
  [
    'does not know a variable outside its map',
    [$.map!({ input: [1], as: 'x', in: '$$x' }), '$$x'],
    refused('Use of undefined variable: x'),
  ],
  [
    'reduces',
    $.reduce!({ input: ['a', 'b', 'c'], initialValue: '', in: $.concat!(['$$value', '$$this']) }),
    'abc',
  ],
  [
    'reduces to an object',
    $.reduce!({
      input: [1, 2, 3],
      initialValue: { sum: 5, product: 2 },
      in: {
        sum: $.add!(['$$value.sum', '$$this']),
        product: $.multiply!(['$$value.product', '$$this']),
      },
    }),
    { sum: 11, product: 12 },
  ],
  ['reduces nothing to the beginning', $.reduce!({ input: [], initialValue: 7, in: 1 }), 7],
  ['reduces null to null', $.reduce!({ input: '$none', initialValue: 7, in: 1 }), null],
  [
    'refuses to reduce a string',
    $.reduce!({ input: 'x', initialValue: 0, in: 1 }),
    refused('$reduce requires that \'input\' be an array, found: "x"'),
  ],
  [
    'refuses to reduce without a beginning',
    $.reduce!({ input: [], in: 1 }),
    refused("$reduce requires 'initialValue' to be specified"),
  ],
  [
    'refuses unknown parts of reduce',
    $.reduce!({ input: [], initialValue: 0, in: 1, as: 'x' }),
    refused('$reduce found an unknown argument: as'),
  ],
  [
    'refuses to reduce what is no object',
    $.reduce!([1]),
    refused('$reduce requires an object as an argument, found: array'),
  ],
])

expressionCases('arrays and objects', [
  [
    'builds an object from pairs',
    $.arrayToObject!([
      [
        ['item', 'abc'],
        ['qty', 25],
      ],
    ]),
    { item: 'abc', qty: 25 },
  ],
  [
    'builds an object from keys and values',
    $.arrayToObject!('$kv'),
    { a: 1, b: [2] },
    {
      kv: [
        { k: 'a', v: 1 },
        { v: [2], k: 'b' },
      ],
    },
  ],
  [
    'lets the last of equal keys win',
    $.arrayToObject!('$kv'),
    { a: 2 },
    {
      kv: [
        ['a', 1],
        ['a', 2],
      ],
    },
  ],
  ['builds an empty object from nothing', $.arrayToObject!([[]]), {}],
  ['builds null from null', $.arrayToObject!('$none'), null],
  [
    'refuses an object from a string',
    $.arrayToObject!('$s'),
    refused('$arrayToObject requires an array input, found: string'),
    abc,
  ],
  [
    'refuses elements that are neither',
    $.arrayToObject!('$a'),
    refused('Unrecognised input type format for $arrayToObject: string'),
    abc,
  ],
  [
    'refuses pairs of three',
    $.arrayToObject!('$kv'),
    refused('$arrayToObject requires an array of size 2 arrays,found array of size: 3'),
    { kv: [['a', 1, 2]] },
  ],
  [
    'refuses keys that are no strings',
    $.arrayToObject!('$kv'),
    refused(
      '$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: int',
    ),
    { kv: [[5, 1]] },
  ],
  [
    'refuses objects after pairs',
    $.arrayToObject!('$kv'),
    refused(
      '$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Array was detected, now found: object',
    ),
    { kv: [['a', 1], { k: 'b', v: 2 }] },
  ],
  [
    'refuses pairs after objects',
    $.arrayToObject!('$kv'),
    refused(
      '$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Object was detected, now found: array',
    ),
    { kv: [{ k: 'b', v: 2 }, ['a', 1]] },
  ],
  [
    'refuses objects with further keys',
    $.arrayToObject!('$kv'),
    refused(
      "$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:3",
    ),
    { kv: [{ k: 'b', v: 2, w: 3 }] },
  ],
  [
    'refuses objects without the keys',
    $.arrayToObject!('$kv'),
    refused(
      "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: {k: \"b\", y: 2}",
    ),
    { kv: [{ k: 'b', y: 2 }] },
  ],
  [
    'takes an object apart',
    $.objectToArray!('$o'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: { c: 2 } },
    ],
    { o: { a: 1, b: { c: 2 } } },
  ],
  ['takes null apart to null', $.objectToArray!(null), null],
  [
    'refuses to take an array apart',
    $.objectToArray!('$a'),
    refused('$objectToArray requires a document input, found: array'),
    abc,
  ],
  [
    'merges objects, the last one wins',
    $.mergeObjects!(['$o', { b: 3, c: 4 }]),
    { a: 1, b: 3, c: 4 },
    { o: { a: 1, b: 2 } },
  ],
  [
    'merges an array of objects',
    $.mergeObjects!('$all'),
    { a: 1, b: 2 },
    { all: [{ a: 1 }, { b: 2 }] },
  ],
  [
    'merges without null and missing ones',
    $.mergeObjects!([null, '$o', '$none']),
    { a: 1 },
    { o: { a: 1 } },
  ],
  ['merges nothing to an empty object', $.mergeObjects!(['$none']), {}],
  [
    'refuses to merge a string',
    $.mergeObjects!(['$o', 'x']),
    refused('$mergeObjects requires object inputs, but input "x" is of type string'),
    { o: {} },
  ],
])
