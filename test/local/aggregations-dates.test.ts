import { $, expressionCases, refused } from './support/aggregation'

const at = new Date('2019-05-14T16:30:45.678Z')
const old = new Date('1935-07-10T11:36:37.133Z')
const SHANGHAI = 'Asia/Shanghai'
const NEW_YORK = 'America/New_York'

const utc = (text: string) => new Date(text)

expressionCases('parts of a date', [
  [
    'takes the parts in UTC',
    ['$year', '$month', '$dayOfMonth', '$hour', '$minute', '$second', '$millisecond'].map(
      (name) => ({ [name]: '$at' }),
    ),
    [2019, 5, 14, 16, 30, 45, 678],
    { at },
  ],
  [
    'takes the parts in a zone',
    [
      $.year!({ date: '$at', timezone: SHANGHAI }),
      $.month!({ date: '$at', timezone: SHANGHAI }),
      $.dayOfMonth!({ date: '$at', timezone: SHANGHAI }),
      $.hour!({ date: '$at', timezone: SHANGHAI }),
    ],
    [2019, 5, 15, 0],
    { at },
  ],
  [
    'takes the parts by an offset',
    [
      $.hour!({ date: '$at', timezone: '+08:00' }),
      $.hour!({ date: '$at', timezone: '+0530' }),
      $.hour!({ date: '$at', timezone: '-05' }),
      $.minute!({ date: '$at', timezone: '+0530' }),
    ],
    [0, 22, 11, 0],
    { at },
  ],
  [
    'reads the zone from the document',
    $.hour!({ date: '$at', timezone: '$zone' }),
    12,
    { at, zone: NEW_YORK },
  ],
  ['keeps milliseconds before 1970', $.millisecond!('$old'), 133, { old }],
  [
    'takes parts before 1970',
    [$.year!('$old'), $.dayOfWeek!('$old'), $.dayOfYear!('$old')],
    [1935, 4, 191],
    { old },
  ],
  [
    'knows offsets of seconds',
    [
      $.minute!({ date: '$past', timezone: 'America/Caracas' }),
      $.second!({ date: '$past', timezone: 'America/Caracas' }),
    ],
    [13, 42],
    { past: utc('1900-07-10T11:41:22.418Z') },
  ],
  [
    'counts days of the week from Sunday',
    [$.dayOfWeek!(utc('2019-05-12T00:00:00Z')), $.dayOfWeek!(utc('2019-05-18T23:59:59Z'))],
    [1, 7],
  ],
  [
    'counts ISO days of the week from Monday',
    [$.isoDayOfWeek!(utc('2019-05-13T00:00:00Z')), $.isoDayOfWeek!(utc('2019-05-12T00:00:00Z'))],
    [1, 7],
  ],
  [
    'counts days of leap years',
    [$.dayOfYear!(utc('2020-12-31T00:00:00Z')), $.dayOfYear!(utc('2019-12-31T00:00:00Z'))],
    [366, 365],
  ],
  [
    'counts weeks from the first Sunday',
    [
      $.week!('$at'),
      $.week!(utc('2019-01-01T00:00:00Z')),
      $.week!(utc('2017-01-01T00:00:00Z')),
      $.week!(utc('2016-12-31T00:00:00Z')),
    ],
    [19, 0, 1, 52],
    { at },
  ],
  [
    'counts weeks in a zone',
    [
      $.week!({ date: utc('2019-05-11T20:00:00Z'), timezone: SHANGHAI }),
      $.week!(utc('2019-05-11T20:00:00Z')),
    ],
    [19, 18],
  ],
  [
    'counts ISO weeks across years',
    [
      $.isoWeek!(utc('2016-01-01T00:00:00Z')),
      $.isoWeek!(utc('2018-12-31T00:00:00Z')),
      $.isoWeek!(utc('2015-12-31T00:00:00Z')),
    ],
    [53, 1, 53],
  ],
  [
    'counts years of ISO weeks',
    [$.isoWeekYear!(utc('2016-01-01T00:00:00Z')), $.isoWeekYear!(utc('2018-12-31T00:00:00Z'))],
    [2015, 2019],
  ],
  [
    'follows summer time',
    [
      $.hour!({ date: utc('2017-03-12T06:59:59Z'), timezone: NEW_YORK }),
      $.hour!({ date: utc('2017-03-12T07:00:00Z'), timezone: NEW_YORK }),
      $.hour!({ date: utc('2017-11-05T05:59:59Z'), timezone: NEW_YORK }),
      $.hour!({ date: utc('2017-11-05T06:00:00Z'), timezone: NEW_YORK }),
    ],
    [1, 3, 1, 1],
  ],
  ['takes the hour of null as null', $.hour!('$none'), null],
  [
    'takes the hour in a null zone as null',
    $.hour!({ date: '$at', timezone: '$none' }),
    null,
    { at },
  ],
  ['takes a date in brackets', $.year!(['$at']), 2019, { at }],
  ['takes a date that is computed', $.year!($.add!(['$at', 86_400_000 * 365])), 2020, { at }],
  [
    'refuses two dates',
    $.year!(['$at', '$at']),
    refused('$year accepts exactly one argument if given an array, but was given 2'),
    { at },
  ],
  ['refuses texts', $.year!('2019-05-14'), refused("can't convert from BSON type string to Date")],
  [
    'refuses numbers',
    $.month!('$n'),
    refused("can't convert from BSON type long to Date"),
    { n: 1557851445678 },
  ],
  [
    'refuses unknown zones',
    $.hour!({ date: '$at', timezone: 'Mars/Base' }),
    refused('unrecognized time zone identifier: "Mars/Base"'),
    { at },
  ],
  [
    'refuses zones in other case',
    $.hour!({ date: '$at', timezone: 'asia/shanghai' }),
    refused('unrecognized time zone identifier: "asia/shanghai"'),
    { at },
  ],
  [
    'refuses zones that are no texts',
    $.hour!({ date: '$at', timezone: 8 }),
    refused('$hour requires a string for the timezone argument, but was given a int (8)'),
    { at },
  ],
  [
    'refuses other options',
    $.hour!({ date: '$at', zone: 'UTC' }),
    refused('unrecognized option to $hour: "zone"'),
    { at },
  ],
  [
    'needs a date',
    $.hour!({ timezone: 'UTC' }),
    refused(/^missing 'date' argument to \$hour, provided: \$hour: \{ timezone: "UTC" \}$/),
  ],
  [
    'takes all parts at once',
    { $dateToParts: { date: '$at', timezone: SHANGHAI } },
    { year: 2019, month: 5, day: 15, hour: 0, minute: 30, second: 45, millisecond: 678 },
    { at },
  ],
  [
    'takes all ISO parts at once',
    { $dateToParts: { date: '$at', iso8601: true } },
    {
      isoWeekYear: 2019,
      isoWeek: 20,
      isoDayOfWeek: 2,
      hour: 16,
      minute: 30,
      second: 45,
      millisecond: 678,
    },
    { at },
  ],
])

expressionCases('dates from parts', [
  [
    'builds a date',
    $.dateFromParts!({ year: 2017, month: 2, day: 8, hour: 12 }),
    utc('2017-02-08T12:00:00Z'),
  ],
  [
    'builds the beginning of a year',
    $.dateFromParts!({ year: '$y' }),
    utc('2017-01-01T00:00:00Z'),
    { y: 2017 },
  ],
  [
    'builds a date in a zone',
    $.dateFromParts!({
      year: 2016,
      month: 12,
      day: 31,
      hour: 23,
      minute: 46,
      second: 12,
      timezone: NEW_YORK,
    }),
    utc('2017-01-01T04:46:12Z'),
  ],
  [
    'builds a date by an offset',
    $.dateFromParts!({ year: 2019, month: 5, day: 15, timezone: '+08:00' }),
    utc('2019-05-14T16:00:00Z'),
  ],
  [
    'builds a date by ISO week',
    $.dateFromParts!({ isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 }),
    utc('2017-02-08T12:00:00Z'),
  ],
  [
    'carries over months',
    $.dateFromParts!({ year: 2017, month: 14, day: 1, hour: 12 }),
    utc('2018-02-01T12:00:00Z'),
  ],
  [
    'carries over back',
    $.dateFromParts!({ year: 2017, month: 0, day: 1, hour: 12 }),
    utc('2016-12-01T12:00:00Z'),
  ],
  [
    'carries over days, hours, minutes',
    $.dateFromParts!({ year: 2017, month: 1, day: 32, hour: 25, minute: 61, second: -1 }),
    utc('2017-02-02T02:00:59Z'),
  ],
  [
    'carries over ISO weeks',
    $.dateFromParts!({ isoWeekYear: 2017, isoWeek: 53, isoDayOfWeek: 8 }),
    utc('2018-01-08T00:00:00Z'),
  ],
  [
    'counts a skipped hour on',
    $.dateFromParts!({ year: 2017, month: 3, day: 12, hour: 2, minute: 30, timezone: NEW_YORK }),
    utc('2017-03-12T07:30:00Z'),
  ],
  [
    'takes the first of two equal hours',
    $.dateFromParts!({ year: 2017, month: 11, day: 5, hour: 1, minute: 30, timezone: NEW_YORK }),
    utc('2017-11-05T05:30:00Z'),
  ],
  [
    'takes summer time east of Greenwich',
    $.dateFromParts!({ year: 2017, month: 3, day: 26, hour: 4, timezone: 'Europe/Helsinki' }),
    utc('2017-03-26T01:00:00Z'),
  ],
  ['is null with a null part', $.dateFromParts!({ year: 2017, month: '$none' }), null],
  ['is null in a null zone', $.dateFromParts!({ year: 2017, timezone: null }), null],
  [
    'needs a year',
    $.dateFromParts!({ month: 1 }),
    refused("$dateFromParts requires either 'year' or 'isoWeekYear' to be present"),
  ],
  [
    'does not mix',
    $.dateFromParts!({ year: 2017, isoWeek: 3 }),
    refused('$dateFromParts does not allow mixing natural dates with ISO dates'),
  ],
  [
    'does not mix the other way',
    $.dateFromParts!({ isoWeekYear: 2017, month: 3 }),
    refused('$dateFromParts does not allow mixing ISO dates with natural dates'),
  ],
  [
    'refuses fractions',
    $.dateFromParts!({ year: 2017, month: 1.5 }),
    refused("'month' must evaluate to an integer, found double with value 1.5"),
  ],
  [
    'refuses texts',
    $.dateFromParts!({ year: '2017' }),
    refused('\'year\' must evaluate to an integer, found string with value "2017"'),
  ],
  [
    'refuses years beyond 9999',
    $.dateFromParts!({ year: 10_000 }),
    refused("'year' must evaluate to an integer in the range 0 to 9999, found 10000"),
  ],
  [
    'knows no other parts',
    $.dateFromParts!({ year: 2017, week: 1 }),
    refused('Unrecognized argument to $dateFromParts: week'),
  ],
  [
    'takes an object',
    $.dateFromParts!('$y'),
    refused('$dateFromParts only supports an object as its argument'),
  ],
])
