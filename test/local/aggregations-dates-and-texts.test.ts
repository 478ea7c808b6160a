import { $, expressionCases, refused } from './support/aggregation'

const at = new Date('2019-05-14T16:30:45.678Z')
const SHANGHAI = 'Asia/Shanghai'
const NEW_YORK = 'America/New_York'

const utc = (text: string) => new Date(text)

expressionCases('dates to texts', [
  [
    'writes ISO 8601 without a format',
    $.dateToString!({ date: '$at' }),
    '2019-05-14T16:30:45.678Z',
    { at },
  ],
  [
    'writes ISO 8601 in a zone',
    $.dateToString!({ date: '$at', timezone: NEW_YORK }),
    '2019-05-14T12:30:45.678Z',
    { at },
  ],
  [
    'writes every part',
    $.dateToString!({ date: '$at', format: '%Y|%m|%d|%H|%M|%S|%L|%j|%w|%U|%u|%V|%G|%z|%Z|%%' }),
    '2019|05|14|16|30|45|678|134|3|19|2|20|2019|+0000|0|%',
    { at },
  ],
  [
    'writes in a zone',
    $.dateToString!({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: SHANGHAI }),
    '2019-05-15 00:30',
    { at },
  ],
  [
    'writes offsets',
    $.dateToString!({ date: utc('2017-07-04T14:56:42.911Z'), format: '%z %Z', timezone: '$z' }),
    '+0845 525',
    { z: 'Australia/Eucla' },
  ],
  [
    'writes negative offsets',
    $.dateToString!({
      date: utc('2017-01-04T15:08:51.911Z'),
      format: '%H %z %Z',
      timezone: NEW_YORK,
    }),
    '10 -0500 -300',
  ],
  [
    'writes old offsets without their seconds',
    $.dateToString!({
      date: utc('1900-07-10T11:41:22.418Z'),
      format: '%H:%M:%S %z %Z',
      timezone: 'America/Caracas',
    }),
    '07:13:42 -0427 -267',
  ],
  [
    'writes weeks across years',
    $.dateToString!({ date: utc('2017-01-01T15:08:51.911Z'), format: '%Y-W%w-%U, %G-W%u-%V' }),
    '2017-W1-01, 2016-W7-52',
  ],
  [
    'writes small years with four digits',
    $.dateToString!({ date: utc('0099-01-02T00:00:00Z'), format: '%Y' }),
    '0099',
  ],
  [
    'writes Chinese around',
    $.dateToString!({ date: '$at', format: '%Y年%m月%d日' }),
    '2019年05月14日',
    { at },
  ],
  ['writes null as null', $.dateToString!({ date: '$none', format: '%Y' }), null],
  ['writes null as told', $.dateToString!({ date: null, format: '%Y', onNull: 'none' }), 'none'],
  ['writes by a null format null', $.dateToString!({ date: '$at', format: '$none' }), null, { at }],
  ['writes in a null zone null', $.dateToString!({ date: '$at', timezone: null }), null, { at }],
  [
    'refuses a number as format',
    $.dateToString!({ date: '$at', format: 5 }),
    refused("$dateToString requires that 'format' be a string, found: int with value 5"),
    { at },
  ],
  [
    'refuses unknown letters',
    $.dateToString!({ date: '$at', format: '%n' }),
    refused("Invalid format character '%n' in format string"),
    { at },
  ],
  [
    'refuses a format that ends early',
    $.dateToString!({ date: '$at', format: '%Y %' }),
    refused("Unmatched '%' at end of format string"),
    { at },
  ],
  [
    'refuses a format even without a date',
    $.dateToString!({ date: null, format: '%n' }),
    refused("Invalid format character '%n' in format string"),
  ],
  [
    'refuses years beyond four digits',
    $.dateToString!({ date: utc('+010000-01-01T00:00:00Z'), format: '%Y' }),
    refused('$dateToString is only defined on year 0-9999, tried to use year 10000'),
  ],
  [
    'refuses to write texts',
    $.dateToString!({ date: 'x', format: '%Y' }),
    refused("can't convert from BSON type string to Date"),
  ],
  [
    'refuses zones that are no texts',
    $.dateToString!({ date: '$at', timezone: 5 }),
    refused('timezone must evaluate to a string, found int'),
    { at },
  ],
  [
    'needs a date',
    $.dateToString!({ format: '%Y' }),
    refused("Missing 'date' parameter to $dateToString"),
  ],
  [
    'knows no other parts',
    $.dateToString!({ date: '$at', zone: 'UTC' }),
    refused('Unrecognized argument to $dateToString: zone'),
  ],
  [
    'takes an object',
    $.dateToString!('$at'),
    refused('$dateToString only supports an object as its argument'),
  ],
])

const read = (dateString: string, more: Record<string, unknown> = {}) =>
  $.dateFromString!({ dateString, ...more })

expressionCases('dates from texts', [
  ['reads ISO 8601', read('2017-07-04T11:56:02.813Z'), utc('2017-07-04T11:56:02.813Z')],
  ['reads a day', read('2017-07-06'), utc('2017-07-06T00:00:00Z')],
  ['reads a day and a time', read('2017-07-06 11:36:54'), utc('2017-07-06T11:36:54Z')],
  ['reads parts of seconds', read('2017-07-04T11:56:02.8'), utc('2017-07-04T11:56:02.800Z')],
  [
    'reads texts of the document',
    $.dateFromString!({ dateString: '$s' }),
    utc('1960-07-10T12:10:37.448Z'),
    { s: '1960-07-10T12:10:37.448' },
  ],
  [
    'reads in a zone',
    read('2017-07-06T12:35:37', { timezone: 'Asia/Tokyo' }),
    utc('2017-07-06T03:35:37Z'),
  ],
  [
    'reads by an offset',
    read('2017-07-06T12:35:37.513', { timezone: '+04:00' }),
    utc('2017-07-06T08:35:37.513Z'),
  ],
  ...(
    [
      ['2017-07-14T12:02:44.771 GMT', '12:02:44.771'],
      ['2017-07-14T12:02:44.771 GMT+02:00', '10:02:44.771'],
      ['2017-07-14T12:02:44.771+0330', '08:32:44.771'],
      ['2017-07-14T12:02:44.771+03', '09:02:44.771'],
      ['2017-07-14T12:02:44.771 CEST', '10:02:44.771'],
      ['2017-07-14T12:02:44.771 EST', '17:02:44.771'],
      ['2017-07-14T12:02:44.771 PDT', '19:02:44.771'],
      ['2017-07-14T12:02:44.771 A', '11:02:44.771'],
      ['2017-07-14T12:02:44.771 L', '01:02:44.771'],
      ['2017-07-14T12:02:44.771 P', '15:02:44.771'],
    ] as const
  ).map(([text, time]) => [`reads ${text}`, read(text), utc(`2017-07-14T${time}Z`)] as const),
  ...(
    [
      ['July 4th, 2017', '2017-07-04T00:00:00Z'],
      ['July 4th, 2017 12:39:30 BST', '2017-07-04T11:39:30Z'],
      ['July 4th, 2017 11am', '2017-07-04T11:00:00Z'],
      ['July 4th, 2017 12pm', '2017-07-04T12:00:00Z'],
      ['7/4/17', '2017-07-04T00:00:00Z'],
      ['04-07-2017', '2017-07-04T00:00:00Z'],
      ['2017-Jul-04 noon', '2017-07-04T12:00:00Z'],
      ['2017-07-04 12:48:07 GMT+0545', '2017-07-04T07:03:07Z'],
      ['2017-07-04 12:48:07 GMT-0200', '2017-07-04T14:48:07Z'],
      ['2017/7/4', '2017-07-04T00:00:00Z'],
      ['20170704', '2017-07-04T00:00:00Z'],
      ['20170704T115602', '2017-07-04T11:56:02Z'],
      ['4 July 2017', '2017-07-04T00:00:00Z'],
      ['Tue, 04 Jul 2017 08:00:00 +0800', '2017-07-04T00:00:00Z'],
      ['2017-W27-2', '2017-07-04T00:00:00Z'],
    ] as const
  ).map(([text, iso]) => [`reads ${text}`, read(text), utc(iso)] as const),
  ...(
    [
      ['2017-07-04T11:56:02Z', '%Y-%m-%dT%H:%M:%SZ', '2017-07-04T11:56:02Z'],
      ['2017-07-04T11:56.02.81', '%Y-%m-%dT%H:%M.%S.%L', '2017-07-04T11:56:02.810Z'],
      ['05 12 1988', '%d %m %Y', '1988-12-05T00:00:00Z'],
      ['1992 % 04 % 26', '%Y %% %m %% %d', '1992-04-26T00:00:00Z'],
      ['Day: 05 Month: 12 Year: 1988', 'Day: %d Month: %m Year: %Y', '1988-12-05T00:00:00Z'],
      ['4/26/1992:+0445', '%m/%d/%Y:%z', '1992-04-25T19:15:00Z'],
      ['4/26/1992:+285', '%m/%d/%Y:%Z', '1992-04-25T19:15:00Z'],
      ['2017', '%G', '2017-01-02T00:00:00Z'],
      ['2017, Week 53', '%G, Week %V', '2018-01-01T00:00:00Z'],
      ['53.7.2017', '%V.%u.%G', '2018-01-07T00:00:00Z'],
      ['1.1.1', '%V.%u.%G', '0001-01-01T00:00:00Z'],
      ['2017年07月04日', '%Y年%m月%d日', '2017-07-04T00:00:00Z'],
    ] as const
  ).map(
    ([text, format, iso]) =>
      [`reads ${text} by ${format}`, read(text, { format }), utc(iso)] as const,
  ),
  [
    'reads by a format in a zone',
    read('2017-07-04T11:56.02', { format: '%Y-%m-%dT%H:%M.%S', timezone: 'Europe/London' }),
    utc('2017-07-04T10:56:02Z'),
  ],
  ['reads null as null', $.dateFromString!({ dateString: '$none' }), null],
  ['reads null as told', $.dateFromString!({ dateString: null, onNull: 'none' }), 'none'],
  ['reads nonsense as told', read('nonsense', { onError: 'bad' }), 'bad'],
  ['reads numbers as told', $.dateFromString!({ dateString: 5, onError: null }), null],
  ['reads in a null zone null', read('2017-07-04', { timezone: '$none' }), null],
  ['reads by a null format null', read('2017-07-04', { format: null }), null],
  [
    'refuses an unknown zone even with onError',
    read('2017-07-04', { timezone: 'x', onError: 1 }),
    refused('unrecognized time zone identifier: "x"'),
  ],
  [
    'refuses nonsense',
    read('60.Monday1770/06:59'),
    refused(/^Error parsing date string '60.Monday1770\/06:59'; /),
  ],
  [
    'refuses a month without a year',
    read('July 4th'),
    refused('an incomplete date/time string has been found, with elements missing: "July 4th"'),
  ],
  [
    'refuses a time alone',
    read('12:50:53'),
    refused('an incomplete date/time string has been found, with elements missing: "12:50:53"'),
  ],
  ['refuses days that do not exist', read('2017-02-30'), refused(/The parsed date was invalid/)],
  [
    'refuses two zones',
    read('2017-07-12T22:23:55 GMT+02:00', { timezone: 'Europe/Amsterdam' }),
    refused(
      'you cannot pass in a date/time string with GMT offset together with a timezone argument',
    ),
  ],
  [
    'refuses a zone beside Z',
    read('2017-07-12T22:23:55Z', { timezone: 'Europe/Amsterdam' }),
    refused(
      "you cannot pass in a date/time string with time zone information ('Z') together with a timezone argument",
    ),
  ],
  [
    'refuses names of zones inside',
    read('2017-07-12T22:23:55 Europe/Amsterdam'),
    refused(/passing a time zone identifier as part of the string is not allowed/),
  ],
  [
    'refuses too little for a format',
    read('2018-01', { format: '%Y-%m-%d' }),
    refused(/Data missing/),
  ],
  ['refuses too much for a format', read('2018-01', { format: '%Y' }), refused(/Trailing data/)],
  [
    'refuses other letters than the format',
    read('1992-26-04', { format: 'Y-d-m' }),
    refused(/Format literal not found/),
  ],
  [
    'refuses an ISO day without a year',
    read('ISO Day 6', { format: 'ISO Day %u' }),
    refused(/The parsed date was invalid/),
  ],
  [
    'refuses a mixture',
    read('12/31/2018', { format: '%m/%d/%G' }),
    refused(/Mixing of ISO dates with natural dates is not allowed/),
  ],
  [
    'refuses unknown letters',
    read('1992', { format: '%n' }),
    refused("Invalid format character '%n' in format string"),
  ],
  [
    'refuses a number as format',
    read('1992', { format: 5 }),
    refused("$dateFromString requires that 'format' be a string, found: int with value 5"),
  ],
  [
    'refuses a number as text',
    $.dateFromString!({ dateString: 5 }),
    refused("$dateFromString requires that 'dateString' be a string, found: int with value 5"),
  ],
  [
    'needs a text',
    $.dateFromString!({ timezone: 'UTC' }),
    refused("Missing 'dateString' parameter to $dateFromString"),
  ],
  [
    'knows no other parts',
    read('x', { zone: 1 }),
    refused('Unrecognized argument to $dateFromString: zone'),
  ],
  [
    'takes an object',
    $.dateFromString!('x'),
    refused('$dateFromString only supports an object as an argument, found: string'),
  ],
])
