import type { SettableClock } from '../clock/settable-clock'
import { documentKey } from '../engine/collection'
import type { Document } from '../ground/document'
import { internalDocuments } from '../engine/internal-documents'
import type { DocumentStore } from '../engine/store'
import { resultOf, verdictOf } from './content-verdict'
import type { MessagePush } from './message-push'

export interface MediaCheck {
  traceId: string
  openid: string
  url: string
}

interface PendingCheck extends MediaCheck {
  /** Epoch ms on the local clock. */
  dueAt: number
}

export interface MediaChecksOptions {
  store: DocumentStore
  clock: SettableClock
  push: MessagePush
  appId: string
  /** Origin of the local cloud: files there are opened, nothing else on any network is. */
  origin: () => string
  /** Ms on the local clock until a result is pushed; WeChat takes up to half an hour. */
  delayMs?: number
  report: (message: string) => void
}

const DEFAULT_DELAY = 1_000
/** Real ms until what failed, most often on a full disk, is tried again. */
const RETRY_MS = 1_000
const MOST_BYTES = 10 * 1024 * 1024
/** What WeChat pushes for an address that it cannot open. */
const NOT_OPENED = -1008

/** Checks whose results are still to be pushed. They are kept, so that a restart forgets none. */
export class MediaChecks {
  delayMs: number
  private timer: NodeJS.Timeout | undefined
  private working: Promise<void> = Promise.resolve()
  private started = false
  private closed = false

  constructor(private readonly options: MediaChecksOptions) {
    this.delayMs = options.delayMs ?? DEFAULT_DELAY
    options.clock.onAdvance(() => this.arm())
  }

  /** Begins to push, when the clock is set and the server answers under its own address. */
  start(): void {
    this.started = true
    this.arm()
  }

  async begin(check: MediaCheck): Promise<void> {
    await this.write(check.traceId, { ...check, dueAt: this.options.clock.now() + this.delayMs })
    this.arm()
  }

  /** Soonest first. */
  pending(): PendingCheck[] {
    const checks = internalDocuments(this.options.store, 'mediaChecks') as unknown as PendingCheck[]
    return checks.sort((left, right) => left.dueAt - right.dueAt)
  }

  /** Settles when the results that are due have been handed on. */
  async settled(): Promise<void> {
    await this.working
  }

  close(): void {
    this.closed = true
    clearTimeout(this.timer)
  }

  /** @param least real ms until it looks again */
  private arm(least = 0): void {
    clearTimeout(this.timer)
    const [first] = this.pending()
    if (!first || !this.started || this.closed) return
    const left = Math.min(Math.max(first.dueAt - this.options.clock.now(), least), 2 ** 31 - 1)
    this.timer = setTimeout(() => {
      this.working = this.working.then(() => this.finishDue())
    }, left)
    this.timer.unref()
  }

  private async finishDue(): Promise<void> {
    let least = 0
    try {
      for (const check of this.pending()) {
        if (this.closed || check.dueAt > this.options.clock.now()) break
        const message = await this.resultOf(check)
        if (this.closed) return
        await this.write(check.traceId, null)
        this.options.push.deliver(message)
      }
    } catch (error) {
      least = RETRY_MS
      if (!this.closed) this.options.report(`media check failed: ${(error as Error).message}`)
    }
    this.arm(least)
  }

  private async resultOf({ traceId, openid, url }: PendingCheck) {
    const message = {
      Event: 'wxa_media_check',
      FromUserName: openid,
      appid: this.options.appId,
      trace_id: traceId,
      version: 2,
    }
    const bytes = await this.open(url)
    if (bytes === null)
      return { ...message, detail: [], errcode: NOT_OPENED, errmsg: 'download fail' }
    const verdict = verdictOf(`${readable(url)}\n${bytes.toString('latin1')}`)
    return { ...message, ...resultOf(verdict), errcode: 0, errmsg: 'ok' }
  }

  /** The bytes behind an address of our own; none for a foreign one; null when it cannot be opened. */
  private async open(url: string): Promise<Buffer | null> {
    const { origin } = this.options
    if (!URL.canParse(url) || new URL(url).origin !== origin()) return Buffer.alloc(0)
    try {
      const response = await fetch(url)
      const bytes = response.ok ? Buffer.from(await response.arrayBuffer()) : null
      return bytes && bytes.length <= MOST_BYTES ? bytes : null
    } catch {
      return null
    }
  }

  private async write(traceId: string, check: PendingCheck | null): Promise<void> {
    const { store } = this.options
    const document: Document | null = check ? { _id: traceId, ...check } : null
    await store.write((transaction) =>
      store.put(transaction, store.internal('mediaChecks'), documentKey(traceId), document),
    )
  }
}

function readable(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
