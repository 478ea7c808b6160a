/** Installs what is missing, builds everything as it ships, runs everything, counts. */
import path from 'node:path'
import { buildIfNeeded } from './build-all.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { installPackages } from '../start/install.mjs'
import { root } from '../build/stamp.mjs'
import { step } from '../build/step.mjs'

const slowestShown = 10

const started = performance.now()
await step('安装依赖 install', installPackages)
await step('浏览器和中文字体 browser and font', ensureBrowser)
const { check } = await import('../check/main.mjs')
const { staticSteps } = await import('../check/steps.mjs')
const { runJest } = await import('./run-jest.mjs')
const { branchesCovered, coverageFlags } = await import('./coverage.mjs')

// Nothing that was in order before is believed here.
const results = [await check(staticSteps, { root, isFresh: true })]
await buildIfNeeded()
// The unit tests first and alone: they fail fastest, and their branches are counted. The others share two workers to
// the end, long files first: in a run for each there would be as many ends at which one core waits for the other.
results.push(await runJest(['unit'], { flags: coverageFlags }))
results.push(
  await runJest(['local', 'functions', 'deploy', 'weapp', 'e2e'], {
    flags: [`--testSequencer=${path.join(import.meta.dirname, 'long-first.mjs')}`],
  }),
)

const slowest = results
  .flatMap(({ files = [] }) => files)
  .sort((left, right) => right.seconds - left.seconds)
  .slice(0, slowestShown)
console.log('\n最慢的十个文件 (the slowest files)')
for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)

const { percent, least } = branchesCovered()
console.log(
  `\n规则和契约的分支 (branches of domain and contract): ${percent} %, at least ${least} %`,
)

const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
console.log(`\n用时 ${minutes} 分钟 (${minutes} minutes)`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
