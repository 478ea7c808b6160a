/** Carries out the steps of a plan, one after the other; each may be repeated. */
import { descriptionOf, variablesIn } from './environment-state.mjs'
import { translated } from './deploy-error.mjs'
import { valueOf } from './variables.mjs'
import { wordsOf } from './print-plan.mjs'

const keySchema = ({ name, keys, unique }) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIndexKeys: keys.map(([Name, direction]) => ({ Name, Direction: String(direction) })),
    MgoIsUnique: unique,
  },
})

/** What is there stays; what is ours and given here is set. Neither printed nor kept. */
const merged = (present, names, env) => {
  const values = { ...present }
  for (const name of names) {
    const given = valueOf(name, env)
    if (given !== null) values[name] = given
  }
  return values
}

const settingsOf = (name, wanted) => ({
  name,
  runtime: wanted.runtime,
  handler: wanted.handler,
  memorySize: wanted.memorySize,
  timeout: wanted.timeout,
  installDependency: false,
})

const asTriggers = ([...triggers]) =>
  triggers.map(({ name, cron }) => ({ name, type: 'timer', config: cron }))

const doers = {
  createCollection: ({ manager }, { name }) =>
    manager.getDatabaseService().createCollectionIfNotExists(name),
  setRule: ({ manager }, { name, to }) =>
    manager
      .getPermissionService()
      .modifyResourcePermission({ resourceType: 'collection', resource: name, permission: to }),
  createIndex: async ({ manager }, { name, index }) => {
    const database = manager.getDatabaseService()
    if ((await database.checkIndexExists(name, index.name)).Exists) return
    await database.updateCollection(name, { CreateIndexes: [keySchema(index)] })
  },
  setStorageRule: ({ manager }, { to }) => manager.getStorageService().setStorageAcl(to),
  createFunction: async ({ manager, wanted, codeOf, env }, { name }) => {
    const it = wanted.functions[name]
    await manager.getFunctionService().createFunction({
      func: {
        ...settingsOf(name, it),
        description: descriptionOf(it.sha256),
        envVariables: merged({}, it.variables, env),
      },
      base64Code: (await codeOf(name)).toString('base64'),
      deployMode: 'zip',
      // What a cut-off attempt left behind is finished, not refused.
      force: true,
    })
  },
  updateCode: async ({ manager, wanted, codeOf }, { name }) => {
    const service = manager.getFunctionService()
    const it = wanted.functions[name]
    await service.updateFunctionCode({
      func: settingsOf(name, it),
      base64Code: (await codeOf(name)).toString('base64'),
      deployMode: 'zip',
    })
    await service.waitFunctionActive(name)
    // Last: a digest that stands there says that its code is there.
    await configure({ manager }, name, { description: descriptionOf(it.sha256) })
  },
  updateSettings: ({ manager, wanted }, { name }) => {
    const { memorySize, timeout } = wanted.functions[name]
    return configure({ manager }, name, { memorySize, timeout })
  },
  setVariables: ({ manager, wanted, env }, { name }) =>
    configure({ manager }, name, {}, (present) =>
      merged(present, wanted.functions[name].variables, env),
    ),
  createTrigger: ({ manager }, { name, trigger }) =>
    manager.getFunctionService().createFunctionTriggers(name, asTriggers([trigger])),
  changeTrigger: async ({ manager }, { name, trigger }) => {
    const service = manager.getFunctionService()
    await service.deleteFunctionTrigger(name, trigger.name)
    await service.createFunctionTriggers(name, asTriggers([trigger]))
  },
}

/** A change of settings sends all variables along: the platform replaces them as a whole. */
const configure = async ({ manager }, name, settings, change = (present) => present) => {
  const service = manager.getFunctionService()
  await service.waitFunctionActive(name)
  const envVariables = change(variablesIn(await service.getFunctionDetail(name)))
  await service.updateFunctionConfig({ name, ...settings, envVariables })
  await service.waitFunctionActive(name)
}

/**
 * @param {{manager: object, wanted: import('./state').State, codeOf: (name: string) => Promise<Buffer>, env: object}} context
 * @param {readonly object[]} steps
 * @param {(words: string, index: number) => Promise<void>} before each step; no step is done when it throws
 * @throws DeployError that names the step; the ones before it are done and are not done again
 */
export const applySteps = async (context, steps, before) => {
  for (const [index, step] of steps.entries()) {
    const words = wordsOf(step)
    await before(words, index)
    try {
      await doers[step.kind](context, step)
    } catch (error) {
      throw translated(error, `第 ${index + 1} 步“${words}”没有做成`)
    }
  }
}
