// `npm run keys`, `backup`, `restore` and `writing`: see scripts/operator/main.ts.
import { spawnSync } from 'node:child_process'
import { buildOperator } from './build/operator.mjs'

const bundle = await buildOperator()
const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
