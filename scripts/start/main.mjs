/**
 * The whole system on one machine: install, build, local cloud, demonstration ledger, one
 * address. Nothing is needed beside Node and npm; nothing unchanged is done twice.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { step } from '../build/step.mjs'
import { freePort } from './free-port.mjs'
import { installPackages } from './install.mjs'

const started = performance.now()
/** `LOCAL_DATA` names another folder, e.g. for a second ledger. */
const dataFolder = path.resolve(root, process.env.LOCAL_DATA ?? '.local-data')
/** Written after the demonstration ledger is whole: without it a half-made one is thrown away. */
const completeMark = path.join(dataFolder, 'demonstration-complete')

await step('安装依赖 install', installPackages)
const { buildFunctions } = await import('../build/functions.mjs')
const { buildTaro } = await import('../build/taro.mjs')
const { buildLocalCloud } = await import('../build/local-cloud.mjs')
await step('云函数 functions', buildFunctions)
await step('网页 pages', () => buildTaro('h5'))
await step('本地云 local cloud', buildLocalCloud)

if (existsSync(dataFolder) && !existsSync(completeMark)) rmSync(dataFolder, { recursive: true })

const port = await freePort(Number(process.env.PORT ?? 8787))
const { spawnCloud, whenReady } = await import('./spawn-cloud.mjs')
const cloud = spawnCloud({
  port,
  dataFolder,
  keyFile: path.join(root, '.local-keys/identity'),
  flags: ['--web', path.join(root, 'dist/h5'), '--demo'],
})

let said = ''
let stopping = false
const stop = () => {
  stopping = true
  cloud.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
cloud.stderr.on('data', (chunk) => (said = (said + chunk).slice(-8_000)))
cloud.on('close', (code) => {
  if (!stopping) console.error(said)
  process.exit(stopping ? 0 : (code ?? 1))
})

await step('启动 start', () => whenReady(cloud))
const origin = `http://127.0.0.1:${port}`
const { seed } = await import('../seed.mjs')
try {
  await step('示范台账 demonstration ledger', async () => {
    if (existsSync(completeMark)) return false
    await seed(origin)
    writeFileSync(completeMark, '')
    return true
  })
} catch (error) {
  console.error(error)
  stop()
  await new Promise((resolve) => cloud.once('exit', resolve))
  process.exit(1)
}

const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(`\n整改通已就绪，用时 ${seconds} 秒。Ready in ${seconds} s.\n`)
console.log(`  ${origin}/\n`)
console.log('Ctrl-C 停止。Ctrl-C stops it. 台账保存在 .local-data，删除即可重来。')
