import { createHash } from 'node:crypto'
import { maxPlanBytes } from '@/contract/enterprise'
import type { UnitId } from '@/domain/organization/unit'
import { type RefusalCode, RuleError } from '@/domain/refusal'
import type { Call } from '../_kit/handler'
import type { Cipher } from '../_stores/cipher'
import type { FileRecord } from '../_stores/file-record-store'
import type { Parts } from './parts'
import { isOfType } from './plan-types'

type Deps = Pick<Parts, 'files' | 'records' | 'cipher'>

/** Any agent of the enterprise may go on with what a colleague uploaded. */
export const planOwnerKey = (cipher: Cipher, enterpriseId: UnitId): string =>
  cipher.blind(`plans ${enterpriseId}`)

const refuse = async (
  { files, records }: Deps,
  fileId: string,
  code: RefusalCode,
): Promise<never> => {
  await files.remove([fileId])
  await records.remove(fileId)
  throw new RuleError(code, ['planFileIds'])
}

const keep = async (
  deps: Deps,
  incoming: FileRecord,
  call: Call,
  index: number,
): Promise<FileRecord> => {
  const { fileId, type, size } = incoming
  const bytes = await deps.files.readUpTo(fileId, maxPlanBytes)
  if (bytes === null) throw new RuleError('FILE.MISSING', ['planFileIds'])
  if (bytes === 'tooLarge') return refuse(deps, fileId, 'FILE.TOO_LARGE')
  if (!isOfType(bytes, type)) return refuse(deps, fileId, 'FILE.TYPE')
  if (bytes.length !== size) return refuse(deps, fileId, 'FILE.CHANGED')
  // Under a new path the upload's link can no longer change it.
  const kept = await deps.files.write(`plans/${call.newId(`kept ${index}`)}.${type}`, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const record: FileRecord = { ...incoming, fileId: kept, sha256, state: 'confirmed' }
  await deps.records.put(record)
  return record
}

/**
 * The enterprise's uploads, checked one after the other (each up to 20 MB) and kept.
 *
 * @throws RuleError `FILE.*` on `planFileIds`; a refused file is deleted
 */
export const keepPlanFiles = async (
  deps: Deps,
  fileIds: readonly string[],
  enterpriseId: UnitId,
  call: Call,
): Promise<FileRecord[]> => {
  const found = await deps.records.findMany(fileIds)
  const ownerKey = planOwnerKey(deps.cipher, enterpriseId)
  const incoming = fileIds.map((fileId) => {
    const record = found.get(fileId)
    const isOurs = record?.kind === 'plan' && record.state === 'prepared'
    if (!isOurs || record.ownerKey !== ownerKey)
      throw new RuleError('FILE.MISSING', ['planFileIds'])
    return record
  })
  const kept: FileRecord[] = []
  for (const [index, record] of incoming.entries()) kept.push(await keep(deps, record, call, index))
  return kept
}

/** After the commit: the uploads themselves are no longer needed. */
export const dropUploads = async (
  { files, records }: Deps,
  fileIds: readonly string[],
): Promise<void> => {
  await files.remove(fileIds)
  for (const fileId of fileIds) await records.remove(fileId)
}
