import { readNumeral } from '@/domain/import/numeral'

/** Numbers that are one character with their mark, each row counting from 1. */
const signs: [signs: string, style: OrdinalStyle][] = [
  ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', 'circled'],
  ['⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', 'arabicBracket'],
  ['⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', 'arabic'],
  ['㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', 'chineseBracket'],
]

export type OrdinalStyle =
  | 'part' // 第二部分
  | 'item' // 第二十七项
  | 'problem' // 问题3, 编号8, 问题(一), 12号任务
  | 'chinese' // 一、
  | 'chineseBracket' // (一)
  | 'arabic' // 1. 1、
  | 'arabicHalf' // 1)
  | 'arabicBracket' // (1)
  | 'decimal' // 1.1
  | 'circled' // ①
  | 'isStyle' // 一是

export interface Ordinal {
  style: OrdinalStyle
  value: number
  start: number
  /** Where the words after the ordinal begin. */
  end: number
  /** The bare number inside. */
  number: [number, number]
}

/** Words that count whole things. */
const counters =
  '[家处座户台起辆艘口眼头宗栋幢所间份批部套村乡镇县号]|(?:个|名|条|件|项)(?!百分点|月|小时|半)'

const chineseNumber = '[一二三四五六七八九十百零]{1,5}'
const patterns: { style: OrdinalStyle; pattern: RegExp }[] = [
  {
    style: 'part',
    pattern: new RegExp(
      `(第\\s*)(\\d{1,2}|${chineseNumber})(\\s*(?:部分|大类|类|章|方面)\\s*[、:.,]?)`,
      'y',
    ),
  },
  {
    style: 'item',
    pattern: new RegExp(
      `(\\(?\\s*第\\s*)(\\d{1,3}|${chineseNumber})(\\s*(?:项|条|个问题|个)\\s*(?:整改任务|反馈问题|问题|任务)?\\s*\\)?\\s*[、:.,]?)`,
      'y',
    ),
  },
  {
    style: 'problem',
    pattern: new RegExp(
      `((?:整改|反馈)?(?:(?:问题|任务|事项)(?:序号|编号)?|序号|编号)\\s*)(\\d{1,3}|${chineseNumber})(\\s*[、:.]|[^\\S\\n]+(?=[^\\s\\d])|[^\\S\\n]*(?=\\n|$))`,
      'y',
    ),
  },
  {
    style: 'problem',
    pattern: new RegExp(
      `((?:整改|反馈)?(?:问题|任务|事项)\\s*\\(\\s*)(\\d{1,3}|${chineseNumber})(\\s*\\)\\s*[、:.]?)`,
      'y',
    ),
  },
  {
    style: 'problem',
    pattern: new RegExp(
      `([【〖[]\\s*(?:整改|反馈)?(?:问题|任务|事项)\\s*)(\\d{1,3}|${chineseNumber})(\\s*[】〗\\]]\\s*[、:.]?)`,
      'y',
    ),
  },
  {
    style: 'problem',
    pattern: new RegExp(
      `(第?\\s*)(\\d{1,3}|${chineseNumber})(\\s*号\\s*(?:整改|反馈)?(?:问题|任务|事项)\\s*[、:.])`,
      'y',
    ),
  },
  { style: 'decimal', pattern: /()(\d{1,3}[.-]\d{1,2})(?![\d.%年月日-])([、.]|(?=\s))/y },
  { style: 'arabicHalf', pattern: /()(\d{1,3})(\s*\))/y },
  {
    style: 'arabic',
    pattern:
      // 2、3家企业 counts, 1、2号锅炉 names two; 1.9月底前… counts what is due in September,
      // 1/来电反映: counts too.
      /()(\d{1,3})(\s*(?:[、.](?!\d)|[、.](?=20\d{2}\s*年|\d{1,2}\s*月(?:底|末|初|份|前|\d|[上中下]旬))|、(?=\d+[\u4e00-\u9fff])(?!\d+[号项条期标段])|[/:](?=[\u4e00-\u9fff]{4})))/y,
  },
  {
    style: 'arabic',
    // 2.4家作坊: what is counted by the piece has no decimals, so that the figure is an item's.
    pattern: new RegExp(
      `()(\\d{1,3})(\\.(?=\\d{1,4}(?:${counters}))(?<=(?:^|[\\n。;:!)|”】])\\s*\\d{1,3}\\.))`,
      'y',
    ),
  },
  { style: 'arabicBracket', pattern: /(\(\s*)(\d{1,3})(\s*\)[、.]?)/y },
  {
    style: 'chineseBracket',
    pattern: new RegExp(`(\\(\\s*)(${chineseNumber})(\\s*\\)[、.]?)`, 'y'),
  },
  { style: 'isStyle', pattern: new RegExp(`()([一二三四五六七八九十]{1,3})(是|要)(?!否)`, 'y') },
  { style: 'chinese', pattern: new RegExp(`()(${chineseNumber})(\\s*[、.:,])`, 'y') },
]

/** 2.10 is the tenth of the second. */
const pointed = (printed: string): number => {
  const [major, minor] = printed.split(/[.-]/).map(Number)
  return (major ?? 0) * decimals + (minor ?? 0)
}
/** A value of the style 1.1 counts this many to each whole number. */
export const decimals = 100

/** The number that an ordinal counts: the 3 of 2.3. */
export const placeInCount = ({ style, value }: Pick<Ordinal, 'style' | 'value'>): number =>
  style === 'decimal' ? value % decimals : value

/** How far an ordinal counts on from one of its style; 2.1 is next to 1.4. */
export function riseOf(from: Pick<Ordinal, 'style' | 'value'>, to: { value: number }): number {
  if (from.style !== 'decimal') return to.value - from.value
  const major = Math.floor(from.value / decimals)
  const wanted = Math.floor(to.value / decimals)
  if (wanted === major) return to.value - from.value
  return wanted === major + 1 ? to.value % decimals : to.value - from.value
}

/** The ordinal that begins exactly at `at` of a folded text, or null. */
export function readOrdinal(folded: string, at: number): Ordinal | null {
  const first = folded[at]
  if (
    first === undefined ||
    !/[第问任序编事整反(【〖[\d一二三四五六七八九十百①-⒛㈠-㈩]/.test(first)
  )
    return null
  for (const [row, style] of signs) {
    const place = row.indexOf(first)
    if (place >= 0) return { style, value: place + 1, start: at, end: at + 1, number: [at, at + 1] }
  }
  for (const { style, pattern } of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(folded)
    if (!found) continue
    const lead = found[1] ?? ''
    const printed = found[2] ?? ''
    const value = style === 'decimal' ? pointed(printed) : readNumeral(printed)
    if (value === null) continue
    const start = at + lead.length
    return {
      style,
      value,
      start: at,
      end: pattern.lastIndex,
      number: [start, start + printed.length],
    }
  }
  return null
}
