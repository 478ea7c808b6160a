import { type FileTypeName, paperTypes, pictureTypes, soundTypes } from '@/domain/file/kinds'
import type { Cleaned } from './clean/cleaned'
import { cleanJpeg } from './clean/jpeg'
import { cleanMp4 } from './clean/mp4'
import { cleanPng } from './clean/png'
import { aacFrameLength, cleanFrames, id3Length, mp3FrameLength } from './clean/sound-frames'
import { cleanWebm } from './clean/webm'
import { cleanWebp } from './clean/webp'

interface FileType {
  /** As phones and browsers name it. */
  readonly mime: string
  /** Whether the bytes are one: a file is what its bytes are, whatever its name says. */
  readonly is: (bytes: Buffer) => boolean
  /** Takes out everything but the picture or the sound; absent where the file stays as it is. */
  readonly clean?: (bytes: Buffer) => Cleaned | Promise<Cleaned>
}

const ascii = (bytes: Buffer, from: number, to: number): string =>
  bytes.toString('latin1', from, to)

const begins =
  (hex: string) =>
  (bytes: Buffer): boolean =>
    bytes.toString('hex', 0, hex.length / 2) === hex

/** Brands of the container that sound has; pictures of some phones come in the same one. */
const pictureBrands = /^(heic|heix|hevc|heim|heis|mif1|msf1|avif|avis)$/

const isContainer = (bytes: Buffer): boolean => ascii(bytes, 4, 8) === 'ftyp'

/** HEIC, as some phones take photos: known by its bytes, and drawn by hardly any other phone. */
export const isHeic = (bytes: Buffer): boolean =>
  isContainer(bytes) && pictureBrands.test(ascii(bytes, 8, 12))

const office = 'application/vnd.openxmlformats-officedocument'

const fileTypes: Readonly<Record<FileTypeName, FileType>> = {
  jpg: { mime: 'image/jpeg', is: begins('ffd8ff'), clean: cleanJpeg },
  png: { mime: 'image/png', is: begins('89504e470d0a1a0a'), clean: cleanPng },
  webp: {
    mime: 'image/webp',
    is: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
    clean: cleanWebp,
  },
  mp3: {
    mime: 'audio/mpeg',
    is: (bytes) => mp3FrameLength(bytes, id3Length(bytes)) !== null,
    clean: cleanFrames(mp3FrameLength),
  },
  aac: {
    mime: 'audio/aac',
    is: (bytes) => aacFrameLength(bytes, id3Length(bytes)) !== null,
    clean: cleanFrames(aacFrameLength),
  },
  m4a: {
    mime: 'audio/mp4',
    is: (bytes) => isContainer(bytes) && !isHeic(bytes),
    clean: cleanMp4,
  },
  webm: { mime: 'audio/webm', is: begins('1a45dfa3'), clean: cleanWebm },
  pdf: { mime: 'application/pdf', is: begins('25504446') },
  docx: { mime: `${office}.wordprocessingml.document`, is: begins('504b0304') },
  xlsx: { mime: `${office}.spreadsheetml.sheet`, is: begins('504b0304') },
  doc: { mime: 'application/msword', is: begins('d0cf11e0') },
  xls: { mime: 'application/vnd.ms-excel', is: begins('d0cf11e0') },
  txt: { mime: 'text/plain', is: () => true },
}

const names: readonly FileTypeName[] = [...pictureTypes, ...soundTypes, ...paperTypes]

export const typeOfMime = (mime: string): FileTypeName | null =>
  names.find((name) => fileTypes[name].mime === mime) ?? null

/** By the ending of the name; null when it is none of ours. */
export const typeOfName = (fileName: string): FileTypeName | null => {
  if (!fileName.includes('.')) return null
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  const named = ending === 'jpeg' ? 'jpg' : ending
  return names.find((name) => name === named) ?? null
}

/** Which of `allowed` the bytes are: the announced one where they can be, for some begin alike. */
export const typeOfBytes = (
  bytes: Buffer,
  announced: FileTypeName,
  allowed: readonly FileTypeName[],
): FileTypeName | null => {
  const found = allowed.filter((name) => fileTypes[name].is(bytes))
  return found.includes(announced) ? announced : (found[0] ?? null)
}

/** The bytes as they are kept. */
export const cleanBytes = async (bytes: Buffer, name: FileTypeName): Promise<Cleaned> => {
  const { clean } = fileTypes[name]
  return clean ? clean(bytes) : bytes
}

export const isPicture = (name: FileTypeName): boolean => fileTypes[name].mime.startsWith('image/')
