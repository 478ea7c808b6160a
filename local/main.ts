import {
  ARCHIVE_USAGE,
  ArchiveUsageError,
  isArchiveCommand,
  parseArchiveArguments,
} from './archive/parse-archive-arguments'
import { runArchiveCommand } from './archive/run-archive-command'
import { parseArguments, USAGE, UsageError } from './parse-arguments'
import { startLocalCloud } from './start-local-cloud'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const report = (line: string) => void process.stderr.write(`${line}\n`)

async function serve(args: string[]): Promise<void> {
  const { help, ...options } = parseArguments(args)
  if (help) {
    print(`${USAGE}\n${ARCHIVE_USAGE}`)
    return
  }
  const cloud = await startLocalCloud(options)
  let stopping = false
  const stop = () => {
    // A second Ctrl-C while the first is being obeyed changes nothing: data is being put away.
    if (stopping) return
    stopping = true
    void cloud.close().then(
      () => process.exit(0),
      (error: unknown) => {
        report(String(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  print(cloud.endpoint)
}

async function main([name, ...rest]: string[]): Promise<void> {
  if (!isArchiveCommand(name)) return serve(name === undefined ? [] : [name, ...rest])
  const command = parseArchiveArguments(name, rest)
  const interruption = new AbortController()
  const stop = () =>
    interruption.abort(new Error(`${name} was interrupted and has changed nothing`))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return runArchiveCommand(command, { print, report }, interruption.signal)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof UsageError) report(`${message}\n${USAGE}\n${ARCHIVE_USAGE}`)
  else if (error instanceof ArchiveUsageError) report(`${message}\n${ARCHIVE_USAGE}`)
  else report(`local-cloud: ${message}`)
  process.exit(1)
})
