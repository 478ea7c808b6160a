/** The command lines of `npm run backup`, `restore` and `writing`: see docs/deploy.md. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { backup } from './backup'
import { keysOf, type Ledger, openLedger, type Place, requireOwnKey } from './open-ledger'
import { OperatorError } from './operator-error'
import { requireArchive, restore } from './restore'

type Print = (line: string) => void
type Command = (argv: readonly string[], env: NodeJS.ProcessEnv, print: Print) => Promise<void>

const usage = `npm run backup -- (--env 环境编号 | --data 目录) [--stay-open] 文件
npm run restore -- (--env 环境编号 | --data 目录) 文件
npm run writing -- (--env 环境编号 | --data 目录) open|close
  --keys 文件   密钥文件；不写时用环境变量 IDENTITY_KEYS
  --stay-open   备份时系统不停，内容不是同一时刻的`

const text = { type: 'string' } as const
const options = { env: text, data: text, keys: text, 'stay-open': { type: 'boolean' } } as const

const read = (argv: readonly string[]) => {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [word, ...more] = positionals
  if (word === undefined || more.length > 0)
    throw new OperatorError('ARGUMENTS.UNKNOWN', `命令后面要写一个词\n${usage}`)
  return { place: values, word, staysOpen: values['stay-open'] === true }
}

const requireData = ({ data }: Place): void => {
  if (data !== undefined && !existsSync(data))
    throw new OperatorError('DATA.MISSING', `找不到数据目录 ${data}`)
}

const inLedger = async (
  place: Place,
  env: NodeJS.ProcessEnv,
  work: (ledger: Ledger) => Promise<void>,
): Promise<void> => {
  const ledger = await openLedger(place, env)
  try {
    await work(ledger)
  } finally {
    await ledger.close()
  }
}

export const runBackup: Command = async (argv, env, print) => {
  const { place, word, staysOpen } = read(argv)
  requireData(place)
  await inLedger(place, env, async (ledger) => {
    await requireOwnKey(ledger)
    await backup(ledger, word, staysOpen, print)
  })
}

export const runRestore: Command = async (argv, env, print) => {
  const { place, word } = read(argv)
  if (!existsSync(word)) throw new OperatorError('ARCHIVE.MISSING', `找不到备份文件 ${word}`)
  const checked = await requireArchive(word, keysOf(place, env).cipher)
  await inLedger(place, env, (ledger) => restore(ledger, word, checked, print))
}

/** After a backup that was killed nothing else opens writing again. */
export const runWriting: Command = async (argv, env, print) => {
  const { place, word } = read(argv)
  if (word !== 'open' && word !== 'close')
    throw new OperatorError('ARGUMENTS.UNKNOWN', `不认识“${word}”\n${usage}`)
  requireData(place)
  await inLedger(place, env, async (ledger) => {
    await requireOwnKey(ledger)
    await ledger.gate.setClosed(word === 'close')
    print(word === 'close' ? '半分钟内不再接受提交' : '可以提交了')
  })
}
