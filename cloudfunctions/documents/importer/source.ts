import type { Span } from './types'

/** A text with what every reading step needs, all offsets those of the text itself. */
export interface Source {
  text: string
  /** Same length: full-width ASCII as half-width, odd blanks as a space, odd breaks as a newline. */
  folded: string
  /** 1 where the character stands inside a matched pair of round brackets. */
  bracketed: Uint8Array
  /** Non-empty lines, trimmed. */
  lines: Span[]
}

const foldTable: Record<string, string> = {
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
  '\v': '\n',
  '\f': '\n',
  '∶': ':',
  '︰': ':',
  '﹕': ':',
  '〔': '(',
  '〕': ')',
  '﹙': '(',
  '﹚': ')',
  '│': '|',
  '┃': '|',
  '–': '-',
  '—': '-',
  '―': '-',
  '─': '-',
  〇: '零',
  '○': '零',
  '◯': '零',
}

const chinese = /[\u4e00-\u9fff]/

function fold(text: string): string {
  return text.replace(
    /[\r\u00a0\u1680\u2000-\u200a\u2028-\u202f\u205f\u3000\ufeff\v\f\uff01-\uff5e∶︰﹕〔〕﹙﹚│┃–—―─〇○◯]/g,
    (char, at: number) => {
      const code = char.charCodeAt(0)
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
      if (char === '\r') return text[at + 1] === '\n' ? ' ' : '\n'
      // 〔整改目标〕 names a field as 【 】 does; 〔2021〕12号 numbers a paper.
      if (char === '〔' && chinese.test(text[at + 1] ?? '')) return '【'
      if (char === '〕' && chinese.test(text[at - 1] ?? '')) return '】'
      return foldTable[char] ?? ' '
    },
  )
}

/** A bracket that stays open longer than this was never closed in print. */
const longestBracket = 1500

function markBrackets(folded: string): Uint8Array {
  const marks = new Uint8Array(folded.length)
  const open: number[] = []
  for (let at = 0; at < folded.length; at += 1) {
    const char = folded[at]
    if (char === '(') open.push(at)
    if (char !== ')') continue
    const from = open.pop()
    // Only the outermost pair is painted, so that nesting stays linear.
    if (from === undefined || at - from > longestBracket) continue
    if (open.length === 0 || from - (open[open.length - 1] ?? 0) > longestBracket)
      marks.fill(1, from, at + 1)
    else if (marks[from] === 0 && at - from < 200) marks.fill(1, from, at + 1)
  }
  return marks
}

/** ### before a heading, as pages turned to plain text have it; ◆ before 问题1, ▍ before 点位1:. */
const pageMark =
  /^(?:#{1,6}\s+(?=\S)|[\u2580-\u25ff★☆]\s*(?=[\u4e00-\u9fff]{2,6}\s*\(?\d{1,3}\)?\s*[:、]|(?:整改|反馈)?(?:问题|任务|事项)\s*\(?\s*[\d一二三四五六七八九十]))/

function findLines(folded: string): Span[] {
  const lines: Span[] = []
  let at = 0
  for (const line of folded.split('\n')) {
    const trimmed = line.trim()
    if (trimmed !== '') {
      const end = at + line.indexOf(trimmed) + trimmed.length
      lines.push([end - trimmed.replace(pageMark, '').length, end])
    }
    at += line.length + 1
  }
  return lines
}

export function readSource(text: string): Source {
  const folded = fold(text)
  return { text, folded, bracketed: markBrackets(folded), lines: findLines(folded) }
}

export const isBlank = (char: string | undefined): boolean =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r'

/** The span without white space, and without the given characters, at both ends. */
export function trimSpan(source: Source, [from, to]: Span, also = ''): Span {
  let start = from
  let end = to
  const skip = (char: string | undefined): boolean =>
    char !== undefined && (isBlank(char) || also.includes(char))
  while (start < end && skip(source.folded[start])) start += 1
  while (end > start && skip(source.folded[end - 1])) end -= 1
  return [start, end]
}

export const isEmptySpan = ([start, end]: Span): boolean => end <= start

export const slice = (source: Source, [start, end]: Span): string => source.folded.slice(start, end)

/** The folded slice without white space: for looking words up. */
export const compact = (source: Source, span: Span): string =>
  slice(source, span).replace(/\s+/g, '')

/**
 * The value of a span: the print with its white space tidied. Paragraph ends stay as a newline,
 * Latin words stay apart, other blanks and the breaks of a narrow table cell go.
 */
export function valueOf(source: Source, [start, end]: Span): string {
  const raw = source.text.slice(start, end)
  return raw.replace(/\s+/g, (gap, at: number) => {
    const before = raw[at - 1] ?? ''
    const after = raw[at + gap.length] ?? ''
    if (before === '' || after === '') return ''
    if (/[\n\r\u2028\v]/.test(gap) && /[。;；!！?？:：]/.test(before)) return '\n'
    return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) ? ' ' : ''
  })
}
