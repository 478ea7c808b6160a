import { useEffect, useMemo, useState } from 'react'
import type { ActionInput, ActionOutput } from '@/contract/actions'
import { ledgerSorts, type LedgerSort } from '@/domain/task/readers'
import { taskCategories, taskStates } from '@/domain/task/task'
import { useSettled } from '@/src/components/ask/field/use-settled'
import { keepInAddress } from '@/src/platform/address'
import { currentRoute, usePageParam } from '@/src/platform/navigation'
import { usePages } from '@/src/platform/use-pages'

export type LedgerRow = ActionOutput<'task.listLedger'>['items'][number]
type Filter = ActionInput<'task.listLedger'>['filter']

/** The value if it is one of these: an address may say anything. */
const known = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((each) => each === value)

/**
 * The ledger by filters, words and order; they stand in the page's address.
 * @param detailed with what only the wide table shows
 */
export function useLedger(detailed: boolean) {
  const [filter, setFilter] = useState<Filter>({
    state: known(taskStates, usePageParam('state')),
    category: known(taskCategories, usePageParam('category')),
    roundId: usePageParam('round') || undefined,
  })
  const named = { query: usePageParam('q'), sort: known(ledgerSorts, usePageParam('sort')) }
  const [typed, setTyped] = useState(named.query)
  const [sort, setSort] = useState<LedgerSort>(named.sort ?? 'due')
  const query = useSettled(typed.trim())
  const input = useMemo(
    () => ({ filter, ...(query && { query }), ...(sort !== 'due' && { sort }) }),
    [filter, query, sort],
  )
  const shown = useMemo(
    () => ({ ...input, ...(detailed && { detailed: true as const }) }),
    [input, detailed],
  )
  // What was typed settles when its row may have been opened already.
  const [page] = useState(currentRoute)
  useEffect(() => {
    const { state, category, roundId: round } = filter
    keepInAddress(page, { state, category, round, q: query, sort: sort === 'due' ? null : sort })
  }, [page, filter, query, sort])
  return {
    filter,
    /** Empty takes the filter off. */
    setFilter: (key: string, value: string) =>
      setFilter((before) => ({ ...before, [key]: value === '' ? undefined : value })),
    typed,
    setTyped,
    /** Words are found by date due. */
    sort: query ? 'due' : sort,
    setSort: query ? null : setSort,
    /** What the list was asked for, as an export asks for it. */
    asked: input,
    list: usePages('task.listLedger', shown, { refreshOnShow: true }),
  }
}

export type LedgerView = ReturnType<typeof useLedger>
