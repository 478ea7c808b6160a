/** Two deployments and the step back to the first one; prints what the environment then holds. */
import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { deploy } from '../../../scripts/deploy/main.mjs'
import { wishOf } from './one-function.mjs'
import { emptyCloud, startStandIn } from './tencent-stand-in.mjs'

const [keyFile, certFile, folder] = process.argv.slice(2)
const certificate = { key: readFileSync(keyFile), cert: readFileSync(certFile) }

const index = (name) => ({ name, keys: [[name, 1]], unique: false })
const standIn = await startStandIn(emptyCloud('zheng-gai-2'), certificate)
const run = (cityName, more, wish) =>
  deploy(
    ['--env', 'zheng-gai-2', '--yes', ...more],
    {
      CITY_NAME: cityName,
      TENCENTCLOUD_SECRETID: 'id',
      TENCENTCLOUD_SECRETKEY: 'key',
      DEPLOY_FOLDER: folder,
      https_proxy: `http://127.0.0.1:${standIn.port}`,
    },
    () => undefined,
    wish,
  )

await run('茂名市', [], wishOf('a', 128, '0 5 * * * * *', [index('state')]))
// Names of finished deployments are instants.
await new Promise((resolve) => setTimeout(resolve, 5))
await run('茂名市', [], wishOf('b', 256, '0 9 * * * * *', [index('state'), index('number')]))
await run('湛江市', ['--rollback'])
await standIn.stop()

const { task } = standIn.cloud.functions
const zip = await JSZip.loadAsync(Buffer.from(task.zip, 'base64'))
console.log(
  JSON.stringify({
    code: await zip.file('index.js').async('string'),
    memory: task.MemorySize,
    trigger: task.Triggers.map(({ TriggerDesc }) => TriggerDesc),
    city: task.Environment.Variables.map(({ Value }) => Value),
    indexes: standIn.cloud.tables.tasks.map(({ Name }) => Name),
  }),
)
