/**
 * Remembers what a build was made from, so that nothing unchanged is built again.
 * A content digest, not dates: a fresh clone and a branch switch change every date.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from '../write-whole.mjs'

export const root = path.resolve(import.meta.dirname, '../..')
const stampFolder = path.join(root, 'dist/.stamps')

const filesBelow = (entry) => {
  const full = path.join(root, entry)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [entry]
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child) => filesBelow(path.join(entry, child.name)))
}

/** SHA-256 over the names and contents of files and folders, given relative to the root. */
export const digestOf = (entries, extra = '') => {
  const hash = createHash('sha256').update(extra)
  for (const file of entries.flatMap(filesBelow)) {
    hash.update(`\0${file}\0`)
    hash.update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * Runs `build` unless `outputs` exist and were made from the same `inputs`.
 * @returns true when it built
 */
export const buildIfChanged = async ({ name, inputs, outputs, extra = '' }, build) => {
  const stamp = path.join(stampFolder, name)
  const digest = digestOf(inputs, extra)
  const fresh =
    outputs.every((output) => existsSync(path.join(root, output))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === digest
  if (fresh) return false
  await build()
  writeWhole(stamp, digest)
  return true
}
