/** Strokes of a finger on the signing field, in pixels from its top left. */
export interface Point {
  readonly x: number
  readonly y: number
}
export type Stroke = readonly Point[]

/** One straight piece of ink as it is drawn: where it begins, how long it is, how it leans. */
export interface Segment extends Point {
  readonly length: number
  /** Degrees. */
  readonly angle: number
}

/** Points nearer than this to the last one draw nothing new. */
const stepPx = 3

/** The stroke with one more point, where that is far enough from the last. */
export const withPoint = (stroke: Stroke, point: Point): Stroke => {
  const last = stroke.at(-1)
  const isNear = last && Math.hypot(point.x - last.x, point.y - last.y) < stepPx
  return isNear ? stroke : [...stroke, point]
}

/** A stroke as pieces of ink; a single point is a dot. */
export const segmentsOf = (stroke: Stroke): Segment[] =>
  stroke.slice(0, Math.max(1, stroke.length - 1)).map((from, place) => {
    const to = stroke[place + 1] ?? from
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    return { ...from, length: Math.hypot(dx, dy), angle: (Math.atan2(dy, dx) * 180) / Math.PI }
  })

const penPx = 2

/** Rows of bits as PNG wants them: a filter byte, then eight pixels a byte, ink is 0. */
function bitmapOf(strokes: readonly Stroke[], width: number, height: number): Uint8Array {
  const rowBytes = 1 + Math.ceil(width / 8)
  const rows = new Uint8Array(rowBytes * height).fill(0xff)
  for (let y = 0; y < height; y += 1) rows[y * rowBytes] = 0
  const ink = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return
    const at = y * rowBytes + 1 + (x >> 3)
    rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7))
  }
  const dot = (x: number, y: number) => {
    for (let dx = -penPx; dx <= penPx; dx += 1)
      for (let dy = -penPx; dy <= penPx; dy += 1)
        if (dx * dx + dy * dy <= penPx * penPx) ink(Math.round(x) + dx, Math.round(y) + dy)
  }
  for (const { x, y, length, angle } of strokes.flatMap(segmentsOf)) {
    const turn = (angle * Math.PI) / 180
    for (let along = 0; along <= length; along += 1)
      dot(x + along * Math.cos(turn), y + along * Math.sin(turn))
  }
  return rows
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

const crc32 = (bytes: readonly number[]): number =>
  (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0

const uint32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)

const chunk = (type: string, body: readonly number[]): number[] => {
  const named = [...Array.from(type, (letter) => letter.charCodeAt(0)), ...body]
  return [...uint32(body.length), ...named, ...uint32(crc32(named))]
}

/** A stored block holds as many bytes. */
const blockBytes = 0xffff

/** zlib without compression (RFC 1950, 1951): a signature is a few kilobytes as it is. */
function stored(bytes: Uint8Array): number[] {
  const out = [0x78, 0x01]
  let [low, high] = [1, 0]
  for (let start = 0; start < bytes.length; start += blockBytes) {
    const block = bytes.slice(start, start + blockBytes)
    const isLast = start + blockBytes >= bytes.length
    const size = block.length
    const inverse = ~size & 0xffff
    out.push(isLast ? 1 : 0, size & 0xff, size >> 8, inverse & 0xff, inverse >> 8)
    for (const byte of block) {
      out.push(byte)
      low = (low + byte) % 65521
      high = (high + low) % 65521
    }
  }
  return [...out, ...uint32(high * 65536 + low)]
}

/**
 * A signature as a PNG file, black on white, one bit a pixel: drawn without a canvas, whose picture
 * no two platforms give out in the same way.
 */
export function pngOf(strokes: readonly Stroke[], width: number, height: number): Uint8Array {
  const head = [...uint32(width), ...uint32(height), 1, 0, 0, 0, 0]
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', head),
    ...chunk('IDAT', stored(bitmapOf(strokes, width, height))),
    ...chunk('IEND', []),
  ])
}
