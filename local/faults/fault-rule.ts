/** What a struck request suffers. The last two strike the disk instead. */
export const FAULT_KINDS = ['delay', 'drop', 'error', 'conflict', 'slow-disk', 'full-disk'] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

export interface FaultRule {
  id: string
  /**
   * What it strikes: an action of the SDK (`database.modifyDocument`), a function (`functions.NAME`), a client's
   * call (`call.NAME`), a path of the WeChat stand-in (`wechat.cgi-bin/…`), `upload`, `download` or `disk`.
   * A `*` at the end stands for anything.
   */
  action: string
  kind: FaultKind
  /** Real ms of a delay, or of each slow step of the disk. */
  ms: number
  /** Whether a drop or an error comes before the work is done (nothing happened) or after (only the answer is lost). */
  when: 'before' | 'after'
  /** Code and text of an error; for `wechat.…` the numbers and words WeChat would send. */
  code: string
  message: string
  errcode: number
  errmsg: string
  /** Which steps of a slow disk. */
  on: 'write' | 'sync' | 'both'
  /** 0 to 1. */
  probability: number
  /** How many times it strikes at most; null for ever. */
  times: number | null
  /** The same seed strikes the same requests of a sequence. */
  seed: number
}

export class BadRule extends Error {}

const LONGEST_DELAY = 600_000
const LONGEST_TEXT = 500
const ACTION =
  /^(\*|(database|storage|functions|wx|auth|analytics|call|wechat)\.[\w./-]*\*?|upload|download|disk)$/
const DISK_KINDS: readonly string[] = ['slow-disk', 'full-disk']
const FIELDS: Record<FaultKind, readonly string[]> = {
  delay: ['ms'],
  drop: ['when'],
  error: ['code', 'message', 'errcode', 'errmsg', 'when'],
  conflict: [],
  'slow-disk': ['ms', 'on'],
  'full-disk': [],
}
const EVERY = ['id', 'action', 'kind', 'probability', 'times', 'seed']

type Raw = Record<string, unknown>

function text(raw: Raw, name: string, fallback: string): string {
  const value = raw[name]
  if (value === undefined) return fallback
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_TEXT)
    throw new BadRule(`${name} must be a text of 1 to ${LONGEST_TEXT} characters`)
  return value
}

function whole(raw: Raw, name: string, fallback: number, least: number, most: number): number {
  const value = raw[name]
  if (value === undefined) return fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw new BadRule(`${name} must be a whole number from ${least} to ${most}`)
  return value
}

function oneOf<T extends string>(raw: Raw, name: string, allowed: readonly T[], fallback?: T): T {
  const value = raw[name] ?? fallback
  if (!allowed.includes(value as T))
    throw new BadRule(`${name} must be one of ${allowed.join(', ')}`)
  return value as T
}

function readAction(raw: Raw, kind: FaultKind): string {
  const onDisk = DISK_KINDS.includes(kind)
  const action = text(raw, 'action', onDisk ? 'disk' : '').replace(/^wechat\.\//, 'wechat.')
  if (!ACTION.test(action))
    throw new BadRule(
      `action must be like database.modifyDocument, database.*, storage.*, functions.NAME, call.NAME, wx.*, wechat.PATH, upload, download or disk`,
    )
  if (onDisk !== (action === 'disk'))
    throw new BadRule(`${kind} strikes ${onDisk ? 'only the disk' : 'requests, not the disk'}`)
  if (kind === 'conflict' && action !== '*' && !action.startsWith('database.'))
    throw new BadRule('conflict strikes database actions only')
  return action
}

function readProbability(raw: Raw): number {
  const { probability = 1 } = raw
  if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1))
    throw new BadRule('probability must be a number from 0 to 1')
  return probability
}

/** Numbers and words WeChat sends when it is busy. */
const WECHAT_BUSY = { errcode: -1, errmsg: 'system error' }

/**
 * Reads one rule as it was posted.
 * @param free an id for a rule that names none
 * @throws BadRule in words that say what would be right
 */
export function readFaultRule(value: unknown, free: () => string): FaultRule {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadRule('a rule must be an object')
  const raw = value as Raw
  const kind = oneOf(raw, 'kind', FAULT_KINDS)
  const action = readAction(raw, kind)
  for (const name of Object.keys(raw))
    if (!EVERY.includes(name) && !FIELDS[kind].includes(name))
      throw new BadRule(`${name} means nothing for ${kind}`)
  const needsMs = kind === 'delay' || kind === 'slow-disk'
  if (needsMs && raw.ms === undefined) throw new BadRule(`${kind} needs ms`)
  const id = text(raw, 'id', '') || free()
  if (!/^[\w.-]{1,80}$/.test(id)) throw new BadRule('id may hold letters, digits, _, - and .')
  return {
    id,
    action,
    kind,
    ms: whole(raw, 'ms', 0, 0, LONGEST_DELAY),
    when: oneOf(raw, 'when', ['before', 'after'], 'before'),
    code: text(raw, 'code', 'SYS_ERR'),
    message: text(raw, 'message', 'a fault that was asked for'),
    errcode: whole(raw, 'errcode', WECHAT_BUSY.errcode, -1_000_000_000, 1_000_000_000),
    errmsg: text(raw, 'errmsg', WECHAT_BUSY.errmsg),
    on: oneOf(raw, 'on', ['write', 'sync', 'both'], 'both'),
    probability: readProbability(raw),
    times: raw.times === undefined || raw.times === null ? null : whole(raw, 'times', 0, 1, 1e9),
    seed: whole(raw, 'seed', Math.floor(Math.random() * 2 ** 31), 0, 2 ** 31),
  }
}
