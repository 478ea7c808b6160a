import * as jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import type { FileTypeName } from '@/domain/file/kinds'
import type { GrayPicture } from '@/domain/signs/light-sums'
import { exifOrientation, tiffOrientation } from '../clean/orientation'
import { partsOfJpeg } from '../clean/jpeg-parts'
import { pngChunksOf } from '../clean/png-chunks'
import { shrink } from './shrink'

/** The app sends 1920 × 1440; twice that is drawn and no more, for memory and time of one call. [D] */
const mostPixels = 5_100_000
const mostMegabytes = 160
/** A progressive photo has ten; thousands on one picture would keep the processor busy for minutes. */
const mostScans = 20

const app1 = 0xe1
const startOfScan = 0xda
const pngSignature = 8

/** @throws what the decoder says of a picture that it cannot draw */
const drawJpeg = (bytes: Buffer): GrayPicture | null => {
  const parts = partsOfJpeg(bytes) ?? []
  if (parts.filter(({ marker }) => marker === startOfScan).length > mostScans) return null
  const exif = parts.find(({ marker }) => marker === app1)
  const drawn = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    maxResolutionInMP: mostPixels / 1_000_000,
    maxMemoryUsageInMB: mostMegabytes,
  })
  return shrink(drawn, exif ? exifOrientation(exif.body) : null)
}

/** @throws what the decoder says of a picture that it cannot draw */
const drawPng = (bytes: Buffer): GrayPicture | null => {
  const chunks = pngChunksOf(bytes.subarray(pngSignature))
  const header = chunks.find(({ type }) => type === 'IHDR')?.body
  if (!header || header.readUInt32BE(0) * header.readUInt32BE(4) > mostPixels) return null
  if ((header[8] ?? 16) > 8) return null
  const exif = chunks.find(({ type }) => type === 'eXIf')
  return shrink(PNG.sync.read(bytes), exif ? tiffOrientation(exif.body) : null)
}

const drawers: Partial<Record<FileTypeName, (bytes: Buffer) => GrayPicture | null>> = {
  jpg: drawJpeg,
  png: drawPng,
}

/**
 * A cleaned picture as it is looked at: upright, in grey, small. Bounded in pixels, memory and
 * scans before anything is unpacked.
 * @returns null where it cannot be drawn here (WebP, too large, broken): 无法判断
 */
export const drawSmall = (bytes: Buffer, type: FileTypeName): GrayPicture | null => {
  try {
    return drawers[type]?.(bytes) ?? null
  } catch {
    // The picture is kept all the same: that it cannot be compared is no fault of its sender.
    return null
  }
}
