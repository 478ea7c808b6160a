/** Installs the locked packages when what is installed differs from the lockfile. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

/** npm keeps its own record of what it put there; optional packages may rightly be absent. */
const isInstalled = () => {
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(path.join(root, record))) return false
  const installed = read(record).packages
  return Object.entries(read('package-lock.json').packages).every(
    ([name, entry]) =>
      name === '' ||
      entry.optional ||
      entry.devOptional ||
      entry.peer ||
      installed[name]?.version === entry.version,
  )
}

/** @returns false when everything was there */
export const installPackages = async () => {
  if (isInstalled()) return false
  await new Promise((resolve, reject) => {
    // npm's progress goes to the terminal; CI gets its few lines.
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: '' },
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error('npm ci 没有成功，请检查网络后重试。npm ci failed: check the network.')),
    )
  })
  return true
}
