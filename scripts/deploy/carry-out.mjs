/** What follows the plan: a person's yes, the lock, one more look, the steps. */
import { createInterface } from 'node:readline/promises'
import { applySteps } from './apply.mjs'
import { CloudLock, lockCollection } from './cloud-lock.mjs'
import { DeployError, translated } from './deploy-error.mjs'
import { presentState } from './environment-state.mjs'
import { digestOfState, Kept } from './kept.mjs'
import { credentialsFrom } from './manager.mjs'
import { needsAPerson } from './plan.mjs'
import { wordsOf } from './print-plan.mjs'

/** @throws DeployError `CLOUD.*` */
export const readPresent = async (manager, env) => {
  try {
    await manager.lazyInit()
    return await presentState(manager, env)
  } catch (error) {
    throw translated(error, '读取环境')
  }
}

const sure = async (envId) => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // A closed standard input is no answer.
  const closed = new Promise((resolve) => terminal.once('close', () => resolve('')))
  const answer = await Promise.race([
    terminal.question(`确认在 ${envId} 上执行，请输入环境编号：`),
    closed,
  ])
  terminal.close()
  if (answer.trim() !== envId)
    throw new DeployError('DEPLOY.NOT_CONFIRMED', '没有确认，什么都没有改')
}

const refuseUndecided = (plan) => {
  const open = plan.steps.filter(needsAPerson)
  if (open.length > 0)
    throw new DeployError(
      'DEPLOY.DECIDE',
      `要先由人决定，什么都没有改：\n${open.map((step) => `  ${wordsOf(step)}`).join('\n')}`,
    )
}

const refuseUnfinished = (kept, digest, { replacesUnfinished }) => {
  const unfinished = kept.unfinished()
  if (unfinished && unfinished.digest !== digest && !replacesUnfinished)
    throw new DeployError(
      'DEPLOY.UNFINISHED',
      `${unfinished.at} 开始的旧部署没有做完，而现在的版本不同。回到那个版本再运行一次，或加 --replace-unfinished 按现在的版本来`,
    )
}

/** The lock's own collection may have been made for it. */
const withoutLockCollection = (state) => {
  const others = Object.entries(state.collections).filter(([name]) => name !== lockCollection)
  return { ...state, collections: Object.fromEntries(others) }
}

/** @throws DeployError `DEPLOY.CHANGED`: what is done has to be what was shown */
const refuseChanged = async (manager, present, env) => {
  const now = await readPresent(manager, env)
  const isNew = present.collections[lockCollection] === undefined
  const seen = isNew ? withoutLockCollection(now) : now
  if (digestOfState(seen) !== digestOfState(present))
    throw new DeployError(
      'DEPLOY.CHANGED',
      '列出计划之后环境又有变化，可能有人同时在部署。请重新运行',
    )
}

const makeLockCollection = async (manager) => {
  const database = manager.getDatabaseService()
  try {
    await database.createCollectionIfNotExists(lockCollection)
  } catch (error) {
    // Another deployment may have made it in the same instant.
    if (!(await database.checkCollectionExists(lockCollection)).Exists)
      throw translated(error, '登记这次部署')
  }
}

/**
 * Asks, locks the environment, looks at it once more, and does the plan's steps.
 * @throws DeployError before the first step with nothing changed but the lock, or naming the step
 */
export const carryOut = async ({ args, seen, wish, plan, env }, print) => {
  refuseUndecided(plan)
  const { manager, present } = seen
  const { wanted, codeOf } = wish
  const { envId } = args
  const kept = new Kept(envId, env.DEPLOY_FOLDER)
  const credentials = credentialsFrom(env)
  const lock = new CloudLock({ envId, credentials, env, place: kept.place() })
  const digest = digestOfState(wanted)
  // Told before a person is asked; what counts is asked again below.
  await lock.refuseRunning()
  refuseUnfinished(kept, digest, args)
  if (!args.isSure) await sure(envId)
  await makeLockCollection(manager)
  await lock.take()
  try {
    refuseUnfinished(kept, digest, args)
    await refuseChanged(manager, present, env)
    const at = new Date().toISOString()
    kept.begin(digest, at)
    const total = plan.steps.length
    await applySteps({ manager, wanted, codeOf, env }, plan.steps, async (words, index) => {
      await lock.renew()
      print(`${index + 1}/${total} ${words}`)
    })
    await kept.finish(wanted, codeOf, at)
    print('部署完成。')
  } finally {
    await lock.free()
  }
}
