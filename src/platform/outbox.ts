import { fieldsOf } from '@/domain/known'
import type { ActionName, ActionOutput } from '@/contract/actions'
import { callMade } from './call-action'
import { CallError, isOffline, mayRepeat } from './call-error'
import { serverNow } from './clock'
import { dropKeptFile } from './kept-file'
import { newKey } from './key'
import { type Attachment, isItemOf, isQuiet, type ItemOf, type OutboxItem } from './outbox-item'
import { mostFailures, sendFiles } from './send-files'
import { currentActAs } from './session'
import { readStored, writeStored } from './storage'

export type OutboxEvent =
  | { readonly kind: 'changed' }
  | { readonly kind: 'sent'; readonly item: OutboxItem; readonly reply: unknown }

const listeners = new Set<(event: OutboxEvent) => void>()
/** The item whose turn it is. */
let sending: string | null = null
let running: Promise<void> | null = null

export function onOutbox(listener: (event: OutboxEvent) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** A listener's own fault is reported, and is none of the write's. */
const tell = (event: OutboxEvent) =>
  [...listeners].forEach((listener) => {
    try {
      listener(event)
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
  })

/** What arrived of one action, with its reply; null for everything else that the outbox tells. */
export const deliveredOf = <N extends ActionName>(
  event: OutboxEvent,
  action: N,
): { readonly reply: ActionOutput<N>; readonly item: ItemOf<N> } | null =>
  event.kind === 'sent' && isItemOf(event.item, action)
    ? { reply: event.reply as ActionOutput<N>, item: event.item }
    : null

/** Told of every delivery of one action, also of what was kept on another day. */
export const onDelivered = <N extends ActionName>(
  action: N,
  listener: (reply: ActionOutput<N>, item: ItemOf<N>) => void,
) =>
  onOutbox((event) => {
    const delivered = deliveredOf(event, action)
    if (delivered) listener(delivered.reply, delivered.item)
  })

export const readOutbox = (): readonly OutboxItem[] => readStored('outbox') ?? []

const itemOf = (key: string) => readOutbox().find((item) => item.key === key) ?? null

/** Key of the item that is being sent at this moment. */
export const sendingNow = () => sending

const change = (decide: (items: readonly OutboxItem[]) => readonly OutboxItem[]): boolean => {
  const kept = writeStored('outbox', decide(readOutbox()))
  tell({ kind: 'changed' })
  return kept
}

const replaceItem = (key: string, next: (item: OutboxItem) => OutboxItem) =>
  change((items) => items.map((item) => (item.key === key ? next(item) : item)))

const removeItem = (key: string) => change((items) => items.filter((item) => item.key !== key))

export interface Keeping {
  /** Made earlier when the same intention was already tried once. */
  readonly key?: string
  readonly attachments?: readonly Attachment[]
  readonly anonymous?: boolean
  readonly form?: OutboxItem['form']
  readonly lookupCode?: string | null
}

/** A write as it stands in the outbox. Its key is the idempotency key. */
export async function newItem(
  action: ActionName,
  input: unknown,
  { key, attachments = [], anonymous = false, form = null, lookupCode = null }: Keeping = {},
): Promise<OutboxItem> {
  return {
    key: key ?? (await newKey()),
    action,
    input,
    actAs: currentActAs(),
    savedAt: serverNow(),
    state: 'waiting',
    attachments,
    anonymous,
    form,
    lookupCode,
  }
}

/**
 * Keeps a write on the phone, to be sent by `flushOutbox`: an arrival whose reply was lost is
 * answered by the server with the first reply. A form has at most one write under way: a second
 * tap finds the first.
 * @throws when the phone refuses to keep it: then nothing may be shown as kept
 */
export function keepItem(item: OutboxItem): OutboxItem {
  const { form, key } = item
  const isOpen = (each: OutboxItem) => each.form?.open && each.form.name === form?.name
  const first = form?.open && readOutbox().find(isOpen)
  if (first) return first
  if (!change((items) => [...items.filter((each) => each.key !== key), item])) {
    throw new CallError('CLIENT.NOT_KEPT')
  }
  return item
}

/** As `keepItem`, of the item's parts. */
export const keepForSending = async (action: ActionName, input: unknown, keeping?: Keeping) =>
  keepItem(await newItem(action, input, keeping))

/** Takes an item back, to change it or to give it up. Null when it is gone or on its way. */
export function takeFromOutbox(key: string): OutboxItem | null {
  const item = itemOf(key)
  if (!item || sending === key) return null
  removeItem(key)
  return item
}

/** The form is free for the next thing; what was said stays in the outbox. */
export const releaseForm = (key: string) =>
  void replaceItem(key, (item) => ({ ...item, form: item.form && { ...item.form, open: false } }))

/** A copy of the thing with what stands at the place changed, e.g. at `measures.0.photoIds`. */
function changedAt(thing: unknown, [key = '', ...deeper]: string[], next: unknown): unknown {
  const own = fieldsOf(thing)[key]
  const value = deeper.length === 0 ? next : changedAt(own, deeper, next)
  if (Array.isArray(thing))
    return thing.map((each: unknown, at) => (String(at) === key ? value : each))
  return { ...fieldsOf(thing), [key]: value }
}

/** Where the ids of the files stand in the input; what was lost is left out. */
function inputWithFiles({ input, attachments }: OutboxItem): unknown {
  return [...new Set(attachments.map(({ field }) => field))].reduce((filled, field) => {
    const own = attachments.filter((each) => each.field === field)
    const ids = own.flatMap(({ fileId }) => fileId ?? [])
    return changedAt(filled, field.split('.'), own[0]?.many ? ids : (ids[0] ?? null))
  }, input)
}

const withFile = (item: OutboxItem, file: string, part: Partial<Attachment>): OutboxItem => ({
  ...item,
  attachments: item.attachments.map((each) =>
    each.file.key === file ? { ...each, ...part } : each,
  ),
})

/** Files that the server does not know any more go up once more, a few times; then without. */
const upAgain = (attachments: OutboxItem['attachments']) =>
  attachments.map((each): Attachment => {
    const { fileId, ...rest } = each
    if (!fileId) return each
    const failures = (each.failures ?? 0) + 1
    return { ...rest, failures, ...(failures >= mostFailures && { lost: 'refused' }) }
  })

/** Sends one write, files first; `remember` keeps how far those came for the next attempt. */
async function sendItem(
  item: OutboxItem,
  remember?: (attachments: OutboxItem['attachments']) => void,
) {
  let current = item
  await sendFiles(item, (file, part) => {
    current = withFile(current, file, part)
    remember?.(current.attachments)
  })
  const input = inputWithFiles(current)
  const options = { idempotencyKey: item.key, actAs: item.actAs }
  try {
    const reply = await callMade(item.action, input, options)
    return { reply, attachments: current.attachments }
  } catch (error) {
    const missing = error instanceof CallError && error.code.startsWith('FILE.')
    if (!missing || !current.attachments.some(({ fileId }) => fileId)) throw error
    remember?.(upAgain(current.attachments))
    throw new CallError('CLIENT.UPLOAD_FAILED')
  }
}

const dropFiles = async ({ attachments }: OutboxItem) => {
  for (const { file } of attachments) await dropKeptFile(file).catch(() => undefined)
}

/** Sends what the phone has no room to keep: it lives as long as the app does. */
export async function sendUnkept(item: OutboxItem): Promise<void> {
  const { reply, attachments } = await sendItem(item)
  tell({ kind: 'sent', item: { ...item, attachments }, reply })
  await dropFiles(item)
}

/** Answers false when the network is gone and the rest must wait. */
async function sendOne(item: OutboxItem): Promise<boolean> {
  sending = item.key
  tell({ kind: 'changed' })
  try {
    const { reply, attachments } = await sendItem(
      item,
      (known) => void replaceItem(item.key, (each) => ({ ...each, attachments: known })),
    )
    // What follows from the reply (a receipt, a code) comes before the item goes: a crash in
    // between sends it once more and gets the same reply.
    tell({ kind: 'sent', item: { ...(itemOf(item.key) ?? item), attachments }, reply })
    removeItem(item.key)
    void dropFiles(item)
    return true
  } catch (error) {
    // A faulty server keeps this item waiting, but must not hold up the ones behind it.
    if (mayRepeat(error)) return !isOffline(error)
    const code = error instanceof CallError ? error.code : 'INTERNAL'
    if (isQuiet(item)) removeItem(item.key)
    else replaceItem(item.key, (each) => ({ ...each, state: 'refused', code }))
    return true
  } finally {
    sending = null
    tell({ kind: 'changed' })
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
