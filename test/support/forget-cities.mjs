/** Takes the cities that tests kept (`city.ts`) away when anything that they come from is another. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildIfChanged, root } from '../../scripts/build/stamp.mjs'

const output = 'dist/for-tests/cities'
const inputs = ['dist/cloudfunctions', 'local', 'database', 'package-lock.json', 'test/support']

await buildIfChanged({ name: 'cities', inputs, outputs: [output] }, () => {
  rmSync(path.join(root, output), { recursive: true, force: true })
  mkdirSync(path.join(root, output), { recursive: true })
})
