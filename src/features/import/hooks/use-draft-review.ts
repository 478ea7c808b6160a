import { useRef, useState } from 'react'
import type { ActionInput } from '@/contract/actions'
import { useAction } from '@/src/platform/use-action'
import { useSend } from '@/src/platform/use-send'
import type { Draft } from '../review/draft'

type Change = ActionInput<'documents.editDraft'>['change']

interface Waiting {
  readonly decisions: Readonly<Record<string, string>>
  readonly change: Change
  /** Ids of units by the printed names that mean them. */
  readonly named: Readonly<Record<string, string>>
}

const nothing: Waiting = { decisions: {}, change: {}, named: {} }
const isEmpty = (waiting: Waiting) =>
  Object.values(waiting).every((part: object) => Object.keys(part).length === 0)
/** The later of two decisions on one place counts. */
const join = (earlier: Waiting, later: Waiting): Waiting => ({
  decisions: { ...earlier.decisions, ...later.decisions },
  change: { ...earlier.change, ...later.change },
  named: { ...earlier.named, ...later.named },
})

const withDecisions = (draft: Draft, decided: Waiting['decisions']): Draft => ({
  ...draft,
  unsure: draft.unsure.map((unsure) => ({
    ...unsure,
    decided: decided[unsure.field] ?? unsure.decided,
  })),
})

/**
 * One draft under review. A decision shows at once and goes up by itself; what is decided while
 * one is under way goes with the next call, and what did not arrive waits for `retry`.
 */
export function useDraftReview(batchId: string, index: number, onLearn: (draft: Draft) => void) {
  const { load, retry: reload } = useAction('documents.getDraft', { batchId, index })
  const edit = useSend('documents.editDraft')
  const confirming = useSend('documents.confirmDraft')
  const [latest, setLatest] = useState<Draft | null>(null)
  const [shown, setShown] = useState<Waiting>(nothing)
  const waiting = useRef<Waiting>(nothing)
  const running = useRef(false)

  const flush = async () => {
    if (running.current) return
    running.current = true
    while (!isEmpty(waiting.current)) {
      const sent = waiting.current
      waiting.current = nothing
      const decisions = Object.entries(sent.decisions).map(([field, value]) => ({ field, value }))
      const named = Object.entries(sent.named).map(([printed, unitId]) => ({ printed, unitId }))
      const answer = await edit.send({ batchId, index, decisions, change: sent.change, named })
      if (!answer) {
        waiting.current = join(sent, waiting.current)
        break
      }
      setLatest(answer)
      onLearn(answer)
    }
    running.current = false
    setShown(waiting.current)
  }
  const put = (part: Partial<Waiting>) => {
    waiting.current = join(waiting.current, { ...nothing, ...part })
    setShown((before) => join(before, { ...nothing, ...part }))
    void flush()
  }
  const confirm = async () => {
    const answer = await confirming.send({ batchId, index })
    if (answer) {
      setLatest(answer)
      onLearn(answer)
    }
    return answer !== null
  }
  const read = latest ?? (load.face === 'ready' ? load.data : null)
  return {
    load,
    reload,
    draft: read && withDecisions(read, shown.decisions),
    decide: (field: string, value: string) => put({ decisions: { [field]: value } }),
    change: (change: Change) => put({ change }),
    /** From now on lists that print this name mean that unit. */
    name: (printed: string, unitId: string) => put({ named: { [printed]: unitId } }),
    confirm,
    saving: edit.busy,
    /** Something decided did not arrive and waits for `retry`. */
    unsaved: !edit.busy && !isEmpty(shown),
    confirming: confirming.busy,
    error: edit.error ?? confirming.error,
    retry: edit.error ? () => void flush() : null,
  }
}

export type DraftReview = ReturnType<typeof useDraftReview>
