/** A write that waits for a network. Sent with the same key until one reply has come. */
export interface OutboxItem {
  /** The idempotency key. */
  readonly key: string
  readonly action: string
  readonly input: unknown
  readonly actAs: string | null
  /** Epoch milliseconds. */
  readonly savedAt: number
  readonly state: 'waiting' | 'refused'
  /** Why the server refused it; the item stays, so that nothing typed is lost. */
  readonly code?: string
}
