import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { forgetCities } from './cities'
import setBeijingTime from './global-setup'

const root = path.resolve(__dirname, '../..')

/** Builds what a jest project opens, as it ships; nothing unchanged is built again. */
export const buildBundles = (...targets: readonly ('functions' | 'h5' | 'weapp')[]): void => {
  setBeijingTime()
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), 'for-tests', ...targets], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  forgetCities()
}
