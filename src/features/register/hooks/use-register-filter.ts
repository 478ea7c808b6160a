import { useEffect, useMemo, useState } from 'react'
import type { ActionInput } from '@/contract/actions'

type Filter = ActionInput<'task.listPublic'>['filter']

/** Typing pauses this long before the server is asked. */
const pauseMs = 400
const nothing: Filter = {}

/** Filters and words of the register; `input` is what the server is asked. */
export function useRegisterFilter() {
  const [filter, setFilter] = useState<Filter>(nothing)
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  /** Changes when the search field must empty itself. */
  const [generation, setGeneration] = useState(0)

  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])

  const input = useMemo(() => ({ filter, ...(query && { query }) }), [filter, query])
  const choose = (key: string, value: string) =>
    setFilter((before) => {
      const rest = Object.fromEntries(Object.entries(before).filter(([name]) => name !== key))
      return value ? { ...rest, [key]: value } : rest
    })
  const clear = () => {
    setFilter(nothing)
    setTyped('')
    setQuery('')
    setGeneration((count) => count + 1)
  }
  const narrowed = query !== '' || Object.keys(filter).length > 0
  return { filter, input, choose, clear, narrowed, setTyped, generation }
}
