import { useEffect, useRef, useState } from 'react'
import { dropFiles } from '@/src/acting/use-form-photos'
import type { KeptFile } from '@/src/platform/kept-file'
import { useDraft } from '@/src/platform/use-draft'
import { bringOldPhoto } from '../old-photo'
import type { Part } from '../staff-task'

const nothing: { readonly photo: KeptFile | null } = { photo: null }

/** Of so many parts: one call each until one has a photo. */
const mostAsked = 5

/**
 * 整改前的照片 of the first part that has one, for the page with the camera: whoever looks again later stands at
 * the same place. It helps, and nothing waits for it.
 */
export function useOldPhoto(taskId: string, parts: readonly Part[]) {
  const { read, change, clear } = useDraft(`old.recheck.${taskId}`, nothing)
  const [src, setSrc] = useState('')
  const asked = useRef(false)

  useEffect(() => {
    if (asked.current) return
    asked.current = true
    const shown = parts.filter(({ report }) => report?.photos).slice(0, mostAsked)
    const bring = async () => {
      const kept = read().photo
      const old = await bringOldPhoto(taskId, shown, kept, false)
      if (old && old.file !== kept) change({ photo: old.file })
      if (old) setSrc(old.src)
    }
    void bring().catch(() => undefined)
  }, [taskId, parts, read, change])

  return {
    /** Empty where there is none. */
    src,
    /** It goes from the phone with the form. */
    drop: () => {
      const { photo } = read()
      if (photo) dropFiles([photo])
      clear()
    },
  }
}
