import { useCallback, useEffect, useRef, useState } from 'react'
import type { ErrorCode } from '@/contract/errors'
import type { Loaded, LoadFailure } from '@/src/components/frame/list-faces/loaded'
import { CallError, isOffline } from './call-error'
import { serverNow } from './clock'
import { onOutbox } from './outbox'
import { readKept, writeKept } from './storage'
import { refreshMe } from './use-me'
import { useRefresh } from './use-refresh'

/** The faces of a load. */
export type Faces<T> = Loaded<T, ErrorCode>

export interface LoadOptions {
  /** Keep the content on the phone for the next time without a network. Public content only. */
  readonly keep?: boolean
  /** Ask again when the page is shown again, and when something that waited was delivered. */
  readonly refreshOnShow?: boolean
}

const loading = { face: 'loading' } as const

const failureOf = (error: unknown): LoadFailure<ErrorCode> => ({
  code: error instanceof CallError ? error.code : 'INTERNAL',
  offline: isOffline(error),
})

const keptUnder = <T>(key: string): Faces<T> => {
  const kept = readKept(key)
  return kept ? { face: 'ready', data: kept.data as T, at: kept.at, stale: null } : loading
}

/**
 * Loads one thing and keeps it shown. It is asked for again when `key` changes, when the page is
 * shown again, when the network is back after a failure, and when the person pulls.
 * @param key what it is and for whom; null: nothing to ask yet (the face is `loading`)
 * @param ask gets what is shown now, e.g. to ask for as many pages again
 */
export function useResource<T>(
  key: string | null,
  ask: (shown: T | null) => Promise<T>,
  { keep = false, refreshOnShow = false }: LoadOptions = {},
) {
  const [held, setHeld] = useState<{ key: string | null; load: Faces<T> }>({ key, load: loading })
  const load: Faces<T> = held.key === key ? held.load : loading
  const latest = useRef({ key, load, ask })
  useEffect(() => {
    latest.current = { key, load, ask }
  })
  const turn = useRef(0)

  const put = useCallback((next: Faces<T>) => {
    const of = latest.current.key
    latest.current.load = next
    setHeld({ key: of, load: next })
  }, [])

  const reload = useCallback(async () => {
    const asked = latest.current.key
    if (asked === null) return
    const mine = (turn.current += 1)
    const before = latest.current.load
    const shown = before.face === 'ready' ? before.data : null
    try {
      const data = await latest.current.ask(shown)
      if (mine !== turn.current) return
      const at = serverNow()
      if (keep) writeKept(asked, { data, at })
      put({ face: 'ready', data, at, stale: null })
    } catch (error) {
      if (mine !== turn.current) return
      const failure = failureOf(error)
      // The appointment was ended: what else is shown in its name goes with it, not at the next show.
      if (failure.code === 'IDENTITY.MEMBERSHIP_UNKNOWN') void refreshMe({ join: true })
      const now = latest.current.load
      const left = now.face === 'ready' ? now : keep ? keptUnder<T>(asked) : loading
      put(left.face === 'ready' ? { ...left, stale: failure } : { face: 'failed', ...failure })
    }
  }, [keep, put])

  useEffect(() => {
    latest.current.load = loading
    void reload()
    return () => {
      // An answer to the old question must not land on the new one.
      turn.current += 1
    }
  }, [key, reload])

  useRefresh((cause) => {
    const now = latest.current.load
    const wanting = now.face === 'failed' || (now.face === 'ready' && now.stale !== null)
    if (cause === 'pull' || wanting || (cause === 'show' && refreshOnShow)) return reload()
    return undefined
  })
  useEffect(
    () => (refreshOnShow ? onOutbox((event) => event.kind === 'sent' && void reload()) : undefined),
    [refreshOnShow, reload],
  )

  const retry = useCallback(() => {
    if (latest.current.load.face !== 'ready') put(loading)
    void reload()
  }, [put, reload])

  /** Puts newer content in place of what is shown, e.g. with one more page. */
  const show = useCallback(
    (data: T) => put({ face: 'ready', data, at: serverNow(), stale: null }),
    [put],
  )
  return { load, reload, retry, show }
}
