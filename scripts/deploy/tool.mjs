/**
 * A vendor's own tool, fetched on first use and kept beside the project: nobody needs it who
 * only builds. The version is fixed where it is asked for.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { fetchPackage } from '../fetch-package.mjs'
import { DeployError } from './deploy-error.mjs'

const folderOf = (name, version) =>
  path.join(root, '.deploy/tools', `${name.replaceAll('/', '+')}@${version}`)

/** @throws DeployError `TOOL.MISSING` when it is not there and npm cannot bring it */
export const installTool = (name, version) => {
  if (!fetchPackage(folderOf(name, version), name, version))
    throw new DeployError('TOOL.MISSING', `没有装上 ${name} ${version}，请检查网络后重试`)
}

/** @returns the tool's module; installs it first when it is not there */
export const openTool = (name, version) => {
  installTool(name, version)
  return createRequire(path.join(folderOf(name, version), 'package.json'))(name)
}
