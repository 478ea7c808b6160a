/** Somebody else deploys while a person reads the plan; prints what became of this one. */
import { readFileSync } from 'node:fs'
import { deploy } from '../../../scripts/deploy/main.mjs'
import { wishOf } from './one-function.mjs'
import { emptyCloud, startStandIn } from './tencent-stand-in.mjs'

const [keyFile, certFile, folder] = process.argv.slice(2)
const certificate = { key: readFileSync(keyFile), cert: readFileSync(certFile) }
const cloud = emptyCloud('zheng-gai-2')
cloud.tables.deployment = []
const standIn = await startStandIn(cloud, certificate)

const run = async (print) => {
  const env = {
    CITY_NAME: '茂名市',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    DEPLOY_FOLDER: folder,
    https_proxy: `http://127.0.0.1:${standIn.port}`,
  }
  const wish = wishOf('a', 128, '0 5 * * * * *', [])
  try {
    await deploy(['--env', 'zheng-gai-2', '--yes'], env, print, wish)
    return 'done'
  } catch (error) {
    return error.code ?? String(error.stack)
  }
}

// The plan is printed after the environment was read and before it is read once more.
const first = await run(() => {
  standIn.cloud.tables.tasks = []
  standIn.cloud.rules.tasks = 'PRIVATE'
})
const { writes } = standIn
const second = await run(() => undefined)
await standIn.stop()
console.log(JSON.stringify({ first, writes, second }))
