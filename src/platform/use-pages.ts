import { useEffect, useMemo, useRef, useState } from 'react'
import type { ErrorCode } from '@/contract/errors'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { callAction } from './call-action'
import { CallError } from './call-error'
import { useActAs } from './session'
import { type Faces, type LoadOptions, useResource } from './use-resource'

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

/** The pages that are shown, first to last. */
type Pages<N extends PagedAction> = readonly ActionOutput<N>[]

const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1]
const cursorOf = (page: unknown) => (page as Paged | undefined)?.cursor ?? null

/**
 * A list by pages: further ones are added under the first. Asking again asks for as many pages
 * as are shown, so that coming back from a row finds the list as it was left.
 */
export function usePages<N extends PagedAction>(
  name: N,
  input: Omit<ActionInput<N>, 'cursor'> | null,
  options: LoadOptions = {},
) {
  type Row = RowOf<N>
  const actAs = useActAs()
  const asked = input === null ? null : JSON.stringify(input)
  const askPage = (cursor: string | null) => {
    const question = JSON.parse(asked ?? '{}') as object
    return callAction(name, { ...question, ...(cursor !== null && { cursor }) } as ActionInput<N>)
  }
  const { load, reload, retry, show } = useResource<Pages<N>>(
    // Not the key of the single answer that `useAction` keeps: the two have different shapes.
    asked && `pages|${name}|${actAs ?? ''}|${asked}`,
    async (shown) => {
      const pages = [await askPage(null)]
      while (pages.length < (shown?.length ?? 1)) {
        const cursor = cursorOf(lastOf(pages))
        if (cursor === null) break
        pages.push(await askPage(cursor))
      }
      return pages
    },
    options,
  )
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ of: Pages<N>; code: ErrorCode } | null>(null)
  const pages = load.face === 'ready' ? load.data : null
  const cursor = cursorOf(pages && lastOf(pages))
  const current = useRef(pages)
  useEffect(() => {
    current.current = pages
  })

  const loadMore = async () => {
    if (!pages || cursor === null || busy) return
    setBusy(true)
    setFailed(null)
    try {
      const next = await askPage(cursor)
      // A refresh in between has other pages: the next one of the old list is none of theirs.
      if (current.current === pages) show([...pages, next])
    } catch (error) {
      setFailed({ of: pages, code: error instanceof CallError ? error.code : 'INTERNAL' })
    } finally {
      setBusy(false)
    }
  }

  return {
    /** The first page's whole answer, e.g. its counts. */
    first: pages?.[0] ?? null,
    load: useMemo(() => rowsOf<Row>(load as Faces<readonly Paged[]>), [load]),
    retry,
    reload,
    loadMore,
    busy,
    /** Why the next page did not come. */
    error: failed && failed.of === pages ? failed.code : null,
  }
}

const rowsOf = <R>(load: Faces<readonly Paged[]>): Faces<Rows<R>> =>
  load.face !== 'ready'
    ? load
    : {
        ...load,
        data: {
          items: load.data.reduce<readonly R[]>(
            (rows, { items }) => [...rows, ...(items as R[])],
            [],
          ),
          more: cursorOf(lastOf(load.data)) !== null,
          partly: lastOf(load.data)?.partly ?? false,
        },
      }
