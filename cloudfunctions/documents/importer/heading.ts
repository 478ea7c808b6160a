import { readOrdinal } from './numerals'
import { slice, trimSpan, type Source } from './source'
import type { Span } from './types'

const page =
  /^(?:https?:|www\.|\(not\b|[•·\-|]|首页|当前位置|索引号|信息来源|来源|文章来源|发布(?:时间|日期|机构)|发表时间|发文|时间:|日期:|浏览|阅读|点击|字号|字体|分享|听全文|作者|编辑|责任编辑|附件|\d{4}[-./年]\d)/
const titleWord = /整改|清单|公示|销号|方案|督察|台账|任务|一览表|情况表|统计表|信访|举报|分工/
const finished = /(?:公示|公告|清单|表|方案|台账|通知|情况|一览)(?:\([^)]*\))?$/

function isTitleLine(words: string): boolean {
  const open = words.replace(/\([^)]*\)/g, '')
  return words.length >= 6 && words.length <= 90 && !/[。;:]/.test(open)
}

/** Joins a title that is broken over two or three lines. */
function joined(source: Source, index: number, before: number): Span | null {
  const printed = source.lines[index]
  const line = printed && trimSpan(source, printed, '#*')
  if (!line || line[0] >= before || !isTitleLine(slice(source, line))) return null
  let end = line[1]
  let words = slice(source, line)
  for (let next = index + 1; next <= index + 2; next += 1) {
    const following = source.lines[next]
    if (!following || following[0] >= before || finished.test(words)) break
    const more = slice(source, following)
    if (
      page.test(more) ||
      !isTitleLine(more) ||
      (readOrdinal(source.folded, following[0]) && !/^[(第]/.test(more))
    )
      break
    end = following[1]
    words += more
  }
  return titleWord.test(words) && !(words.length > 60 && /,/.test(words)) ? [line[0], end] : null
}

/** A numbered line is a section, but 第二十七项…公示 is a title. */
function mayOpen(source: Source, line: Span): boolean {
  const ordinal = readOrdinal(source.folded, line[0])
  return ordinal === null || (ordinal.style === 'item' && finished.test(slice(source, line)))
}

/** The title of the paper: its first lines, or the line right above `listStart`. */
export function findTitle(source: Source, listStart: number): Span | null {
  let index = 0
  for (; index < source.lines.length; index += 1) {
    const line = source.lines[index]
    if (!line || line[0] >= listStart) return null
    if (!page.test(slice(source, line))) break
  }
  const top = joined(source, index, listStart)
  if (top && mayOpen(source, top)) return top
  for (let back = source.lines.length - 1; back >= 0; back -= 1) {
    const line = source.lines[back]
    if (!line || line[1] > listStart) continue
    const above = joined(source, back, listStart)
    return above && !page.test(slice(source, line)) && mayOpen(source, line) ? above : null
  }
  return null
}
