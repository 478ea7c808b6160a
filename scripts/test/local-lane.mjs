/**
 * Which tests of the local cloud `npm run check` runs: all of them take minutes, so only a change of `local/` or of
 * its tests makes them run whole, and only until they have passed once as they are.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { digestOf, root } from '../build/stamp.mjs'
import { runJest } from './run-jest.mjs'

const places = ['local', 'test/local']
const stamp = path.join(root, '.test-out', 'local-passed')

const git = (folder, ...args) => {
  try {
    const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync('git', args, options).trim()
  } catch {
    return null
  }
}

/**
 * Whether the local cloud or its tests differ from where this branch left main, committed or not.
 * @param folder root of a work tree
 * @returns false where there is no history to compare with
 */
export const localChanged = (folder = root) => {
  const base =
    git(folder, 'merge-base', 'HEAD', 'main') ??
    git(folder, 'merge-base', 'HEAD', 'origin/main') ??
    git(folder, 'rev-parse', 'HEAD')
  if (base === null) return false
  const listed = [
    git(folder, 'diff', '--name-only', base, '--', ...places),
    git(folder, 'status', '--porcelain', '--', ...places),
  ]
  return listed.some((text) => text !== '')
}

/**
 * Runs the short lane, or everything where it has changed since it last passed whole.
 * @param options as `runJest` takes them
 */
export const runLocalLane = async (options = {}) => {
  const digest = digestOf(places)
  const passed = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
  if (passed || !localChanged()) return runJest(['local-short'], options)
  const result = await runJest(['local'], options)
  if (result.failed === 0) {
    mkdirSync(path.dirname(stamp), { recursive: true })
    writeFileSync(stamp, digest)
  }
  return result
}
