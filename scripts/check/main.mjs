import { cpus } from 'node:os'
import { emptyCache, readCache, writeCache } from './cache.mjs'
import { readGraph } from './closure.mjs'
import { digestOfFiles, readFiles } from './files.mjs'

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

const report = ({ name }, { ok, output = '', note }, took) => {
  console.log(`${ok ? '✓' : '✗'} ${name} (${[took, note].filter(Boolean).join('; ')})`)
  if (!ok) console.log(output.trim())
}

const runStep = async (step, context) => {
  const { root, files, cache } = context
  const digest = digestOfFiles(files, step.looksAt)
  const before = cache.steps[step.name]
  if (before?.digest === digest) {
    report(step, { ok: true }, 'nothing changed')
    return { passed: before.passed ?? 1, failed: 0 }
  }
  const started = performance.now()
  const result = await step.run(context)
  report(step, result, seconds(started))
  if (result.ok) cache.steps[step.name] = { digest, passed: result.passed }
  else delete cache.steps[step.name]
  writeCache(root, cache)
  // Each step is one check, but for the tests, which count themselves.
  const failed = result.failed ?? (result.ok ? 0 : 1)
  return {
    passed: result.passed ?? (result.ok ? 1 : 0),
    failed: result.ok ? 0 : Math.max(failed, 1),
  }
}

/**
 * Runs the steps side by side, as many as there are cores.
 * @param root the folder that is checked
 * @param isFresh forgets what was in order before
 * @returns how many passed and failed; what failed is printed
 */
export const check = async (steps, { root, isFresh = false }) => {
  const files = readFiles(root)
  const cache = isFresh ? emptyCache() : readCache(root)
  const context = { root, files, cache, graph: readGraph(root, files) }
  const results = []
  const left = [...steps]
  const lane = async () => {
    for (let step = left.shift(); step; step = left.shift())
      results.push(await runStep(step, context))
  }
  await Promise.all(Array.from({ length: Math.max(2, cpus().length) }, lane))
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
    cache,
  }
}
