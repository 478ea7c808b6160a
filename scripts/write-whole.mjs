import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/**
 * A small file that is there whole or not at all, whatever stops the machine: on disk under
 * another name first. For its owner only. A file that was there is replaced.
 * @param {string} file
 * @param {string | Uint8Array} text
 */
export const writeWhole = (file, text) => {
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const partial = `${file}.${process.pid}.part`
  try {
    const open = openSync(partial, 'w', 0o600)
    try {
      writeFileSync(open, text)
      fsyncSync(open)
    } finally {
      closeSync(open)
    }
    renameSync(partial, file)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
  const entry = openSync(folder, 'r')
  try {
    fsyncSync(entry)
  } finally {
    closeSync(entry)
  }
}
