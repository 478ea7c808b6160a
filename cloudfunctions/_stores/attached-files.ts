import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import type { FileRecord, FileRecordStore } from './file-record-store'

/**
 * Whose uploads these are; null for an anonymous reporter, whose files have no owner.
 *
 * @param usedBy id of the thing they were handed in with: each has a digest of its own, or an
 *   official's answer, which names its author, would lead to what the official reports privately
 */
export const ownerKeyOf = (
  cipher: Cipher,
  { personId }: Pick<Actor, 'personId'>,
  usedBy: string | null = null,
): string | null => {
  if (personId === null) return null
  return cipher.blind(usedBy === null ? `files ${personId}` : `files ${personId} ${usedBy}`)
}

interface Wanted {
  readonly fileIds: readonly string[]
  readonly kind: FileRecord['kind']
  readonly field: string
}

/**
 * Files the caller uploaded and confirmed and has not handed in with something else, as they are
 * to be attached.
 *
 * @throws RuleError `FILE.MISSING` naming the field: never uploaded, not theirs, or used
 */
export const requireFiles = async (
  { records, cipher }: { readonly records: FileRecordStore; readonly cipher: Cipher },
  wanted: readonly Wanted[],
  actor: Actor,
  usedBy: string,
): Promise<FileRecord[]> => {
  const found = await records.findMany(wanted.flatMap(({ fileIds }) => fileIds))
  const uploadKey = ownerKeyOf(cipher, actor)
  const ownerKey = ownerKeyOf(cipher, actor, usedBy)
  const isTheirs = (record: FileRecord | undefined, kind: FileRecord['kind']): boolean =>
    record?.state === 'confirmed' &&
    record.kind === kind &&
    record.ownerKey === (record.usedBy === null ? uploadKey : ownerKey) &&
    (record.usedBy === null || record.usedBy === usedBy)
  for (const { fileIds, kind, field } of wanted)
    for (const fileId of fileIds)
      if (!isTheirs(found.get(fileId), kind)) throw new RuleError('FILE.MISSING', [field])
  return [...found.values()].map((record) => ({ ...record, ownerKey }))
}
