import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { isPage } from './pages'
import { refuse } from './reply'
import type { WeChatReply } from './reply'

const MODULES = 25
const QUIET = 2

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/**
 * A picture that stands for a mini-program code: a real PNG whose pattern follows from what it was made
 * for, so that two codes can be told apart. No camera reads it.
 * @param width in pixels
 */
function codePicture(text: string, width: number): Buffer {
  const dark: boolean[] = []
  for (let block = 0; dark.length < MODULES * MODULES; block++)
    for (const byte of createHash('sha256').update(`${block}\n${text}`).digest())
      for (let bit = 0; bit < 8; bit++) dark.push(((byte >> bit) & 1) === 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  // One byte a pixel, grey.
  header[8] = 8
  const across = MODULES + 2 * QUIET
  const rows = Buffer.alloc(width * (width + 1), 255)
  for (let y = 0; y < width; y++) {
    rows[y * (width + 1)] = 0
    const row = Math.floor((y * across) / width) - QUIET
    for (let x = 0; x < width; x++) {
      const column = Math.floor((x * across) / width) - QUIET
      const inside = row >= 0 && row < MODULES && column >= 0 && column < MODULES
      if (inside && dark[row * MODULES + column]) rows[y * (width + 1) + 1 + x] = 0
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const widthOf = ({ width }: Record<string, unknown>) =>
  typeof width === 'number' && width >= 280 && width <= 1280 ? Math.floor(width) : 430

/** `POST /wxa/getwxacode` and `POST /cgi-bin/wxaapp/createwxaqrcode`: codes of a path. */
export function pathCode(
  body: Record<string, unknown>,
  pages: readonly string[] | null,
): Buffer | WeChatReply {
  const { path } = body
  if (typeof path !== 'string' || path === '' || path.length > 1024)
    return refuse(40159, 'path is empty or too long')
  if (!isPage(path, pages)) return refuse(41030)
  return codePicture(`path ${path}`, widthOf(body))
}

/** What a scene may hold: 32 visible characters of this set. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]{1,32}$/

/** `POST /wxa/getwxacodeunlimit`: codes of a scene. */
export function sceneCode(
  body: Record<string, unknown>,
  pages: readonly string[] | null,
): Buffer | WeChatReply {
  const { scene, page, check_path: checkPath = true } = body
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return refuse(40169, 'invalid length for scene, or the data is not json string')
  const named = page !== undefined && page !== ''
  const wellFormed = typeof page === 'string' && !page.startsWith('/') && !page.includes('?')
  if (named && !(wellFormed && isPage(page, checkPath === false ? null : pages)))
    return refuse(41030)
  return codePicture(`scene ${scene} ${String(page ?? '')}`, widthOf(body))
}
