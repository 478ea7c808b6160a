import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ImportResult } from '@/cloudfunctions/documents/importer/types'

const root = path.resolve(__dirname, '../..')

export function runImport(...words: string[]): { status: number | null; out: string } {
  return runImportIn(process.env.TZ ?? '', ...words)
}

/** As on a machine whose zone this is. */
export function runImportIn(
  zone: string,
  ...words: string[]
): { status: number | null; out: string } {
  return runImportBy(process.execPath, zone, ...words)
}

function runImportBy(
  node: string,
  zone: string,
  ...words: string[]
): { status: number | null; out: string } {
  const { status, stdout } = spawnSync(node, ['scripts/import.mjs', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, out: stdout }
}

/**
 * Imports a file of these bytes with `--json --text`; the text is empty when the file was refused.
 * @param node the Node to run it with, that of the tests when absent
 */
export function importBytes(
  name: string,
  bytes: Uint8Array | string,
  node = process.execPath,
): { status: number | null; result: ImportResult; text: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'))
  try {
    const file = path.join(folder, name)
    const written = path.join(folder, 'read.txt')
    writeFileSync(file, bytes)
    const { status, out } = runImportBy(
      node,
      process.env.TZ ?? '',
      file,
      '--json',
      '--text',
      written,
    )
    return {
      status,
      result: JSON.parse(out) as ImportResult,
      text: existsSync(written) ? readFileSync(written, 'utf8') : '',
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
