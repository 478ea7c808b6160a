import { useCallback, useEffect, useMemo, useState } from 'react'
import { titleOf } from '@/domain/import/to-task'
import { usePages } from '@/src/platform/use-pages'
import { openCount, type Draft, type DraftRow } from '../review/draft'

interface Learned {
  /** First page that the rows were changed after; a newer page knows better. */
  readonly of: unknown
  readonly rows: Readonly<Record<number, Omit<DraftRow, 'change'>>>
}

const rowOf = (draft: Draft): Omit<DraftRow, 'change'> => ({
  index: draft.index,
  number: draft.number,
  title: titleOf(draft),
  open: openCount(draft),
  confirmed: draft.confirmed,
  taskId: draft.taskId,
})

/**
 * A batch and all its rows: a list has at most a thousand, asked for page by page. What the
 * reviewer changes is learned from the answers, so that the counts follow at once.
 */
export function useBatch(batchId: string) {
  const input = useMemo(() => ({ batchId }), [batchId])
  const pages = usePages('documents.getBatch', input, { refreshOnShow: true })
  const { first, load, loadMore, busy, error } = pages
  const [learned, setLearned] = useState<Learned | null>(null)

  const more = load.face === 'ready' && load.data.more
  useEffect(() => {
    if (more && !busy && !error) void loadMore()
  }, [more, busy, error, loadMore])

  const patch = learned && learned.of === first ? learned.rows : null
  const items = load.face === 'ready' ? load.data.items : null
  const rows = useMemo(
    () => (items ?? first?.items ?? []).map((row) => ({ ...row, ...patch?.[row.index] })),
    [items, first, patch],
  )
  const learn = useCallback(
    (draft: Draft) =>
      setLearned((before) => ({
        of: first,
        rows: { ...(before?.of === first ? before?.rows : {}), [draft.index]: rowOf(draft) },
      })),
    [first],
  )
  const batch = first?.batch ?? null
  const whole = batch !== null && rows.length === batch.drafts
  return {
    ...pages,
    batch,
    rows,
    /** From the rows once all are here; before that as the server counted. */
    confirmed: whole ? rows.filter((row) => row.confirmed).length : (batch?.confirmed ?? 0),
    openPlaces: rows.reduce((sum, { open }) => sum + open, 0),
    learn,
  }
}

export type BatchView = ReturnType<typeof useBatch>
