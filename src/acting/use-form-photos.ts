import { maxAttached } from '@/contract/limits'
import { maxPhotoBytes } from '@/contract/feedback/limits'
import { useEffect, useRef, useState } from 'react'
import { actingWords as words } from '@/copy/acting'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { choosePhotos } from '@/src/platform/choose-photo'
import { dropKeptFile, keepFile, type KeptFile, readKeptFile } from '@/src/platform/kept-file'
import type { LocalFile } from '@/src/platform/local-file'
import { viewPhotos } from '@/src/platform/photo-viewer'
import { takeOnSite } from '@/src/platform/shots'
import { sayFailure } from './say-failure'

const photoTypes = ['image/jpeg', 'image/png', 'image/webp']

const whyNot = ({ size, type }: LocalFile) => {
  if (size > maxPhotoBytes) return words.photoTooLarge
  return photoTypes.includes(type) ? null : words.photoType
}

/** Keeps them on the phone at once, so that leaving the page loses none. */
async function keepAll(chosen: readonly LocalFile[]) {
  const kept: { photo: KeptFile; src: string }[] = []
  for (const file of chosen) {
    const why = whyNot(file)
    if (why) toast(why)
    else
      await keepFile(file).then(
        (photo) => kept.push({ photo, src: file.src }),
        () => toast(words.photoNotKept),
      )
  }
  return kept
}

/**
 * The photos of a form, as `PhotoRow` takes them. What there is stands in the form's draft; here
 * are only the addresses by which they are drawn.
 * @param read the photos at this moment: choosing takes a while, and one may be removed meanwhile
 */
export function useFormPhotos(
  photos: readonly KeptFile[],
  read: () => readonly KeptFile[],
  onChange: (photos: readonly KeptFile[]) => void,
  max = maxAttached,
) {
  const [sources, setSources] = useState<Readonly<Record<string, string>>>({})
  const asked = useRef(new Set<string>())
  const change = useRef({ read, onChange })
  useEffect(() => {
    change.current = { read, onChange }
  })

  useEffect(() => {
    for (const [place, kept] of photos.entries()) {
      if (asked.current.has(kept.key)) continue
      asked.current.add(kept.key)
      void readKeptFile(kept).then((file) => {
        if (file) return setSources((before) => ({ ...before, [kept.key]: file.src }))
        toast(words.photoGone(place + 1))
        const { read: left, onChange: put } = change.current
        return put(left().filter(({ key }) => key !== kept.key))
      })
    }
  }, [photos])

  const add = async (choose: () => Promise<readonly LocalFile[]>) => {
    try {
      const kept = await keepAll(await choose())
      for (const { photo, src } of kept) {
        asked.current.add(photo.key)
        setSources((before) => ({ ...before, [photo.key]: src }))
      }
      if (kept.length > 0) onChange([...read(), ...kept.map(({ photo }) => photo)])
    } catch (error) {
      sayFailure(error)
    }
  }
  const remove = (key: string) => {
    const gone = read().find((photo) => photo.key === key)
    if (gone) void dropKeptFile(gone).catch(() => undefined)
    onChange(read().filter((photo) => photo.key !== key))
  }
  return {
    photos: photos.map(({ key }, place) => ({
      key,
      src: sources[key] ?? '',
      alt: words.photo(place + 1),
    })),
    max,
    onTake: () => void add(() => choosePhotos('camera', max - read().length)),
    onChoose: () => void add(() => choosePhotos('album', max - read().length)),
    /** The page with its own camera. @param old address of the photo to be taken again */
    takeOnSite: (old = '') =>
      void add(async () => {
        const photo = await takeOnSite(old)
        return photo ? [photo] : []
      }),
    onRemove: remove,
    onView: (key: string) => viewPhotos([sources[key] ?? '']),
  }
}

/** Files of a form that is emptied go from the phone with it. */
export const dropFiles = (files: readonly KeptFile[]) =>
  files.forEach((file) => void dropKeptFile(file).catch(() => undefined))
