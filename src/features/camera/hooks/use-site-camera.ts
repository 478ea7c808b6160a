import { useEffect, useRef, useState } from 'react'
import { cameraWords as words } from '@/copy/camera'
import { sayFailure } from '@/src/acting/say-failure'
import { choosePhotos } from '@/src/platform/choose-photo'
import { serverNow } from '@/src/platform/clock'
import { localFileOf } from '@/src/platform/local-file-of'
import { locate } from '@/src/platform/locate'
import { markPhoto } from '@/src/platform/mark-photo'
import { goBack } from '@/src/platform/navigation'
import { giveShot, shotWanted } from '@/src/platform/shots'
import { openCamera, type SiteCamera } from '@/src/platform/site-camera'

/**
 * 现场拍照: one photo with its time and, where its owner allows, its place. Without the camera, or
 * the place, there is always another way on.
 */
export function useSiteCamera(holderId: string) {
  const [wanted] = useState(shotWanted)
  const [refused, setRefused] = useState(false)
  const [busy, setBusy] = useState(false)
  const camera = useRef<SiteCamera | null>(null)

  useEffect(() => {
    let isOpen = true
    const refuse = (failure: unknown) => {
      if (!isOpen) return
      setRefused(true)
      sayFailure(failure)
    }
    if (wanted)
      openCamera(holderId).then((opened) => {
        if (isOpen) camera.current = opened
        else opened.close()
      }, refuse)
    return () => {
      isOpen = false
      camera.current?.close()
      giveShot(null)
    }
  }, [wanted, holderId])

  const shoot = async () => {
    const { current } = camera
    if (!current || busy) return
    setBusy(true)
    try {
      const takenAt = serverNow()
      // The person is asked for the place at the first photo, not before.
      const [photo, place] = await Promise.all([current.shoot(), locate()])
      const marked = await markPhoto(photo, words.mark(takenAt, place))
      giveShot({ ...(await localFileOf(marked)), camera: { takenAt, place } })
      goBack()
    } catch (failure) {
      setRefused(true)
      sayFailure(failure)
    } finally {
      setBusy(false)
    }
  }
  /** The phone's own camera: taken like any other photo, without a mark. */
  const takeOther = async () => {
    try {
      const [photo] = await choosePhotos('camera', 1)
      if (!photo) return
      giveShot(photo)
      goBack()
    } catch (failure) {
      sayFailure(failure)
    }
  }
  return { wanted, refused, busy, shoot, takeOther, refuse: () => setRefused(true) }
}
