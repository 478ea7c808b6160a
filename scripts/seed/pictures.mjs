import { crc32, deflateSync } from 'node:zlib'

/** Made-up pictures of one pond, drawn dot by dot: no photo of any place. */

const [width, height] = [480, 360]

const chunk = (type, body) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** A PNG of these colours, each `[red, green, blue]` by where it lies. */
const drawn = (colourAt) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (__, x) => colourAt(x, y)).flat(),
  ])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Sky, hills, and water of this colour under them. */
const pond = ({ sky, hills, water }) =>
  drawn((x, y) => {
    if (y > 210 + 6 * Math.sin(x / 19)) return water.map((part) => part + ((x * 7 + y * 13) % 17))
    return y > 130 + 30 * Math.sin(x / 70) ? hills : sky
  })

const before = pond({ sky: [200, 200, 195], hills: [120, 125, 110], water: [70, 60, 45] })
const after = pond({ sky: [185, 215, 235], hills: [95, 145, 90], water: [90, 150, 165] })

const back = pond({ sky: [170, 175, 180], hills: [110, 110, 85], water: [45, 45, 40] })

/** Put into storage as a phone does it. @param pictures by file name */
const stored = async (staff, taskId, pictures) => {
  const all = Object.values(pictures)
  const files = Object.entries(pictures).map(([fileName, { length: size }]) => ({ fileName, size }))
  const { targets } = await staff.call('task.prepareUpload', { taskId, files })
  const kept = []
  for (const [at, { url, headers, fileId }] of targets.entries()) {
    const { ok, status } = await fetch(url, { method: 'PUT', headers, body: all[at] })
    if (!ok) throw new Error(`upload: ${status}`)
    kept.push((await staff.call('task.confirmUpload', { taskId, fileId })).fileId)
  }
  return kept
}

/** 整改前 and 整改后 of one task. */
export const photographed = async (staff, taskId) => {
  const pictures = { '整改前.png': before, '整改后.png': after }
  const [beforeId, afterId] = await stored(staff, taskId, pictures)
  return { beforeIds: [beforeId], photoIds: [afterId] }
}

/** What an inspector saw of a relapse. */
export const photographedRelapse = async (inspector, taskId) => ({
  photoIds: await stored(inspector, taskId, { '回头看.png': back }),
})
