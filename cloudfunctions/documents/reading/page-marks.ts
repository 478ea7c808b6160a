import type { Cut } from './left-out'

interface Line {
  words: string
  from: number
  /** Behind the line break. */
  to: number
}

/** —３— numbers a page as — 3 — does. */
const halfWidth = (words: string): string =>
  words.replace(/[０-９]+/g, (digits) => digits.normalize('NFKC'))

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const to = from + line.length + 1
    lines.push({ words: halfWidth(line.replace(/\s+/g, '')), from, to: Math.min(to, text.length) })
    from = to
  }
  return lines
}

/** — 3 —, 第3页, 第 3 页 共 10 页, 3/10. */
const pageNumber =
  /^(?:[-—–－─~]+\d{1,4}[-—–－─~]+|第[\d一二三四五六七八九十百]{1,5}页(?:[,，/]?共[\d一二三四五六七八九十百]{1,5}页)?|共\d{1,4}页[,，]?第\d{1,4}页)$/
/** A line drawn with characters between two tasks. */
const rule = /^(?:[-—–─━=_*~～·]{5,}|[…]{3,})$/
const partOfWhole = /^(\d{1,4})[/／](\d{1,4})页?$/

/** 3/10 on a line of its own: a page only where the pages count up to one number. */
function countedPages(lines: Line[]): Set<Line> {
  const found = lines.flatMap((line) => {
    const [, page, all] = partOfWhole.exec(line.words) ?? []
    return page === undefined || all === undefined ? [] : [{ line, page: +page, all: +all }]
  })
  const rises = found.every(
    ({ page, all }, at) =>
      all === found[0]?.all && page <= all && page > (found[at - 1]?.page ?? 0),
  )
  return new Set(found.length > 1 && rises ? found.map(({ line }) => line) : [])
}

const shortestHead = 6
const titleWords = /清单|方案|台账|公示|一览表|情况表|统计表|公开版|通报|报告|公告|汇总表/
/** 整改措施:…,建立问题台账。 is a task's own, however often it is printed. */
const isSentence = (words: string): boolean => /[。;；:：]$|^[\u4e00-\u9fff]{2,8}[:：]/.test(words)
const isCell = (line: Line, text: string): boolean => /[|\t]/.test(text.slice(line.from, line.to))

/** The lines above the list: 附件2, who publishes, what, of which day; a number or a sentence ends them. */
function titleLines(filled: Line[]): Line[] {
  const front = filled.slice(0, 8)
  const list = front.findIndex(
    ({ words }, at) =>
      at >= 3 &&
      (isSentence(words) ||
        /^(?:[(（]?[\d一二三四五六七八九十]+[)）、.．]|第[\d一二三四五六七八九十]+[项类部])/.test(
          words,
        )),
  )
  return list < 0 ? front : front.slice(0, list)
}

/** Lines that print above or below every page: the paper's title, or what stands by its page numbers. */
function runningHeads(lines: Line[], pages: Set<Line>, text: string): Set<string> {
  const heads = new Set<string>()
  const filled = lines.filter(({ words }) => words !== '')
  for (const line of titleLines(filled))
    if (
      line.words.length >= shortestHead + 2 &&
      titleWords.test(line.words) &&
      !isSentence(line.words) &&
      !isCell(line, text)
    )
      heads.add(line.words)
  const beside = new Map<string, number>()
  filled.forEach((line, at) => {
    if (!pages.has(line)) return
    for (const near of [filled[at - 1], filled[at + 1]])
      if (
        near &&
        near.words.length >= shortestHead &&
        !isSentence(near.words) &&
        !isCell(near, text)
      )
        beside.set(near.words, (beside.get(near.words) ?? 0) + 1)
  })
  for (const [words, times] of beside) if (times > 1 && times * 2 > pages.size) heads.add(words)
  return heads
}

/**
 * Page numbers, rules, and the titles that are printed again on every page: they stand inside values and
 * belong to none. The first of each title stays.
 */
export function pageMarks(text: string): Cut[] {
  const lines = linesOf(text)
  const counted = countedPages(lines)
  const pages = new Set(lines.filter((line) => pageNumber.test(line.words) || counted.has(line)))
  const heads = runningHeads(lines, pages, text)
  const seen = new Set<string>()
  const cuts: Cut[] = []
  for (const line of lines) {
    const repeated = heads.has(line.words) && seen.has(line.words)
    seen.add(line.words)
    if (pages.has(line) || repeated) cuts.push({ from: line.from, to: line.to, kind: 'pageMark' })
    // The break behind a rule stays: what it parts are paragraphs.
    else if (rule.test(line.words)) {
      const to = line.to - (text[line.to - 1] === '\n' ? 1 : 0)
      cuts.push({ from: line.from, to, kind: 'pageMark' })
    }
  }
  return cuts
}
