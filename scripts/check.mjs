// `npm run check`: what must hold before every commit.
import { runChecks } from './test/static-checks.mjs'
import { runLocalLane } from './test/local-lane.mjs'
import { runJest } from './test/run-jest.mjs'

const checks = await runChecks()
const unit = await runJest(['unit'])
const local = await runLocalLane()
const failed = checks.failed + unit.failed + local.failed
console.log(`\n${checks.passed + unit.passed + local.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
