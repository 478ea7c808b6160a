import { useEffect, useState } from 'react'

/** Typing pauses this long before the server is asked. */
const pauseMs = 400

/** The value once it has rested: words that are typed are not asked about letter by letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
