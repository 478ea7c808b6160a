import { RootPortal, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useShell } from '../page-shell/shell-context'
import { useFocusInside } from './use-focus-inside'
import './overlay.scss'

const onH5 = process.env.TARO_ENV === 'h5'

interface OverlayProps {
  /** What the screen reader says when it opens. */
  title: string
  role: 'dialog' | 'alertdialog'
  place: 'bottom' | 'center'
  /** Escape; the veil too, unless `asks`. */
  onClose: () => void
  /** Something must be answered: a tap beside it closes nothing. */
  asks?: boolean
  children: ReactNode
}

/**
 * A panel over the page, drawn only while it is open. Nothing under it can be scrolled, tapped
 * or reached by key. On WeChat `catchMove` holds every movement inside back from the page, and
 * from everything that scrolls except a `ScrollView`: what may grow longer than the panel must
 * stand in one (docs/adr/0011).
 */
export function Overlay({ title, role, place, onClose, asks = false, children }: OverlayProps) {
  const { elder } = useShell()
  const panel = useFocusInside(onClose)
  const overlay = (
    <View className={elder ? 'overlay elder' : 'overlay'} catchMove>
      <View className="overlay__veil" onClick={() => !asks && onClose()} />
      <View
        {...(panel && { id: panel })}
        className={`overlay__panel overlay__panel--${place}`}
        role={role}
        aria-modal="true"
        aria-label={title}
      >
        {children}
      </View>
    </View>
  )
  // WeChat clips what is fixed inside a `ScrollView`, as a sheet opened from a sheet is.
  return onH5 ? overlay : <RootPortal>{overlay}</RootPortal>
}
