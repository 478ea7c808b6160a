import { fileURLToPath } from 'node:url'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as esbuild from 'esbuild'
import { buildFunctions } from '../../build/functions.mjs'
import { root } from '../../build/stamp.mjs'
import { bundleLocalCloud } from '../../local-cloud.mjs'
import { localEnvironment } from '../../local-environment.mjs'
import { startServer } from '../local/server.mjs'
import { functionsWithFloors } from './floor-functions.mjs'
import { bundleGenerator, makeLedger } from './ledger.mjs'
import { runLoad } from './load.mjs'
import { checkedReport, floorsOn, operationsOn } from './operations.mjs'
import { cpuMsOf, ownCpuMsOf, residentMbOf, treeOf } from './process-cpu.mjs'

/** The number of clients by which CPU is compared. */
const compared = 8

const profiledProcess = new URL('./profiled-process.mjs', import.meta.url).href
const zodServer = fileURLToPath(new URL('./zod-server.mjs', import.meta.url))

/** Begins a profile in every process under measurement, or ends it. */
const toggleProfiles = (pid) =>
  treeOf(String(pid)).forEach((each) => process.kill(Number(each), 'SIGUSR2'))

/** @returns the environment in which a process can be profiled into the folder */
const profilingInto = (folder) => {
  if (folder === undefined) return {}
  mkdirSync(folder, { recursive: true })
  return { NODE_OPTIONS: `--import=${profiledProcess}`, PROFILES: path.resolve(folder) }
}

/** What the local cloud counted since its start, with the CPU of all its processes and its own. */
const countersOf = (origin, pid) => async () => {
  const get = async (view) => (await fetch(`${origin}/_local/inspect/${view}`)).json()
  const { requests, bytesIn, bytesOut } = await get('requests')
  const queries = await get('queries')
  return {
    cpuMs: cpuMsOf(pid),
    /** Of these the gateway and the database; the rest is the function's. */
    cloudMs: ownCpuMsOf(pid),
    requests,
    sdkBytes: bytesIn + bytesOut,
    documentsRead: queries.reduce((sum, { totalExamined }) => sum + totalExamined, 0),
  }
}

/** A second on which it works less than so many ms counts as quiet. */
const quietMs = 50

/** A large ledger's last indexes are made behind open doors: what is measured meanwhile is not the call's. */
const untilQuiet = async (pid) => {
  for (let quiet = 0; quiet < 3;) {
    const before = cpuMsOf(pid)
    await wait(1000)
    quiet = cpuMsOf(pid) - before < quietMs ? quiet + 1 : 0
  }
}

const openCloud = async (bench, ledger) => {
  const flags = [
    ...['--data', ledger.data, '--functions', bench.functionsFolder, '--demo', '--quiet'],
    ...['--schema', path.join(root, 'database/schema.json')],
    ...['--templates', path.join(root, 'database/message-templates.json')],
  ]
  const server = await startServer(await bundleLocalCloud(), flags, bench.environment)
  const origin = server.endpoint.replace(/\/admin$/, '')
  const load = (next, clients) =>
    runLoad({
      clients,
      seconds: bench.seconds,
      next,
      urlOf: (call) => `${origin}/call/${call.function}`,
      counters: countersOf(origin, server.pid),
      around: bench.profile ? () => toggleProfiles(server.pid) : () => undefined,
    })
  return { ...server, load }
}

const only = (wanted, calls) =>
  wanted
    ? Object.fromEntries(Object.entries(calls).filter(([name]) => wanted.includes(name)))
    : calls

const measureEach = async (cloud, calls, numbers, say) => {
  const rows = {}
  for (const [name, next] of Object.entries(calls)) {
    rows[name] = {}
    for (const clients of numbers) {
      rows[name][clients] = await cloud.load(next, clients)
      const { cpuMs, p50 } = rows[name][clients]
      say(`  ${name}, ${clients} at once: ${cpuMs?.toFixed(2)} ms CPU, ${p50.toFixed(1)} ms`)
    }
  }
  return rows
}

/** A bare `node:http` server with the contract's check of a report. */
const measureBareServer = async (bench) => {
  const contract = path.join(bench.folder, 'contract.cjs')
  await esbuild.build({
    entryPoints: [path.join(root, 'contract/actions.ts')],
    outfile: contract,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'warning',
  })
  const server = await startServer(zodServer, [contract])
  try {
    return await runLoad({
      clients: compared,
      seconds: bench.seconds,
      next: checkedReport,
      urlOf: () => server.endpoint,
      counters: async () => ({ cpuMs: cpuMsOf(server.pid) }),
    })
  } finally {
    await server.stop()
  }
}

const withCloud = async (bench, ledger, work) => {
  const started = performance.now()
  const cloud = await openCloud(bench, ledger)
  await untilQuiet(cloud.pid)
  bench.say(`  opened in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  try {
    return { rows: await work(cloud), residentMb: residentMbOf(cloud.pid) }
  } finally {
    await cloud.stop()
  }
}

/** @returns every figure of one run */
export const measureApp = async (options) => {
  const { folder, tasks, reports, few, say } = options
  const environment = {
    ...localEnvironment(null),
    IDENTITY_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
    TENCENTCLOUD: 'true',
  }
  const profiling = profilingInto(options.profile)
  await buildFunctions()
  await bundleGenerator()
  const built = options.functions ?? path.join(root, 'dist/cloudfunctions')
  const bench = {
    ...options,
    environment: { ...environment, ...profiling },
    operationsOn: (ledger) => only(options.only, operationsOn(ledger)),
    functionsFolder: await functionsWithFloors(folder, built, profiling),
  }

  say(`a ledger of ${tasks} tasks and ${few} reports …`)
  const small = await makeLedger(folder, 'small', { tasks, reports: few }, environment)
  const onFew = await withCloud(bench, small, (cloud) =>
    measureEach(
      cloud,
      bench.operationsOn(small),
      options.atOnce.filter((clients) => clients <= compared),
      say,
    ),
  )
  say(`a ledger of ${tasks} tasks and ${reports} reports …`)
  const large = await makeLedger(folder, 'large', { tasks, reports }, environment)
  say(`  ${large.documents} documents in ${large.ready.toFixed(0)} s`)
  const onMany = await withCloud(bench, large, async (cloud) => ({
    floors: await measureEach(cloud, floorsOn(large), [compared], say),
    calls: await measureEach(cloud, bench.operationsOn(large), options.atOnce, say),
  }))
  return {
    compared,
    ledger: { ...large, residentMb: onMany.residentMb },
    bare: await measureBareServer(bench),
    floors: onMany.rows.floors,
    calls: onMany.rows.calls,
    onFew: onFew.rows,
  }
}
