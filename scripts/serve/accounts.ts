/**
 * Who may sign in on one machine: accounts with a one-time code and their sessions, in a file of
 * their own. Neither code nor session stands there, only what they are known by.
 */
import { createHash, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeWhole } from '../write-whole.mjs'

export const codeLivesMs = 15 * 60_000
export const sessionLivesMs = 12 * 3_600_000
const mostTries = 5
/** Without letters and digits that are read for one another; 32 of them, so 12 are 60 bits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
export const codeLength = 12

interface Code {
  readonly salt: string
  readonly hash: string
  /** Epoch ms. */
  readonly until: number
  readonly triesLeft: number
}

interface Session {
  readonly hash: string
  readonly until: number
}

export interface Account {
  /** What a person types beside the code. */
  readonly number: string
  readonly name: string
  readonly openid: string
  readonly code: Code | null
  readonly sessions: readonly Session[]
}

const hashOf = (code: string, salt: string) => scryptSync(code, salt, 32).toString('base64')
const digestOf = (token: string) => createHash('sha256').update(token).digest('base64')
const same = (left: string, right: string) => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('')
const newCode = () =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
/** As WeChat's look: 28 characters, beginning with `o`. */
const newOpenid = () => `o${randomBytes(21).toString('base64url').slice(0, 27)}`

/** What a person types may have spaces, dashes and small letters. */
const tidy = (text: string) => text.toUpperCase().replaceAll(/[\s-]/g, '')

/** Every change is on the disk before it is answered. Another process may write in between. */
export class Accounts {
  constructor(
    private readonly file: string,
    private readonly now: () => number,
  ) {}

  list(): readonly Account[] {
    if (!existsSync(this.file)) return []
    return (JSON.parse(readFileSync(this.file, 'utf8')) as { accounts: Account[] }).accounts
  }

  add(name: string): Account {
    const taken = new Set(this.list().map(({ number }) => number))
    let number = digits(6)
    while (taken.has(number)) number = digits(6)
    const account = { number, name, openid: newOpenid(), code: null, sessions: [] }
    this.save([...this.list(), account])
    return account
  }

  /** A new code takes the place of an older one. Null: there is no such account. */
  issueCode(number: string): string | null {
    const code = newCode()
    const salt = randomBytes(16).toString('base64')
    const kept = {
      salt,
      hash: hashOf(code, salt),
      until: this.now() + codeLivesMs,
      triesLeft: mostTries,
    }
    return this.change(number, (account) => ({ ...account, code: kept })) ? code : null
  }

  /** The session that the right code begins; null for anything else, whatever is wrong. */
  signIn(number: string, typed: string): string | null {
    const account = this.list().find((each) => each.number === number.trim())
    const code = account?.code
    if (!account || !code || code.until <= this.now()) return null
    if (!same(hashOf(tidy(typed), code.salt), code.hash)) {
      const triesLeft = code.triesLeft - 1
      const left = triesLeft > 0 ? { ...code, triesLeft } : null
      this.change(account.number, (each) => ({ ...each, code: left }))
      return null
    }
    const token = randomBytes(32).toString('base64url')
    const session = { hash: digestOf(token), until: this.now() + sessionLivesMs }
    this.change(account.number, (each) => ({
      ...each,
      code: null,
      sessions: [...each.sessions.filter(({ until }) => until > this.now()), session],
    }))
    return token
  }

  /** Whose session it is; null once it is over. */
  signedIn(token: string | undefined): Account | null {
    if (!token) return null
    const hash = digestOf(token)
    return (
      this.list().find(({ sessions }) =>
        sessions.some((session) => session.until > this.now() && same(session.hash, hash)),
      ) ?? null
    )
  }

  signOut(token: string): void {
    const account = this.signedIn(token)
    const hash = digestOf(token)
    if (account)
      this.change(account.number, (each) => ({
        ...each,
        sessions: each.sessions.filter((session) => !same(session.hash, hash)),
      }))
  }

  /** Every session of the account is over at once, and its code is none any more. */
  end(number: string): boolean {
    return this.change(number, (account) => ({ ...account, code: null, sessions: [] }))
  }

  private change(number: string, next: (account: Account) => Account): boolean {
    const accounts = this.list()
    if (!accounts.some((account) => account.number === number)) return false
    this.save(accounts.map((account) => (account.number === number ? next(account) : account)))
    return true
  }

  private save(accounts: readonly Account[]): void {
    writeWhole(this.file, `${JSON.stringify({ accounts }, null, 2)}\n`)
  }
}
