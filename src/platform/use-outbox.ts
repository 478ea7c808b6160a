import { useEffect, useState } from 'react'
import { onOutbox, readOutbox, sendingNow } from './outbox'
import { isQuiet, type OutboxItem } from './outbox-item'

/** A write that waits, and whether its turn is now. */
export type WaitingItem = OutboxItem & { readonly sending: boolean }

const readWaiting = (): readonly WaitingItem[] => {
  const now = sendingNow()
  const items = readOutbox().filter((item) => !isQuiet(item))
  return items.map((item) => ({ ...item, sending: item.key === now }))
}

/** What waits to be sent, kept current. */
export function useOutbox() {
  const [items, setItems] = useState(readWaiting)
  useEffect(() => onOutbox(() => setItems(readWaiting())), [])
  return items
}
