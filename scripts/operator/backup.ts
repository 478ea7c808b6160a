/** `npm run backup`: see docs/deploy.md. */
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { switchHoldsMs } from '@/cloudfunctions/_stores/deployment-gate'
import { archiveVersion, ArchiveWriter, checkArchive } from './archive-file'
import { Adder, differences, filesName } from './ledger-sums'
import type { Ledger } from './open-ledger'
import { OperatorError } from './operator-error'
import { walkLedger } from './walk-ledger'

/** The longest that a function which had read the switch may still write. */
const longestCallMs = 60_000

type Print = (line: string) => void

const closeWriting = async (ledger: Ledger, print: Print): Promise<void> => {
  await ledger.gate.setClosed(true)
  print('已关闭提交，等正在办的办完（约一分半钟）')
  await sleep(switchHoldsMs + longestCallMs)
}

const writeArchive = async (ledger: Ledger, file: string, isPointInTime: boolean) => {
  const writer = new ArchiveWriter(file)
  try {
    const adder = new Adder()
    const { fingerprint } = ledger.cipher
    writer.header({ zhenggaitong: 'backup', version: archiveVersion, fingerprint, isPointInTime })
    await walkLedger(ledger, {
      doc(collection, doc) {
        adder.doc(collection, doc)
        writer.entry({ collection, doc })
      },
      file(path, bytes) {
        adder.file(path, bytes)
        writer.entry({ path, bytes: bytes.toString('base64') })
      },
    })
    writer.finish(adder.sums())
  } catch (error) {
    writer.abandon()
    throw error
  }
}

/** What was written, read back, and the ledger once more: nothing may have changed meanwhile. */
const compare = async (ledger: Ledger, file: string, isPointInTime: boolean, print: Print) => {
  const { sums } = await checkArchive(file)
  if (isPointInTime) {
    const again = new Adder()
    await walkLedger(ledger, again)
    const differing = differences(sums, again.sums())
    if (differing.length > 0)
      throw new OperatorError('BACKUP.CHANGED', `备份时数据变了：${differing.join('、')}`)
  }
  for (const [name, { count }] of Object.entries(sums))
    if (count > 0) print(`${name === filesName ? '文件' : name}：${count}`)
  print(`备份写在 ${file}`)
}

/**
 * Everything of a ledger into one file; identities stay sealed.
 * @param staysOpen the service goes on meanwhile, and the archive says that it is no point in time
 * @throws OperatorError `BACKUP.*`; no file is left then
 */
export const backup = async (
  ledger: Ledger,
  file: string,
  staysOpen: boolean,
  print: Print,
): Promise<void> => {
  if (existsSync(file)) throw new OperatorError('BACKUP.EXISTS', `${file} 已经有了，换一个名字`)
  // In a data folder that this process holds there are no functions: nothing is to be closed.
  const closes = !staysOpen && !ledger.isAlone
  const isPointInTime = closes || ledger.isAlone
  if (closes) await closeWriting(ledger, print)
  try {
    await writeArchive(ledger, file, isPointInTime)
    await compare(ledger, file, isPointInTime, print)
  } finally {
    if (closes) await ledger.gate.setClosed(false)
  }
}
