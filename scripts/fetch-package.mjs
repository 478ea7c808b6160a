import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const putInPlace = (made, folder) => {
  try {
    renameSync(made, folder)
  } catch (error) {
    // Another command was first: the package stands there whole, since nothing else is put there.
    if (!existsSync(folder)) throw error
  }
}

/**
 * Brings a package into a folder of its own, which is there whole or not at all: npm fills a folder
 * beside it. Two commands started at once would empty and fill one folder under each other's hands.
 * @param folder names the version too; its `node_modules` holds the package
 * @returns false when npm could not bring it; npm has said why on the terminal
 */
export const fetchPackage = (folder, name, version) => {
  if (existsSync(folder)) return true
  mkdirSync(path.dirname(folder), { recursive: true })
  const made = mkdtempSync(`${folder}-`)
  try {
    writeFileSync(path.join(made, 'package.json'), '{"private":true}\n')
    const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save', '--no-package-lock']
    const { status } = spawnSync('npm', ['install', ...flags, `${name}@${version}`], {
      cwd: made,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status === 0) putInPlace(made, folder)
    return status === 0
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
