/** One program, with everything it said. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

export const bin = (name) => path.join(root, 'node_modules/.bin', name)

/** @returns `{ code, output }`; a program that cannot be started has code 1 */
export const run = (command, args, { cwd = root, input } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.end(input)
  })
