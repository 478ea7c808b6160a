import zlib from 'node:zlib'
import { cleanPng } from '@/cloudfunctions/_files/clean/png'
import { pngOf, segmentsOf, type Stroke, withPoint } from '@/src/features/staff-task/signature'

/** Every pixel of a one-bit PNG, ink as 1, by Node's own inflate. */
const pixelsOf = (png: Uint8Array, width: number, height: number): number[][] => {
  const bytes = Buffer.from(png)
  const at = bytes.indexOf('IDAT')
  const rows = zlib.inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
  const rowBytes = 1 + Math.ceil(width / 8)
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_each, x) => {
      const byte = rows[y * rowBytes + 1 + (x >> 3)] ?? 0
      return byte & (0x80 >> (x & 7)) ? 0 : 1
    }),
  )
}

const line: Stroke = [
  { x: 10, y: 20 },
  { x: 50, y: 20 },
]

describe('a signature by hand', () => {
  it('is a PNG that any reader opens, with ink where the finger was and nowhere else', () => {
    const pixels = pixelsOf(pngOf([line], 61, 40), 61, 40)
    expect([10, 30, 50].map((x) => pixels[20]?.[x])).toEqual([1, 1, 1])
    expect(pixels[18]?.[30]).toBe(1)
    expect(pixels[10]?.some((ink) => ink === 1)).toBe(false)
    expect(pixels[20]?.[60]).toBe(0)
  })

  it('is taken by the server as the picture it is', () => {
    expect(cleanPng(Buffer.from(pngOf([line], 340, 140)))).toBeDefined()
    // More than one stored block.
    expect(pixelsOf(pngOf([line], 1000, 900), 1000, 900)[20]?.[30]).toBe(1)
  })

  it('of one touch is a dot, and what leaves the field is left out', () => {
    const pixels = pixelsOf(pngOf([[{ x: 5, y: 5 }]], 20, 20), 20, 20)
    expect(pixels.flat().filter(Boolean).length).toBe(13)
    expect(() => pngOf([[{ x: -9, y: 99 }]], 20, 20)).not.toThrow()
  })

  it('draws nothing new where the finger has hardly moved', () => {
    const begun: Stroke = [{ x: 0, y: 0 }]
    expect(withPoint(begun, { x: 1, y: 1 })).toBe(begun)
    expect(segmentsOf(withPoint(begun, { x: 0, y: 4 }))).toEqual([
      { x: 0, y: 0, length: 4, angle: 90 },
    ])
  })
})
