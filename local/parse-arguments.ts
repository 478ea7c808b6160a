import { parseArgs } from 'node:util'
import type { LocalCloudOptions } from './local-cloud-options'
import type { PushRoutes } from './wechat/message-push'

export class UsageError extends Error {}

export const USAGE = `Usage: local-cloud [options]
  --port N          port on 127.0.0.1; 0 = any free one (default 0)
  --data DIR        keep data in DIR
  --memory          keep nothing (default)
  --functions DIR   one folder per function: index.js exporting main, package.json, optional config.json
  --schema FILE     collections and indexes; without it collections are created by request
  --strict[=N]      refuse queries that no declared index covers; with N also those that read more documents
  --most-examined N as --strict=N
  --web DIR         serve a built web application at /
  --templates FILE  message templates that the WeChat stand-in knows
  --pages FILE      the mini-program's app.json: messages may lead to its pages only
  --push [EVENT=]FUNCTION   what WeChat pushes goes to this function; may be given several times
  --timers-twice    every run of a timer that succeeds is done twice
  --demo            under /_local: a page that shows what is there, identity switching, clock, archive
  --control         as --demo, and what only tests need: faults, firing timers, pushes
  --start-at ISO    where the clock of a fresh data directory starts
  --env ID          name of the main environment (default local-env)
  --no-sync         answer writes before they are on disk: only to measure what the disk costs
  --quiet           keep the output of functions out of the log`

function readPort(text: string | undefined): number {
  const port = Number(text ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port ${text} is no port`)
  return port
}

/** parseArgs knows no option whose value may be left out. */
const spellOut = (args: readonly string[]): string[] =>
  args.map((arg) => arg.replace(/^--strict=/, '--most-examined='))

function readStrict(
  strict: boolean | undefined,
  most: string | undefined,
): NonNullable<LocalCloudOptions['strict']> {
  if (most === undefined) return strict ?? false
  if (!/^[1-9]\d{0,8}$/.test(most))
    throw new UsageError(`${most || '(nothing)'} is no number of documents a query may read`)
  return { mostExamined: Number(most) }
}

/** `FUNCTION` takes everything, `EVENT=FUNCTION` that event. */
function readPush(list: string[] | undefined): PushRoutes | null {
  if (list === undefined) return null
  if (list.length === 1 && list[0] && !list[0].includes('=')) return list[0]
  const routes = list.map((text) => text.split('='))
  if (routes.some((parts) => parts.length !== 2 || parts.includes('')))
    throw new UsageError('--push takes one function, or EVENT=FUNCTION for each event')
  return Object.fromEntries(routes) as Record<string, string>
}

/** @throws UsageError naming the argument that is wrong */
export function parseArguments(args: string[]): LocalCloudOptions & { help: boolean } {
  let values
  try {
    ;({ values } = parseArgs({
      args: spellOut(args),
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        memory: { type: 'boolean' },
        functions: { type: 'string' },
        schema: { type: 'string' },
        strict: { type: 'boolean' },
        'most-examined': { type: 'string' },
        web: { type: 'string' },
        templates: { type: 'string' },
        pages: { type: 'string' },
        push: { type: 'string', multiple: true },
        'timers-twice': { type: 'boolean' },
        demo: { type: 'boolean' },
        control: { type: 'boolean' },
        'start-at': { type: 'string' },
        'no-sync': { type: 'boolean' },
        env: { type: 'string' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }))
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  if (values.data !== undefined && values.memory)
    throw new UsageError('--data and --memory exclude each other')
  const { data, functions, schema, web, templates, pages } = values
  const messagePush = readPush(values.push)
  const startAt = values['start-at']
  if (startAt !== undefined && Number.isNaN(Date.parse(startAt)))
    throw new UsageError(`--start-at ${startAt} is no ISO time`)
  return {
    help: values.help ?? false,
    port: readPort(values.port),
    strict: readStrict(values.strict, values['most-examined']),
    demo: values.demo ?? false,
    control: values.control ?? false,
    quiet: values.quiet ?? false,
    ...(values.env === undefined ? {} : { envId: values.env }),
    ...(values['no-sync'] ? { sync: false } : {}),
    ...(data === undefined ? {} : { data }),
    ...(functions === undefined ? {} : { functions }),
    ...(schema === undefined ? {} : { schema }),
    ...(web === undefined ? {} : { web }),
    ...(templates === undefined ? {} : { templates }),
    ...(pages === undefined ? {} : { pages }),
    ...(messagePush === null ? {} : { messagePush }),
    ...(values['timers-twice'] ? { timersTwice: true } : {}),
    ...(startAt === undefined ? {} : { startAt }),
  }
}
