import { cleanFile } from '@/cloudfunctions/feedback/photo/clean-file'
import { exifOrientation } from '@/cloudfunctions/feedback/photo/exif-orientation'
import type { PhotoType, VoiceType } from '@/cloudfunctions/feedback/photo/file-kinds'
import { jpegWith, plainJpeg, plainPng, plainWebp, pngWith, webpWith } from './pictures'

const secret = 'GPS-21.66N-110.92E-owner'

const clean = (bytes: Buffer, type: PhotoType | VoiceType): Buffer => {
  const result = cleanFile(bytes, type)
  if ('refused' in result) throw new Error(result.refused)
  return result.clean
}

const refusal = (bytes: Buffer, type: PhotoType | VoiceType): string | null => {
  const result = cleanFile(bytes, type)
  return 'refused' in result ? result.refused : null
}

/** The tables and compressed data of a JPEG: everything from its first table on. */
const drawing = (bytes: Buffer): Buffer =>
  bytes.subarray(
    bytes.indexOf(Buffer.from([0xff, 0xdb])),
    bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2,
  )

describe('a photo that is kept', () => {
  it.each([
    ['JPEG', jpegWith(secret), 'image/jpeg'],
    ['PNG', pngWith(secret), 'image/png'],
    ['WebP', webpWith(secret), 'image/webp'],
  ] as const)('carries nothing of what a %s says beside the picture', (_name, bytes, type) => {
    expect(bytes.includes(secret)).toBe(true)
    expect(clean(bytes, type).includes(secret)).toBe(false)
  })

  it('keeps the compressed picture byte for byte', () => {
    const kept = clean(jpegWith(secret), 'image/jpeg')
    expect(drawing(kept).equals(drawing(plainJpeg))).toBe(true)
    expect(clean(pngWith(secret), 'image/png').equals(plainPng)).toBe(true)
    const vp8 = plainWebp.subarray(plainWebp.indexOf('VP8 '))
    expect(clean(webpWith(secret), 'image/webp').includes(vp8)).toBe(true)
  })

  it('drops colour profiles too, which name the maker of the device', () => {
    expect(plainJpeg.includes('ICC_PROFILE')).toBe(true)
    expect(clean(plainJpeg, 'image/jpeg').includes('ICC_PROFILE')).toBe(false)
    expect(clean(plainWebp, 'image/webp').includes('ICCP')).toBe(false)
  })

  it('announces no metadata in the header of a cleaned WebP, and its length is true', () => {
    const kept = clean(webpWith(secret), 'image/webp')
    expect((kept[20] ?? 0) & (0x04 | 0x08 | 0x20)).toBe(0)
    expect(kept.readUInt32LE(4)).toBe(kept.length - 8)
  })

  it('still lies the right way round', () => {
    const kept = clean(jpegWith(secret, 6), 'image/jpeg')
    const exif = kept.indexOf('Exif\0\0')
    expect(exifOrientation(kept.subarray(exif))).toBe(6)
    expect(clean(jpegWith(secret, 1), 'image/jpeg').includes('Exif')).toBe(false)
  })

  it('comes out the same when it is cleaned again', () => {
    for (const [bytes, type] of [
      [jpegWith(secret, 8), 'image/jpeg'],
      [pngWith(secret), 'image/png'],
      [webpWith(secret), 'image/webp'],
    ] as const) {
      const once = clean(bytes, type)
      expect(clean(once, type).equals(once)).toBe(true)
    }
  })
})

describe('bytes that are no photo', () => {
  it.each([
    ['a text', Buffer.from('this is no picture, whatever its name says')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff')],
    ['only the first bytes of a JPEG', plainJpeg.subarray(0, 20)],
    ['a JPEG that breaks off', plainJpeg.subarray(0, plainJpeg.length - 2)],
    ['a PNG that breaks off', plainPng.subarray(0, 60)],
    ['a WebP that breaks off', plainWebp.subarray(0, 100)],
  ])('are refused: %s', (_name, bytes) => {
    expect(
      ['image/jpeg', 'image/png', 'image/webp'].map((type) => refusal(bytes, type as PhotoType)),
    ).toContain('FILE.NOT_AN_IMAGE')
    expect(() => clean(bytes, 'image/jpeg')).toThrow(/FILE\./)
  })

  it('are refused when they are another kind than announced', () => {
    expect(refusal(plainPng, 'image/jpeg')).toBe('FILE.CHANGED')
    expect(refusal(plainPng, 'image/png')).toBeNull()
  })

  it('never make the check fail, however they are damaged', () => {
    for (const [bytes, type] of [
      [jpegWith(secret, 3), 'image/jpeg'],
      [pngWith(secret), 'image/png'],
      [webpWith(secret), 'image/webp'],
    ] as const)
      for (let at = 0; at < bytes.length; at += 1) {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ 0xff
        expect(() => cleanFile(damaged, type)).not.toThrow()
        expect(() => cleanFile(bytes.subarray(0, at), type)).not.toThrow()
      }
  })
})

const box = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

describe('a voice note that is kept', () => {
  const times = Buffer.alloc(100, 0x5a)
  times[0] = 0
  const place = box('udta', box('\xa9xyz', Buffer.from(secret)))
  const mp4 = Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0')),
    box('moov', Buffer.concat([box('mvhd', times), box('trak', place), place])),
    box('mdat', Buffer.from('sound')),
  ])

  it('says neither where nor when it was recorded, and no offset moves', () => {
    const kept = clean(mp4, 'audio/mp4')
    expect(kept.includes(secret)).toBe(false)
    expect(kept.length).toBe(mp4.length)
    expect(kept.indexOf('mdat')).toBe(mp4.indexOf('mdat'))
    const header = kept.indexOf('mvhd') + 4
    expect(kept.subarray(header + 4, header + 12).equals(Buffer.alloc(8))).toBe(true)
    expect(kept[header + 12]).toBe(0x5a)
  })

  it('carries no ID3 tags', () => {
    const frames = Buffer.from([0xff, 0xfb, 0x90, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const tag = Buffer.concat([
      Buffer.from('ID3\x04\0\0\0\0\0'),
      Buffer.from([secret.length]),
      Buffer.from(secret),
    ])
    const tail = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 'x')])
    expect(clean(Buffer.concat([tag, frames, tail]), 'audio/mpeg').equals(frames)).toBe(true)
  })

  it('is refused when it is no recording', () => {
    expect(refusal(plainPng, 'audio/mp4')).toBe('FILE.TYPE')
    expect(refusal(mp4, 'audio/aac')).toBe('FILE.CHANGED')
    expect(refusal(mp4.subarray(0, 40), 'audio/mp4')).toBe('FILE.TYPE')
  })
})
