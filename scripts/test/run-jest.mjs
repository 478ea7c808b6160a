/** Runs jest projects and reads its own counts. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

const folder = path.join(root, '.test-out')

/** @returns what jest said, where it was asked to say it here and not on the screen */
const spawnJest = (flags, isQuiet) =>
  new Promise((resolve) => {
    const jest = path.join(root, 'node_modules/jest/bin/jest.js')
    const child = spawn(process.execPath, [jest, ...flags], {
      cwd: root,
      // jest prints its report twice with --json: the readable one goes to stderr.
      stdio: ['ignore', 'ignore', isQuiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ code, output }))
  })

const fileOf = ({ name, status, startTime, endTime, assertionResults }) => {
  const count = (wanted) => assertionResults.filter((each) => each.status === wanted).length
  return {
    name: path.relative(root, name).replaceAll(path.sep, '/'),
    passed: count('passed'),
    // A file that could not run has no tests to count.
    failed: status === 'passed' ? 0 : Math.max(1, count('failed')),
    seconds: (endTime - startTime) / 1000,
  }
}

/**
 * @param projects names in jest.config.cjs
 * @param tests only these files; `isQuiet` keeps jest's report for `output`; `flags` are jest's own
 * @returns passed and failed tests, by file too; a file that could not run counts as one failure
 */
export const runJest = async (projects, { tests = [], isQuiet = false, flags = [] } = {}) => {
  const report = path.join(folder, `jest-${projects.join('-')}.json`)
  mkdirSync(folder, { recursive: true })
  rmSync(report, { force: true })
  const chosen = tests.length > 0 ? ['--runTestsByPath', ...tests] : []
  const { code, output } = await spawnJest(
    [...chosen, '--selectProjects', ...projects, '--json', `--outputFile=${report}`, ...flags],
    isQuiet,
  )
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
    const files = result.testResults.map(fileOf)
    return { passed: result.numPassedTests, failed: failed || (code === 0 ? 0 : 1), files, output }
  } catch {
    return { passed: 0, failed: 1, files: [], output }
  }
}
