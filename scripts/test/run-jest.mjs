/** Runs jest projects and reads its own counts. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

/**
 * @param projects names in jest.config.ts
 * @returns passed and failed tests; a file that could not run counts as one failure
 */
export const runJest = async (projects) => {
  const folder = path.join(root, '.test-out')
  const report = path.join(folder, `jest-${projects.join('-')}.json`)
  mkdirSync(folder, { recursive: true })
  rmSync(report, { force: true })
  const jest = path.join(root, 'node_modules/jest/bin/jest.js')
  const flags = ['--selectProjects', ...projects, '--json', `--outputFile=${report}`]
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [jest, ...flags], {
      cwd: root,
      // jest prints its report twice with --json: the readable one goes to stderr.
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('close', resolve)
  })
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
    return { passed: result.numPassedTests, failed: failed || (code === 0 ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
