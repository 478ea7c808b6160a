import { useMemo, useState } from 'react'
import type { ActionInput } from '@/contract/actions'
import { useSettled } from '@/src/components/ask/field/use-settled'

type Filter = ActionInput<'register.listTasks'>['filter']

const nothing: Filter = {}

/** Filters and words of the register; `input` is what the server is asked. */
export function useRegisterFilter() {
  const [filter, setFilter] = useState<Filter>(nothing)
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim())
  /** Changes when the search field must empty itself. */
  const [generation, setGeneration] = useState(0)

  const input = useMemo(() => ({ filter, ...(query && { query }) }), [filter, query])
  const choose = (key: string, value: string) =>
    setFilter((before) => ({ ...before, [key]: value || undefined }))
  const clear = () => {
    setFilter(nothing)
    setTyped('')
    setGeneration((count) => count + 1)
  }
  const narrowed = query !== '' || Object.values(filter).some((value) => value !== undefined)
  return { filter, input, choose, clear, narrowed, setTyped, generation }
}
