import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Cron, CronError } from '../clock/cron'

export interface TimerTrigger {
  name: string
  cron: Cron
}

export interface FunctionConfig {
  name: string
  directory: string
  timeoutMs: number
  memoryMb: number
  /** Own environment of the function, with `{{env.NAME}}` still in its values. */
  environment: Record<string, string>
  timers: TimerTrigger[]
}

class FunctionConfigError extends Error {}

interface ConfigFile {
  timeout?: unknown
  memorySize?: unknown
  envVariables?: unknown
  triggers?: unknown
}

function readEnvironment(value: unknown, where: string): Record<string, string> {
  if (value === undefined) return {}
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FunctionConfigError(`${where}: envVariables must be an object`)
  return Object.fromEntries(Object.entries(value).map(([name, raw]) => [name, String(raw)]))
}

/** Replaces `{{env.NAME}}` by the value of NAME in `available`; a missing name gives ''. */
export function fillEnvironment(
  environment: Record<string, string>,
  available: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, text]) => [
      name,
      text.replace(
        /\{\{\s*env\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g,
        (_whole, variable: string) => available[variable] ?? '',
      ),
    ]),
  )
}

function readTimers(value: unknown, where: string): TimerTrigger[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new FunctionConfigError(`${where}: triggers must be a list`)
  return value.flatMap((raw: unknown) => {
    const { name, type, config } = (raw ?? {}) as {
      name?: unknown
      type?: unknown
      config?: unknown
    }
    if (type !== 'timer') return []
    if (typeof name !== 'string' || typeof config !== 'string')
      throw new FunctionConfigError(`${where}: a timer needs a name and a config`)
    try {
      return [{ name, cron: new Cron(config) }]
    } catch (error) {
      if (error instanceof CronError)
        throw new FunctionConfigError(`${where}: timer ${name}: ${error.message}`)
      throw error
    }
  })
}

function readPositive(value: unknown, fallback: number, what: string): number {
  if (value === undefined) return fallback
  if (typeof value !== 'number' || !(value > 0))
    throw new FunctionConfigError(`${what} must be a positive number`)
  return value
}

function readFunction(directory: string, name: string): FunctionConfig {
  const file = join(directory, 'config.json')
  let source: ConfigFile = {}
  if (existsSync(file)) {
    try {
      source = JSON.parse(readFileSync(file, 'utf8')) as ConfigFile
    } catch {
      throw new FunctionConfigError(`${file} is not JSON`)
    }
  }
  return {
    name,
    directory,
    timeoutMs: readPositive(source.timeout, 3, `${file}: timeout`) * 1000,
    memoryMb: readPositive(source.memorySize, 256, `${file}: memorySize`),
    environment: readEnvironment(source.envVariables, file),
    timers: readTimers(source.triggers, file),
  }
}

/**
 * Reads the functions of a directory: one folder each, with `index.js` and optionally `config.json`.
 * @throws FunctionConfigError naming the file
 */
export function readFunctions(directory: string): FunctionConfig[] {
  const root = resolve(directory)
  if (!existsSync(root))
    throw new FunctionConfigError(`there is no directory of functions at ${directory}`)
  return readdirSync(root)
    .filter(
      (name) =>
        statSync(join(root, name)).isDirectory() && existsSync(join(root, name, 'index.js')),
    )
    .sort()
    .map((name) => readFunction(join(root, name), name))
}
