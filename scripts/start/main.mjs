/**
 * The whole system on one machine: install, build, local cloud, demonstration ledger, one
 * address. Nothing is needed beside Node and npm; nothing unchanged is done twice.
 */
import { spawn } from 'node:child_process'
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
const demonstrationStart = '2019-11-04T09:00:00+08:00'

await step('安装依赖 install', installPackages)
const { buildFunctions } = await import('../build/functions.mjs')
const { buildTaro } = await import('../build/taro.mjs')
const { buildLocalCloud } = await import('../build/local-cloud.mjs')
await step('云函数 functions', buildFunctions)
await step('网页 pages', () => buildTaro('h5'))
await step('本地云 local cloud', buildLocalCloud)

if (existsSync(dataFolder) && !existsSync(completeMark)) rmSync(dataFolder, { recursive: true })

const port = await freePort(Number(process.env.PORT ?? 8787))
const { localEnvironment, pushes } = await import('../local-environment.mjs')
const cloud = spawn(
  process.execPath,
  [
    path.join(root, 'dist/local-cloud/main.cjs'),
    ...['--port', String(port)],
    ...['--data', path.join(dataFolder, 'cloud')],
    ...['--functions', path.join(root, 'dist/cloudfunctions')],
    ...['--schema', path.join(root, 'database/schema.json')],
    ...['--templates', path.join(root, 'database/message-templates.json')],
    ...['--web', path.join(root, 'dist/h5')],
    ...['--start-at', demonstrationStart],
    ...pushes.flatMap(([event, name]) => ['--push', `${event}=${name}`]),
    '--demo',
  ],
  {
    cwd: root,
    env: { ...process.env, ...localEnvironment(path.join(root, '.local-keys/identity')) },
    stdio: ['ignore', 'pipe', 'pipe'],
  },
)

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

/** The local cloud prints its endpoint alone on a line once everything is ready. */
const ready = () =>
  new Promise((resolve) => {
    let output = ''
    cloud.stdout.on('data', (chunk) => {
      output += chunk
      if (/^http:\/\/127\.0\.0\.1:\d+\/admin$/m.test(output)) resolve()
    })
  })

await step('启动 start', ready)
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
