/** The operator's commands that need the application's own code: bundled, then run. */
import { translated } from '../deploy/deploy-error.mjs'
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

/** What the SDK and the machine refuse carries a code; a fault of ours does not. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string'

const undone: Readonly<Record<string, string>> = {
  backup: '备份没有做成',
  restore: '恢复没有做完，再运行一次同一条命令会接着做',
  keys: '没有做完，可以再运行一次',
}

const wordsOf = (error: unknown): string => {
  if (error instanceof OperatorError) return `${error.code} ${error.message}`
  if (isUsage(error)) return `ARGUMENTS.UNKNOWN ${error.message}`
  if (isRefused(error)) {
    const { code, message } = translated(error, undone[name] ?? '没有做成')
    return `${code} ${message}`
  }
  return error instanceof Error ? (error.stack ?? '') : String(error)
}

run().catch((error: unknown) => {
  process.stderr.write(`${wordsOf(error)}\n`)
  process.exitCode = 1
})
