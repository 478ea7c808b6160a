import { useEffect, useRef, useState } from 'react'

/** Whether Shift was held at the last click or key; H5 only. */
const useHeldShift = () => {
  const held = useRef(false)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const note = ({ shiftKey }: MouseEvent | KeyboardEvent) => {
      held.current = shiftKey
    }
    // Before the tapped element hears it.
    document.addEventListener('click', note, true)
    document.addEventListener('keydown', note, true)
    return () => {
      document.removeEventListener('click', note, true)
      document.removeEventListener('keydown', note, true)
    }
  }, [])
  return held
}

/**
 * Rows chosen for what is done with several at once; one that is not shown any more is not chosen.
 * @param shown ids in the order of the list
 */
export function useSelection(shown: readonly string[]) {
  const [marked, setMarked] = useState<readonly string[]>([])
  /** From where Shift chooses on. */
  const anchor = useRef<string | null>(null)
  const shift = useHeldShift()
  const chosen = shown.filter((id) => marked.indexOf(id) >= 0)

  const chooseOn = (id: string) => {
    const ends = [shown.indexOf(anchor.current ?? id), shown.indexOf(id)].map((at) =>
      Math.max(at, 0),
    )
    const span = shown.slice(Math.min(...ends), Math.max(...ends) + 1)
    setMarked([...chosen.filter((each) => span.indexOf(each) < 0), ...span])
  }
  const toggle = (id: string) => {
    if (shift.current) chooseOn(id)
    else {
      const rest = chosen.filter((each) => each !== id)
      setMarked(rest.length < chosen.length ? rest : [...chosen, id])
    }
    anchor.current = id
  }
  return {
    chosen,
    toggle,
    /** Chooses everything between the row that was touched last and this one. */
    chooseOn: (id: string, from: string) => {
      anchor.current = anchor.current ?? from
      chooseOn(id)
    },
    toggleAll: () => setMarked(chosen.length === shown.length ? [] : shown),
    clear: () => {
      anchor.current = null
      setMarked([])
    },
  }
}

export type Selection = ReturnType<typeof useSelection>
