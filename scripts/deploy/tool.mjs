/**
 * A vendor's own tool, fetched on first use and kept beside the project: nobody needs it who
 * only builds. The version is fixed where it is asked for.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { DeployError } from './deploy-error.mjs'

const folderOf = (name) => path.join(root, '.deploy/tools', name.replaceAll('/', '+'))

const isThere = (name, version) => {
  const manifest = path.join(folderOf(name), 'node_modules', name, 'package.json')
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version
}

/** @throws DeployError `TOOL.MISSING` when it is not there and npm cannot bring it */
export const installTool = (name, version) => {
  if (isThere(name, version)) return
  const folder = folderOf(name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save']
  const { status } = spawnSync('npm', ['install', ...flags, `${name}@${version}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0)
    throw new DeployError('TOOL.MISSING', `没有装上 ${name} ${version}，请检查网络后重试`)
}

/** @returns the tool's module; installs it first when it is not there */
export const openTool = (name, version) => {
  installTool(name, version)
  return createRequire(path.join(folderOf(name), 'package.json'))(name)
}
