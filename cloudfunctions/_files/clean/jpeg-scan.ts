import type { JpegPart } from './jpeg-parts'
import { ScanBits } from './scan-bits'

interface Component {
  readonly id: number
  readonly across: number
  readonly down: number
}

interface Frame {
  readonly isProgressive: boolean
  readonly width: number
  readonly height: number
  readonly components: readonly Component[]
}

/** What the segments before a scan say of it. */
export interface JpegTables {
  /** By class (0 DC, 1 AC) × 16 + number: for the next 16 bits, length of the code × 256 + symbol. */
  readonly huffman: Map<number, Uint16Array>
  frame: Frame | null
  restartEvery: number
}

const codeBits = 16

/** Null when more codes are announced than there are. */
const lookupOf = (lengths: Buffer, symbols: Buffer): Uint16Array | null => {
  const lookup = new Uint16Array(1 << codeBits)
  let next = 0
  let symbol = 0
  for (let length = 1; length <= codeBits; length += 1) {
    const each = 1 << (codeBits - length)
    for (let left = lengths[length - 1] ?? 0; left > 0; left -= 1) {
      if (next + each > lookup.length) return null
      lookup.fill(length * 256 + (symbols[symbol] ?? 0), next, next + each)
      next += each
      symbol += 1
    }
  }
  return lookup
}

const readHuffman = (tables: JpegTables, body: Buffer): boolean => {
  let at = 0
  while (at + 17 <= body.length) {
    const lengths = body.subarray(at + 1, at + 17)
    const end = at + 17 + lengths.reduce((sum, count) => sum + count, 0)
    const lookup = end <= body.length ? lookupOf(lengths, body.subarray(at + 17, end)) : null
    if (!lookup) return false
    tables.huffman.set(body[at] ?? 0, lookup)
    at = end
  }
  return at === body.length
}

const readFrame = (tables: JpegTables, marker: number, body: Buffer): boolean => {
  const count = body[5] ?? 0
  if (body[0] !== 8 || count === 0 || body.length < 6 + 3 * count) return false
  const components = Array.from({ length: count }, (_, index): Component => {
    const at = 6 + 3 * index
    const sampling = body[at + 1] ?? 0
    return { id: body[at] ?? 0, across: sampling >> 4, down: sampling & 15 }
  })
  const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)]
  tables.frame = { isProgressive: marker === 0xc2, width, height, components }
  return components.every(({ across, down }) => across > 0 && across < 5 && down > 0 && down < 5)
}

/** Notes what a segment says of the scans after it; false when it makes no sense. */
export const readTables = (tables: JpegTables, { marker, body }: JpegPart): boolean => {
  if (marker === 0xc4) return readHuffman(tables, body)
  // Arithmetic, lossless and hierarchical pictures are drawn by no browser.
  if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc)
    return marker <= 0xc2 && readFrame(tables, marker, body)
  if (marker === 0xdd && body.length >= 2) tables.restartEvery = body.readUInt16BE(0)
  return true
}

interface Block {
  readonly dc: Uint16Array
  readonly ac: Uint16Array
}

interface Scan {
  /** Blocks of one unit, in their order. */
  readonly blocks: readonly Block[]
  readonly units: number
}

/** How the scan's data is laid out; null when its header names what is not there. */
const scanOf = ({ huffman }: JpegTables, frame: Frame, body: Buffer): Scan | null => {
  const count = body[0] ?? 0
  const found = Array.from({ length: count }, (_, index) => {
    const component = frame.components.find(({ id }) => id === body[1 + 2 * index])
    const chosen = body[2 + 2 * index] ?? 0
    const dc = huffman.get(chosen >> 4)
    const ac = huffman.get(16 + (chosen & 15))
    return component && dc && ac ? { component, block: { dc, ac } } : null
  })
  const named = found.filter((each) => each !== null)
  if (count === 0 || named.length < count) return null
  const across = Math.max(...frame.components.map((each) => each.across))
  const down = Math.max(...frame.components.map((each) => each.down))
  const [only] = named
  if (only && named.length === 1) {
    const wide = Math.ceil((frame.width * only.component.across) / across / 8)
    const high = Math.ceil((frame.height * only.component.down) / down / 8)
    return { blocks: [only.block], units: wide * high }
  }
  const wide = Math.ceil(frame.width / (8 * across))
  const high = Math.ceil(frame.height / (8 * down))
  const blocks = named.flatMap(({ component, block }) =>
    Array<Block>(component.across * component.down).fill(block),
  )
  return { blocks, units: wide * high }
}

/** One block of 64 values; false when its codes are none. */
const passBlock = (bits: ScanBits, { dc, ac }: Block): boolean => {
  const first = dc[bits.peek()] ?? 0
  if (first === 0) return false
  bits.skip(first >> 8)
  bits.skip(first & 15)
  for (let at = 1; at < 64; at += 1) {
    const code = ac[bits.peek()] ?? 0
    if (code === 0) return false
    bits.skip(code >> 8)
    const [run, size] = [(code >> 4) & 15, code & 15]
    if (size === 0 && run !== 15) return true
    at += run
    if (at > 63) return false
    bits.skip(size)
  }
  return true
}

/**
 * Walks through a scan's codes without drawing them: broken data runs into a code that is none, or
 * ends before the last pixel. Scans of a progressive picture build on one another and are taken as
 * they are.
 */
export const isWholeScan = (tables: JpegTables, { body, scan }: JpegPart): boolean => {
  const { frame, restartEvery } = tables
  if (!frame || scan.length === 0) return false
  if (frame.isProgressive) return true
  const layout = scanOf(tables, frame, body)
  if (!layout) return false
  const bits = new ScanBits(scan)
  for (let unit = 0; unit < layout.units; unit += 1) {
    if (restartEvery > 0 && unit > 0 && unit % restartEvery === 0 && !bits.restart()) return false
    for (const block of layout.blocks) if (!passBlock(bits, block)) return false
    if (bits.isOver) return false
  }
  return true
}
