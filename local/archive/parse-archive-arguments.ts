import { parseArgs } from 'node:util'

export const ARCHIVE_USAGE = `Usage: local-cloud export --data DIR --to FILE
       local-cloud restore --from FILE --data DIR
       local-cloud hash (--data DIR | --from FILE)
  export    writes everything in DIR but keys to a new FILE; no server may use DIR (a running one
            gives its archive at GET /_local/archive)
  restore   makes the data directory DIR, which must be empty or missing, of an archive
  hash      checks DIR or an archive
  Each prints the content hash: it is equal for equal content.`

export class ArchiveUsageError extends Error {}

export type ArchiveCommand =
  | { command: 'help' }
  | { command: 'export'; data: string; to: string }
  | { command: 'restore'; from: string; data: string }
  | { command: 'hash'; data: string }
  | { command: 'check'; from: string }

const OPTIONS = { export: ['data', 'to'], restore: ['from', 'data'], hash: ['data', 'from'] }

type Name = keyof typeof OPTIONS

export const isArchiveCommand = (name: string | undefined): name is Name =>
  name !== undefined && Object.hasOwn(OPTIONS, name)

function readOptions(name: Name, args: string[]): Record<string, string | boolean> {
  const options = Object.fromEntries([
    ...OPTIONS[name].map((option) => [option, { type: 'string', multiple: true }] as const),
    ['help', { type: 'boolean' }] as const,
  ])
  let values
  try {
    ;({ values } = parseArgs({ args, options }))
  } catch (error) {
    throw new ArchiveUsageError(`${name}: ${(error as Error).message}`)
  }
  const found: Record<string, string | boolean> = {}
  for (const [option, value] of Object.entries(values)) {
    if (Array.isArray(value) && value.length > 1)
      throw new ArchiveUsageError(`${name}: --${option} may be given once`)
    const [only] = Array.isArray(value) ? value : [value]
    if (only === '') throw new ArchiveUsageError(`${name}: --${option} is empty`)
    if (only !== undefined) found[option] = only
  }
  return found
}

/** @throws ArchiveUsageError naming the argument that is wrong or missing */
export function parseArchiveArguments(name: Name, args: string[]): ArchiveCommand {
  const found = readOptions(name, args)
  if (found.help) return { command: 'help' }
  const wanted = (option: string): string => {
    const value = found[option]
    if (typeof value !== 'string') throw new ArchiveUsageError(`${name}: --${option} is missing`)
    return value
  }
  if (name === 'export') return { command: name, data: wanted('data'), to: wanted('to') }
  if (name === 'restore') return { command: name, from: wanted('from'), data: wanted('data') }
  if (found.data !== undefined && found.from !== undefined)
    throw new ArchiveUsageError('hash: --data and --from exclude each other')
  return found.from === undefined
    ? { command: 'hash', data: wanted('data') }
    : { command: 'check', from: wanted('from') }
}
