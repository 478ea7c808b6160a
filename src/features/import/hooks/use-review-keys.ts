import { useEffect, useRef } from 'react'

export interface ReviewKeys {
  readonly previous: () => void
  readonly next: () => void
  /** The choice of the current place, from 0. */
  readonly choose: (at: number) => void
  readonly confirm: () => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null

/** Everything belongs to an open sheet, and combinations to the browser. */
const isTaken = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector('[aria-modal="true"]') !== null

/** J and K go through the list, digits choose, Enter confirms; H5 only. */
export function useReviewKeys(keys: ReviewKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    let pointed: Element | null = null
    const point = ({ target }: PointerEvent) => {
      pointed = target instanceof Element ? target.closest('.tappable') : null
    }
    /** Enter belongs to what the keyboard went to, not to what the mouse clicked last. */
    const enter = (event: KeyboardEvent) => {
      const { activeElement } = document
      if (activeElement?.closest('.tappable') && activeElement !== pointed) return
      event.preventDefault()
      event.stopPropagation()
      latest.current.confirm()
    }
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Tab') pointed = null
      if (isTyping(event.target) || isTaken(event)) return
      const key = event.key.toLowerCase()
      if (key === 'j') latest.current.next()
      else if (key === 'k') latest.current.previous()
      else if (key === 'enter') enter(event)
      else if (/^[1-9]$/.test(key)) latest.current.choose(Number(key) - 1)
    }
    // Before the tapped element hears it.
    document.addEventListener('keydown', listen, true)
    document.addEventListener('pointerdown', point, true)
    return () => {
      document.removeEventListener('keydown', listen, true)
      document.removeEventListener('pointerdown', point, true)
    }
  }, [])
}
