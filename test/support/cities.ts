import { execFileSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** Where `city.ts` keeps what it made. */
export const citiesFolder = path.join(root, 'dist/for-tests/cities')

/** Takes kept cities away when anything that they come from is another. */
export const forgetCities = (): void => {
  execFileSync(process.execPath, [path.join(root, 'test/support/forget-cities.mjs')], { cwd: root })
}
