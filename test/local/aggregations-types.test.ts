import { $, expressionCases, refused } from './support/aggregation'

const at = new Date('2018-03-27T16:58:51.538Z')
const OID = '5ab9cbfa31c2ab715d42129e'

expressionCases('types', [
  [
    'names types',
    ['$none', '$n', '$i', '$l', '$d', '$s', '$b', '$a', '$o', '$at', '$r'].map((path) => ({
      $type: path,
    })),
    [
      'missing',
      'null',
      'int',
      'long',
      'double',
      'string',
      'bool',
      'array',
      'object',
      'date',
      'regex',
    ],
    { n: null, i: 1, l: 3_000_000_000, d: 1.5, s: '', b: false, a: [], o: {}, at, r: /x/ },
  ],
  [
    'turns numbers into texts',
    [{ $toString: '$a' }, { $toString: 2.5 }, { $toString: 3_000_000_000 }],
    ['1', '2.5', '3000000000'],
    { a: 1 },
  ],
  ['writes 16 digits', { $toString: $.add!(['$a', 0.2]) }, '0.3', { a: 0.1 }],
  [
    'turns booleans and dates into texts',
    [{ $toString: true }, { $toString: '$at' }],
    ['true', '2018-03-27T16:58:51.538Z'],
    { at },
  ],
  ['turns null into null', { $toString: '$none' }, null],
  [
    'refuses to turn arrays into texts',
    { $toString: '$a' },
    refused('Unsupported conversion from array to string in $convert with no onError value'),
    { a: [] },
  ],
  [
    'turns into booleans',
    [{ $toBool: 0 }, { $toBool: 1.5 }, { $toBool: '' }, { $toBool: 'false' }, { $toBool: '$at' }],
    [false, true, true, true, true],
    { at },
  ],
  [
    'turns into whole numbers',
    [{ $toInt: true }, { $toInt: 1.99 }, { $toInt: '-5' }, { $toLong: '$at' }],
    [1, 1, -5, at.getTime()],
    { at },
  ],
  [
    'refuses fractions in texts as whole numbers',
    { $toInt: '1.5' },
    refused(
      'Failed to parse number \'1.5\' in $convert with no onError value: Bad digit "." while parsing 1.5',
    ),
  ],
  [
    'refuses numbers beyond 32 bits',
    { $toInt: 2_147_483_648 },
    refused('Conversion would overflow target type in $convert with no onError value: 2147483648'),
  ],
  [
    'refuses NaN as a whole number',
    { $toInt: '$a' },
    refused('Attempt to convert NaN value to integer type in $convert with no onError value'),
    { a: NaN },
  ],
  [
    'refuses dates as int',
    { $toInt: '$at' },
    refused('Unsupported conversion from date to int in $convert with no onError value'),
    { at },
  ],
  [
    'turns into fractions',
    [{ $toDouble: '-5.5e1' }, { $toDouble: true }, { $toDecimal: '2' }],
    [-55, 1, 2],
  ],
  [
    'refuses words as numbers',
    { $toDouble: 'abc' },
    refused(
      "Failed to parse number 'abc' in $convert with no onError value: Did not consume whole number.",
    ),
  ],
  [
    'refuses an empty text as a number',
    { $toDouble: '' },
    refused("Failed to parse number '' in $convert with no onError value: Empty string"),
  ],
  [
    'turns into dates',
    [{ $toDate: '2018-03-20 11:00:06 +0500' }, { $toDate: at.getTime() }],
    [new Date('2018-03-20T06:00:06Z'), at],
  ],
  [
    'refuses int as a date',
    { $toDate: 5 },
    refused('Unsupported conversion from int to date in $convert with no onError value'),
  ],
  ['refuses words as dates', { $toDate: 'Friday' }, refused(/^Error parsing date string 'Friday'/)],
  ['keeps object ids as their digits', { $toObjectId: '$id' }, OID, { id: OID }],
  [
    'refuses short object ids',
    { $toObjectId: '5ab9' },
    refused(
      "Failed to parse objectId '5ab9' in $convert with no onError value: Invalid string length for parsing to OID, expected 24 but found 4",
    ),
  ],
  ['converts by the name of a type', { $convert: { input: '1', to: 'double' } }, 1],
  ['converts by the number of a type', { $convert: { input: 5, to: 2 } }, '5'],
  ['converts null as told', { $convert: { input: null, to: 'int', onNull: 0 } }, 0],
  ['converts what fails as told', { $convert: { input: 'x', to: 'int', onError: 'bad' } }, 'bad'],
  ['converts to a null type as null', { $convert: { input: 1, to: '$none' } }, null],
  [
    'refuses unknown types, whatever was told',
    { $convert: { input: 1, to: 'float', onError: 0 } },
    refused('Unknown type name: float'),
  ],
  [
    'refuses unknown numbers of types',
    { $convert: { input: 1, to: 99 } },
    refused("In $convert, numeric value for 'to' does not correspond to a BSON type: 99"),
  ],
  [
    'refuses what nothing turns into',
    { $convert: { input: 1, to: 'array' } },
    refused('Unsupported conversion from int to array in $convert with no onError value'),
  ],
  ['needs an input', { $convert: { to: 'int' } }, refused("Missing 'input' parameter to $convert")],
  ['needs a type', { $convert: { input: 1 } }, refused("Missing 'to' parameter to $convert")],
  [
    'knows no other parts',
    { $convert: { input: 1, to: 'int', x: 1 } },
    refused('$convert found an unknown argument: x'),
  ],
  ['converts one value', { $toInt: [1, 2] }, refused('$toInt requires a single argument, got 2')],
])
