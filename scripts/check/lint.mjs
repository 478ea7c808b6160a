/**
 * ESLint, with the rules that ask for types. A file is linted again when it or anything its types may come from
 * has changed, never because of its own text alone.
 */
import { ESLint } from 'eslint'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOfFiles } from './files.mjs'
import { keysOf } from './closure.mjs'
import { run } from './run.mjs'

const lintFiles = fileURLToPath(new URL('./lint-files.mjs', import.meta.url))
const linted = /\.(ts|tsx|mjs|cjs|js)$/
/** What every finding rests on besides the code. */
const isCommon = (name) =>
  /^(eslint\.config\.mjs|tsconfig\.json|package-lock\.json)$|\.d\.ts$/.test(name)

const lintedFiles = async (root, files) => {
  const eslint = new ESLint({ cwd: root })
  const wanted = []
  for (const name of files.keys())
    if (linted.test(name) && !(await eslint.isPathIgnored(path.join(root, name)))) wanted.push(name)
  return wanted
}

const warningsIn = (lint, names) => names.flatMap((name) => lint[name]?.warnings ?? [])

/** @returns `{ ok, output, note }`; `cache.lint` gets what is in order now */
export const lint = async ({ root, files, graph, cache }) => {
  const keyOf = keysOf(files, graph, digestOfFiles(files, isCommon))
  const names = await lintedFiles(root, files)
  const stale = names.filter((name) => cache.lint[name]?.key !== keyOf(name))
  let errors = ''
  const found = Object.fromEntries(
    names.filter((name) => !stale.includes(name)).map((name) => [name, cache.lint[name]]),
  )
  if (stale.length > 0) {
    const { output } = await run(process.execPath, [lintFiles], {
      cwd: root,
      input: JSON.stringify(stale),
    })
    const answer = parsed(output)
    if (!answer) return { ok: false, output }
    errors = answer.errors
    for (const { name, errors: count, warnings } of answer.files)
      if (count === 0) found[name] = { key: keyOf(name), warnings }
  }
  cache.lint = found
  const warnings = warningsIn(found, names).length
  const note = `${stale.length} of ${names.length} files, ${warnings} long or complex functions and files`
  return { ok: errors === '', output: errors, note }
}

const parsed = (output) => {
  try {
    return JSON.parse(output)
  } catch {
    return null
  }
}

/** What is longer or more complex than it should be, the files with most of it first. */
export const listWarnings = ({ lint: found }) =>
  Object.entries(found)
    .filter(([, { warnings }]) => warnings.length > 0)
    .sort(([, left], [, right]) => right.warnings.length - left.warnings.length)
    .flatMap(([name, { warnings }]) => warnings.map((warning) => `${name}:${warning}`))
