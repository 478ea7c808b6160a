import { documentKey } from '../engine/collection'
import { internalDocument } from '../engine/internal-documents'
import type { DocumentStore } from '../engine/store'
import type { SettableClock } from './settable-clock'

const KEY = documentKey('clock')

/**
 * Sets the clock of an opened data directory: it goes on from where it was, or begins at `startAt` (ISO)
 * when the directory is fresh. It never goes behind the last commit, even after a kill.
 * @throws Error when `startAt` is no ISO time
 */
export async function restoreClock(
  store: DocumentStore,
  clock: SettableClock,
  startAt: string | undefined,
): Promise<void> {
  const saved = internalDocument(store, 'settings', KEY)
  if (saved) clock.startAt(Math.max(Number(saved.at), store.lastCommitAt))
  else if (startAt !== undefined && store.lastCommitAt === 0) {
    const instant = Date.parse(startAt)
    if (Number.isNaN(instant)) throw new Error(`${startAt} is no ISO time`)
    clock.startAt(instant)
    // Kept at once: after a kill the directory must not fall into the real time.
    await saveClock(store, clock)
  }
}

/** Keeps where the clock is. One that was never moved is simply the real time and needs no keeping. */
export async function saveClock(store: DocumentStore, clock: SettableClock): Promise<void> {
  if (clock.offsetMs === 0) return
  const settings = store.internal('settings')
  await store.write((transaction) =>
    store.put(transaction, settings, KEY, { _id: 'clock', at: clock.now() }),
  )
}
