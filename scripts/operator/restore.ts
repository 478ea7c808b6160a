/** `npm run restore`: see docs/deploy.md. */
import { createHash } from 'node:crypto'
import type { Cipher } from '@/cloudfunctions/_stores/cipher'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { type Checked, checkArchive, entriesOf } from './archive-file'
import { faultsOfLedger } from './check-ledger'
import { Adder, differences, movedCollections, type Sums } from './ledger-sums'
import { type Ledger, requireOwnKey } from './open-ledger'
import { OperatorError } from './operator-error'
import { walkLedger } from './walk-ledger'

type Print = (line: string) => void

/** @throws OperatorError `RESTORE.NOT_EMPTY` naming what is there */
const requireEmpty = async ({ database }: Ledger): Promise<void> => {
  for (const collection of movedCollections) {
    const any = { _id: database.command.gt('') }
    if ((await database.find(collection, any, { limit: 1 })).length > 0)
      throw new OperatorError(
        'RESTORE.NOT_EMPTY',
        `这里已有数据（${collection}），只能恢复到空的地方，什么都没有改`,
      )
  }
}

/** Puts each document and file where it was: done twice it is the same. */
const putAll = async ({ database, files }: Ledger, file: string): Promise<void> => {
  for await (const entry of entriesOf(file))
    if ('doc' in entry) await database.put(entry.collection, entry.doc as Doc)
    else await files.write(entry.path, Buffer.from(entry.bytes, 'base64'))
}

const compare = async (ledger: Ledger, sums: Sums, print: Print): Promise<void> => {
  const there = new Adder()
  await walkLedger(ledger, there)
  const differing = differences(sums, there.sums())
  if (differing.length > 0)
    throw new OperatorError('RESTORE.DIFFERS', `恢复后与备份不一致：${differing.join('、')}`)
  const faults = await faultsOfLedger(ledger)
  if (faults.length > 0)
    throw new OperatorError('RESTORE.LEDGER', `台账核对不上：\n${faults.slice(0, 20).join('\n')}`)
  const total = Object.values(sums).reduce((sum, { count }) => sum + count, 0)
  print(`恢复了 ${total} 份，数量、校验值、审计链和应办事项都对得上。`)
}

/**
 * Before a place is even opened: one that does not exist comes into being by it.
 * @throws OperatorError `ARCHIVE.*`, or `KEY.OTHER` for one that was made with another key
 */
export const requireArchive = async (file: string, { fingerprint }: Cipher): Promise<Checked> => {
  const checked = await checkArchive(file)
  if (checked.header.fingerprint !== fingerprint)
    throw new OperatorError('KEY.OTHER', '备份是用另一把身份密钥做的，什么都没有改')
  return checked
}

/**
 * An archive into an empty place. Writing is closed there until all is compared; a run that was
 * stopped is gone on with by running it again with the same archive.
 * @param checked what `requireArchive` said of the file
 * @throws OperatorError `KEY.OTHER`, `RESTORE.NOT_EMPTY` before the first write
 */
export const restore = async (
  ledger: Ledger,
  file: string,
  { header, sums }: Checked,
  print: Print,
): Promise<void> => {
  if (!header.isPointInTime) print('注意：备份时系统没有停，内容不是同一时刻的。')
  const mark = createHash('sha256').update(JSON.stringify(sums)).digest('hex')
  if ((await ledger.gate.restoring()) !== mark) await requireEmpty(ledger)
  await requireOwnKey(ledger)
  await ledger.gate.beginRestoring(mark)
  await putAll(ledger, file)
  await compare(ledger, sums, print)
  await ledger.gate.endRestoring()
}
