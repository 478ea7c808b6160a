/** Types, lint, format and import rules: each counts as one check. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

const bin = (name) => path.join(root, 'node_modules/.bin', name)
const layers = ['domain', 'contract', 'copy', 'cloudfunctions', 'src', 'local']

const checks = [
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['import rules', bin('depcruise'), [...layers, '--config', '.dependency-cruiser.cjs']],
]

const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })

/** @returns how many passed and failed; what failed is printed */
export const runChecks = async () => {
  const results = { passed: 0, failed: 0 }
  for (const [name, command, args] of checks) {
    const started = performance.now()
    const { code, output } = await run(command, args)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (code === 0) results.passed += 1
    else {
      results.failed += 1
      console.log(output.trim())
    }
  }
  return results
}
