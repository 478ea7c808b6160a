import { useRef, useState } from 'react'
import type { ActionOutput } from '@/contract/actions'
import { deed } from '@/src/acting/deed'
import { useAct } from '@/src/acting/use-act'

type Preview = ActionOutput<'task.previewRelease'>

/** 逐处看, of whoever reads the text for their check. */
export interface Reading {
  readonly read: readonly string[]
  readonly left: number
  /** Why the last place was not recorded. */
  readonly refusal: string | null
  readonly open: (place: string) => void
}

/** Places that this page has recorded, of which text. */
interface Saved {
  readonly digest: string
  readonly places: readonly string[]
}

/**
 * Each place is recorded as it is opened; those opened while one is under way go together. Null where
 * nothing is to be read: before the text is a notice, or by who does not check it.
 */
export function useReading(
  taskId: string,
  { digest, check, places }: Preview,
  reload: () => Promise<void>,
): Reading | null {
  const act = useAct(reload)
  const [saved, save] = useState<Saved>({ digest, places: [] })
  const waiting = useRef(new Set<string>())
  const sending = useRef(false)
  if (check === null || places.all.length === 0) return null
  const now = saved.digest === digest ? saved.places : []
  const read = places.all.filter((place) => places.read.includes(place) || now.includes(place))
  const send = async () => {
    if (sending.current) return
    sending.current = true
    while (waiting.current.size > 0) {
      const opened = [...waiting.current]
      const then = () => {
        opened.forEach((place) => waiting.current.delete(place))
        save((before) => ({
          digest,
          places: [...(before.digest === digest ? before.places : []), ...opened],
        }))
      }
      const input = { taskId, digest, check, places: opened }
      // What was not recorded is opened again by hand.
      if (!(await act.run(deed('task.readPlaces', input, { then })))) waiting.current.clear()
    }
    sending.current = false
  }
  const open = (place: string) => {
    if (read.includes(place) || !places.all.includes(place)) return
    waiting.current.add(place)
    void send()
  }
  return { read, left: places.all.length - read.length, refusal: act.refusal, open }
}
