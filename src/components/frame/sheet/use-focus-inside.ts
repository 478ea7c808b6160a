import { createFocusTrap } from 'focus-trap'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * Takes the focus into a panel while it is shown, keeps Tab inside it, closes it with Escape
 * (the topmost only) and gives the focus back to where it was. For browsers only.
 */
export function useFocusInside(onClose: () => void): RefObject<HTMLDivElement> {
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!panel.current) return undefined
    const trap = createFocusTrap(panel.current, {
      // The panel itself, so that its name is spoken and no keyboard comes up on a phone.
      initialFocus: panel.current,
      fallbackFocus: panel.current,
      escapeDeactivates: () => {
        close.current()
        return false
      },
      // The veil closes by its own tap.
      allowOutsideClick: true,
      preventScroll: true,
      delayInitialFocus: false,
    })
    trap.activate()
    return () => void trap.deactivate()
  }, [])
  return panel
}
