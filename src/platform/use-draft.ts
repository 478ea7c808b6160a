import { useDidHide } from '@tarojs/taro'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { changeDraft, clearDraft, flushDrafts, heldDraft, type HeldDraft, onDraft } from './drafts'
import { useActAs } from './session'

export interface Draft<T> extends HeldDraft<T> {
  /** Its name on this phone: the form, its thing and who fills it in. */
  readonly name: string
  readonly change: (part: Partial<T>) => void
  /** What is shown at this moment, also between two drawings. */
  readonly read: () => T
  /** Empties it: delivered, or the person wants to begin anew. */
  readonly clear: () => void
}

/** A draft belongs to a form, its thing and who fills it in: as resident and as officer apart. */
export const draftNameOf = (form: string, actAs: string | null) => `${form}.${actAs ?? 'resident'}`

/**
 * What a form holds, kept on the phone while the person types and when the page is left. There
 * is one state: what is drawn from `value` is what `read` gives to be sent.
 * @param form which form and for what thing, e.g. `plan.<taskId>`
 * @param empty the form before anything was typed; the first one under this name counts
 */
export function useDraft<T extends object>(form: string, empty: T): Draft<T> {
  const name = draftNameOf(form, useActAs())
  const [begun, setBegun] = useState({ name, empty })
  if (begun.name !== name) setBegun({ name, empty })
  const first = begun.name === name ? begun.empty : empty
  const subscribe = useCallback(
    (listener: () => void) => onDraft(name, first, listener),
    [name, first],
  )
  const held = useSyncExternalStore(
    subscribe,
    () => heldDraft(name, first),
    () => heldDraft(name, first),
  )
  useDidHide(flushDrafts)
  const change = useCallback((part: Partial<T>) => changeDraft(name, first, part), [name, first])
  const read = useCallback(() => heldDraft(name, first).value, [name, first])
  const clear = useCallback(() => clearDraft(name), [name])
  return { ...held, name, change, read, clear }
}
