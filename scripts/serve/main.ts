/** `npm run serve`: one machine for real, behind a TLS proxy. See docs/one-machine.md. */
import { existsSync } from 'node:fs'
import { Accounts } from './accounts'
import { LogFile } from './log-file'
import { dataFolderOf, environmentOf, readOptions } from './options'
import { OperatorError } from '../operator/operator-error'
import { type Built, runServer } from './run-server'

const print = (line: string) => void process.stdout.write(`${line}\n`)

const accountsFileOf = (data: string) => `${data}.accounts`

const sayCode = (accounts: Accounts) => {
  const first = accounts.list()[0] ?? accounts.add('首位管理员')
  const code = accounts.issueCode(first.number)!
  print(`首位管理员：账号 ${first.number}，登录码 ${code}（15 分钟内有效，只能用一次）`)
}

const giveCode = (argv: readonly string[]) => {
  const [flag, data] = argv
  if (flag !== '--data') dataFolderOf(undefined)
  const file = accountsFileOf(dataFolderOf(data))
  if (!existsSync(file))
    throw new OperatorError('DATA.MISSING', `找不到 ${file}：目录写错了，或服务还没有启动过`)
  sayCode(new Accounts(file, Date.now))
}

const serve = async (argv: readonly string[], built: Built) => {
  const options = readOptions(argv)
  const environment = environmentOf(options, process.env)
  const accountsFile = accountsFileOf(options.data)
  const accounts = new Accounts(accountsFile, Date.now)
  const { write: log } = new LogFile(options.logs, Date.now)
  const isNew = accounts.list().length === 0
  const { openid } = accounts.list()[0] ?? accounts.add('首位管理员')
  const running = await runServer({
    ...options,
    built,
    accounts,
    accountsFile,
    environment: { ...environment, FIRST_ADMINISTRATOR: openid, MESSAGES: 'none' },
    log,
  })
  log('[serve] started')
  print(`已启动：${options.origin}，代理请连 http://127.0.0.1:${running.port}`)
  if (isNew) sayCode(accounts)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    running.close().then(
      () => {
        log('[serve] stopped')
        process.exit(0)
      },
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const [built = '', ...argv] = process.argv.slice(2)
const run = async () =>
  argv[0] === 'code' ? giveCode(argv.slice(1)) : serve(argv, JSON.parse(built) as Built)

run().catch((error: unknown) => {
  const { code, message } = error as { code?: string; message: string }
  const said = error instanceof OperatorError ? `${code} ${message}` : `SERVE.START ${message}`
  process.stderr.write(
    `${code?.startsWith('ERR_PARSE_ARGS') ? `ARGUMENTS.UNKNOWN ${message}` : said}\n`,
  )
  process.exit(1)
})
