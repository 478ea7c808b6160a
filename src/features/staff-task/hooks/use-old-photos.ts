import { useEffect, useRef, useState } from 'react'
import { dropFiles } from '@/src/acting/use-form-photos'
import type { KeptFile } from '@/src/platform/kept-file'
import { useDraft } from '@/src/platform/use-draft'
import { bringOldPhoto } from '../old-photo'
import type { SiteVisit } from '../site-visit'

interface Brought {
  readonly photos: Readonly<Record<string, KeptFile>>
}
const nothing: Brought = { photos: {} }

/** Of so many measures: one call each, and room on the phone. */
const most = 12

/**
 * 整改前的照片 of each measure, for the page with the camera: brought along while there is a network,
 * so that it lies over the view on site too. It helps, and nothing waits for it.
 */
export function useOldPhotos(visit: SiteVisit, offline: boolean) {
  const { read, change, clear } = useDraft<Brought>(`old.${visit.id}.${visit.cycle}`, nothing)
  const [sources, setSources] = useState<Readonly<Record<string, string>>>({})
  const asked = useRef<boolean | null>(null)

  useEffect(() => {
    if (asked.current === offline) return
    asked.current = offline
    const partsOf = (measureId: string) =>
      visit.parts.filter((part) => part.measureId === measureId && part.photos)
    const bring = async (measureId: string) => {
      const kept = read().photos[measureId] ?? null
      const old = await bringOldPhoto(visit.id, partsOf(measureId), kept, offline)
      if (old && old.file !== kept) change({ photos: { ...read().photos, [measureId]: old.file } })
      return old?.src ?? ''
    }
    const bringAll = async () => {
      for (const { id } of visit.measures.slice(0, most)) {
        const src = await bring(id).catch(() => '')
        if (src) setSources((before) => ({ ...before, [id]: src }))
      }
    }
    void bringAll()
  }, [visit, offline, read, change])

  return {
    /** Empty where there is none. */
    oldOf: (measureId: string): string => sources[measureId] ?? '',
    /** They go from the phone with the form. */
    drop: () => {
      dropFiles(Object.values(read().photos))
      clear()
    },
  }
}
