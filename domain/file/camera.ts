import type { Settings } from '../settings'

/** A point on the earth, WGS 84; degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** As the phone gave it. */
export interface Place extends Point {
  /** Metres. */
  readonly accuracy: number
}

/** A photo of the page's own camera, as the phone tells of it. */
export interface Shot {
  /** Epoch milliseconds, by the server's clock as the phone knew it last. */
  readonly takenAt: number
  /** Null where it was refused or not found: 无法判断. */
  readonly place: Place | null
}

/** 本程序相机所拍: what is kept beside a photo that the page with the camera announced. */
export interface CameraMark extends Shot {
  /** 相符; false: whether the time is right cannot be told (无法判断). */
  readonly timeAgrees: boolean
}

/**
 * The server's mark of a shot. A phone without a network knows the last server time only: what it
 * takes for now is compared on arrival.
 * @param phoneNow what the phone takes for now, epoch milliseconds
 * @param now the server's own
 */
export const markOf = (
  { takenAt, place }: Shot,
  phoneNow: number,
  now: number,
  { cameraClockMinutes }: Pick<Settings, 'cameraClockMinutes'>,
): CameraMark => ({
  takenAt,
  place,
  timeAgrees:
    Math.abs(now - phoneNow) <= cameraClockMinutes * 60_000 && takenAt <= Math.max(now, phoneNow),
})

const earthMetres = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** As the crow flies (haversine). */
export const metresBetween = (one: Point, other: Point): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(one.longitude, other.longitude)
  return 2 * earthMetres * Math.asin(Math.sqrt(chord))
}
