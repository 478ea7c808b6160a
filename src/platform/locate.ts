import Taro from '@tarojs/taro'
import type { Place } from '@/domain/file/camera'

/** A photo does not wait longer for where it was taken. */
const mostMs = 8000

const inBrowser = () =>
  new Promise<Place | null>((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: mostMs },
    )
  })

const onPhone = async (): Promise<Place | null> => {
  const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'wgs84' })
  return { latitude, longitude, accuracy }
}

const tooLate = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), mostMs))

/**
 * Where the phone is, WGS 84. Asks its owner at the first photo; null where that was refused, the
 * phone cannot tell, or takes too long: a photo counts without a place.
 */
export async function locate(): Promise<Place | null> {
  const asked = process.env.TARO_ENV === 'h5' ? inBrowser() : onPhone()
  return Promise.race([asked.catch(() => null), tooLate()])
}
