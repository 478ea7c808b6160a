import { $, expressionCases, refused } from './support/aggregation'

const texts = { zh: '整改通知', e: 'a😀b', s: 'cafétéria', n: null, i: 5 }

expressionCases('texts', [
  ['joins', $.concat!(['$a', ' - ', '$b']), 'x - y', { a: 'x', b: 'y' }],
  ['joins nothing to nothing', $.concat!([]), ''],
  ['joins to null with null', $.concat!(['$zh', null]), null, texts],
  ['joins to null with a missing field', $.concat!(['$zh', '$none']), null, texts],
  [
    'refuses to join numbers',
    $.concat!(['$zh', '$i']),
    refused('$concat only supports strings, not int'),
    texts,
  ],
  ['splits', $.split!(['2019-05-14', '-']), ['2019', '05', '14']],
  ['splits to itself without the separator', $.split!(['abc', ',']), ['abc']],
  ['splits at the ends to empty texts', $.split!([',a,', ',']), ['', 'a', '']],
  ['splits null to null', $.split!(['$n', ',']), null, texts],
  ['splits by null to null', $.split!(['a,b', '$none']), null],
  [
    'refuses an empty separator',
    $.split!(['abc', '']),
    refused('$split requires a non-empty separator'),
  ],
  [
    'refuses to split a number',
    $.split!(['$i', ',']),
    refused(
      '$split requires an expression that evaluates to a string as a first argument, found: int',
    ),
    texts,
  ],
  [
    'refuses to split by a number',
    $.split!(['a', '$i']),
    refused(
      '$split requires an expression that evaluates to a string as a second argument, found: int',
    ),
    texts,
  ],
  ['counts bytes of Chinese', $.strLenBytes!('$zh'), 12, texts],
  ['counts bytes of emoji', $.strLenBytes!('$e'), 6, texts],
  ['counts no bytes', $.strLenBytes!(''), 0],
  [
    'refuses to count the bytes of null',
    $.strLenBytes!('$n'),
    refused('$strLenBytes requires a string argument, found: null'),
    texts,
  ],
  [
    'refuses to count the bytes of a missing field',
    $.strLenBytes!('$none'),
    refused('$strLenBytes requires a string argument, found: missing'),
  ],
  ['counts code points of Chinese', $.strLenCP!('$zh'), 4, texts],
  ['counts code points of emoji', $.strLenCP!('$e'), 3, texts],
  [
    'refuses to count the code points of a number',
    $.strLenCP!('$i'),
    refused('$strLenCP requires a string argument, found: int'),
    texts,
  ],
  ['compares without case', $.strcasecmp!(['ABC', 'abd']), -1],
  ['compares equal without case', $.strcasecmp!(['ABC', 'abc']), 0],
  ['compares null as empty', $.strcasecmp!(['a', '$n']), 1, texts],
  ['compares numbers as texts', $.strcasecmp!(['$i', '5']), 0, texts],
  ['compares other letters as they are', $.strcasecmp!(['é', 'É']), 1],
  [
    'refuses to compare booleans',
    $.strcasecmp!([true, 'a']),
    refused("can't convert from BSON type bool to String"),
  ],
  ['lowers', $.toLower!('AbC1'), 'abc1'],
  ['lowers null to nothing', $.toLower!('$n'), '', texts],
  ['lowers a missing field to nothing', $.toLower!('$none'), ''],
  ['lowers the letters of ASCII only', $.toLower!('ÀÉ整A'), 'ÀÉ整a'],
  ['lowers numbers to texts', $.toLower!('$x'), '1.5', { x: 1.5 }],
  [
    'lowers dates to texts',
    $.toUpper!(new Date('2019-05-14T00:00:00Z')),
    '2019-05-14T00:00:00.000Z',
  ],
  [
    'refuses to lower an array',
    $.toLower!('$x'),
    refused("can't convert from BSON type array to String"),
    { x: [] },
  ],
  ['raises', $.toUpper!('aé'), 'Aé'],
  [
    'refuses to raise booleans',
    $.toUpper!(true),
    refused("can't convert from BSON type bool to String"),
  ],
])

expressionCases('positions in texts', [
  ['finds by bytes', $.indexOfBytes!(['$s', 't']), 5, texts],
  ['finds Chinese by bytes', $.indexOfBytes!(['$zh', '通']), 6, texts],
  ['finds from a byte', $.indexOfBytes!(['foobar foobar', 'bar', 4]), 10],
  ['finds none outside its bounds', $.indexOfBytes!(['vanilla', 'll', 0, 5]), -1],
  ['finds none when the bounds cross', $.indexOfBytes!(['vanilla', 'ni', 5, 2]), -1],
  ['finds none from beyond the end', $.indexOfBytes!(['vanilla', 'll', 12]), -1],
  ['finds in null as null', $.indexOfBytes!([null, 'foo']), null],
  ['finds an empty text at once', $.indexOfBytes!(['abc', '']), 0],
  [
    'refuses to find null',
    $.indexOfBytes!(['abc', null]),
    refused('$indexOfBytes requires a string as the second argument, found: null'),
  ],
  [
    'refuses to find in a number',
    $.indexOfBytes!([5, '5']),
    refused('$indexOfBytes requires a string as the first argument, found: int'),
  ],
  [
    'refuses a negative byte',
    $.indexOfBytes!(['abc', 'b', -1]),
    refused('$indexOfBytes requires a nonnegative starting index, found: -1'),
  ],
  [
    'refuses a byte that is no number',
    $.indexOfBytes!(['abc', 'b', 'x']),
    refused(
      '$indexOfBytesrequires an integral starting index, found a value of type: string, with value: "x"',
    ),
  ],
  ['finds by code points', $.indexOfCP!(['$zh', '通']), 2, texts],
  ['finds behind emoji', $.indexOfCP!(['$e', 'b']), 2, texts],
  ['finds from a code point', $.indexOfCP!(['$s', 'é', 4]), 5, texts],
  ['finds none before a code point', $.indexOfCP!(['$zh', '知', 0, 3]), -1, texts],
  ['finds nothing in nothing', $.indexOfCP!(['', '']), 0],
  ['finds in a missing field as null', $.indexOfCP!(['$none', 'a']), null],
  [
    'refuses to find a number',
    $.indexOfCP!(['abc', 1]),
    refused('$indexOfCP requires a string as the second argument, found: int'),
  ],
  [
    'takes two to four operands',
    $.indexOfCP!(['abc']),
    refused(
      'Expression $indexOfCP takes at least 2 arguments, and at most 4, but 1 were passed in.',
    ),
  ],
])

expressionCases('parts of texts', [
  ['cuts by bytes', $.substrBytes!(['hello', 1, 3]), 'ell'],
  ['cuts Chinese by bytes', $.substrBytes!(['$zh', 3, 6]), '改通', texts],
  ['cuts to the end', $.substr!(['$zh', 6, -1]), '通知', texts],
  ['cuts nothing from beyond the end', $.substr!(['abc', 9, 2]), ''],
  ['cuts numbers as texts', $.substr!(['$i', 0, 1]), '5', texts],
  ['cuts dates as texts', $.substr!([new Date('2019-05-14T08:00:00Z'), 0, 10]), '2019-05-14'],
  ['cuts null to nothing', $.substr!(['$n', 0, 2]), '', texts],
  [
    'refuses a negative start',
    $.substr!(['abc', -1, 2]),
    refused('$substrBytes:  starting index must be non-negative (got: -1)'),
  ],
  [
    'refuses to begin inside a character',
    $.substrBytes!(['$zh', 1, 2]),
    refused('$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.'),
    texts,
  ],
  [
    'refuses to end inside a character',
    $.substrBytes!(['$zh', 0, 4]),
    refused('$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.'),
    texts,
  ],
  [
    'refuses a start that is no number',
    $.substrBytes!(['abc', 'x', 2]),
    refused('$substrBytes:  starting index must be a numeric type (is BSON type string)'),
  ],
  [
    'refuses a length that is no number',
    $.substrBytes!(['abc', 0, null]),
    refused('$substrBytes:  length must be a numeric type (is BSON type null)'),
  ],
  [
    'needs three operands',
    $.substrBytes!(['abc', 0]),
    refused('Expression $substrBytes takes exactly 3 arguments. 2 were passed in.'),
  ],
  [
    'refuses to cut an array',
    $.substrBytes!(['$x', 0, 1]),
    refused("can't convert from BSON type array to String"),
    { x: [1] },
  ],
  ['cuts by code points', $.substrCP!(['$zh', 1, 2]), '改通', texts],
  ['cuts emoji whole', $.substrCP!(['$e', 1, 1]), '😀', texts],
  ['cuts no more than there is', $.substrCP!(['abc', 1, 99]), 'bc'],
  ['cuts nothing from a code point beyond the end', $.substrCP!(['abc', 5, 1]), ''],
  ['cuts null to nothing by code points', $.substrCP!([null, 0, 3]), ''],
  [
    'refuses a negative length',
    $.substrCP!(['abc', 0, -1]),
    refused('$substrCP: length must be a nonnegative integer.'),
  ],
  [
    'refuses a negative code point',
    $.substrCP!(['abc', -1, 1]),
    refused('$substrCP: the starting index must be nonnegative integer.'),
  ],
  [
    'refuses a code point that is no number',
    $.substrCP!(['abc', '0', 1]),
    refused('$substrCP: starting index must be a numeric type (is BSON type string)'),
  ],
  [
    'refuses a fraction of a code point',
    $.substrCP!(['abc', 0.5, 1]),
    refused('$substrCP: starting index cannot be represented as a 32-bit integral value: 0.5'),
  ],
  ['trims', { $trim: { input: ' \n a b\t ' } }, 'a b'],
  ['trims given letters', { $trim: { input: 'xxaxbx', chars: 'xb' } }, 'a'],
  ['trims the left', { $ltrim: { input: '  a ' } }, 'a '],
  ['trims the right', { $rtrim: { input: '  a ' } }, '  a'],
  ['trims null to null', { $trim: { input: '$n' } }, null, texts],
  [
    'refuses to trim numbers',
    { $trim: { input: '$i' } },
    refused('$trim requires its input to be a string, got 5 (of type int) instead.'),
    texts,
  ],
  [
    'needs something to trim',
    { $trim: { chars: 'x' } },
    refused("$trim requires an 'input' field"),
  ],
])

expressionCases('patterns', [
  ['matches', { $regexMatch: { input: '$zh', regex: '通知$' } }, true, texts],
  [
    'matches a pattern with options',
    { $regexMatch: { input: 'ABC', regex: 'b', options: 'i' } },
    true,
  ],
  ['matches a pattern sent as such', { $regexMatch: { input: 'ABC', regex: /b/i } }, true],
  ['does not match null', { $regexMatch: { input: '$n', regex: 'a' } }, false, texts],
  [
    'finds with position and groups',
    { $regexFind: { input: '$e', regex: '(b)|(x)' } },
    { match: 'b', idx: 2, captures: ['b', null] },
    texts,
  ],
  ['finds nothing as null', { $regexFind: { input: 'abc', regex: 'x' } }, null],
  [
    'finds all',
    { $regexFindAll: { input: 'a1b22', regex: '\\d+' } },
    [
      { match: '1', idx: 1, captures: [] },
      { match: '22', idx: 3, captures: [] },
    ],
  ],
  ['finds none at all', { $regexFindAll: { input: null, regex: 'x' } }, []],
  [
    'finds empty matches while there is text left',
    { $regexFindAll: { input: '😀b', regex: '()' } },
    [
      { match: '', idx: 0, captures: [''] },
      { match: '', idx: 1, captures: [''] },
    ],
  ],
  [
    'finds an empty match in an empty text',
    { $regexFindAll: { input: '', regex: '' } },
    [{ match: '', idx: 0, captures: [] }],
  ],
  [
    'finds the end once',
    { $regexFindAll: { input: 'ab', regex: { $literal: '$' } } },
    [{ match: '', idx: 2, captures: [] }],
  ],
  [
    'reads patterns as PCRE does',
    { $regexFind: { input: 'été 整改', regex: '\\A\\p{Latin}+' } },
    { match: 'été', idx: 0, captures: [] },
  ],
  [
    'takes a character of two units as one',
    { $regexFind: { input: 'x😀y', regex: '.y' } },
    { match: '😀y', idx: 1, captures: [] },
  ],
  [
    'refuses to match numbers',
    { $regexMatch: { input: 5, regex: '5' } },
    refused("$regexMatch needs 'input' to be of type string"),
  ],
  [
    'refuses a number as pattern',
    { $regexMatch: { input: 'a', regex: 5 } },
    refused("$regexMatch needs 'regex' to be of type string or regex"),
  ],
  [
    'refuses options twice',
    { $regexMatch: { input: 'a', regex: /a/i, options: 's' } },
    refused("$regexMatch: found regex option(s) specified in both 'regex' and 'option' fields"),
  ],
  [
    'needs a pattern',
    { $regexMatch: { input: 'a' } },
    refused("$regexMatch requires 'regex' parameter"),
  ],
])
