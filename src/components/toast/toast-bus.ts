type Listener = (text: string) => void

const listeners = new Set<Listener>()

/** One short sentence after something was done; it goes away by itself and asks nothing. */
export function toast(text: string) {
  listeners.forEach((listener) => listener(text))
}

export function onToast(listener: Listener) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
