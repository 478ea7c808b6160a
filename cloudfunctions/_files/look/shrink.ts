import type { GrayPicture } from '@/domain/signs/light-sums'

interface Drawn {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each pixel. */
  readonly data: Uint8Array
}

/** Longer edge of what is compared. */
const longEdge = 256

type Turn = (x: number, y: number, across: number, down: number) => readonly [number, number]

/** By the EXIF orientation: where a pixel comes to lie, `across` and `down` the edges before. */
const turns: Readonly<Record<number, Turn>> = {
  2: (x, y, across) => [across - 1 - x, y],
  3: (x, y, across, down) => [across - 1 - x, down - 1 - y],
  4: (x, y, _, down) => [x, down - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _, down) => [down - 1 - y, x],
  7: (x, y, across, down) => [down - 1 - y, across - 1 - x],
  8: (x, y, across) => [y, across - 1 - x],
}
const firstLying = 5

const upright = (picture: GrayPicture, orientation: number | null): GrayPicture => {
  const turn = turns[orientation ?? 1]
  if (orientation === null || !turn) return picture
  const { width: across, height: down } = picture
  const lies = orientation >= firstLying
  const [width, height] = lies ? [down, across] : [across, down]
  const light = new Float64Array(across * down)
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const [toX, toY] = turn(x, y, across, down)
      light[toY * width + toX] = picture.light[y * across + x]!
    }
  return { width, height, light }
}

/** Grey, at most 256 pixels long, each the mean of those it stands for, and upright. */
export const shrink = ({ width, height, data }: Drawn, orientation: number | null): GrayPicture => {
  const scale = Math.min(1, longEdge / Math.max(width, height))
  const across = Math.max(1, Math.round(width * scale))
  const down = Math.max(1, Math.round(height * scale))
  const light = new Float64Array(across * down)
  const counts = new Uint32Array(across * down)
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * down) / height) * across
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4
      const to = row + Math.floor((x * across) / width)
      light[to]! += 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!
      counts[to]! += 1
    }
  }
  return upright(
    { width: across, height: down, light: light.map((sum, at) => sum / counts[at]!) },
    orientation,
  )
}
