/** Licences of everything that ships or runs here, as the lock file names them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

/** Those that ask for no more than to be named. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
])

/** Only the file that carries it is bound by it, and none of these is changed here. */
const allowedUnchanged = new Set(['Artistic-2.0', 'MPL-2.0'])

/** What their own files say where the lock file says nothing, or not in SPDX's words. */
const readByHand = {
  chainsaw: 'MIT',
  duck: 'BSD-2-Clause',
  exit: 'MIT',
  'string.fromcodepoint': 'MIT',
}

/** Published without any licence; each is a part of a package that has one. */
const named = {
  '@cloudbase/signature-nodejs': 'a part of @cloudbase/node-sdk (MIT) by the same publisher',
  '@cloudbase/wx-cloud-client-sdk': 'a part of @cloudbase/node-sdk (MIT), left out of our bundles',
  buffers: 'only reads streamed archives in exceljs (MIT), which nothing here does',
}

/** One of an `OR` is enough; every part of an `AND` is asked for. */
const isAllowed = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some((choice) =>
      choice
        .split(/ AND /i)
        .every((part) => allowed.has(part.trim()) || allowedUnchanged.has(part.trim())),
    )

/** @returns `{ ok, output, note }` */
export const licences = async () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const others = Object.entries(packages).filter(([name]) => name.startsWith('node_modules/'))
  const refused = others.flatMap(([name, { license, version }]) => {
    const own = name.replace(/^.*node_modules\//, '')
    const said = readByHand[own] ?? license ?? 'none named'
    return own in named || isAllowed(String(said)) ? [] : [`${own}@${version}: ${said}`]
  })
  return { ok: refused.length === 0, output: refused.join('\n'), note: `${others.length} packages` }
}
