import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { callAction } from './call-action'
import { CallError } from './call-error'
import { useAction, type LoadOptions, type Loaded } from './use-action'
import type { ErrorCode } from '@/contract/errors'

interface Paged {
  readonly items: readonly unknown[]
  readonly cursor: string | null
  /** Only a part of the list was looked through; the cursor goes on from there. */
  readonly partly?: boolean
}

/** Actions that answer by pages. */
export type PagedAction = {
  [N in ActionName]: ActionOutput<N> extends Paged ? N : never
}[ActionName]

export type RowOf<N extends PagedAction> =
  ActionOutput<N> extends { items: readonly (infer R)[] } ? R : never

export interface Rows<R> {
  readonly items: readonly R[]
  /** More rows can be asked for. */
  readonly more: boolean
  /** More may be found: the list was looked through in part only. */
  readonly partly: boolean
}

interface Further<R> {
  readonly of: unknown
  readonly items: readonly R[]
  readonly cursor: string | null
  readonly partly: boolean
}

/**
 * A list by pages: the first page has the four faces, further ones are added under it. Changing
 * the input starts again from the first page.
 */
export function usePages<N extends PagedAction>(
  name: N,
  input: Omit<ActionInput<N>, 'cursor'> | null,
  options: LoadOptions = {},
) {
  type Row = RowOf<N>
  const first = useAction(name, input as ActionInput<N> | null, options)
  const [further, setFurther] = useState<Further<Row> | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorCode | null>(null)
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const page = (first.load.face === 'ready' ? first.load.data : null) as Paged | null
  const added = further && further.of === page ? further : null
  const cursor = added ? added.cursor : (page?.cursor ?? null)

  const loadMore = useCallback(async () => {
    if (!page || cursor === null || busy) return
    setBusy(true)
    setError(null)
    try {
      const next = (await callAction(name, { ...input, cursor } as ActionInput<N>)) as Paged
      const before = added?.items ?? []
      if (!alive.current) return
      const items = [...before, ...(next.items as readonly Row[])]
      setFurther({ of: page, items, cursor: next.cursor, partly: next.partly ?? false })
    } catch (caught) {
      if (alive.current) setError(caught instanceof CallError ? caught.code : 'INTERNAL')
    } finally {
      if (alive.current) setBusy(false)
    }
  }, [name, input, page, cursor, busy, added])

  const answered = first.load.face === 'failed' ? first.load.kept?.data : undefined
  return {
    /** The first page's whole answer, e.g. its counts. */
    first: first.load.face === 'ready' ? first.load.data : (answered ?? null),
    load: rowsOf<Row>(first.load as Loaded<Paged>, added),
    retry: first.retry,
    reload: first.reload,
    loadMore,
    busy,
    error,
  }
}

function rowsOf<R>(load: Loaded<Paged>, added: Further<R> | null): Loaded<Rows<R>> {
  if (load.face === 'loading') return load
  if (load.face === 'ready') {
    const items = [...(load.data.items as readonly R[]), ...(added?.items ?? [])]
    const { cursor, partly = false } = added ?? load.data
    return { face: 'ready', data: { items, more: cursor !== null, partly } }
  }
  const kept = load.kept && {
    data: { items: load.kept.data.items as readonly R[], more: false, partly: false },
    at: load.kept.at,
  }
  return { ...load, kept }
}
