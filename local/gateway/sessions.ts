import { randomBytes } from 'node:crypto'
import { documentKey } from '../engine/collection'
import { internalDocument } from '../engine/internal-documents'
import type { DocumentStore } from '../engine/store'

export const SESSION_COOKIE = 'zgt_session'

/** Session cookies and the openid each stands for. */
export class Sessions {
  constructor(
    private readonly store: DocumentStore,
    private readonly now: () => number,
  ) {}

  /** The openid of a session; null when there is no such session. */
  openidOf(session: string | undefined): string | null {
    if (!session) return null
    const document = internalDocument(this.store, 'sessions', documentKey(session))
    return typeof document?.openid === 'string' ? document.openid : null
  }

  /** Begins a session, for a stranger unless an openid is given. */
  async begin(openid = randomOpenid()): Promise<{ session: string; openid: string }> {
    const session = randomBytes(24).toString('base64url')
    const sessions = this.store.internal('sessions')
    const document = { _id: session, openid, at: this.now() }
    await this.store.write((transaction) =>
      this.store.put(transaction, sessions, documentKey(session), document),
    )
    return { session, openid }
  }
}

/** Looks like WeChat's: 28 characters, beginning with `o`. */
const randomOpenid = () => `o${randomBytes(20).toString('base64url').slice(0, 27)}`
