import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { callAction } from './call-action'
import { CallError, isOffline } from './call-error'
import { serverNow } from './clock'
import type { ErrorCode } from '@/contract/errors'
import { useActAs } from './session'
import { readKept, writeKept } from './storage'

/** The faces of a load; the shape that `ListFaces` draws. */
export type Loaded<T> =
  | { readonly face: 'loading' }
  | { readonly face: 'ready'; readonly data: T }
  | {
      readonly face: 'failed'
      readonly offline: boolean
      readonly code: ErrorCode
      readonly kept: { readonly data: T; readonly at: number } | null
    }

export interface LoadOptions {
  /** Keep the content on the phone for the next time without a network. Public content only. */
  readonly keep?: boolean
  /** Ask again when the page is shown again. */
  readonly refreshOnShow?: boolean
}

interface Shown<T> {
  readonly key: string
  readonly load: Loaded<T>
}

const codeOf = (error: unknown): ErrorCode => (error instanceof CallError ? error.code : 'INTERNAL')

/**
 * Loads by an action, again whenever its input or the membership changes. While it asks again
 * the old content stays; when it fails the last content stays with its time.
 * @param input null: nothing to ask yet (the face is `loading`)
 */
export function useAction<N extends ActionName>(
  name: N,
  input: ActionInput<N> | null,
  options: LoadOptions = {},
) {
  type Data = ActionOutput<N>
  const { keep = false, refreshOnShow = false } = options
  const actAs = useActAs()
  const asked = input === null ? null : JSON.stringify(input)
  const key = `${name}|${actAs ?? ''}|${asked ?? ''}`
  const [shown, setShown] = useState<Shown<Data>>({ key, load: { face: 'loading' } })
  const last = useRef<{ key: string; data: Data; at: number } | null>(null)
  const turn = useRef(0)

  const reload = useCallback(async () => {
    if (asked === null) return
    turn.current += 1
    const mine = turn.current
    try {
      const data = await callAction(name, JSON.parse(asked) as ActionInput<N>)
      if (mine !== turn.current) return
      last.current = { key, data, at: serverNow() }
      if (keep) writeKept(key, { data, at: serverNow() })
      setShown({ key, load: { face: 'ready', data } })
    } catch (error) {
      if (mine !== turn.current) return
      const code = codeOf(error)
      const kept = last.current?.key === key ? last.current : keep ? readKept(key) : null
      setShown({
        key,
        load: {
          face: 'failed',
          offline: isOffline(error),
          code,
          kept: kept && { data: kept.data as Data, at: kept.at },
        },
      })
    }
  }, [name, asked, key, keep])

  useEffect(() => {
    void reload()
    return () => {
      // An answer to the old question must not land on the new one.
      turn.current += 1
    }
  }, [reload])

  const shownOnce = useRef(false)
  useDidShow(() => {
    if (shownOnce.current && refreshOnShow) void reload()
    shownOnce.current = true
  })

  const load: Loaded<Data> = shown.key === key ? shown.load : { face: 'loading' }
  const retry = useCallback(() => {
    setShown({ key, load: { face: 'loading' } })
    void reload()
  }, [key, reload])
  return { load, reload, retry }
}
