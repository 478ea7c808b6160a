import { useMemo, useRef, useState } from 'react'
import { useDraft } from '@/src/platform/use-draft'
import type { Draft } from '../review/draft'
import { unitPlacesOf, unsurePlacesOf, type UnsurePlace } from '../review/places'

type Typed = Readonly<Record<string, string>>
const nothingTyped: Typed = {}

/** What is typed on one draft and not saved yet, by place. */
export function useTyped(batchId: string, index: number) {
  const draft = useDraft<Typed>(`import.${batchId}.${index}`, nothingTyped)
  const forget = (keys: readonly string[]) => {
    const rest = Object.entries(draft.read()).filter(([key]) => !keys.includes(key))
    const left = Object.fromEntries(rest.filter(([, value]) => value !== ''))
    draft.clear()
    if (Object.keys(left).length > 0) draft.change(left)
  }
  return {
    read: draft.read,
    type: (key: string, value: string) => draft.change({ [key]: value }),
    forget,
    forgetAll: draft.clear,
  }
}

/** Which place is in hand, which were reopened, and where 另填 is open. */
export function usePlaces(draft: Draft, decide: (field: string, value: string) => void) {
  const places = useMemo(() => unsurePlacesOf(draft), [draft])
  const units = useMemo(() => unitPlacesOf(draft), [draft])
  const openAtFirst = useRef(places.filter(isOpen).map(({ no }) => no))
  const [picked, setPicked] = useState<number | null>(null)
  const [reopened, setReopened] = useState<readonly number[]>([])
  const [other, setOther] = useState<number | null>(null)

  const firstOpen = places.find(isOpen)?.no ?? null
  const current = picked ?? firstOpen
  const take = (place: UnsurePlace, value: string) => {
    decide(place.unsure.field, value)
    setOther(null)
    const next = places.find((each) => isOpen(each) && each.no !== place.no)
    setPicked(next?.no ?? place.no)
  }
  return {
    places,
    units,
    open: places.filter(isOpen).length,
    current,
    other,
    /** Places decided on this visit stay unfolded, so that a slip is easily put right. */
    isFolded: ({ no, unsure }: UnsurePlace) =>
      unsure.decided !== null && !openAtFirst.current.includes(no) && !reopened.includes(no),
    pick: setPicked,
    reopen: (no: number) => {
      setReopened((before) => [...before, no])
      setPicked(no)
    },
    openOther: (no: number) => {
      setOther(no)
      setPicked(no)
    },
    take,
  }
}

const isOpen = ({ unsure }: UnsurePlace) => unsure.decided === null

export type PlacesView = ReturnType<typeof usePlaces>
