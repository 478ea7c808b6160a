/**
 * What each source file rests on: itself and everything it imports, directly or through others. A file whose
 * key has not changed has the same findings and, as a test, the same result; a change to another file that its
 * types come from changes the key.
 */
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import { sha256 } from './files.mjs'

const endings = [
  '',
  '.ts',
  '.tsx',
  '.d.ts',
  '.mjs',
  '.cjs',
  '.js',
  '.json',
  '/index.ts',
  '/index.tsx',
]
const source = /\.(ts|tsx|mjs|cjs|js)$/
/** Whoever reads files or starts programs may depend on anything in the repository. */
const reaching = new Set(['fs', 'fs/promises', 'child_process', 'worker_threads'])

const importsOf = (root, name) =>
  ts
    .preProcessFile(readFileSync(path.join(root, name), 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)

const resolve = (files, from, specifier) => {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier)
  return endings.map((ending) => base + ending).find((name) => files.has(name))
}

const isOwn = (specifier) => specifier.startsWith('.') || specifier.startsWith('@/')
const builtin = (specifier) => specifier.replace(/^node:/, '')

/** @param files as `readFiles` gives them */
export const readGraph = (root, files) => {
  const graph = new Map()
  for (const name of files.keys()) {
    if (!source.test(name)) continue
    const specifiers = importsOf(root, name)
    graph.set(name, {
      imports: specifiers.filter(isOwn).flatMap((each) => resolve(files, name, each) ?? []),
      reaches: specifiers.some(
        (each) => builtinModules.includes(builtin(each)) && reaching.has(builtin(each)),
      ),
    })
  }
  return graph
}

/** The file and all that it rests on. */
export const closureOf = (graph, name) => {
  const seen = new Set([name])
  for (const each of seen) for (const next of graph.get(each)?.imports ?? []) seen.add(next)
  return seen
}

/**
 * @param salt what every file rests on: configuration, versions
 * @returns a function from a name to its key
 */
export const keysOf = (files, graph, salt) => (name) =>
  sha256(
    [salt, ...[...closureOf(graph, name)].sort().map((each) => `${each} ${files.get(each)}`)].join(
      '\n',
    ),
  )

/** Whether any part of it reads files or starts programs. */
export const reachesOut = (graph, name) =>
  [...closureOf(graph, name)].some((each) => graph.get(each)?.reaches)
