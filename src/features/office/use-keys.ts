import { useEffect, useRef } from 'react'

/**
 * What a key does, by its name in small letters: `j`, `enter`, `escape`, `/`, `1`, and a blank for the
 * long one. What goes on from there is told whether Shift is held.
 */
export type Keys = Readonly<Record<string, (isShift: boolean) => void>>

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null

/** Everything belongs to an open sheet, and combinations to the browser. */
const isTaken = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector('[aria-modal="true"]') !== null

/** The keys of the office's wide pages while nobody types; H5 only. */
export function useKeys(keys: Keys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    let pointed: Element | null = null
    const point = ({ target }: PointerEvent) => {
      pointed = target instanceof Element ? target.closest('.tappable') : null
    }
    /** Enter and the blank belong to what the keyboard went to, not to what the mouse clicked last. */
    const isOfFocus = () => {
      const { activeElement } = document
      return activeElement?.closest('.tappable') != null && activeElement !== pointed
    }
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Tab') pointed = null
      if (isTyping(event.target) || isTaken(event)) return
      const key = event.key.toLowerCase()
      const act = Object.keys(latest.current).indexOf(key) >= 0 ? latest.current[key] : undefined
      if (!act || ((key === 'enter' || key === ' ') && isOfFocus())) return
      event.preventDefault()
      event.stopPropagation()
      act(event.shiftKey)
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
