import { readFileSync } from 'node:fs'

export type KeyDirection = 1 | -1

export interface IndexDefinition {
  readonly name: string
  readonly keys: ReadonlyArray<readonly [path: string, direction: KeyDirection]>
  readonly unique: boolean
  /** Fields of a 2dsphere index: under these it holds cells of the earth instead of values. */
  readonly geo?: readonly string[]
}

export interface CollectionDefinition {
  readonly rule: string
  readonly indexes: readonly IndexDefinition[]
}

export interface Schema {
  readonly collections: ReadonlyMap<string, CollectionDefinition>
}

class SchemaError extends Error {}

function readIndex(value: unknown, where: string): IndexDefinition {
  const index = value as { name?: unknown; keys?: unknown; unique?: unknown }
  if (typeof index?.name !== 'string' || !index.name)
    throw new SchemaError(`${where}: an index needs a name`)
  const place = `${where}.${index.name}`
  if (!Array.isArray(index.keys) || index.keys.length === 0)
    throw new SchemaError(`${place}: keys must be a non-empty list`)
  const keys: Array<[string, KeyDirection]> = []
  const geo: string[] = []
  for (const key of index.keys as unknown[]) {
    const [path, direction] = Array.isArray(key) ? (key as unknown[]) : []
    if (typeof path !== 'string' || !path)
      throw new SchemaError(`${place}: a key is [field, 1 | -1 | "2dsphere"]`)
    if (direction === 1 || direction === -1) keys.push([path, direction])
    else if (direction === '2dsphere' || direction === '2d') {
      keys.push([path, 1])
      geo.push(path)
    } else throw new SchemaError(`${place}: direction of ${path} must be 1, -1 or "2dsphere"`)
  }
  return {
    name: index.name,
    keys,
    unique: index.unique === true,
    ...(geo.length > 0 ? { geo } : {}),
  }
}

/**
 * Reads `{ collections: { name: { rule, indexes: [{ name, keys: [[field, 1]], unique }] } } }`.
 * @throws SchemaError naming the place that is wrong
 */
export function readSchema(value: unknown): Schema {
  const source = (value as { collections?: unknown } | null)?.collections
  if (typeof source !== 'object' || source === null)
    throw new SchemaError('the schema has no "collections"')
  const collections = new Map<string, CollectionDefinition>()
  for (const [name, raw] of Object.entries(source as Record<string, unknown>)) {
    const definition = raw as { rule?: unknown; indexes?: unknown }
    const indexes = definition.indexes ?? []
    if (!Array.isArray(indexes)) throw new SchemaError(`${name}: indexes must be a list`)
    collections.set(name, {
      rule: typeof definition.rule === 'string' ? definition.rule : 'ADMINONLY',
      indexes: indexes.map((index) => readIndex(index, name)),
    })
  }
  return { collections }
}

/** @throws SchemaError when the file is missing, is not JSON, or does not describe a schema */
export function loadSchema(file: string): Schema {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new SchemaError(`cannot read the schema file ${file}`)
  }
  try {
    return readSchema(JSON.parse(text))
  } catch (error) {
    if (error instanceof SchemaError) throw new SchemaError(`${file}: ${error.message}`)
    throw new SchemaError(`${file} is not JSON`)
  }
}
