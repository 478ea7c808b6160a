/** `npm run verify-audit -- FILE`: see docs/deploy.md. Needs the file and nothing else. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chainCheckWords } from '@/copy/chain-check'
import { readChainFile, verifyChainFile } from '@/domain/audit/chain-file'
import { OperatorError } from './operator-error'

const usage = `npm run verify-audit -- 文件 [--head 指纹]
  --head 指纹   卷宗二维码里的字或那 64 个字符：看它是不是这条链上的一环`

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new OperatorError('FILE.MISSING', `读不到 ${path}`)
  }
}

/**
 * Names the first break of an exported chain.
 * @returns whether the chain is whole, and the printed fingerprint one of its events
 * @throws OperatorError for a file that is no exported chain
 */
export const verifyAudit = async (
  argv: readonly string[],
  _env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { head: { type: 'string' } },
    allowPositionals: true,
  })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new OperatorError('ARGUMENTS.FILE', usage)
  const file = readChainFile(read(path))
  if (!file) throw new OperatorError('FILE.NOT_A_CHAIN', chainCheckWords.noFile)
  const { broken, at, printedAt } = verifyChainFile(file, sha256, values.head)
  print(chainCheckWords.what(file.number, file.events.length))
  print(broken ? chainCheckWords.broken(broken) : chainCheckWords.whole(file.events.length))
  if (at) print(chainCheckWords.event(at))
  if (printedAt !== null) print(chainCheckWords.printed(printedAt, file.events.length))
  print(chainCheckWords.limit)
  return !broken && printedAt !== 0
}
