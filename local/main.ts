import { parseArguments, USAGE, UsageError } from './parse-arguments'
import { startLocalCloud } from './start-local-cloud'

async function main(): Promise<void> {
  const { help, ...options } = parseArguments(process.argv.slice(2))
  if (help) {
    process.stdout.write(`${USAGE}\n`)
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
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.stdout.write(`${cloud.endpoint}\n`)
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    error instanceof UsageError ? `${message}\n${USAGE}\n` : `local-cloud: ${message}\n`,
  )
  process.exit(1)
})
