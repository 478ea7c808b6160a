import type { Archive } from './unpack'

/** A level of a numbered list as Word keeps it: 一、 is chineseCounting and the pattern %1、. */
interface Level {
  start: number
  format: string
  pattern: string
}

interface List {
  abstract: string
  starts: Map<number, number>
}

const digits = '〇一二三四五六七八九'

/** 1 to 99 as 一 … 九十九; greater ones digit by digit. */
function inChinese(value: number): string {
  if (value >= 100) return [...String(value)].map((one) => digits[Number(one)]).join('')
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`
  return ten + (ones === 0 && tens > 0 ? '' : (digits[ones] ?? ''))
}

const roman: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
function inRoman(value: number): string {
  const found = roman.find(([size]) => size <= value)
  return found ? found[1] + inRoman(value - found[0]) : ''
}

const letter = (value: number): string => String.fromCharCode(64 + (((value - 1) % 26) + 1))
const circled = (value: number): string =>
  value <= 20 ? String.fromCharCode(0x245f + value) : `(${value})`

/** Number formats by name; any other prints figures. */
const formats: Record<string, (value: number) => string> = {
  bullet: () => '',
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  chineseCounting: inChinese,
  chineseCountingThousand: inChinese,
  japaneseCounting: inChinese,
  taiwaneseCountingThousand: inChinese,
  ideographDigital: inChinese,
  chineseLegalSimplified: (value) =>
    [...inChinese(value)]
      .map((one) => '零壹贰叁肆伍陆柒捌玖拾'['〇一二三四五六七八九十'.indexOf(one)])
      .join(''),
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10] ?? '',
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  upperRoman: inRoman,
  lowerRoman: (value) => inRoman(value).toLowerCase(),
}

const printed = (format: string, value: number): string => (formats[format] ?? String)(value)

/** The numbers that Word prints before paragraphs and that stand nowhere in their text. */
export class Numbering {
  private readonly levels = new Map<string, Level[]>()
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  static async read(archive: Archive): Promise<Numbering> {
    const numbering = new Numbering()
    let levels: Level[] = []
    let level: Level = { start: 1, format: 'decimal', pattern: '' }
    let list: List = { abstract: '', starts: new Map() }
    let overridden = 0
    await archive.readXml('word/numbering.xml', {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? ''
        if (name === 'w:abstractNum') {
          levels = []
          numbering.levels.set(attributes['w:abstractNumId'] ?? '', levels)
        } else if (name === 'w:lvl') {
          level = { start: 1, format: 'decimal', pattern: '' }
          levels[Number(attributes['w:ilvl'] ?? 0)] = level
        } else if (name === 'w:start') level.start = Number(value)
        else if (name === 'w:numFmt') level.format = value
        else if (name === 'w:lvlText') level.pattern = value
        else if (name === 'w:num') {
          list = { abstract: '', starts: new Map() }
          // Levels that a list prints anew are left as its pattern has them.
          levels = []
          numbering.lists.set(attributes['w:numId'] ?? '', list)
        } else if (name === 'w:abstractNumId') list.abstract = value
        else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0)
        else if (name === 'w:startOverride') list.starts.set(overridden, Number(value))
      },
    })
    return numbering
  }

  /** Counts a paragraph of a list and gives its number as printed; '' for points without one. */
  next(id: string, at: number): string {
    const list = this.lists.get(id)
    const levels = list && this.levels.get(list.abstract)
    const level = levels?.[at]
    if (!list || !levels || !level) return ''
    const counts = this.counts.get(list.abstract) ?? []
    this.counts.set(list.abstract, counts)
    const key = `${id} ${at}`
    const anew = list.starts.get(at)
    const first = anew !== undefined && !this.begun.has(key)
    counts[at] = first ? anew : (counts[at] ?? level.start - 1) + 1
    this.begun.add(key)
    counts.length = at + 1
    return level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const one = Number(digit) - 1
      return printed(levels[one]?.format ?? 'decimal', counts[one] ?? levels[one]?.start ?? 1)
    })
  }
}
