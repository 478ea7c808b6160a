import { useEffect, useRef, useState } from 'react'
import { linkBefore } from '@/src/acting/link-before'
import { dropFiles } from '@/src/acting/use-form-photos'
import { fetchPhoto } from '@/src/platform/fetch-photo'
import { keepFile, type KeptFile, readKeptFile } from '@/src/platform/kept-file'
import { useDraft } from '@/src/platform/use-draft'
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
      const kept = read().photos[measureId]
      const there = kept ? await readKeptFile(kept) : null
      if (there) return there.src
      const link = offline ? null : await linkBefore(visit.id, partsOf(measureId))
      if (link === null) return ''
      const file = await keepFile(await fetchPhoto(link))
      change({ photos: { ...read().photos, [measureId]: file } })
      return (await readKeptFile(file))?.src ?? ''
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
