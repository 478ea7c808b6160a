import { useEffect } from 'react'

const onH5 = process.env.TARO_ENV === 'h5'

/** On H5 the Escape key closes what is open. */
export function useEscape(open: boolean, onClose: () => void) {
  useEffect(() => {
    if (!onH5 || !open) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [open, onClose])
}
