import { compact, isEmptySpan, trimSpan, type Source } from './source'
import type { ImportedRole, Span } from './types'

export type UnitSpans = Record<ImportedRole, Span[]>

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
})

const unitEnd =
  /(?:局|委|办|厅|府|会|中心|公司|院|站|所|队|社|处|科|室|厂|部|团|组|企业|单位|部门|区|县|市|镇|乡|街道|场|银行|学校|村|矿|园|盟|旗|州|馆|联|海关|工委|党组|支部|集团|基地|分行|河长|署)$/
const party = /^(.*?)(?:党委|党工委|工委|党组|委)$/
const government = /^(.*?)(?:人民政府|政府|管委会|管理委员会|办事处|行政公署)$/
const partyBranch = /^(.*?)(?:党支部|党总支|党委)$/
const villageCommittee = /^(.*?)(?:村民?委员?会|居民?委员?会|村委会|居委会|社区)$/

/** Whether two names are the party committee and the government of one place: one unit. */
function onePlace(left: string, right: string): boolean {
  const samePlace = (one: string, two: string): boolean =>
    two === '' ||
    one.endsWith(two) ||
    (one === '' && /^.?$/.test(two)) ||
    (/^各/.test(one) && one.includes(two))
  const committee = party.exec(left)
  const office = government.exec(right)
  if (committee && office && samePlace(committee[1] ?? '', office[1] ?? '')) {
    // 市发展改革委 is a department: only a bare place, or the word 党, makes a committee.
    return (
      /党(?:工)?委$|工委$/.test(left) ||
      /(?:省|市|县|区|州|盟|旗|镇|乡|街道)委$/.test(left) ||
      left === '委'
    )
  }
  const branch = partyBranch.exec(left)
  const village = villageCommittee.exec(right)
  return Boolean(branch && village && samePlace(branch[1] ?? '', village[1] ?? ''))
}

/** Groups such as 各县(市、区)政府 stay one reference; assigning needs them split. */
export const isCollective = (name: string): boolean =>
  /^(?:各|全[市县区省]|有关|相关|所有|其他|沿线|辖区)|(?:有关|相关|各)(?:单位|部门|县|区|市|镇|乡)/.test(
    name,
  )

interface Piece {
  span: Span
  /** The character that parted it from the piece before: 、 or a clause mark. */
  before: string
}

/** Cuts at 、,;。 and at the breaks that stand between two whole names, brackets kept whole. */
function cut(source: Source, [from, to]: Span): Piece[] {
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
    if ('、,;。|/'.includes(char)) push(at, char === '/' || char === '|' ? '、' : char, at + 1)
    else if (/\s/.test(char) && breaksHere(source, start, at, to)) push(at, '、', at + 1)
    else if (char === '会' && folded[at + 1] === '同') push(at, '、', at + 2)
    else if (/[和与及]/.test(char) && joinsNames(source, start, at, to)) push(at, '、', at + 1)
  }
  push(to, '', to)
  return pieces
}

const nextName = (source: Source, from: number, to: number): string => {
  const rest = source.folded.slice(from, Math.min(to, from + 40))
  return (/^\s*([^、,;。|\s和与]+)/.exec(rest)?.[1] ?? '').replace(/(?:牵头|负责|配合|落实).*$/, '')
}

function breaksHere(source: Source, start: number, at: number, to: number): boolean {
  const left = compact(source, [Math.max(start, at - 40), at])
  const right = nextName(source, at, to)
  if (!unitEnd.test(left.replace(/\([^)]*\)$/, '')) || left.length < 3 || right.length < 2)
    return false
  // 市生态环境局 / 某县分局: a branch goes on with the name of its bureau.
  if (/局$/.test(left) && /^[^市省]{0,6}分局$/.test(right)) return false
  return /^(?:省|市|县|区|州|各|镇|乡|国|中)/.test(right)
    ? right.length >= 3
    : unitEnd.test(right) && right.length >= 4
}

/** 市财政局和市水务局 are two; 市规划和自然资源局 and 党委和政府 are one. */
function joinsNames(source: Source, start: number, at: number, to: number): boolean {
  const left = compact(source, [Math.max(start, at - 40), at]).replace(/以$/, '')
  const right = nextName(source, at + 1, to)
  if (left.length < 3 || !unitEnd.test(left) || onePlace(left, right)) return false
  if (/^(?:人民)?政府|^管委会|^督察|^督查/.test(right)) return false
  return /^(?:省|市|县|区|州|各|国家|有关|相关|镇|乡)/.test(right) && right.length >= 3
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

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤包'
/** 县工信局 王某某: the person behind the unit, parted by a blank or a break. */
const personBehind = new RegExp(`\\s+(?:[${surnames}][\u4e00-\u9fff某*×○X]{1,2})$`)

function withoutPerson(source: Source, span: Span): Span {
  const words = source.folded.slice(span[0], span[1])
  const found = personBehind.exec(words)
  if (!found || unitEnd.test(words.replace(/\s+/g, ''))) return span
  return unitEnd.test(words.slice(0, found.index).replace(/\s+/g, ''))
    ? [span[0], span[0] + found.index]
    : span
}

interface Named {
  span: Span
  roles: ImportedRole[] | null
  /** The mark covers the names joined before it by 、 as well: A、B牵头. */
  reachesBack: boolean
  /** Ends what it says of these names: …负责. */
  closes: boolean
}

function nameOf(source: Source, printed: Span): Named {
  let span = withoutPerson(source, printed)
  let roles: ImportedRole[] | null = null
  let reachesBack = false
  let closes = false
  // 市级:市生态环境局, 3.县水利局: what stands before the name is no part of it.
  const lead =
    /^(?:由|并由|以及|及|和|并|会同|其中|[\u4e00-\u9fff]{1,8}:|\(?[\d]{1,2}[)、.])\s*/.exec(
      source.folded.slice(span[0], span[1]),
    )
  if (lead && span[1] - span[0] - lead[0].length >= 2) span = [span[0] + lead[0].length, span[1]]
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
  return { span, roles, reachesBack, closes }
}

const innerLabel =
  /(牵头|主办|责任|配合|协办|督导|督办|监督|验收|承办|整改|落实)\s*(?:、|和|\(|及)?\s*(验收)?\s*\)?\s*(?:责任)?\s*(?:单位|部门|主体)\s*(?:\(验收单位\))?\s*:|(牵头|配合|责任)\s*:/g

function roleOfLabel(label: string): ImportedRole[] {
  return (
    bracketRoles.find(([pattern]) => pattern.test(label.replace(/监督|督办/, '督导')))?.[1] ?? [
      'responsible',
    ]
  )
}

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

/** Joins 党委、管委会 and 委和政府 of one place. */
function joinPlaces(source: Source, pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined[joined.length - 1]
    const left = last ? compact(source, last.span).replace(/^由/, '') : ''
    const right = compact(source, nameOf(source, piece.span).span)
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

const notAName = /^(?:无|\/|-+|—+|同上|。|略|待定|\d+)$/

/** Adds the units printed in `span` to `into`; `roles` for names without a mark of their own. */
export function readUnits(
  source: Source,
  span: Span,
  roles: ImportedRole[],
  into: UnitSpans,
): void {
  for (const part of byInnerLabel(source, span, roles)) {
    const pieces = joinPlaces(source, cut(source, part.span))
    let waiting: Span[] = []
    const flush = (as: ImportedRole[]): void => {
      for (const role of as) into[role].push(...waiting)
      waiting = []
    }
    const commasOnly = pieces.every((piece) => piece.before !== '、')
    for (const whole of pieces) {
      const { piece, helper } = withHelper(source, whole)
      if (helper) readUnits(source, helper, ['supporting'], into)
      if (/[;。,]/.test(piece.before) && !(commasOnly && piece.before === ',')) flush(part.roles)
      const named = nameOf(source, piece.span)
      const words = compact(source, named.span)
      const usable =
        !isEmptySpan(named.span) && !notAName.test(words) && /[\u4e00-\u9fff]/.test(words)
      if (named.roles && !named.reachesBack) {
        if (usable) for (const role of named.roles) into[role].push(named.span)
        continue
      }
      if (usable) waiting.push(named.span)
      if (named.roles) flush(named.roles)
      else if (named.closes) flush(part.roles)
    }
    flush(part.roles)
  }
}
