/** Long enough to read two lines slowly. */
const shownForMs = 4000

const listeners = new Set<() => void>()
let shown = ''
let timer: ReturnType<typeof setTimeout> | undefined

const show = (text: string) => {
  shown = text
  listeners.forEach((listener) => listener())
}

/** One short sentence after something was done; it goes away by itself and asks nothing. */
export function toast(text: string) {
  clearTimeout(timer)
  timer = setTimeout(() => show(''), shownForMs)
  show(text)
}

/**
 * What is still to be read, empty when nothing is: the page that it was said on may be drawn
 * anew, or another one opened, before anybody could read it.
 */
export const toastNow = () => shown

export function onToast(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
