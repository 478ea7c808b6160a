import { randomBytes } from 'node:crypto'
import { refuse } from './reply'
import type { WeChatReply } from './reply'

const TOKEN_LIFE = 7_200_000
/** In its last five minutes a token is replaced, and both hold until its end. */
const RENEW_BEFORE = 300_000
/** Refreshing by force: at most 20 times a day, and sooner than after 30 seconds it changes nothing. */
const MOST_FORCED = 20
const FORCED_APART = 30_000
const BEIJING = 8 * 3_600_000
const DAY = 86_400_000

type Grant = 'stable' | 'plain'

interface Token {
  text: string
  expires: number
  /** Taken back before its end: by force, or because two newer ones exist. */
  revoked: boolean
}

const dayOf = (now: number) => Math.floor((now + BEIJING) / DAY)

function checkGrant({ grant_type: grant, appid, secret }: Record<string, unknown>) {
  if (grant !== 'client_credential') return refuse(40002, 'invalid grant_type')
  if (typeof appid !== 'string' || appid === '') return refuse(41002, 'appid missing')
  if (!/^wx[0-9a-zA-Z]{6,32}$/.test(appid)) return refuse(40013, 'invalid appid')
  if (typeof secret !== 'string' || secret === '') return refuse(41004, 'appsecret missing')
  return secret.length < 8 ? refuse(40125, 'invalid appsecret') : null
}

/**
 * Access tokens, which live on the local clock. Those of `stable_token` and of `token` know nothing of each
 * other, as WeChat's documents say.
 */
export class AccessTokens {
  private readonly current: Record<Grant, Token | null> = { stable: null, plain: null }
  private readonly known = new Map<string, Token>()
  private forced: number[] = []

  constructor(private readonly now: () => number) {}

  /** `POST /cgi-bin/stable_token` */
  stable(body: Record<string, unknown>): WeChatReply {
    const refused = checkGrant(body)
    if (refused) return refused
    const token = this.current.stable
    if (!token || token.expires - this.now() < RENEW_BEFORE) return this.renew('stable')
    if (body.force_refresh !== true) return this.show(token)
    return this.refreshByForce(token)
  }

  /** `GET /cgi-bin/token`: each call makes a new one, and the one before holds five minutes more. */
  plain(query: Record<string, unknown>): WeChatReply {
    const refused = checkGrant(query)
    if (refused) return refused
    const before = this.current.plain
    if (before) before.expires = Math.min(before.expires, this.now() + RENEW_BEFORE)
    return this.renew('plain')
  }

  /** Null when the token holds. */
  check(text: unknown): WeChatReply | null {
    if (typeof text !== 'string' || text === '') return refuse(41001, 'access_token missing')
    const token = this.known.get(text)
    if (!token || token.revoked) return refuse(40001)
    return token.expires <= this.now() ? refuse(42001) : null
  }

  private refreshByForce(token: Token): WeChatReply {
    const now = this.now()
    this.forced = this.forced.filter((at) => dayOf(at) === dayOf(now))
    const last = this.forced.at(-1)
    if (last !== undefined && now - last < FORCED_APART) return this.show(token)
    if (this.forced.length >= MOST_FORCED) return refuse(45009)
    this.forced.push(now)
    token.revoked = true
    return this.renew('stable')
  }

  private renew(grant: Grant): WeChatReply {
    const text = `local-${randomBytes(48).toString('base64url')}`
    const token = { text, expires: this.now() + TOKEN_LIFE, revoked: false }
    this.current[grant] = token
    this.known.set(text, token)
    return this.show(token)
  }

  private show({ text, expires }: Token): WeChatReply {
    return { access_token: text, expires_in: Math.floor((expires - this.now()) / 1000) }
  }
}
