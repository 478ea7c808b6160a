/** A folder beside the repository in which a file can be changed without anybody seeing it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** @returns `{ folder, remove }` with the named files and the repository's packages */
export const copyOf = (root, names) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutate-'))
  for (const name of names) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    cpSync(path.join(root, name), path.join(folder, name))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
