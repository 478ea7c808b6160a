import { endsLikeBody } from './body-names'
import { onePlace } from './one-place'
import { beginsLikePlace } from './place-names'
import { compact, isEmptySpan, trimSpan, type Source } from './source'
import type { Span } from './types'

/** A name with what was printed before it. */
export interface Piece {
  span: Span
  /** The character that parted it from the piece before: 、 or a clause mark. */
  before: string
}

/** Words that join two names, longest first. */
const joints = ['会同', '以及', '和', '与', '及']

/** Cuts at 、,;。, at joining words and at the breaks that stand between two whole names; brackets stay whole. */
export function cutPieces(source: Source, [from, to]: Span): Piece[] {
  const { folded } = source
  const pieces: Piece[] = []
  const lastClose = folded.lastIndexOf(')', to - 1)
  let depth = 0
  let start = from
  let before = ''
  const push = (end: number, mark: string, next: number): void => {
    const span = trimSpan(source, [start, end], '.*')
    if (!isEmptySpan(span)) {
      pieces.push({ span, before })
      before = mark
    } else if (before === '' || /[;。\n]/.test(mark)) before = mark
    start = next
  }
  for (let at = from; at < to; at += 1) {
    const char = folded[at] ?? ''
    if (char === '(') depth += 1
    if (char === ')') depth = Math.max(0, depth - 1)
    if (depth > 0 && at <= lastClose) continue
    const joint = /[会以和与及]/.test(char) ? jointAt(source, start, at, to) : null
    if ('、,;。|/'.includes(char)) push(at, char === '/' || char === '|' ? '、' : char, at + 1)
    else if (/\s/.test(char) && breaksHere(source, start, at, to)) push(at, '、', at + 1)
    else if (joint !== null) push(at, '、', at + joint.length)
  }
  push(to, '', to)
  return pieces
}

const nextName = (source: Source, from: number, to: number): string => {
  const rest = source.folded.slice(from, Math.min(to, from + 40))
  return (/^\s*([^、,;。|\s]+)/.exec(rest)?.[1] ?? '').replace(/(?:牵头|负责|配合|落实).*$/, '')
}

function breaksHere(source: Source, start: number, at: number, to: number): boolean {
  const left = compact(source, [Math.max(start, at - 40), at])
  const right = nextName(source, at, to).replace(/[和与].*$/, '')
  if (!endsLikeBody(left.replace(/\([^)]*\)$/, '')) || left.length < 3 || right.length < 2)
    return false
  // 市生态环境局 / 某县分局: a branch goes on with the name of its bureau.
  if (/局$/.test(left) && /^[^市省]{0,6}分局$/.test(right)) return false
  return /^(?:省|市|县|区|州|各|镇|乡|国|中)/.test(right)
    ? right.length >= 3
    : endsLikeBody(right) && right.length >= 4
}

/** Where a name surely begins: at a level, or with a place. */
const beginsName =
  /^(?:省|市|县|区|州|各|国家|有关|相关|镇|乡|街道|[\u4e00-\u9fff]{2,4}(?:省|市|县|区|旗|镇|乡|街道|村|园区|新区))/

/**
 * 市财政局和市水务局 are two; 市规划和自然资源局 and 党委和政府 are one, and the first character of
 * 和平县 joins nothing.
 */
function jointAt(source: Source, start: number, at: number, to: number): string | null {
  const { folded } = source
  const joint = joints.find((word) => folded.startsWith(word, at))
  if (!joint) return null
  const left = compact(source, [Math.max(start, at - 40), at])
  if (left.length < 3 || !endsLikeBody(left)) return null
  const right = nextName(source, at + joint.length, to)
  if (right.length < 3 || onePlace(left, right)) return null
  if (/^(?:人民)?政府|^管委会|^督察|^督查/.test(right)) return null
  return beginsName.test(right) || beginsLikePlace(right) ? joint : null
}

/** Joins 党委、管委会 and 委和政府 of one place. */
export function joinPlaces(pieces: Piece[], nameOf: (span: Span) => string): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined[joined.length - 1]
    const left = last ? nameOf(last.span) : ''
    const right = nameOf(piece.span)
    // 党委,政府: marks made half-width lose the difference; a bare 政府 belongs to the name before it.
    const joins =
      piece.before === '、' ||
      (piece.before === ',' && /^[县市区州旗镇乡]?(?:人民)?政府$|^管委会$/.test(right))
    // A bare 管委会 is nobody's name: 党委和人民政府、管委会.
    const bare = /^(?:人民政府|政府|管委会|办事处)$/.test(right) && /党委|党工委|政府/.test(left)
    if (last && joins && (bare || onePlace(left, right))) last.span = [last.span[0], piece.span[1]]
    else joined.push({ ...piece })
  }
  return joined
}
