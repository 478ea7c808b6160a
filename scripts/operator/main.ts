/** The operator's commands that need the application's own code: bundled, then run. */
import { keys } from './keys'
import { runBackup, runRestore, runWriting } from './moving'
import { OperatorError } from './operator-error'
import { verifyAudit } from './verify-audit'

const commands = {
  keys,
  backup: runBackup,
  restore: runRestore,
  writing: runWriting,
  'verify-audit': verifyAudit,
} as const

const [name = '', ...argv] = process.argv.slice(2)
const print = (line: string) => void process.stdout.write(`${line}\n`)

/** What parsing the command line throws is the person's to read, not a fault of ours. */
const isUsage = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')

const run = async (): Promise<void> => {
  const isWell = await commands[name as keyof typeof commands](argv, process.env, print)
  if (isWell === false) process.exitCode = 1
}

run().catch((error: unknown) => {
  if (error instanceof OperatorError) process.stderr.write(`${error.code} ${error.message}\n`)
  else if (isUsage(error)) process.stderr.write(`ARGUMENTS.UNKNOWN ${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`)
  process.exitCode = 1
})
