import { deflateSync } from 'node:zlib'
import type { FileTypeName } from '@/domain/file/kinds'
import { exifOrientation, tiffOrientation } from '@/cloudfunctions/_files/clean/orientation'
import { pngChunk, pngChunksOf } from '@/cloudfunctions/_files/clean/png-chunks'
import { cleanBytes, typeOfBytes } from '@/cloudfunctions/_files/file-types'
import {
  exifBody,
  jpegWith,
  plainJpeg,
  plainPng,
  plainWebp,
  pngWith,
  webpWith,
} from '../feedback/pictures'

const secret = 'GPS-21.66N-110.92E-owner'

const clean = async (bytes: Buffer, type: FileTypeName): Promise<Buffer> => {
  const result = await cleanBytes(bytes, type)
  if (typeof result === 'string') throw new Error(result)
  return result
}

const fault = async (bytes: Buffer, type: FileTypeName): Promise<string | null> => {
  const result = await cleanBytes(bytes, type)
  return typeof result === 'string' ? result : null
}

const pictures = ['jpg', 'png', 'webp'] as const
const sounds = ['mp3', 'aac', 'm4a', 'webm'] as const

/** The tables and compressed data of a JPEG: everything from its first table on. */
const drawing = (bytes: Buffer): Buffer =>
  bytes.subarray(
    bytes.indexOf(Buffer.from([0xff, 0xdb])),
    bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2,
  )

describe('a photo that is kept', () => {
  it.each([
    ['JPEG', jpegWith(secret), 'jpg'],
    ['PNG', pngWith(secret), 'png'],
    ['WebP', webpWith(secret), 'webp'],
  ] as const)(
    'carries nothing of what a %s says beside the picture',
    async (_name, bytes, type) => {
      expect(bytes.includes(secret)).toBe(true)
      expect((await clean(bytes, type)).includes(secret)).toBe(false)
    },
  )

  it('keeps the compressed picture byte for byte', async () => {
    const kept = await clean(jpegWith(secret), 'jpg')
    expect(drawing(kept).equals(drawing(plainJpeg))).toBe(true)
    expect((await clean(pngWith(secret), 'png')).equals(plainPng)).toBe(true)
    const vp8 = plainWebp.subarray(plainWebp.indexOf('VP8 '))
    expect((await clean(webpWith(secret), 'webp')).includes(vp8)).toBe(true)
  })

  it('drops colour profiles too, which name the maker of the device', async () => {
    expect(plainJpeg.includes('ICC_PROFILE')).toBe(true)
    expect((await clean(plainJpeg, 'jpg')).includes('ICC_PROFILE')).toBe(false)
    expect((await clean(plainWebp, 'webp')).includes('ICCP')).toBe(false)
  })

  it('announces no metadata in the header of a cleaned WebP, and its length is true', async () => {
    const kept = await clean(webpWith(secret), 'webp')
    expect((kept[20] ?? 0) & (0x04 | 0x08 | 0x20)).toBe(0)
    expect(kept.readUInt32LE(4)).toBe(kept.length - 8)
  })

  const tiff = exifBody(6, secret).subarray(6)
  const pngTurned = Buffer.concat([
    plainPng.subarray(0, 33),
    pngChunk('eXIf', tiff).whole,
    plainPng.subarray(33),
  ])

  it('still lies the right way round, of whichever kind it is', async () => {
    const kept = await clean(jpegWith(secret, 6), 'jpg')
    expect(exifOrientation(kept.subarray(kept.indexOf('Exif\0\0')))).toBe(6)
    expect((await clean(jpegWith(secret, 1), 'jpg')).includes('Exif')).toBe(false)

    const png = await clean(pngTurned, 'png')
    const exif = pngChunksOf(png.subarray(8)).find(({ type }) => type === 'eXIf')
    expect(exif?.isWhole).toBe(true)
    expect(tiffOrientation(exif!.body)).toBe(6)

    const webp = await clean(webpWith(tiff.toString('latin1')), 'webp')
    expect((webp[20] ?? 0) & 0x0c).toBe(0x08)
    expect(exifOrientation(webp.subarray(webp.indexOf('EXIF') + 8))).toBe(6)
    for (const bytes of [kept, png, webp]) expect(bytes.includes(secret)).toBe(false)
  })

  it('comes out the same when it is cleaned again', async () => {
    for (const [bytes, type] of [
      [jpegWith(secret, 8), 'jpg'],
      [pngWith(secret), 'png'],
      [pngTurned, 'png'],
      [webpWith(secret), 'webp'],
    ] as const) {
      const once = await clean(bytes, type)
      expect((await clean(once, type)).equals(once)).toBe(true)
    }
  })

  it('is taken without the mark of its end, which is added', async () => {
    const whole = await clean(plainJpeg, 'jpg')
    expect((await clean(plainJpeg.subarray(0, -2), 'jpg')).equals(whole)).toBe(true)
    expect((await clean(plainJpeg.subarray(0, -1), 'jpg')).equals(whole)).toBe(true)
    expect((await clean(plainPng.subarray(0, -12), 'png')).equals(plainPng)).toBe(true)
  })
})

describe('bytes that are no photo', () => {
  it.each([
    ['a text', Buffer.from('this is no picture, whatever its name says')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff')],
  ])('are known by what they are: %s', (_name, bytes) => {
    expect(typeOfBytes(bytes, 'jpg', pictures)).toBeNull()
  })

  it.each([
    ['only the first bytes of a JPEG', plainJpeg.subarray(0, 20), 'jpg'],
    ['a JPEG whose picture breaks off', plainJpeg.subarray(0, plainJpeg.length - 12), 'jpg'],
    ['a PNG that breaks off', plainPng.subarray(0, 60), 'png'],
    ['a WebP that breaks off', plainWebp.subarray(0, 100), 'webp'],
  ] as const)('are broken: %s', async (_name, bytes, type) => {
    expect(await fault(bytes, type)).toBe('broken')
  })

  it('are broken when the picture inside is', async () => {
    const scan = plainJpeg.indexOf(Buffer.from([0xff, 0xda]))
    const noise = Buffer.concat([plainJpeg.subarray(0, scan + 14), Buffer.alloc(200, 0x7e)])
    expect(await fault(Buffer.concat([noise, Buffer.from([0xff, 0xd9])]), 'jpg')).toBe('broken')

    const [header, , , end] = pngChunksOf(plainPng.subarray(8))
    const png = (data: Buffer) =>
      Buffer.concat([
        plainPng.subarray(0, 8),
        header!.whole,
        pngChunk('IDAT', data).whole,
        end!.whole,
      ])
    const picture = Buffer.alloc(3 * (1 + 4 * 4))
    expect(await fault(png(deflateSync(picture)), 'png')).toBeNull()
    expect(await fault(png(Buffer.from('no packed data')), 'png')).toBe('broken')
    expect(await fault(png(deflateSync(picture.subarray(1))), 'png')).toBe('broken')
    // A few bytes that would unpack to more than the header says.
    expect(await fault(png(deflateSync(Buffer.alloc(50_000_000))), 'png')).toBe('broken')
    const changed = Buffer.from(plainPng)
    changed[45] = (changed[45] ?? 0) ^ 1
    expect(await fault(changed, 'png')).toBe('broken')

    const webp = Buffer.from(plainWebp)
    webp.fill(0, webp.indexOf('VP8 ') + 8 + 3, webp.indexOf('VP8 ') + 8 + 6)
    expect(await fault(webp, 'webp')).toBe('broken')
  })

  it('are refused when their header says more than 100 megapixels, before anything is unpacked', async () => {
    const jpeg = Buffer.from(plainJpeg)
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(10_001, frame + 5)
    jpeg.writeUInt16BE(10_000, frame + 7)
    expect(await fault(jpeg, 'jpg')).toBe('tooManyPixels')

    const size = Buffer.from(pngChunksOf(plainPng.subarray(8))[0]!.body)
    size.writeUInt32BE(60_000, 0)
    size.writeUInt32BE(60_000, 4)
    const png = Buffer.concat([
      plainPng.subarray(0, 8),
      pngChunk('IHDR', size).whole,
      plainPng.subarray(33),
    ])
    expect(await fault(png, 'png')).toBe('tooManyPixels')

    const webp = Buffer.from(plainWebp)
    webp.writeUIntLE(10_000, 24, 3)
    webp.writeUIntLE(10_000, 27, 3)
    expect(await fault(webp, 'webp')).toBe('tooManyPixels')
    const without = Buffer.from(plainPng)
    without.writeUInt32BE(0, 16)
    expect(await fault(without, 'png')).toBe('broken')
  })

  it('never make the check fail, however they are damaged', async () => {
    for (const [bytes, type] of [
      [jpegWith(secret, 3), 'jpg'],
      [pngWith(secret), 'png'],
      [webpWith(secret), 'webp'],
    ] as const)
      for (let at = 0; at < bytes.length; at += 1) {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ 0xff
        await expect(cleanBytes(damaged, type)).resolves.toBeDefined()
        await expect(cleanBytes(bytes.subarray(0, at), type)).resolves.toBeDefined()
      }
  })
})

describe('a file is what its bytes are', () => {
  it('whatever its name says', () => {
    expect(typeOfBytes(plainPng, 'jpg', pictures)).toBe('png')
    expect(typeOfBytes(plainWebp, 'jpg', pictures)).toBe('webp')
    expect(typeOfBytes(plainJpeg, 'png', pictures)).toBe('jpg')
  })

  it('and of those that begin alike the one that it is called', () => {
    const zip = Buffer.from('PK\x03\x04 and more of it')
    expect(typeOfBytes(zip, 'xlsx', ['docx', 'xlsx'])).toBe('xlsx')
    expect(typeOfBytes(zip, 'docx', ['docx', 'xlsx'])).toBe('docx')
  })
})

const box = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** An element of a WebM file, with a length of four bytes or of none that is known. */
const element = (id: number, body: Buffer | string, endless = false): Buffer => {
  const name = Buffer.from(id.toString(16), 'hex')
  const content = Buffer.from(body)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(0x10000000 + content.length)
  return Buffer.concat([name, endless ? Buffer.from('01ffffffffffffff', 'hex') : length, content])
}

describe('a voice note that is kept', () => {
  const times = Buffer.alloc(100, 0x5a)
  times[0] = 0
  const place = box('udta', box('\xa9xyz', Buffer.from(secret)))
  const handler = Buffer.concat([Buffer.alloc(24), Buffer.from(secret)])
  const mp4 = Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0')),
    box('free', Buffer.from(secret)),
    box(
      'moov',
      Buffer.concat([
        box('mvhd', times),
        box('trak', Buffer.concat([place, box('mdia', box('hdlr', handler))])),
        box('cprt', Buffer.from(secret)),
        place,
      ]),
    ),
    box('mdat', Buffer.from('sound')),
  ])

  it('says neither where nor when nor with what it was recorded, and no offset moves', async () => {
    const kept = await clean(mp4, 'm4a')
    expect(kept.includes(secret)).toBe(false)
    expect(kept.length).toBe(mp4.length)
    expect(kept.indexOf('mdat')).toBe(mp4.indexOf('mdat'))
    expect(kept.includes('sound')).toBe(true)
    const header = kept.indexOf('mvhd') + 4
    expect(kept.subarray(header + 4, header + 12).equals(Buffer.alloc(8))).toBe(true)
    expect(kept[header + 12]).toBe(0x5a)
  })

  const tag = Buffer.concat([
    Buffer.from('ID3\x04\0\0\0\0\0'),
    Buffer.from([secret.length]),
    Buffer.from(secret),
  ])
  const tail = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 'x')])

  it('carries no ID3 tags', async () => {
    const frames = Buffer.from([0xff, 0xfb, 0x90, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect((await clean(Buffer.concat([tag, frames, tail]), 'mp3')).equals(frames)).toBe(true)
  })

  it('is its frames and nothing else, whatever stands in front, between and behind', async () => {
    // AAC of 44.1 kHz, 32 bytes; MPEG-2 layer 3 of 8 kbit/s and 24 kHz, 24 bytes.
    const aac = Buffer.concat([Buffer.from('fff15080040000', 'hex'), Buffer.alloc(25, 7)])
    const mp3 = Buffer.concat([Buffer.from('fff314c0', 'hex'), Buffer.alloc(20, 7)])
    for (const [frame, type] of [
      [aac, 'aac'],
      [mp3, 'mp3'],
    ] as const) {
      const text = Buffer.from(`APETAGEX ${secret}`)
      const said = Buffer.concat([tag, frame, frame, text, frame, frame, text, tail])
      expect(typeOfBytes(said, 'mp3', sounds)).toBe(type)
      const kept = await clean(said, type)
      expect(kept.equals(Buffer.concat([frame, frame, frame, frame]))).toBe(true)
    }
  })

  const webm = (codec: string) =>
    Buffer.concat([
      element(0x1a45dfa3, element(0x4282, 'webm')),
      element(
        0x18538067,
        Buffer.concat([
          element(
            0x1549a966,
            Buffer.concat([
              element(0x2ad7b1, Buffer.from([15, 66, 64])),
              element(0x7ba9, secret),
              element(0x4461, secret),
              element(0x5741, secret),
            ]),
          ),
          element(
            0x1654ae6b,
            element(
              0xae,
              Buffer.concat([
                element(0xd7, Buffer.from([1])),
                element(0x536e, secret),
                element(0x86, codec),
              ]),
            ),
          ),
          element(0x1254c367, element(0x7373, secret)),
          element(
            0x1f43b675,
            Buffer.concat([element(0xe7, Buffer.from([0])), element(0xa3, 'sound one')]),
            true,
          ),
          element(0x1f43b675, element(0xa3, 'sound two'), true),
          element(0xec, secret),
          element(0x1941a469, secret),
        ]),
        true,
      ),
    ])

  it('of a browser says nothing but its sound, and no offset moves', async () => {
    const bytes = webm('A_OPUS')
    const kept = await clean(bytes, 'webm')
    expect(bytes.includes(secret)).toBe(true)
    expect(kept.includes(secret)).toBe(false)
    expect(kept.length).toBe(bytes.length)
    for (const part of ['sound one', 'sound two', 'A_OPUS'])
      expect(kept.indexOf(part)).toBe(bytes.indexOf(part))
    expect((await clean(kept, 'webm')).equals(kept)).toBe(true)
    // A player wants the names of the programs to be there: they stay, and say nothing.
    const named = element(0x5741, secret)
    expect(kept.indexOf(element(0x5741, Buffer.alloc(secret.length)))).toBe(bytes.indexOf(named))
    // Another codec's own header may hold comments.
    expect(await fault(webm('A_VORBIS'), 'webm')).toBe('broken')
  })

  it('is refused when it is no recording', async () => {
    expect(typeOfBytes(plainPng, 'm4a', sounds)).toBeNull()
    expect(typeOfBytes(mp4, 'aac', sounds)).toBe('m4a')
    expect(await fault(mp4.subarray(0, 40), 'm4a')).toBe('broken')
    expect(await fault(webm('A_OPUS').subarray(0, 60), 'webm')).toBe('broken')
  })

  it('never makes the check fail, however it is damaged', async () => {
    const whole = webm('A_OPUS')
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      await expect(cleanBytes(damaged, 'webm')).resolves.toBeDefined()
    }
  })
})
