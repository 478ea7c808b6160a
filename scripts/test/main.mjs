/** Installs what is missing, builds everything as it ships, runs everything, counts. */
import { buildIfNeeded } from './build-all.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { installPackages } from '../start/install.mjs'
import { step } from '../build/step.mjs'

const started = performance.now()
await step('安装依赖 install', installPackages)
await step('浏览器和中文字体 browser and font', ensureBrowser)
const { runChecks } = await import('./static-checks.mjs')
const { runJest } = await import('./run-jest.mjs')

const results = [await runChecks()]
await buildIfNeeded()
// Unit and local first: they fail fastest. The browser and the mini-program come last.
for (const projects of [['unit'], ['local'], ['functions'], ['deploy'], ['weapp'], ['e2e']])
  results.push(await runJest(projects))

const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
console.log(`\n用时 ${minutes} 分钟 (${minutes} minutes)`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
