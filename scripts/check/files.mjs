/** The repository's own files, with what is in them. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const notOurs = new Set(['node_modules', 'dist', '.git', '.test-out', '.local-data', '.swc'])

const walk = (root, folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return []
    const name = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? walk(root, name) : [name]
  })

/** Without git (an unpacked archive) everything below the root is ours. */
const names = (root) => {
  const flags = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = spawnSync('git', flags, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  const found = listed.status === 0 ? listed.stdout.split('\0').filter(Boolean) : walk(root, '')
  return found.filter((name) => existsSync(path.join(root, name))).sort()
}

export const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** @returns name → SHA-256 of the content, by name relative to the root */
export const readFiles = (root) =>
  new Map(names(root).map((name) => [name, sha256(readFileSync(path.join(root, name)))]))

/** One digest of these files: their names and contents. */
export const digestOfFiles = (files, wanted, extra = '') =>
  sha256(
    [
      extra,
      ...[...files].filter(([name]) => wanted(name)).map(([name, hash]) => `${name} ${hash}`),
    ].join('\n'),
  )
