import * as jpeg from 'jpeg-js'
import { orientationSegment } from '@/cloudfunctions/_files/clean/orientation'
import type { Raster } from './scenes'
import { type Random, between } from './seeded'

export const encoded = ({ width, height, data }: Raster, quality = 80): Buffer =>
  jpeg.encode({ width, height, data }, quality).data

/** A part of a picture at another size, each pixel the mean of those it stands for. */
const resampled = (
  { width, data }: Raster,
  part: {
    readonly left: number
    readonly top: number
    readonly wide: number
    readonly high: number
  },
  across: number,
  down: number,
): Raster => {
  const drawn = new Uint8Array(across * down * 4).fill(255)
  const [stepX, stepY] = [part.wide / across, part.high / down]
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const [fromX, fromY] = [Math.floor(part.left + x * stepX), Math.floor(part.top + y * stepY)]
      const [toX, toY] = [
        Math.max(fromX + 1, Math.floor(part.left + (x + 1) * stepX)),
        Math.max(fromY + 1, Math.floor(part.top + (y + 1) * stepY)),
      ]
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0
        for (let v = fromY; v < toY; v += 1)
          for (let u = fromX; u < toX; u += 1) sum += data[(v * width + u) * 4 + channel]!
        drawn[(y * across + x) * 4 + channel] = sum / ((toX - fromX) * (toY - fromY))
      }
    }
  return { width: across, height: down, data: drawn }
}

const resized = (picture: Raster, random: Random): Raster => {
  const scale = between(random, 0.4, 0.9)
  const { width, height } = picture
  const whole = { left: 0, top: 0, wide: width, high: height }
  return resampled(picture, whole, Math.round(width * scale), Math.round(height * scale))
}

/** Up to a tenth of the width and of the height, at either end or both. */
const cropped = (picture: Raster, random: Random): Raster => {
  const { width, height } = picture
  const [wide, high] = [width * between(random, 0.9, 1), height * between(random, 0.9, 1)]
  const left = (width - wide) * random()
  const top = (height - high) * random()
  const part = { left, top, wide, high }
  return resampled(picture, part, Math.round(wide), Math.round(high))
}

/** Two bright lines of words in a corner, as camera apps write day and place. */
const written = (picture: Raster, random: Random): Raster => {
  const { width, height } = picture
  const data = new Uint8Array(picture.data)
  const [wide, high] = [width * between(random, 0.2, 0.45), height * 0.05]
  const left = random() < 0.5 ? width * 0.02 : width * 0.98 - wide
  const isAbove = random() < 0.3
  for (let line = 0; line < 2; line += 1) {
    const top = isAbove ? height * (0.02 + 0.07 * line) : height * (0.86 + 0.07 * line)
    for (let y = Math.floor(top); y < top + high; y += 1)
      for (let x = Math.floor(left); x < left + wide; x += 1)
        if ((x >> 2) % 3 < 2 && (y >> 1) % 3 < 2)
          for (let channel = 0; channel < 3; channel += 1) {
            const at = (y * width + x) * 4 + channel
            data[at] = data[at]! * 0.15 + 215
          }
  }
  return { width, height, data }
}

/** Lies on its side; the phone writes beside it how to turn it. Which of them, by `orientation`. */
const lying = ({ width, height, data }: Raster, orientation: 3 | 6 | 8): Raster => {
  const isAside = orientation !== 3
  const [across, down] = isAside ? [height, width] : [width, height]
  const drawn = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const to =
        orientation === 3
          ? (height - 1 - y) * across + (width - 1 - x)
          : orientation === 6
            ? (width - 1 - x) * across + y
            : x * across + (height - 1 - y)
      drawn.set(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), to * 4)
    }
  return { width: across, height: down, data: drawn }
}

const turned = (picture: Raster, random: Random): Buffer => {
  const orientation = ([3, 6, 8] as const)[Math.floor(random() * 3)]!
  const bytes = encoded(lying(picture, orientation))
  return Buffer.concat([bytes.subarray(0, 2), orientationSegment(orientation), bytes.subarray(2)])
}

/** What is done to a photo so that it looks like another. */
export const treatments: Readonly<Record<string, (picture: Raster, random: Random) => Buffer>> = {
  're-encoded': (picture, random) => encoded(picture, Math.round(between(random, 30, 60))),
  resized: (picture, random) => encoded(resized(picture, random)),
  cropped: (picture, random) => encoded(cropped(picture, random)),
  watermark: (picture, random) => encoded(written(picture, random)),
  'rotated by EXIF': turned,
}
