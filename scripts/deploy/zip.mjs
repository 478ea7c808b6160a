/** One function's folder as it goes up: the same bytes for the same files, whenever it is made. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import { buildIfChanged, root } from '../build/stamp.mjs'
import { writeWhole } from '../write-whole.mjs'

/** `config.json` is for the vendor's own command line; it names variables and is not code. */
const leftOut = new Set(['config.json'])
const always = new Date('2000-01-01T00:00:00Z')

const filesBelow = (folder, below = '') =>
  readdirSync(path.join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.posix.join(below, entry.name)
      return entry.isDirectory() ? filesBelow(folder, name) : [name]
    })

const zipOf = async (folder) => {
  const zip = new JSZip()
  for (const name of filesBelow(folder))
    if (!leftOut.has(name))
      zip.file(name, readFileSync(path.join(folder, name)), { date: always, createFolders: false })
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'UNIX',
  })
}

/**
 * A built function as it goes up. To pack all of them takes seconds, and a deployment needs each several times:
 * it is packed anew only when what was built is another.
 * @param {string} name of the function
 * @returns {Promise<Buffer>}
 */
export const builtZip = async (name) => {
  const folder = `dist/cloudfunctions/${name}`
  const output = `dist/zips/${name}.zip`
  const inputs = [folder, 'scripts/deploy/zip.mjs', 'package-lock.json']
  await buildIfChanged({ name: `zip-${name}`, inputs, outputs: [output] }, async () =>
    writeWhole(path.join(root, output), await zipOf(path.join(root, folder))),
  )
  return readFileSync(path.join(root, output))
}
