import { RootPortal, View } from '@tarojs/components'
import { useShell } from '../page-shell/shell-context'
import type { OverlayProps } from './overlay-props'
import './overlay.scss'

/**
 * A panel over the page, drawn only while it is open. `catchMove` holds every movement inside
 * back from the page, and from everything that scrolls except a `ScrollView`: what may grow
 * longer than the panel must stand in one. WeChat clips what is fixed inside a `ScrollView`, as
 * a sheet opened from a sheet is: hence the portal (docs/adr/0012).
 */
export function Overlay({ title, role, place, onClose, asks = false, children }: OverlayProps) {
  const { elder } = useShell()
  return (
    <RootPortal>
      <View className={elder ? 'overlay elder' : 'overlay'} catchMove>
        <View className="overlay__veil" onClick={() => !asks && onClose()} />
        <View
          className={`overlay__panel overlay__panel--${place}`}
          role={role}
          aria-modal="true"
          aria-label={title}
        >
          {children}
        </View>
      </View>
    </RootPortal>
  )
}
