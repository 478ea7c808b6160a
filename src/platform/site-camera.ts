import Taro from '@tarojs/taro'
import { failureOf } from './permission'

/** The page's own camera while it runs. */
export interface SiteCamera {
  /** Address of the photo. @throws {NotAllowed} when the phone or the person does not allow it */
  shoot(): Promise<string>
  close(): void
}

/** The tag draws the picture by itself; a refusal shows at the first photo. */
const onPhone: SiteCamera = {
  shoot: () =>
    new Promise<string>((resolve, reject) =>
      Taro.createCameraContext().takePhoto({
        quality: 'high',
        success: ({ tempImagePath }) => resolve(tempImagePath),
        fail: (failure) => reject(failureOf('camera', failure) ?? failure),
      }),
    ),
  close: () => undefined,
}

const drawn = (video: HTMLVideoElement) =>
  new Promise<string>((resolve, reject) => {
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    canvas.toBlob(
      (blob) => (blob ? resolve(URL.createObjectURL(blob)) : reject(new Error('no picture'))),
      'image/jpeg',
      0.92,
    )
  })

async function inBrowser(holderId: string): Promise<SiteCamera> {
  const media = { video: { facingMode: 'environment' }, audio: false }
  const stream = await navigator.mediaDevices.getUserMedia(media)
  const video = document.createElement('video')
  Object.assign(video, { muted: true, playsInline: true, srcObject: stream })
  document.getElementById(holderId)?.prepend(video)
  await video.play()
  return {
    shoot: () => drawn(video),
    close() {
      stream.getTracks().forEach((track) => track.stop())
      video.remove()
    },
  }
}

/**
 * Starts the camera of the page.
 * @param holderId where a browser draws its picture; WeChat's own tag stands there
 * @throws {NotAllowed} when the phone or the person does not allow it
 */
export async function openCamera(holderId: string): Promise<SiteCamera> {
  try {
    return process.env.TARO_ENV === 'h5' ? await inBrowser(holderId) : onPhone
  } catch (caught) {
    throw failureOf('camera', caught) ?? caught
  }
}
