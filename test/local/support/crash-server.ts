import { startLocalCloud } from '@/local/start-local-cloud'

/** The local cloud with a log that is compacted all the time. Arguments: data directory, bytes of log. */
const [data = '', compactAfterBytes = '0'] = process.argv.slice(2)

startLocalCloud({ data, compactAfterBytes: Number(compactAfterBytes), control: true }).then(
  ({ endpoint }) => process.stdout.write(`${endpoint}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  },
)
