import { createFocusTrap } from 'focus-trap'
import { useEffect, useId, useRef } from 'react'

/**
 * Takes the focus into a panel while it is shown, keeps Tab inside it, closes it with Escape
 * (the topmost only) and gives the focus back to where it was.
 * @returns the id to give the panel
 */
export function useFocusInside(onClose: () => void): string | undefined {
  const id = `panel-${useId().replace(/:/g, '')}`
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const panel = document.getElementById(id)
    if (!panel) return undefined
    panel.tabIndex = -1
    const trap = createFocusTrap(panel, {
      // The panel itself, so that its name is spoken and no keyboard comes up on a phone.
      initialFocus: panel,
      fallbackFocus: panel,
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
  }, [id])
  return id
}
