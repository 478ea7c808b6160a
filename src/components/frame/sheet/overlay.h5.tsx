import { useShell } from '../page-shell/shell-context'
import type { OverlayProps } from './overlay-props'
import { useFocusInside } from './use-focus-inside'
import './overlay.scss'
import './platform-modal.scss'

/**
 * `overlay.tsx` in a browser: it takes the focus, keeps and gives it back. Plain elements: Taro's
 * own are moved in the document when they are drawn, and what is moved loses the focus.
 */
export function Overlay({ title, role, place, onClose, asks = false, children }: OverlayProps) {
  const { elder } = useShell()
  const panel = useFocusInside(onClose)
  return (
    <div className={elder ? 'overlay elder' : 'overlay'}>
      <div className="overlay__veil" onClick={() => !asks && onClose()} />
      <div
        ref={panel}
        tabIndex={-1}
        className={`overlay__panel overlay__panel--${place}`}
        role={role}
        aria-modal="true"
        aria-label={title}
      >
        {children}
      </div>
    </div>
  )
}
