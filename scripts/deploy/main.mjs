/** `npm run deploy`: reads, plans, asks, does. See docs/deploy.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pushes } from '../local-environment.mjs'
import { readArguments } from './arguments.mjs'
import { carryOut, readPresent } from './carry-out.mjs'
import { DeployError } from './deploy-error.mjs'
import { Kept } from './kept.mjs'
import { credentialsFrom, openManager } from './manager.mjs'
import { emptyState, planOf, withoutVariables } from './plan.mjs'
import { printedPlan } from './print-plan.mjs'
import { faultsOf } from './validate.mjs'
import { valueOf } from './variables.mjs'
import { wantedState } from './wanted.mjs'
import { builtZip } from './zip.mjs'

const stateFrom = (file) => {
  if (!existsSync(file)) throw new DeployError('STATE.MISSING', `找不到状态文件 ${file}`)
  try {
    const { functions, collections, storage } = JSON.parse(readFileSync(file, 'utf8'))
    if (functions && collections && storage) return { functions, collections, storage }
  } catch {
    // falls through to the refusal
  }
  throw new DeployError('STATE.FORM', `${file} 不是 --save-state 存下的状态文件`)
}

/** Where the plan looks: the environment itself, a saved state, or an empty one. */
const lookAt = async ({ envId, stateFile }, env) => {
  if (stateFile)
    return { manager: null, present: stateFrom(stateFile), source: `状态文件 ${stateFile}` }
  const credentials = credentialsFrom(env)
  if (!credentials)
    return { manager: null, present: emptyState, source: '空环境（没有密钥，未连接腾讯云）' }
  const manager = openManager(envId, credentials, env)
  return { manager, present: await readPresent(manager, env), source: `环境 ${envId}` }
}

const refuseFaults = (faults) => {
  if (faults.length === 0) return
  const lines = faults.map(({ code, name, why }) => `  ${name}：${why}（${code}）`)
  throw new DeployError(
    'DEPLOY.FAULTS',
    `有 ${faults.length} 处要先改好，什么都没有改：\n${lines.join('\n')}`,
  )
}

/** Whether every function that takes it has it there already: then it need not be given here. */
const isThere = (name, wanted, present) =>
  Object.entries(wanted.functions)
    .filter(([, it]) => it.variables.includes(name))
    .every(([fn]) => present.functions[fn]?.variables.includes(name))

const faultsAgainst = (wanted, present, env) =>
  faultsOf(wanted, env).filter(
    ({ code, name }) => code !== 'VARIABLE.MISSING' || !isThere(name, wanted, present),
  )

/** Each variable by its name, and whether it has a value: `given` here, `there` already, or `missing`. */
const variablesOf = (wanted, present, env) => {
  const names = new Set(Object.values(wanted.functions).flatMap((it) => it.variables))
  const stateOf = (name) =>
    valueOf(name, env) !== null ? 'given' : isThere(name, wanted, present) ? 'there' : 'missing'
  return Object.fromEntries([...names].sort().map((name) => [name, stateOf(name)]))
}

const wishOf = async (args, kept, env) =>
  args.isRollback ? kept.beforeLast() : { wanted: await wantedState(env), codeOf: builtZip }

/**
 * @param {readonly string[]} argv
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} print
 * @param {{wanted: import('./state').State, codeOf: (name: string) => Promise<Buffer>}} [own]
 *   what is deployed; this checkout by default
 * @returns the exit code
 * @throws DeployError before anything is changed, or naming the step that was not done
 */
export const deploy = async (argv, env, print, own) => {
  const args = readArguments(argv)
  const wish = own ?? (await wishOf(args, new Kept(args.envId, env.DEPLOY_FOLDER), env))
  const seen = await lookAt(args, env)
  if (args.saveState) writeFileSync(args.saveState, `${JSON.stringify(seen.present, null, 2)}\n`)
  const whole = planOf(wish.wanted, seen.present, args.only)
  const plan = args.isRollback ? withoutVariables(whole) : whole
  const faults = faultsAgainst(wish.wanted, seen.present, env)
  const variables = variablesOf(wish.wanted, seen.present, env)
  if (args.isJson)
    print(
      JSON.stringify(
        {
          environment: args.envId,
          against: seen.source,
          wanted: wish.wanted,
          variables,
          pushes,
          ...plan,
          faults,
        },
        null,
        2,
      ),
    )
  else {
    if (!seen.manager) print(`没有连接腾讯云：以下按${seen.source}列出。`)
    print(`对照：${seen.source}`)
    print(printedPlan(plan, variables, pushes))
  }
  refuseFaults(faults)
  if (args.isDryRun) return 0
  if (!seen.manager)
    throw new DeployError(
      'CLOUD.CREDENTIALS',
      '没有密钥：请设置 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY（控制台 → 访问密钥）',
    )
  await carryOut({ args, seen, wish, plan, env }, args.isJson ? () => undefined : print)
  return 0
}
