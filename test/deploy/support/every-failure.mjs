/**
 * Refuses every writing call in turn, before and after it was done, deploys again each time, and
 * prints what differs from an undisturbed deployment. Run with NODE_EXTRA_CA_CERTS.
 */
import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { deploy } from '../../../scripts/deploy/main.mjs'
import { emptyCloud, startStandIn } from './tencent-stand-in.mjs'

const [keyFile, certFile] = process.argv.slice(2)
const certificate = { key: readFileSync(keyFile), cert: readFileSync(certFile) }

const functionOf = (more) => ({
  sha256: 'a'.repeat(64),
  bytes: 100,
  zippedBytes: 100,
  runtime: 'Nodejs20.19',
  handler: 'index.main',
  memorySize: 256,
  timeout: 20,
  triggers: [],
  variables: ['CITY_NAME', 'TZ'],
  ...more,
})
const wish = {
  wanted: {
    collections: {
      tasks: {
        rule: 'ADMINONLY',
        indexes: [
          { name: 'state', keys: [['state', 1]], unique: false },
          {
            name: 'number_at',
            keys: [
              ['number', 1],
              ['at', -1],
            ],
            unique: true,
          },
        ],
      },
      people: { rule: 'ADMINONLY', indexes: [] },
      deployment: { rule: 'ADMINONLY', indexes: [] },
    },
    storage: 'ADMINONLY',
    functions: {
      notifier: functionOf({ triggers: [{ name: 'tick', cron: '0 5 * * * * *' }] }),
      task: functionOf({ sha256: 'b'.repeat(64) }),
    },
  },
  codeOf: async (name) =>
    new JSZip()
      .file('index.js', `// ${name}`, { date: new Date(0) })
      .generateAsync({ type: 'nodebuffer' }),
}

/** With the lock's place alone: how it comes to be is looked at in `at-once.test.ts`. */
const empty = () => {
  const cloud = emptyCloud('zheng-gai-1')
  cloud.tables.deployment = []
  cloud.rules.deployment = 'ADMINONLY'
  return cloud
}

/** An older deployment: other code, other settings, a trigger that moved, a variable of somebody's own. */
const older = () => {
  const cloud = empty()
  cloud.tables.tasks = []
  cloud.rules.tasks = 'PRIVATE'
  cloud.functions.notifier = {
    Runtime: 'Nodejs20.19',
    Handler: 'index.main',
    MemorySize: 128,
    Timeout: 20,
    Description: `整改通 sha256:${'c'.repeat(64)}`,
    Environment: {
      Variables: [
        { Key: 'THEIRS', Value: 'kept' },
        { Key: 'CITY_NAME', Value: 'old' },
      ],
    },
    Triggers: [{ TriggerName: 'tick', Type: 'timer', TriggerDesc: '{"cron":"0 9 * * * * *"}' }],
    zip: 'old',
  }
  return cloud
}

const env = {
  CITY_NAME: '茂名市',
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
  DEPLOY_FOLDER: process.env.DEPLOY_FOLDER,
}
const args = ['--env', 'zheng-gai-1', '--yes', '--replace-unfinished']

const run = async (standIn) => {
  standIn.writes = 0
  try {
    await deploy(
      args,
      { ...env, https_proxy: `http://127.0.0.1:${standIn.port}` },
      () => undefined,
      wish,
    )
    return 'done'
  } catch (error) {
    return error.code ?? String(error.stack)
  }
}

const standIn = await startStandIn(older(), certificate)
const results = []
for (const make of [empty, older]) {
  standIn.cloud = make()
  const undisturbed = await run(standIn)
  const writes = standIn.writes
  const right = JSON.stringify(standIn.cloud)
  const callsAgain = (standIn.calls.length = 0)
  const again = await run(standIn)
  results.push({ undisturbed, writes, again, writesAgain: standIn.writes, callsAgain })
  for (const afterDoing of [false, true])
    for (let at = 1; at <= writes; at += 1) {
      standIn.cloud = make()
      standIn.refuseWrite = { at, afterDoing }
      const first = await run(standIn)
      standIn.refuseWrite = null
      const second = await run(standIn)
      const same = JSON.stringify(standIn.cloud) === right
      results.push({ at, afterDoing, first, second, same })
    }
}
await standIn.stop()
console.log(JSON.stringify({ results, right: standIn.cloud }))
