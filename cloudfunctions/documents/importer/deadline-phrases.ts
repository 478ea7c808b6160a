import { dayNumber, isoDay, isoOf, lastDayOf } from './calendar'
import { type DeadlineContext, openSign, plainSign, type Sign } from './deadline-signs'

/** A way of setting a deadline that is no single date. */
export interface PhraseForm {
  name: string
  pattern: RegExp
  /** Also inside the words of a measure. */
  inline: boolean
  /** Its years and months are no dates of their own. */
  dated?: boolean
  read: (found: RegExpMatchArray, start: number, context: DeadlineContext) => Sign | null
}

const count = '(?:\\d+|[一二两三四五六七八九十半]+)'
const dash = '(?:-{1,2}|~|至|到)'
const and = '\\s*[、,和及]\\s*'

const endOf = (found: RegExpMatchArray, start: number): number => start + found[0].length

function rangeOf(found: RegExpMatchArray, start: number, first: string, last: string): Sign {
  return {
    ...plainSign('range', start, endOf(found, start)),
    days: [first, last],
    fault: first > last ? 'IMPORT.DATE_ORDER' : null,
  }
}

const numbers = (words: string | undefined): number[] => (words?.match(/\d+/g) ?? []).map(Number)

function monthEnds(found: RegExpMatchArray, start: number): Sign | null {
  const [, year, months] = found
  const days = numbers(months).map((month) =>
    month >= 1 && month <= 12 ? isoDay(Number(year), month, lastDayOf(Number(year), month)) : '',
  )
  return days.includes('') ? null : { ...plainSign('fixed', start, endOf(found, start)), days }
}

/** Days since 1899-12-30: how a sheet stores a day. */
function serialDay(found: RegExpMatchArray, start: number): Sign {
  const day = isoOf(dayNumber('1899-12-30') + Number(found[1]))
  return openSign(start, endOf(found, start), '写的是表格里的日期序号。', [day])
}

/** “十四五”末: the end of a five-year plan, the eleventh ending with 2010. */
function planEnd(found: RegExpMatchArray, start: number): Sign {
  const year = 2005 + 5 * ('一二三四五'.indexOf(found[1] ?? '') + 1)
  const day = isoDay(year, 12, 31)
  return openSign(start, endOf(found, start), '只写了规划期末,没有写日期。', [day])
}

const plain =
  (kind: Sign['kind']) =>
  (found: RegExpMatchArray, start: number): Sign =>
    plainSign(kind, start, endOf(found, start))

/** Seasons and meetings that are no days of the calendar. */
export const seasons =
  '春节|元旦|元宵|清明|五一|劳动节|端午|七一|八一|中秋|国庆|十一|(?:全国|省|市)?两会|汛期|主汛期|雨季|梅雨季|台风季|枯水期|丰水期|冬季|夏季|春季|秋季|入冬|入夏|入汛|入秋|供暖[季期]?|采暖[季期]?|非采暖季|秋收|夏收|三夏|三秋|春耕|禁渔期|学期|暑假|寒假'

/** In order: what is found first keeps its words. */
const phraseForms: readonly PhraseForm[] = [
  {
    name: '44012: the serial number of a day',
    pattern: /^([34]\d{4})(?:\.\d+)?$/g,
    inline: false,
    dated: true,
    read: serialDay,
  },
  {
    name: '2020年6、9、12月底前',
    pattern: new RegExp(
      `(?<!\\d)(20\\d{2})年(\\d{1,2}月?(?:底|末)?(?:${and}\\d{1,2}月?(?:底|末)?)*${and}\\d{1,2})月(?!\\d)(?:份)?[底末]?(?:之?前|以前)?`,
      'g',
    ),
    inline: true,
    dated: true,
    read: monthEnds,
  },
  {
    name: '2020、2021年底前',
    pattern: new RegExp(`(?<!\\d)(20\\d{2}(?:年?${and}20\\d{2})+)年年?[底末](?:之?前|以前)?`, 'g'),
    inline: true,
    dated: true,
    read: (found, start) => ({
      ...plainSign('fixed', start, endOf(found, start)),
      days: numbers(found[1]).map((year) => isoDay(year, 12, 31)),
    }),
  },
  {
    name: '2016—2017年底前',
    pattern: new RegExp(
      `(?<!\\d)(20\\d{2})年?${dash}(20\\d{2})年(?!\\d)(?:年?[底末])?(?:之?前|以前)?(?!\\s*(?:${seasons}))`,
      'g',
    ),
    inline: true,
    dated: true,
    read: (found, start) =>
      rangeOf(found, start, isoDay(Number(found[1]), 1, 1), isoDay(Number(found[2]), 12, 31)),
  },
  {
    name: '2019年6—12月',
    pattern: new RegExp(
      `(?<!\\d)(20\\d{2})年(\\d{1,2})月?${dash}(\\d{1,2})月(?!\\d)[底末]?(?:之?前|以前)?`,
      'g',
    ),
    inline: true,
    dated: true,
    read: (found, start) => {
      const [year, from, to] = [Number(found[1]), Number(found[2]), Number(found[3])]
      if (!(from >= 1 && from <= 12 && to >= 1 && to <= 12)) return null
      return rangeOf(found, start, isoDay(year, from, 1), isoDay(year, to, lastDayOf(year, to)))
    },
  },
  {
    name: '“十四五”末',
    pattern: /[“"]?十([一二三四五])五[”"]?(?:规划)?(?:时)?期?[末底]/g,
    inline: false,
    dated: true,
    read: planEnd,
  },
  {
    name: '每季度, 每年6月',
    pattern:
      /每\s*(?:[一二三两四]?\s*(?:半年|年度?|季度?|月|周|旬|日|天)|半年|个?工作日)|逐[年月]|按(?:年度?|季度?|月)|年度常态|定期/g,
    inline: true,
    read: (found, start, { inline }) =>
      inline && /日|天|周|定期|按|逐/.test(found[0]) ? null : plain('recurring')(found, start),
  },
  {
    name: '方案印发之日起30日内',
    pattern: new RegExp(
      `(?:[^,。;、\\s|]{0,30}(?:后|之日起|起))\\s*(?:的)?\\s*${count}\\s*个?\\s*(?:工作日|月|日|天|周|年|小时)(?:之?内|以内)?|${count}\\s*(?:个\\s*(?:工作日|月|星期)|工作日|日|天|周|小时)\\s*(?:之?内|以内)`,
      'g',
    ),
    inline: true,
    read: plain('relative'),
  },
  {
    name: '立行立改',
    pattern:
      /立行立改|立行整改|立即整改|立知立改|立整立改|立查立改|立改立行|即知即改|即行即改|即查即改|边督边改|边查边改|立说立行|即时整改|即刻整改|马上整改|立接立改|即交即办|立即(?:办理|完成|停止|落实)?/g,
    inline: false,
    read: plain('immediate'),
  },
  {
    name: '长期坚持',
    pattern:
      /长期坚持|长期(?:推进|落实|整改|任务|开展|实施)?|常态化?(?:工作|推进|坚持|开展|管理|整改|长效)?|持续(?:推进|整改|坚持|开展|实施|落实|巩固|提升|改善)?|日常(?:工作|监管)?|贯穿全年|全年|常抓不懈|坚持不懈|长效坚持/g,
    inline: false,
    read: plain('longTerm'),
  },
  {
    name: '并长期坚持 as a clause of a measure; the word inside a sentence sets no limit',
    pattern: /(?<=[,;。]\s*并?)长期坚持(?=\s*(?:[。;,]|$))/g,
    inline: true,
    read: (found, start, { inline }) => (inline ? plain('longTerm')(found, start) : null),
  },
  {
    name: '春节前 without a year',
    pattern: new RegExp(
      `(?<![\\d年])(?:${seasons})(?:假期)?(?:来临|到来)?(?:之?前|以前|期间|结束|后)(?!\\s*${count})`,
      'g',
    ),
    inline: false,
    read: (found, start) => openSign(start, endOf(found, start), `“${found[0]}”没有写明是哪一天。`),
  },
]

/** What the phrases of a text say, in the order of the forms. */
export function phrasesIn(
  text: string,
  context: DeadlineContext,
): { sign: Sign; dated: boolean }[] {
  return phraseForms.flatMap(({ pattern, inline, dated, read }) => {
    if (context.inline && !inline) return []
    return [...text.matchAll(pattern)].flatMap((found) => {
      const sign = read(found, found.index, context)
      return sign ? [{ sign, dated: dated === true }] : []
    })
  })
}
