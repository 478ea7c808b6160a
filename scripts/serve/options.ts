/** What `npm run serve` is told. Every refusal comes before anything is opened. */
import { existsSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { faultsOfVariables } from '../deploy/variables.mjs'
import { OperatorError } from '../operator/operator-error'
import { writeWhole } from '../write-whole.mjs'

const usage = `npm run serve -- --data 目录 --origin https://域名 [选项]
npm run serve -- code --data 目录     给首位管理员一个登录码（服务在运行也可以）
  --port 端口      代理连的本机端口，默认 8787
  --keys 文件      身份密钥，默认在数据目录旁边，名为 目录.keys
  --backups 目录   每天的备份，默认 目录.backups
  --logs 目录      日志，默认 目录.logs`

export interface ServeOptions {
  /** Folder of the data; the other folders stand beside it and not in it. */
  readonly data: string
  /** As a browser writes it: no path, no slash at the end. */
  readonly origin: string
  readonly port: number
  readonly keys: string
  readonly backups: string
  readonly logs: string
}

const fail = (code: string, message: string): never => {
  throw new OperatorError(code, `${message}\n${usage}`)
}

const originOf = (text: string | undefined): string => {
  const url = text && URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search || url.username)
    return fail('ARGUMENTS.ORIGIN', '请用 --origin 写明浏览器里的地址，只写 https://域名')
  return url.origin
}

const parsed = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string' },
      origin: { type: 'string' },
      port: { type: 'string', default: '8787' },
      keys: { type: 'string' },
      backups: { type: 'string' },
      logs: { type: 'string' },
    },
  }).values

/** @throws OperatorError `ARGUMENTS.*` */
export const dataFolderOf = (data: string | undefined): string =>
  data ? path.resolve(data) : fail('ARGUMENTS.PLACE', '请用 --data 写明数据目录')

/** @throws OperatorError `ARGUMENTS.*` */
export const readOptions = (argv: readonly string[]): ServeOptions => {
  const values = parsed(argv)
  const data = dataFolderOf(values.data)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fail('ARGUMENTS.PORT', `--port 是端口号，不是 ${values.port}`)
  const beside = (name: string | undefined, ending: string) =>
    path.resolve(name ?? `${data}.${ending}`)
  return {
    data,
    origin: originOf(values.origin),
    port,
    keys: beside(values.keys, 'keys'),
    backups: beside(values.backups, 'backups'),
    logs: beside(values.logs, 'logs'),
  }
}

/** What every page's foot shows: the same names as in a deployment, checked the same way. */
const named = ['HOST_NAME', 'CITY_NAME', 'CITY_REGION', 'FILING_NUMBER', 'COMPLAINT_PHONE']

/** Who is told of alarms; nobody without it. */
const optional = ['ALARM_WEBHOOK']

/** Where there is no WeChat nothing is sent; these only have to be there. */
const withoutWechat = {
  TEMPLATE_ANSWER_READY: 'none',
  TEMPLATE_DEADLINE: 'none',
  TEMPLATE_TIMELINE: 'none',
  WECHAT_APPID: 'none',
  WECHAT_SECRET: 'none',
  MINI_PROGRAM_STATE: 'formal',
  DATABASE_ADDS_SINGLY: '0',
}

/**
 * The functions' environment. The key is made at the first start and stays outside of the data.
 * @throws OperatorError `SERVE.VARIABLES` naming each that is missing or wrong
 */
export const environmentOf = (
  { keys, data }: ServeOptions,
  variables: NodeJS.ProcessEnv,
): Record<string, string> => {
  const faults = faultsOfVariables([...named, ...optional], variables)
  if (faults.length > 0)
    throw new OperatorError(
      'SERVE.VARIABLES',
      `先设置好这些，什么都没有启动：\n${faults.map(({ name, why }) => `  ${name}：${why}`).join('\n')}`,
    )
  if (!existsSync(keys)) {
    if (existsSync(data))
      throw new OperatorError('KEY.MISSING', `数据目录已经有了，却找不到它的身份密钥 ${keys}`)
    writeWhole(keys, `serve:${randomBytes(32).toString('base64')}\n`)
  }
  return {
    ...withoutWechat,
    ...Object.fromEntries([...named, ...optional].map((name) => [name, variables[name] ?? ''])),
    IDENTITY_KEYS: readFileSync(keys, 'utf8').trim(),
  }
}
