import { PNG } from 'pngjs'
import { orientationSegment } from '@/cloudfunctions/_files/clean/orientation'
import { drawSmall } from '@/cloudfunctions/_files/look/draw'
import { lookOf } from '@/domain/signs/photo-look'
import { painted, takePhoto } from './scenes'
import { encoded } from './treatments'

/** Dark but for its upper left corner. */
const cornered = encoded(painted((u, v) => (u < 0.3 && v < 0.3 ? [250, 250, 250] : [20, 20, 20])))

const turned = (orientation: number): Buffer =>
  Buffer.concat([cornered.subarray(0, 2), orientationSegment(orientation), cornered.subarray(2)])

/** Where the corner is seen, and whether the picture stands upright. */
const seen = (bytes: Buffer) => {
  const { width, height, light } = drawSmall(bytes, 'jpg')!
  const at = (x: number, y: number) => light[y * width + x]! > 128
  const corners = {
    'upper left': at(5, 5),
    'upper right': at(width - 6, 5),
    'lower left': at(5, height - 6),
    'lower right': at(width - 6, height - 6),
  }
  const bright = Object.entries(corners).flatMap(([name, is]) => (is ? [name] : []))
  return [...bright, width > height ? 'wide' : 'high']
}

describe('a picture as it is looked at', () => {
  it.each([
    [2, 'upper right', 'wide'],
    [3, 'lower right', 'wide'],
    [4, 'lower left', 'wide'],
    [5, 'upper left', 'high'],
    [6, 'upper right', 'high'],
    [7, 'lower right', 'high'],
    [8, 'lower left', 'high'],
  ])('is turned as orientation %i says', (orientation, corner, shape) => {
    expect(seen(turned(orientation))).toEqual([corner, shape])
  })

  it('looks the same as PNG and as JPEG', () => {
    const photo = takePhoto({ place: 3, day: 4 }, { left: 0, top: 0, zoom: 1 })
    const png = new PNG({ width: photo.width, height: photo.height })
    png.data = Buffer.from(photo.data)
    const looks = [
      lookOf(drawSmall(PNG.sync.write(png), 'png')!),
      lookOf(drawSmall(encoded(photo, 95), 'jpg')!),
    ]
    expect(looks[0]!.views[0]).toBe(looks[1]!.views[0])
  })

  it('is none where the header claims more than is drawn, without unpacking anything', () => {
    const frame = cornered.indexOf(Buffer.from([0xff, 0xc0]))
    const huge = Buffer.from(cornered)
    huge.writeUInt16BE(30_000, frame + 5)
    huge.writeUInt16BE(30_000, frame + 7)
    expect(drawSmall(huge, 'jpg')).toBeNull()

    const png = PNG.sync.write(new PNG({ width: 40, height: 40 }))
    const wide = Buffer.from(png)
    wide.writeUInt32BE(30_000, 16)
    wide.writeUInt32BE(30_000, 20)
    expect(drawSmall(wide, 'png')).toBeNull()
    expect(drawSmall(png, 'png')).not.toBeNull()
  })

  it('is none where it would be drawn over and over, is broken, or is no picture that is drawn', () => {
    const scan = cornered.subarray(cornered.indexOf(Buffer.from([0xff, 0xda])), -2)
    const often = Buffer.concat([cornered.subarray(0, -2), ...Array(25).fill(scan)])
    expect(drawSmall(Buffer.concat([often, cornered.subarray(-2)]), 'jpg')).toBeNull()
    expect(drawSmall(cornered.subarray(0, 40), 'jpg')).toBeNull()
    expect(drawSmall(Buffer.from('RIFF____WEBP'), 'webp')).toBeNull()
    expect(lookOf(drawSmall(encoded(painted(() => [120, 120, 120])), 'jpg')!)).toBeNull()
  })
})

describe('a picture of which little can be told', () => {
  const gray = (width: number, height: number, lightAt: (x: number, y: number) => number) => ({
    ...{ width, height },
    light: Uint8Array.from({ length: width * height }, (_, at) =>
      lightAt(at % width, Math.floor(at / width)),
    ),
  })

  it('is not judged where it is smaller than what is looked at', () => {
    expect(lookOf(gray(8, 400, (x) => x * 30))).toBeNull()
    expect(lookOf(gray(400, 8, (x) => x % 250))).toBeNull()
  })

  it('has no signs for the parts of it that are blank', () => {
    // All that can be seen lies at the lower edge, which some views leave out.
    const look = lookOf(gray(200, 200, (x, y) => (y > 185 ? (x * 37) % 256 : 90)))!
    expect(look.views).toContain('')
    expect(look.views[0]).toMatch(/^[0-9a-f]{16}$/)
  })
})
