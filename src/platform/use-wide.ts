import { useSyncExternalStore } from 'react'

/** `from-wide` of the style sheets; the office's tables and panes begin here. */
const query = process.env.TARO_ENV === 'h5' ? window.matchMedia('(min-width: 960px)') : null

const subscribe = (listener: () => void) => {
  // Not addEventListener: WebKit learned it for media queries only in 2020.
  query?.addListener(listener)
  return () => query?.removeListener(listener)
}

const isWide = () => query?.matches ?? false

/** Whether an H5 page is wide enough for the office's layout; never on a phone. */
export const useWide = () => useSyncExternalStore(subscribe, isWide, isWide)
