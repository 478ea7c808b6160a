/**
 * `npm run bench:functions`: size of each bundle and the time to require it, against the bare
 * SDK bundled the same way and measured beside it. Ratios, because machines are noisy.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { buildFunctions, bundleOptions, functionNames } from '../build/functions.mjs'
import { root } from '../build/stamp.mjs'
import { localEnvironment } from '../local-environment.mjs'

const rounds = 15
const folder = path.join(root, 'dist/bench')
const bare = path.join(folder, 'bare-sdk.js')

const bundleBareSdk = async () => {
  mkdirSync(folder, { recursive: true })
  const entry = path.join(folder, 'entry.js')
  writeFileSync(entry, "const tcb = require('@cloudbase/node-sdk')\nexports.main = () => tcb\n")
  await esbuild.build(bundleOptions(entry, bare))
}

const env = {
  ...process.env,
  ...localEnvironment(null),
  TENCENTCLOUD: 'true',
  TENCENTCLOUD_SECRETID: 'bench',
  TENCENTCLOUD_SECRETKEY: 'bench',
  TCB_ENV: 'bench',
  WECHAT_API_BASE: 'http://127.0.0.1:1',
}

/** Milliseconds of CPU-bound `require` in a process of its own. */
const requireMs = (file) => {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(file)});process.stdout.write(String(Number(process.hrtime.bigint()-t)/1e6));process.exit(0)`
  return Number(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }))
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

await buildFunctions()
await bundleBareSdk()
const files = functionNames().map((name) => [
  name,
  path.join(root, 'dist/cloudfunctions', name, 'index.js'),
])
const times = new Map([['bare SDK', []], ...files.map(([name]) => [name, []])])
// In turn, so that a slow moment of the machine hits all of them.
for (let round = 0; round < rounds; round += 1) {
  times.get('bare SDK').push(requireMs(bare))
  for (const [name, file] of files) times.get(name).push(requireMs(file))
}
const base = median(times.get('bare SDK'))
console.log(`bare SDK    ${(statSync(bare).size / 1024).toFixed(0)} KB  ${base.toFixed(0)} ms`)
for (const [name, file] of files) {
  const ms = median(times.get(name))
  const size = (statSync(file).size / 1024).toFixed(0)
  console.log(`${name.padEnd(11)} ${size} KB  ${ms.toFixed(0)} ms  ${(ms / base).toFixed(2)}x`)
}
