/**
 * The vendor's own tool, fetched on first use and kept beside the project: 36 MB that nobody
 * needs who only builds. Its version is fixed here.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { DeployError } from './deploy-error.mjs'

const managerVersion = '5.6.5'
const packageName = '@cloudbase/manager-node'
const folder = path.join(root, '.deploy/tools')

const isThere = () => {
  const manifest = path.join(folder, 'node_modules', packageName, 'package.json')
  return (
    existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === managerVersion
  )
}

/** Installs the tool when it is not there; DeployError TOOL.MISSING when npm cannot. */
export const installManager = () => {
  if (isThere()) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save']
  const { status } = spawnSync('npm', ['install', ...flags, `${packageName}@${managerVersion}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0)
    throw new DeployError(
      'TOOL.MISSING',
      `没有装上 ${packageName} ${managerVersion}，请检查网络后重试`,
    )
}

/** What the vendor's console gives for an account that deploys; null when not set. */
export const credentialsFrom = (env) => {
  const secretId = env.TENCENTCLOUD_SECRETID
  const secretKey = env.TENCENTCLOUD_SECRETKEY
  return secretId && secretKey
    ? { secretId, secretKey, token: env.TENCENTCLOUD_SESSIONTOKEN ?? '' }
    : null
}

/** @returns an environment of the vendor's tool; its calls go through `https_proxy` if set */
export const openManager = async (envId, credentials, env) => {
  installManager()
  const require = createRequire(path.join(folder, 'package.json'))
  const CloudBase = require(packageName)
  const proxy = env.https_proxy ?? env.HTTPS_PROXY ?? ''
  const app = new CloudBase({ ...credentials, envId, proxy, region: env.TENCENTCLOUD_REGION ?? '' })
  return app.currentEnvironment()
}
