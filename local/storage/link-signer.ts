import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type Verdict = 'valid' | 'expired' | 'wrong'

/**
 * Signs what may be done with a path until an instant of the local clock. The key lives as long as the
 * process: what was handed out before a restart is dead after it.
 */
export class LinkSigner {
  private readonly secret = randomBytes(32)

  constructor(private readonly now: () => number) {}

  /** @param ms how long it holds on the local clock */
  sign(method: 'put' | 'get', path: string, ms: number): { sign: string; expires: number } {
    const expires = this.now() + ms
    return { sign: this.hash(method, path, expires), expires }
  }

  verify(method: 'put' | 'get', path: string, sign: unknown, expires: unknown): Verdict {
    if (typeof sign !== 'string' || !/^[0-9a-f]{64}$/.test(sign)) return 'wrong'
    if (typeof expires !== 'string' || !/^\d{1,16}$/.test(expires)) return 'wrong'
    const wanted = Buffer.from(this.hash(method, path, Number(expires)))
    if (!timingSafeEqual(wanted, Buffer.from(sign))) return 'wrong'
    return Number(expires) > this.now() ? 'valid' : 'expired'
  }

  private hash(method: string, path: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${method}\n${path}\n${expires}`).digest('hex')
  }
}
