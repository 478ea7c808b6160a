import { endsLikeBody, personBehind } from './body-names'
import { beginsLikePlace } from './place-names'
import { compact, trimSpan, type Source } from './source'
import type { ImportedRole, Span } from './types'

/** One name with what print says of its part in the work. */
export interface Named {
  span: Span
  roles: ImportedRole[] | null
  /** The mark covers the names joined before it by 、 as well: A、B牵头. */
  reachesBack: boolean
  /** Ends what it says of these names: …负责. */
  closes: boolean
  /** A first character that may lead in or belong to the name (由义镇): where the shorter begins. */
  shorter: number | null
}

const roleWords: [RegExp, ImportedRole[]][] = [
  [/(?:负责)?(?:督导|监督|督办|监管)(?:和|、|及|并)?(?:组织)?验收$/, ['supervising', 'accepting']],
  [/(?:负责)?(?:组织)?验收$/, ['accepting']],
  [/(?:负责)?(?:督导|监督|督办|督促)$/, ['supervising']],
  [/(?:积极|协同|做好|密切|协助)?配合(?:单位|部门)?(?:落实|实施|推进|做好)?$/, ['supporting']],
  [/牵头(?:单位|部门)?(?:总)?(?:负责|落实|实施|组织实施|组织|推进|抓落实)?$/, ['lead']],
]
const duty =
  /(?:等)?(?:(?:有关|相关)?(?:单位|部门))?(?:按照?|根据|依据|依|结合)(?:各自)?(?:的)?(?:职责|职能|工作职责)(?:和)?(?:分工|任务|范围)?.{0,12}$|(?:等)?(?:分别|共同|具体|组织|参与|各自)*(?:负责|落实|实施|参与|参加|承办|抓好落实|抓落实|推进)$|等(?:有关|相关|市直|县直|责任|成员)?(?:单位|部门)?$|等$/

const personBracket =
  /\((?:[^()]*(?:责任人|责任领导|局长|主任|书记|县长|区长|市长|镇长|某某|电话|联系人)[^()]*)\)$/
const roleBracket =
  /\((牵头|牵头单位|牵头部门|配合|配合单位|责任单位|督导|验收|督导验收|督导、验收|主办|协办)\)$/
const bracketRoles: [RegExp, ImportedRole[]][] = [
  [/督导.*验收/, ['supervising', 'accepting']],
  [/验收/, ['accepting']],
  [/督导/, ['supervising']],
  [/配合|协办/, ['supporting']],
  [/牵头|主办/, ['lead']],
  [/责任/, ['responsible']],
]

/** The roles that a label names: 牵头单位, 督导(验收)单位. */
export const roleOfLabel = (label: string): ImportedRole[] =>
  bracketRoles.find(([pattern]) => pattern.test(label.replace(/监督|督办/, '督导')))?.[1] ?? [
    'responsible',
  ]

/** Drops what stands behind a name for `pattern`, offsets kept although print may hold blanks. */
function dropTail(source: Source, span: Span, pattern: RegExp): Span | null {
  const words = compact(source, span)
  const found = pattern.exec(words)
  if (!found || found[0] === '') return null
  let left = words.length - found[0].length
  let at = span[0]
  while (left > 0 && at < span[1]) {
    if (!/\s/.test(source.folded[at] ?? '')) left -= 1
    at += 1
  }
  return trimSpan(source, [span[0], at])
}

function withoutPerson(source: Source, span: Span): Span {
  const words = source.folded.slice(span[0], span[1])
  const found = personBehind.exec(words)
  if (!found || endsLikeBody(words.replace(/\s+/g, ''))) return span
  return endsLikeBody(words.slice(0, found.index).replace(/\s+/g, ''))
    ? [span[0], span[0] + found.index]
    : span
}

/** 市级:市生态环境局, 3.县水利局: what surely stands before a name and is no part of it. */
const leadIn = /^(?:并由|以及|其中|[\u4e00-\u9fff]{1,8}:|\(?[\d]{1,2}[)、.])\s*/
/** One character that leads in, or begins the name of a place. */
const maybeLeadIn = /^(?:会同|[由及和与并])\s*/
/** What a name begins with where the character before it led in. */
const beginsBody = /^(?:(?:省|市|县|区|州|镇|乡|街道)(?![县区市镇乡])|各|国家|有关|相关)/
/** 义镇: hardly a place; with the character before it (由义镇) it is one. */
const shortPlace = /^[\u4e00-\u9fff](?:县|区|市|镇|乡|州|街道|村)/

function withoutLeadIn(source: Source, span: Span): { span: Span; shorter: number | null } {
  const sure = leadIn.exec(source.folded.slice(span[0], span[1]))
  const start = sure && span[1] - span[0] - sure[0].length >= 2 ? span[0] + sure[0].length : span[0]
  const words = source.folded.slice(start, span[1])
  const found = maybeLeadIn.exec(words)
  if (!found || beginsLikePlace(words)) return { span: [start, span[1]], shorter: null }
  const rest = words.slice(found[0].length)
  const shorter = start + found[0].length
  // 由市水务局牵头 leads in; 及川镇 and 由义镇 are places.
  if (beginsBody.test(rest) || rest.length < 2) return { span: [shorter, span[1]], shorter: null }
  if (shortPlace.test(rest)) return { span: [start, span[1]], shorter: null }
  return found[0] === '由' || found[0] === '会同'
    ? { span: [shorter, span[1]], shorter: null }
    : { span: [start, span[1]], shorter }
}

/** Reads the marks around one name. */
export function nameAt(source: Source, printed: Span): Named {
  const lead = withoutLeadIn(source, withoutPerson(source, printed))
  let { span } = lead
  let roles: ImportedRole[] | null = null
  let reachesBack = false
  let closes = false
  for (let round = 0; round < 4; round += 1) {
    const words = compact(source, span)
    const bracket = roleBracket.exec(words)
    if (bracket) {
      roles = bracketRoles.find(([pattern]) => pattern.test(bracket[1] ?? ''))?.[1] ?? roles
      span = dropTail(source, span, roleBracket) ?? span
      continue
    }
    const person = dropTail(source, span, personBracket)
    if (person) {
      span = person
      continue
    }
    const word = roleWords.find(([pattern]) => pattern.test(words))
    if (word && !roles) {
      const rest = dropTail(source, span, word[0])
      roles = word[1]
      reachesBack = true
      span = rest ?? span
      continue
    }
    const rest = dropTail(source, span, duty)
    if (!rest) break
    closes ||= /(?:负责|落实|实施)/.test(words.slice(-8))
    span = rest
  }
  return { span, roles, reachesBack, closes, shorter: lead.shorter }
}
