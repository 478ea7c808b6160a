/** What was found in order before, by key. Kept beside the tests' output, never committed. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const fileIn = (root) => path.join(root, '.test-out/check-cache.json')
/** Another shape of the cache begins anew. */
const version = 2

export const emptyCache = () => ({ version, steps: {}, lint: {}, unit: {}, secrets: {} })

export const readCache = (root) => {
  try {
    const cache = JSON.parse(readFileSync(fileIn(root), 'utf8'))
    return cache.version === version ? cache : emptyCache()
  } catch {
    return emptyCache()
  }
}

export const writeCache = (root, cache) => {
  const file = fileIn(root)
  mkdirSync(path.dirname(file), { recursive: true })
  const partial = `${file}.${process.pid}`
  writeFileSync(partial, JSON.stringify(cache))
  renameSync(partial, file)
}
