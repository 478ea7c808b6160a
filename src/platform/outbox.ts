import { callAction } from './call-action'
import { CallError, isOffline, mayRepeat } from './call-error'
import { serverNow } from './clock'
import { newKey } from './key'
import type { OutboxItem } from './outbox-item'
import { currentActAs } from './session'
import { readStored, writeStored } from './storage'
import type { ActionName } from '@/contract/actions'

/**
 * Sends one item and gives the reply. `progress` keeps what was already done (a photo's file id
 * in place of its bytes), so that the next attempt goes on from there.
 */
export type Sender = (item: OutboxItem, progress: (input: unknown) => void) => Promise<unknown>

export type OutboxEvent =
  | { readonly kind: 'changed' }
  | { readonly kind: 'sent'; readonly item: OutboxItem; readonly reply: unknown }

const senders = new Map<string, Sender>()
const listeners = new Set<(event: OutboxEvent) => void>()
let running: Promise<void> | null = null

/** Some writes need more than one call (photos first): their feature says how. */
export function sendBy(action: ActionName, sender: Sender) {
  senders.set(action, sender)
}

export function onOutbox(listener: (event: OutboxEvent) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const tell = (event: OutboxEvent) => listeners.forEach((listener) => listener(event))

export const readOutbox = (): readonly OutboxItem[] => readStored('outbox') ?? []

const change = (decide: (items: readonly OutboxItem[]) => readonly OutboxItem[]): boolean => {
  const kept = writeStored('outbox', decide(readOutbox()))
  tell({ kind: 'changed' })
  return kept
}

const replaceItem = (key: string, next: (item: OutboxItem) => OutboxItem) =>
  change((items) => items.map((item) => (item.key === key ? next(item) : item)))

/**
 * Keeps a write on the phone and tries to send it. The item's key is the idempotency key: an
 * arrival whose reply was lost is answered by the server with the first reply.
 * @param key made earlier when the same intention was already tried once
 * @throws when the phone refuses to keep it: then nothing may be shown as kept
 */
export async function keepForSending(
  action: ActionName,
  input: unknown,
  key?: string,
): Promise<OutboxItem> {
  const item: OutboxItem = {
    key: key ?? (await newKey()),
    action,
    input,
    actAs: currentActAs(),
    savedAt: serverNow(),
    state: 'waiting',
  }
  if (!change((items) => [...items.filter((each) => each.key !== item.key), item])) {
    throw new CallError('CLIENT.OFFLINE')
  }
  return item
}

/** Takes an item back, to change it or to give it up. */
export function takeFromOutbox(key: string): OutboxItem | null {
  const item = readOutbox().find((each) => each.key === key) ?? null
  if (item) change((items) => items.filter((each) => each.key !== key))
  return item
}

const sendPlainly: Sender = (item) =>
  callAction(item.action as ActionName, item.input as never, {
    idempotencyKey: item.key,
    actAs: item.actAs,
  })

/** Answers false when the network is gone and the rest must wait. */
async function sendOne(item: OutboxItem): Promise<boolean> {
  const sender = senders.get(item.action) ?? sendPlainly
  try {
    const progress = (input: unknown) => void replaceItem(item.key, (each) => ({ ...each, input }))
    const reply = await sender(item, progress)
    change((items) => items.filter((each) => each.key !== item.key))
    tell({ kind: 'sent', item, reply })
    return true
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    // A faulty server keeps this item waiting, but must not hold up the ones behind it.
    if (mayRepeat(error)) return !isOffline(error)
    replaceItem(item.key, (each) => ({ ...each, state: 'refused', code: error.code }))
    return true
  }
}

async function sendWaiting() {
  const tried = new Set<string>()
  for (;;) {
    // Read anew each time: an item may be added or taken back while one is under way.
    const next = readOutbox().find((item) => item.state === 'waiting' && !tried.has(item.key))
    if (!next) return
    tried.add(next.key)
    if (!(await sendOne(next))) return
  }
}

/** Sends what waits, one after the other; a second call while one runs joins it. */
export function flushOutbox(): Promise<void> {
  running ??= sendWaiting().finally(() => {
    running = null
  })
  return running
}
