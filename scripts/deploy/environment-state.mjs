/** What is in an environment now: read-only calls of the vendor's tool. */
import { valueOf } from './variables.mjs'

const pageSize = 100

/** Our digest of the code stands in the description: the vendor's digests the package it made. */
export const descriptionOf = (sha256) => `整改通 sha256:${sha256}`
const digestIn = (description) => /sha256:([0-9a-f]{64})/.exec(description ?? '')?.[1] ?? 'unknown'

const cronOf = (text) => {
  try {
    return JSON.parse(text).cron ?? text
  } catch {
    return text
  }
}

export const variablesIn = (detail) =>
  Object.fromEntries((detail.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]))

const functionState = (detail, env) => {
  const values = variablesIn(detail)
  return {
    sha256: digestIn(detail.Description),
    runtime: detail.Runtime,
    handler: detail.Handler,
    memorySize: detail.MemorySize,
    timeout: detail.Timeout,
    triggers: (detail.Triggers ?? [])
      .filter(({ Type }) => Type === 'timer')
      .map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, cron: cronOf(TriggerDesc) })),
    variables: Object.keys(values).sort(),
    // Names only: whose value here differs from the one that is there.
    differing: Object.keys(values)
      .filter((name) => {
        const given = valueOf(name, env)
        return given !== null && given !== values[name]
      })
      .sort(),
  }
}

const functionsOf = async (manager, env) => {
  const service = manager.getFunctionService()
  const names = []
  for (let offset = 0; ; offset += pageSize) {
    const { Functions, TotalCount } = await service.getFunctionList(pageSize, offset)
    names.push(...(Functions ?? []).map(({ FunctionName }) => FunctionName))
    if (names.length >= TotalCount || (Functions ?? []).length === 0) break
  }
  const states = {}
  for (const name of names.sort())
    states[name] = functionState(await service.getFunctionDetail(name), env)
  return states
}

const directionOf = (text) => (text === '1' ? 1 : text === '-1' ? -1 : text)

const collectionState = async (manager, name) => {
  const { Indexes } = await manager.getDatabaseService().describeCollection(name)
  return (Indexes ?? [])
    .filter((index) => index.Name !== '_id_')
    .map((index) => ({
      name: index.Name,
      keys: index.Keys.map(({ Name, Direction }) => [Name, directionOf(Direction)]),
      unique: index.Unique,
    }))
}

/** The rule of each collection; at most 100 a call. */
const rulesOf = async (manager, names) => {
  const rules = new Map()
  for (let start = 0; start < names.length; start += pageSize) {
    const resources = names.slice(start, start + pageSize)
    const { Data } = await manager
      .getPermissionService()
      .describeResourcePermission({ resourceType: 'collection', resources })
    for (const { Resource, Permission } of Data.PermissionList ?? [])
      rules.set(Resource, Permission)
  }
  return rules
}

const collectionsOf = async (manager) => {
  const database = manager.getDatabaseService()
  const names = []
  for (let offset = 0; ; offset += pageSize) {
    const page = await database.listCollections({ MgoLimit: pageSize, MgoOffset: offset })
    names.push(...page.Collections.map(({ CollectionName }) => CollectionName))
    if (page.Collections.length < pageSize) break
  }
  const rules = names.length > 0 ? await rulesOf(manager, names) : new Map()
  const states = {}
  for (const name of names.sort())
    states[name] = {
      rule: rules.get(name) ?? 'unknown',
      indexes: await collectionState(manager, name),
    }
  return states
}

/**
 * @param manager an environment of the vendor's tool
 * @param {Record<string, string | undefined>} env to compare variables with, in memory
 * @returns {Promise<import('./state').State>}
 */
export const presentState = async (manager, env) => ({
  collections: await collectionsOf(manager),
  storage: await manager.getStorageService().getStorageAcl(),
  functions: await functionsOf(manager, env),
})
