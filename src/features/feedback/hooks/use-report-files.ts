import { useCallback, useEffect, useState } from 'react'
import { reportWords } from '@/copy/report'
import { toast } from '@/src/components/toast/toast-bus'
import { choosePhotos } from '@/src/platform/choose-photo'
import { dropKeptFile, keepFile, type KeptFile, readKeptFile } from '@/src/platform/kept-file'

/** The server's limits (`contract/feedback.ts`), said before anything is sent. */
const maxPhotos = 9
const maxPhotoBytes = 10 * 1024 * 1024

/** Photos of a form: kept on the phone at once, so that leaving the page loses none. */
export function useReportFiles(
  initial: readonly KeptFile[],
  onChange: (photos: readonly KeptFile[]) => void,
) {
  const [photos, setPhotos] = useState<readonly KeptFile[]>(initial)
  const [sources, setSources] = useState<Readonly<Record<string, string>>>({})

  useEffect(() => {
    for (const kept of initial)
      void readKeptFile(kept).then(
        (file) => file && setSources((before) => ({ ...before, [kept.key]: file.src })),
      )
  }, [initial])

  const put = useCallback(
    (next: readonly KeptFile[]) => {
      setPhotos(next)
      onChange(next)
    },
    [onChange],
  )

  const add = async (from: 'camera' | 'album') => {
    const chosen = await choosePhotos(from, maxPhotos - photos.length)
    const kept: KeptFile[] = []
    for (const file of chosen) {
      if (file.size > maxPhotoBytes) {
        toast(reportWords.photoTooLarge)
        continue
      }
      try {
        const stored = await keepFile(file)
        kept.push(stored)
        setSources((before) => ({ ...before, [stored.key]: file.src }))
      } catch {
        toast(reportWords.photoNotKept)
      }
    }
    put([...photos, ...kept])
  }

  const remove = (key: string) => {
    const gone = photos.find((photo) => photo.key === key)
    if (gone) void dropKeptFile(gone)
    put(photos.filter((photo) => photo.key !== key))
  }

  return { photos, sources, add, remove, max: maxPhotos }
}
