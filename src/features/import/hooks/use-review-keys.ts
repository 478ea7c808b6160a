import { useEffect, useRef } from 'react'
import { onH5 } from '@/src/platform/build'

export interface ReviewKeys {
  readonly previous: () => void
  readonly next: () => void
  /** The choice of the current place, from 0. */
  readonly choose: (at: number) => void
  readonly confirm: () => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null

/** Enter belongs to what has the focus, and everything to an open sheet. */
const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector('[aria-modal="true"]') !== null

/** J and K go through the list, digits choose, Enter confirms; H5 only. */
export function useReviewKeys(keys: ReviewKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!onH5) return undefined
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target) || isTaken(event)) return
      const key = event.key.toLowerCase()
      if (key === 'j') latest.current.next()
      else if (key === 'k') latest.current.previous()
      else if (key === 'enter') latest.current.confirm()
      else if (/^[1-9]$/.test(key)) latest.current.choose(Number(key) - 1)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
