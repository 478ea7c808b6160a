/**
 * `npm run check`: what must hold before every commit. `-- --fresh` forgets what was in order before,
 * `-- --warnings` lists what is longer or more complex than it should be, `-- --only NAME` runs one step.
 * `--root DIR` looks at another folder.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './build/stamp.mjs'
import { listWarnings } from './check/lint.mjs'
import { check } from './check/main.mjs'
import { steps } from './check/steps.mjs'

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean' },
    warnings: { type: 'boolean' },
    only: { type: 'string' },
    root: { type: 'string', default: root },
  },
})
const { passed, failed, cache } = await check(
  steps.filter(({ name }) => !values.only || name === values.only),
  { root: path.resolve(values.root), isFresh: values.fresh },
)
if (values.warnings) console.log(listWarnings(cache).join('\n'))
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
