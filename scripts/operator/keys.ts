/** `npm run keys`: see docs/deploy.md. */
import { existsSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import { writeWhole } from '../write-whole.mjs'
import { openLedger, type Place, requireOwnKey } from './open-ledger'
import { OperatorError } from './operator-error'
import { countOlder, rotateKeys } from './rotate-keys'

const usage = `npm run keys -- add --keys 文件                        在最前面加一把新密钥
npm run keys -- rotate (--env 环境编号 | --data 目录)  用最前面的密钥重新加密
npm run keys -- left (--env 环境编号 | --data 目录)    还有多少用的是旧密钥
  --keys 文件   密钥文件；不写时用环境变量 IDENTITY_KEYS`

type Print = (line: string) => void

const newKey = (ids: readonly string[]): string => {
  let number = ids.length + 1
  while (ids.includes(`k${number}`)) number += 1
  return `k${number}:${randomBytes(32).toString('base64')}`
}

const add = ({ keys }: Place, print: Print): void => {
  if (keys === undefined)
    throw new OperatorError('ARGUMENTS.KEYS', `请用 --keys 写明文件\n${usage}`)
  const before = existsSync(keys) ? readFileSync(keys, 'utf8').trim() : ''
  const ring = before === '' ? [] : before.split(',')
  const added = newKey(ring.map((entry) => entry.split(':')[0]!))
  const after = [added, ...ring].join(',')
  try {
    makeCipher(after)
  } catch {
    throw new OperatorError('KEY.FORM', `${keys} 里的密钥格式不对，没有改动`)
  }
  writeWhole(keys, after)
  print(`已加上 ${added.split(':')[0]}，共 ${ring.length + 1} 把。先部署到所有云函数，再 rotate。`)
}

const sayLeft = (left: ReadonlyMap<string, number>, print: Print): void => {
  for (const [collection, count] of left) print(`${collection}：${count} 处用的是旧密钥`)
  if (left.size === 0) print('没有用旧密钥的了。最后一把要一直留着，凭它才找得到人；中间的可以删。')
}

const inLedger = async (
  place: Place,
  isRotation: boolean,
  env: NodeJS.ProcessEnv,
  print: Print,
): Promise<void> => {
  if (place.data !== undefined && !existsSync(place.data))
    throw new OperatorError('DATA.MISSING', `找不到数据目录 ${place.data}`)
  const ledger = await openLedger(place, env)
  try {
    await requireOwnKey(ledger)
    if (isRotation) print(`重新加密了 ${await rotateKeys(ledger)} 份`)
    sayLeft(await countOlder(ledger), print)
  } finally {
    await ledger.close()
  }
}

/**
 * @param argv words of the command line
 * @param env variables of the process
 * @throws OperatorError with its code when something is missing or wrong
 */
export const keys = async (
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  print: Print,
): Promise<void> => {
  const [verb, ...rest] = argv
  const text = { type: 'string' } as const
  const options = { env: text, data: text, keys: text }
  const { values } = parseArgs({ args: rest, options })
  if (verb === 'add') return add(values, print)
  if (verb !== 'rotate' && verb !== 'left')
    throw new OperatorError('ARGUMENTS.UNKNOWN', `不认识“${verb ?? ''}”\n${usage}`)
  return inLedger(values, verb === 'rotate', env, print)
}
