import { alsoForget, readDraft, removeDraft, writeDraft } from './storage'

/** Typing pauses this long before the phone writes; leaving the page writes at once. */
const pauseMs = 400

/** One form's words, dates and choices, as they are shown and as they will be sent. */
export interface HeldDraft<T> {
  readonly value: T
  /** Whether the phone has it as shown: null when there is nothing to keep. */
  readonly kept: boolean | 'soon' | null
  /** Brought back from an earlier time, and not sent or emptied since. */
  readonly restored: boolean
  /** Changes when boxes must draw themselves anew: what they hold was replaced from outside. */
  readonly generation: number
}

interface Entry {
  held: HeldDraft<unknown>
  readonly empty: unknown
  timer: ReturnType<typeof setTimeout> | undefined
  readonly listeners: Set<() => void>
}

const entries = new Map<string, Entry>()

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const begin = (name: string, empty: unknown): Entry => {
  const stored = readDraft<unknown>(name)
  const restored = stored !== null && !isSame(stored, empty)
  const entry: Entry = {
    held: {
      value: restored ? stored : empty,
      kept: restored ? true : null,
      restored,
      generation: 0,
    },
    empty,
    timer: undefined,
    listeners: new Set(),
  }
  entries.set(name, entry)
  return entry
}

const entryOf = (name: string, empty: unknown) => entries.get(name) ?? begin(name, empty)

const put = (entry: Entry, held: Partial<HeldDraft<unknown>>) => {
  entry.held = { ...entry.held, ...held }
  entry.listeners.forEach((listener) => listener())
}

const write = (name: string, entry: Entry) => {
  clearTimeout(entry.timer)
  entry.timer = undefined
  const { value } = entry.held
  if (isSame(value, entry.empty)) {
    removeDraft(name)
    put(entry, { kept: null, restored: false })
  } else {
    put(entry, { kept: writeDraft(name, value) })
  }
}

/** Writes what is still in a pause: the page is being left, or the app. */
export function flushDrafts() {
  entries.forEach((entry, name) => entry.timer !== undefined && write(name, entry))
}

export const heldDraft = <T>(name: string, empty: T) => entryOf(name, empty).held as HeldDraft<T>

export function changeDraft<T extends object>(name: string, empty: T, part: Partial<T>) {
  const entry = entryOf(name, empty)
  clearTimeout(entry.timer)
  entry.timer = setTimeout(() => write(name, entry), pauseMs)
  put(entry, { value: { ...(entry.held.value as T), ...part }, kept: 'soon' })
}

/** Puts a whole form in place, e.g. one that was taken back, and keeps it at once. */
export function replaceDraft<T extends object>(name: string, value: T) {
  const entry = entries.get(name)
  if (!entry) {
    writeDraft(name, value)
    return
  }
  put(entry, { value, restored: true, generation: entry.held.generation + 1 })
  write(name, entry)
}

/** Whether anything stands in the form, shown or not. */
export const hasDraft = (name: string) => {
  const entry = entries.get(name)
  return entry ? !isSame(entry.held.value, entry.empty) : readDraft(name) !== null
}

/** Empties the form: it was delivered, or the person wants to begin anew. */
export function clearDraft(name: string) {
  removeDraft(name)
  const entry = entries.get(name)
  if (!entry) return
  clearTimeout(entry.timer)
  entry.timer = undefined
  const { generation } = entry.held
  put(entry, { value: entry.empty, kept: null, restored: false, generation: generation + 1 })
}

/** Told of each change; the last one to leave has the draft written. */
export function onDraft(name: string, empty: unknown, listener: () => void) {
  const entry = entryOf(name, empty)
  entry.listeners.add(listener)
  return () => {
    entry.listeners.delete(listener)
    if (entry.listeners.size > 0) return
    if (entry.timer !== undefined) write(name, entry)
    if (entries.get(name) === entry) entries.delete(name)
  }
}

// Another person took the phone: a pause that ends now must not write the last one's words.
alsoForget(() => [...entries.keys()].forEach(clearDraft))
