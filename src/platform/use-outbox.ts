import { useEffect, useState } from 'react'
import { onOutbox, readOutbox } from './outbox'

/** What waits to be sent, kept current. */
export function useOutbox() {
  const [items, setItems] = useState(readOutbox)
  useEffect(() => onOutbox(() => setItems(readOutbox())), [])
  return items
}
