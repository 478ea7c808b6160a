import { $, MISSING, expressionCases, refused } from './support/aggregation'

const at = new Date('2020-01-01T00:00:00Z')

expressionCases('truth', [
  ['needs all', $.and!(['$a', true, 1]), true, { a: 'x' }],
  ['needs all but zero', $.and!(['$a', 0]), false, { a: 1 }],
  ['is true of nothing', $.and!([]), true],
  ['stops at the first false', $.and!(['$f', $.divide!([1, '$z'])]), false, { f: false, z: 0 }],
  ['counts a missing field as false', $.and!(['$none']), false],
  ['counts an empty array as true', $.and!([[]]), true],
  ['needs one', $.or!(['$a', '$b']), true, { a: 0, b: 'x' }],
  ['is false of nothing', $.or!([]), false],
  ['stops at the first true', $.or!(['$t', $.divide!([1, '$z'])]), true, { t: 1, z: 0 }],
  ['turns round', $.not!(['$a']), false, { a: [false] }],
  ['turns null round', $.not!([null]), true],
  ['turns an empty text round', $.not!('$a'), false, { a: '' }],
  [
    'turns one value round',
    $.not!([1, 2]),
    refused('Expression $not takes exactly 1 arguments. 2 were passed in.'),
  ],
])

expressionCases('comparison', [
  ['compares numbers', $.cmp!(['$a', 250]), -1, { a: 100 }],
  ['compares equal', $.cmp!([2.0, 2]), 0],
  ['compares texts by bytes', $.cmp!(['b', 'Z']), 1],
  ['puts numbers before texts', $.lt!([9999, '1']), true],
  ['puts null before numbers', $.lt!([null, 0]), true],
  ['puts missing before null', $.lt!(['$none', null]), true],
  ['does not equal missing and null', $.eq!(['$none', null]), false],
  ['equals two missing fields', $.eq!(['$none', '$never']), true],
  [
    'puts texts before objects, arrays, booleans, dates',
    [$.lt!(['z', {}]), $.lt!([{ a: 1 }, []]), $.lt!([[9], false]), $.lt!([true, '$at'])],
    [true, true, true, true],
    { at },
  ],
  [
    'compares arrays element by element',
    $.gt!([
      [1, 3],
      [1, 2, 9],
    ]),
    true,
  ],
  ['does not look into arrays', $.eq!(['$a', 1]), false, { a: [1] }],
  [
    'compares objects field by field, in order',
    $.eq!(['$a', '$b']),
    false,
    { a: { x: 1, y: 2 }, b: { y: 2, x: 1 } },
  ],
  ['compares dates', $.gte!(['$at', new Date('2019-12-31T23:59:59.999Z')]), true, { at }],
  ['is unequal', $.neq!(['$a', 5]), true, { a: '5' }],
  ['is at most', $.lte!([5, 5]), true],
  ['is greater', $.gt!([5, 5]), false],
  [
    'compares two',
    $.eq!([1]),
    refused('Expression $eq takes exactly 2 arguments. 1 were passed in.'),
  ],
])

expressionCases('choices', [
  ['chooses by names', $.cond!({ if: $.gte!(['$q', 250]), then: 30, else: 20 }), 30, { q: 300 }],
  ['chooses by position', $.cond!([$.gte!(['$q', 250]), 30, 20]), 20, { q: 200 }],
  ['chooses missing', $.cond!([true, '$none', 1]), MISSING],
  ['leaves the other branch alone', $.cond!(['$q', 1, $.divide!([1, '$z'])]), 1, { q: 1, z: 0 }],
  [
    'needs all three',
    $.cond!([1, 2]),
    refused('Expression $cond takes exactly 3 arguments. 2 were passed in.'),
  ],
  ['needs a condition', $.cond!({ then: 1, else: 2 }), refused("Missing 'if' parameter to $cond")],
  ['needs a then', $.cond!({ if: 1, else: 2 }), refused("Missing 'then' parameter to $cond")],
  ['needs an else', $.cond!({ if: 1, then: 2 }), refused("Missing 'else' parameter to $cond")],
  [
    'knows no other parts',
    $.cond!({ if: 1, then: 2, else: 3, x: 4 }),
    refused('Unrecognized parameter to $cond: x'),
  ],
  ['replaces null', $.ifNull!(['$a', 'none']), 'none', { a: null }],
  ['replaces missing', $.ifNull!(['$a', 'none']), 'none'],
  [
    'does not replace 0 or false',
    [$.ifNull!(['$a', 1]), $.ifNull!(['$b', 1])],
    [0, false],
    { a: 0, b: false },
  ],
  ['replaces by missing', $.ifNull!(['$a', '$none']), MISSING],
  [
    'replaces with two operands',
    $.ifNull!(['$a']),
    refused('Expression $ifNull takes exactly 2 arguments. 1 were passed in.'),
  ],
  [
    'switches to the first that holds',
    $.switch!({
      branches: [
        { case: $.gt!(['$v', 5]), then: 'big' },
        { case: $.gt!(['$v', 1]), then: 'middle' },
      ],
    }),
    'middle',
    { v: 3 },
  ],
  [
    'switches to the default',
    $.switch!({ branches: [{ case: '$none', then: 1 }], default: '$d' }),
    'd',
    { d: 'd' },
  ],
  [
    'switches to a missing default',
    $.switch!({ branches: [{ case: '$none', then: 1 }], default: '$d' }),
    MISSING,
  ],
  [
    'refuses when nothing holds and there is no default',
    $.switch!({ branches: [{ case: '$none', then: 1 }] }),
    refused('$switch could not find a matching branch for an input, and no default was specified.'),
  ],
  [
    'refuses no branches',
    $.switch!({ branches: [] }),
    refused('$switch requires at least one branch.'),
  ],
  [
    'refuses branches that are no list',
    $.switch!({ branches: 1 }),
    refused("$switch expected an array for 'branches', found: int"),
  ],
  [
    'refuses a branch that is no object',
    $.switch!({ branches: [1] }),
    refused('$switch expected each branch to be an object, found: int'),
  ],
  [
    'refuses a branch without a case',
    $.switch!({ branches: [{ then: 1 }] }),
    refused("$switch requires each branch have a 'case' expression"),
  ],
  [
    'refuses a branch without a then',
    $.switch!({ branches: [{ case: 1 }] }),
    refused("$switch requires each branch have a 'then' expression."),
  ],
  [
    'refuses unknown parts of a branch',
    $.switch!({ branches: [{ case: 1, then: 1, x: 1 }] }),
    refused('$switch found an unknown argument to a branch: x'),
  ],
  [
    'refuses unknown parts of a switch',
    $.switch!({ branches: [{ case: 1, then: 1 }], x: 1 }),
    refused('$switch found an unknown argument: x'),
  ],
  [
    'refuses a switch that is no object',
    $.switch!([]),
    refused('$switch requires an object as an argument, found: array'),
  ],
])

expressionCases('variables', [
  [
    'binds',
    $.let!({ vars: { low: 1, high: '$$CURRENT.high' }, in: $.gt!(['$$low', '$$high']) }),
    false,
    { high: 20 },
  ],
  [
    'binds with the variables outside only',
    $.let!({ vars: { x: 1 }, in: $.let!({ vars: { x: 2, y: '$$x' }, in: ['$$x', '$$y'] }) }),
    [2, 1],
  ],
  ['reads into variables', $.let!({ vars: { o: '$o' }, in: '$$o.a.b' }), 5, { o: { a: { b: 5 } } }],
  ['binds missing values', $.let!({ vars: { m: '$none' }, in: '$$m' }), MISSING],
  [
    'binds what paths begin at',
    $.let!({ vars: { CURRENT: '$o' }, in: '$a' }),
    7,
    { a: 1, o: { a: 7 } },
  ],
  ['names the document itself', '$$ROOT.a', 1, { a: 1 }],
  [
    'names the document from inside a map',
    $.map!({ input: [1], as: 'x', in: '$$ROOT.a' }),
    [1],
    { a: 1 },
  ],
  ['removes', { a: '$$REMOVE', b: 1 }, { b: 1 }],
  ['removes by a choice', { a: $.cond!([$.eq!(['$v', '']), '$$REMOVE', '$v']) }, {}, { v: '' }],
  ['refuses unknown variables', '$$x', refused('Use of undefined variable: x')],
  [
    'refuses system variables that do not exist',
    '$$USER',
    refused('Use of undefined variable: USER'),
  ],
  [
    'refuses to bind system variables',
    $.let!({ vars: { ROOT: 1 }, in: 1 }),
    refused("'ROOT' starts with an invalid character for a user variable name"),
  ],
  [
    'refuses names with other letters',
    $.let!({ vars: { 'a-b': 1 }, in: 1 }),
    refused("'a-b' contains an invalid character for a variable name: '-'"),
  ],
  ['takes names of other scripts', $.let!({ vars: { 变量: 3 }, in: '$$变量' }), 3],
  ['needs variables', $.let!({ in: 1 }), refused("Missing 'vars' parameter to $let")],
  ['needs a body', $.let!({ vars: {} }), refused("Missing 'in' parameter to $let")],
  [
    'knows no other parts',
    $.let!({ vars: {}, in: 1, x: 1 }),
    refused('Unrecognized parameter to $let: x'),
  ],
  ['takes an object', $.let!(1), refused('$let only supports an object as its argument')],
  ['takes texts with $ literally', $.literal!('$a'), '$a', { a: 1 }],
  ['takes operators literally', $.eq!(['$price', $.literal!('$1')]), true, { price: '$1' }],
  ['takes numbers literally', $.literal!({ a: 1 }), { a: 1 }],
  ['has no text score', $.meta!('textScore'), MISSING],
  ['knows no other metadata', $.meta!('nope'), refused('Unsupported argument to $meta: nope')],
  ['names metadata by texts', $.meta!(1), refused('$meta only supports string arguments')],
])
