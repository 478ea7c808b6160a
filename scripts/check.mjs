// `npm run check`: what must hold before every commit.
import { runChecks } from './test/static-checks.mjs'
import { runJest } from './test/run-jest.mjs'

const checks = await runChecks()
const unit = await runJest(['unit'])
const failed = checks.failed + unit.failed
console.log(`\n${checks.passed + unit.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
