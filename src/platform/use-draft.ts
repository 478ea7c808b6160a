import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { onH5 } from './build'
import { readDraft, removeDraft, writeDraft } from './storage'

/** Typing pauses this long before the phone writes; leaving the page writes at once. */
const pauseMs = 400

/**
 * A form's draft: starts with what is kept, writes while the person types, and is removed when
 * the form was sent. `kept` is null before the first write, then says whether the phone kept it.
 */
export function useDraft<T>(name: string, empty: T) {
  const [initial] = useState<T>(() => readDraft<T>(name) ?? empty)
  const [kept, setKept] = useState<boolean | null>(() => (readDraft(name) ? true : null))
  const current = useRef(initial)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const write = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    setKept(writeDraft(name, current.current))
  }, [name])

  const change = useCallback(
    (part: Partial<T>) => {
      current.current = { ...current.current, ...part }
      clearTimeout(timer.current)
      timer.current = setTimeout(write, pauseMs)
    },
    [write],
  )

  // Leaving in the middle of a word, also by closing the tab or the phone's own gesture.
  const writePending = useCallback(() => {
    if (timer.current === undefined) return
    clearTimeout(timer.current)
    timer.current = undefined
    writeDraft(name, current.current)
  }, [name])
  useDidHide(writePending)
  useEffect(() => {
    if (onH5) window.addEventListener('pagehide', writePending)
    return () => {
      if (onH5) window.removeEventListener('pagehide', writePending)
      writePending()
    }
  }, [writePending])

  const clear = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    current.current = empty
    removeDraft(name)
    setKept(null)
  }, [name, empty])

  return { initial, kept, change, clear, read: useCallback(() => current.current, []) }
}
