import { useCallback, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '@/copy/acting'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import {
  deliveredOf,
  flushOutbox,
  type Keeping,
  keepItem,
  newItem,
  onOutbox,
  readOutbox,
  sendUnkept,
  takeFromOutbox,
} from '@/src/platform/outbox'
import { isItemOf, type ItemOf, type OutboxItem } from '@/src/platform/outbox-item'
import type { Draft } from '@/src/platform/use-draft'
import { useOutbox, type WaitingItem } from '@/src/platform/use-outbox'

export interface Delivered<N extends ActionName> {
  readonly reply: ActionOutput<N>
  /** What was sent, with what of its files did not go along. */
  readonly item: ItemOf<N>
}

/** Waits until the outbox has tried the item once. */
async function tryNow({ key }: OutboxItem) {
  await flushOutbox()
  // The flush may have been another one that began before this item was kept.
  if (readOutbox().some((item) => item.key === key && item.state === 'waiting')) await flushOutbox()
}

/**
 * Sends what a form holds by way of the outbox: kept on the phone first, files and all, then
 * tried at once. While it waits the form is locked (`waiting`), so that nothing goes out twice;
 * what the server refuses opens the form again as it was, with the reason. The draft goes when
 * the reply has come, and not before.
 * @param then what follows on the page, whether it arrived at once or after a while
 */
export function useDelivery<N extends ActionName>(
  action: N,
  draft: Draft<object>,
  then?: (delivered: Delivered<N>) => void,
) {
  const form = draft.name
  const outbox = useOutbox()
  const isOwn = (item: WaitingItem): item is WaitingItem & ItemOf<N> =>
    isItemOf(item, action) && item.form?.name === form && item.form.open
  const own = outbox.find(isOwn) ?? null
  const [refusal, setRefusal] = useState<string | null>(null)
  const [delivered, setDelivered] = useState<Delivered<N> | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef<object | null>(null)

  const follow = useRef(then)
  useEffect(() => {
    follow.current = then
  })
  useEffect(
    () =>
      onOutbox((event) => {
        const arrived = deliveredOf(event, action)
        if (!arrived?.item.form?.open || arrived.item.form.name !== form) return
        setDelivered(arrived)
        follow.current?.(arrived)
      }),
    [action, form],
  )
  const refused = own?.state === 'refused' ? own : null
  useEffect(() => {
    if (!refused || !takeFromOutbox(refused.key)) return
    setRefusal(sentenceOf({ code: refused.code }))
  }, [refused])

  /** The receipt when it arrived at once; null when it waits or was refused. */
  const send = async (
    input: ActionInput<N>,
    keeping: Omit<Keeping, 'form'>,
  ): Promise<Delivered<N> | null> => {
    if (running.current) return null
    const mine = {}
    running.current = mine
    // As soon as it has arrived the page shows it: the next one must not wait for the bookkeeping.
    const release = () => {
      if (running.current !== mine) return
      running.current = null
      setBusy(false)
    }
    setBusy(true)
    setRefusal(null)
    let item: OutboxItem | null = null
    let sent: Delivered<N> | null = null
    const stop = onOutbox((event) => {
      const arrived = deliveredOf(event, action)
      if (arrived?.item.key !== item?.key) return
      sent = arrived
      release()
    })
    try {
      const value = draft.read()
      item = await newItem(action, input, { ...keeping, form: { name: form, value, open: true } })
      await tryNow(keepItem(item))
    } catch (error) {
      // The phone has no room: it goes at once or stays on the form, and the form says so.
      const sending = item ? sendUnkept(item) : Promise.reject(error)
      await sending.catch((failure: unknown) => setRefusal(sentenceOf(failure)))
    } finally {
      stop()
      release()
    }
    return sent
  }
  return {
    send,
    busy,
    /** Why the form is open again. */
    refusal,
    clearRefusal: useCallback(() => setRefusal(null), []),
    waiting: own?.state === 'waiting' ? own : null,
    delivered,
    /** The receipt was read: the form is there for the next thing. */
    forget: useCallback(() => setDelivered(null), []),
  }
}
