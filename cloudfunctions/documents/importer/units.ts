import { isBodyName, isNoName, isPerson } from './body-names'
import { compact, isEmptySpan, trimSpan, type Source } from './source'
import type { ImportedRole, Span } from './types'
import { type Named, nameAt, roleOfLabel } from './unit-name'
import { cutPieces, joinPlaces, type Piece } from './unit-pieces'

export { isCollective } from './body-names'

/** Words in a unit's place that may be none: a person decides. */
export interface DoubtfulUnit {
  role: ImportedRole
  span: Span
  reason: string
}

export type UnitSpans = Record<ImportedRole, Span[]> & { doubtful: DoubtfulUnit[] }

export const unitRoles: readonly ImportedRole[] = [
  'lead',
  'responsible',
  'supporting',
  'supervising',
  'accepting',
]

export const noUnits = (): UnitSpans => ({
  lead: [],
  responsible: [],
  supporting: [],
  supervising: [],
  accepting: [],
  doubtful: [],
})

const innerLabel =
  /(牵头|主办|责任|配合|协办|督导|督办|监督|验收|承办|整改|落实)\s*(?:、|和|\(|及)?\s*(验收)?\s*\)?\s*(?:责任)?\s*(?:单位|部门|主体)\s*(?:\(验收单位\))?\s*(?::|[为是]\s*:?)|(牵头|配合|责任)\s*:/g

/** Parts a cell that labels its own parts: 牵头单位:A;配合单位:B、C. */
function byInnerLabel(
  source: Source,
  [from, to]: Span,
  roles: ImportedRole[],
): { span: Span; roles: ImportedRole[] }[] {
  const parts: { span: Span; roles: ImportedRole[] }[] = []
  let start = from
  let current = roles
  for (const found of source.folded.slice(from, to).matchAll(innerLabel)) {
    parts.push({ span: [start, from + found.index], roles: current })
    start = from + found.index + found[0].length
    current = roleOfLabel(found[0])
  }
  parts.push({ span: [start, to], roles: current })
  return parts.filter((part) => !isEmptySpan(trimSpan(source, part.span)))
}

/** The day behind a name is none of it. */
function withoutDay({ folded }: Source, piece: Piece): Piece {
  const found = dayBehind.exec(folded.slice(...piece.span))
  return found ? { ...piece, span: [piece.span[0], piece.span[0] + found.index] } : piece
}

/** 市生态环境局(市海洋局配合): the bracket names who helps. */
function withHelper(source: Source, piece: Piece): { piece: Piece; helper: Span | null } {
  const found = /\(([^()]{3,}(?:配合|协助))\)\s*$/.exec(source.folded.slice(...piece.span))
  if (!found) return { piece, helper: null }
  const at = piece.span[0] + found.index
  return {
    piece: { ...piece, span: [piece.span[0], at] },
    helper: [at + 1, at + 1 + (found[1] ?? '').length],
  }
}

const isDoing = (role: ImportedRole): boolean => role !== 'supervising' && role !== 'accepting'
/** 某局 2022年3月1日: a stamp with its day; 2005年底完成: a limit among the names. */
const dayBehind = /(?:^|\s+|,)(?:于|在)?20\d{2}\s*年[^、;,]*$/

/** Collects names in the order of print, each under its roles. */
class Names {
  private waiting: Named[] = []

  constructor(
    private readonly source: Source,
    private readonly into: UnitSpans,
  ) {}

  /** Gives the waiting names their roles. */
  flush(roles: ImportedRole[]): void {
    for (const named of this.waiting) this.put(named, roles)
    this.waiting = []
  }

  take(printed: Named, roles: ImportedRole[]): void {
    // 验收单位:A牵头,B配合: all of them accept.
    const named = roles.some(isDoing) ? printed : { ...printed, roles: null }
    const words = compact(this.source, named.span)
    const usable = !isEmptySpan(named.span) && !isNoName(words) && !isPerson(words)
    if (named.roles && !named.reachesBack) {
      if (usable) this.put(named, named.roles)
      return
    }
    if (usable) this.waiting.push(named)
    if (named.roles) this.flush(named.roles)
    else if (named.closes) this.flush(roles)
  }

  /** Only what ends like the name of a body is one; the rest is kept for a person to look at. */
  private put({ span, shorter }: Named, roles: ImportedRole[]): void {
    const isBody = isBodyName(compact(this.source, span))
    const reason = isBody ? '的第一个字可能是连接词。' : '不像单位名称。'
    for (const role of roles) {
      if (isBody && shorter === null) this.into[role].push(span)
      else this.into.doubtful.push({ role, span, reason })
    }
  }
}

/**
 * Adds the units printed in `span` to `into`; `roles` for names without a mark of their own. What
 * does not end like a body goes under `doubtful` with its role; persons are left out.
 */
export function readUnits(
  source: Source,
  span: Span,
  roles: ImportedRole[],
  into: UnitSpans,
): void {
  const bareName = (piece: Span): string =>
    compact(source, nameAt(source, piece).span).replace(/^由/, '')
  const names = new Names(source, into)
  for (const part of byInnerLabel(source, span, roles)) {
    const pieces = joinPlaces(cutPieces(source, part.span), bareName)
    const commasOnly = pieces.every((piece) => piece.before !== '、')
    for (const whole of pieces) {
      const { piece, helper } = withHelper(source, withoutDay(source, whole))
      if (helper) readUnits(source, helper, ['supporting'], into)
      if (/[;。,]/.test(piece.before) && !(commasOnly && piece.before === ','))
        names.flush(part.roles)
      names.take(nameAt(source, piece.span), part.roles)
    }
    names.flush(part.roles)
  }
}
