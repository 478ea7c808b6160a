import { createHash } from 'node:crypto'
import type { CameraMark } from '@/domain/file/camera'
import type { FileTypeName, UploadKindName } from '@/domain/file/kinds'
import { type RefusalCode, RuleError } from '@/domain/refusal'
import type { Call } from '../_kit/handler'
import type { Cipher } from '../_stores/cipher'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'
import type { FileStore, UploadTarget } from '../_stores/file-store'
import type { Transaction } from '../_stores/transaction'
import { cleanBytes, isHeic, isPicture, typeOfBytes } from './file-types'
import { mostBytes, uploadKinds } from './upload-kinds'

/** Whose uploads they are. */
export interface UploadOwner {
  /** Keyed digest; null for an anonymous reporter. */
  readonly key: string | null
  /** Epoch milliseconds: of a resident's file the beginning of the day. */
  readonly at: number
}

export interface Announced {
  readonly kind: UploadKindName
  /** Null when the name or the phone says that it is none of ours. */
  readonly type: FileTypeName | null
  readonly size: number
  /** As its owner knows it, where it has a name. */
  readonly name?: string
  /** What is known of a photo of the page's own camera. */
  readonly camera?: CameraMark
  /** Fields that a refusal of the type and of the size names. */
  readonly fields: { readonly type: string; readonly size: string }
}

/** Which upload is confirmed, and for what. */
export interface Confirming {
  readonly fileId: string
  readonly kinds: readonly UploadKindName[]
  readonly ownerKey: string | null
  /** Field that a refusal names. */
  readonly field: string
  /** What is kept of the bytes beside them; their SHA-256 when absent. */
  readonly hash?: (fileId: string, bytes: Buffer) => string | null
}

/** An upload as its bytes are. */
export interface ReadUpload {
  readonly record: FileRecord
  readonly type: FileTypeName
  readonly clean: Buffer
}

/** What is kept of an upload. */
export interface KeptUpload {
  readonly record: FileRecord
  /** For one of the calls that confirm it, however often and however close together they come. */
  readonly isNew: boolean
}

/** What a file is known again by, of its cleaned bytes. */
export type LookOf = (clean: Buffer, type: FileTypeName) => Pick<FileRecord, 'views' | 'bands'>

interface Parts {
  readonly cipher: Cipher
  readonly files: FileStore
  readonly records: FileRecordStore
  /** How evidence looks, where a function keeps any: its decoders go into no other bundle. */
  readonly lookOf?: LookOf
}

type Announcement = Announced & { readonly type: FileTypeName }

const incoming = 'incoming/'

const allowed = (file: Announced): Announcement => {
  const { kind, type, size, fields } = file
  const { types } = uploadKinds[kind]
  if (type === null || !types.includes(type)) throw new RuleError('FILE.TYPE', [fields.type])
  if (size > mostBytes(kind, type)) throw new RuleError('FILE.TOO_LARGE', [fields.size])
  return { ...file, type }
}

const isMissing = (error: unknown): boolean =>
  error instanceof RuleError && error.code === 'FILE.MISSING'

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What the bytes are and what of them is kept, or why they are refused. */
const readBytes = async (
  bytes: Buffer,
  { kind, type, size }: FileRecord,
): Promise<Omit<ReadUpload, 'record'> | RefusalCode> => {
  const { types } = uploadKinds[kind]
  const found = typeOfBytes(bytes, type, types)
  const isForEyes = types.every(isPicture)
  if (!found) return isForEyes && !isHeic(bytes) ? 'FILE.NOT_AN_IMAGE' : 'FILE.TYPE'
  if (bytes.length > mostBytes(kind, found)) return 'FILE.TOO_LARGE'
  const clean = await cleanBytes(bytes, found)
  if (clean === 'tooManyPixels') return 'FILE.TOO_LARGE'
  if (clean === 'broken') return isPicture(found) ? 'FILE.NOT_AN_IMAGE' : 'FILE.TYPE'
  // What it is says more than that it is not what was announced.
  return bytes.length === size ? { type: found, clean } : 'FILE.CHANGED'
}

/**
 * The one way of a file into the system: announced, put by its sender, confirmed. What is
 * confirmed is a clean copy under a new path, so that the upload's link ends with it; its record
 * is there before its bytes, so that nothing lies in storage that no record names.
 */
export class Uploads {
  constructor(private readonly parts: Parts) {}

  /**
   * One target for each file, in their order. Nothing counts before it is confirmed. The same call
   * again is answered with the same targets.
   * @param also written with the announcement, or it is refused with it
   * @throws RuleError `FILE.TYPE`, `FILE.TOO_LARGE` naming the field
   */
  async announce(
    announced: readonly Announced[],
    owner: UploadOwner,
    call: Pick<Call, 'newId'>,
    also: ((transaction: Transaction) => Promise<void>) | null = null,
  ): Promise<UploadTarget[]> {
    const { files, records } = this.parts
    const all = announced.map(allowed)
    const targets = await Promise.all(
      all.map(({ kind, type }, index) =>
        files.target(
          `${incoming}${uploadKinds[kind].folder}/${call.newId(`file ${index}`)}.${type}`,
        ),
      ),
    )
    const prepared = all.map(({ kind, type, size, name, camera }, index): FileRecord => ({
      fileId: targets[index]!.fileId,
      kind,
      type,
      size,
      sha256: null,
      ownerKey: owner.key,
      state: 'prepared',
      check: 'unchecked',
      usedBy: null,
      at: owner.at,
      ...(name !== undefined && { name }),
      ...(camera && { camera }),
    }))
    await records.announce(prepared, also)
    return targets
  }

  /**
   * What was put, as its bytes are and cleaned.
   * @throws RuleError `FILE.*` naming the field: never put, not theirs, or refused; nothing of a
   *   refused upload stays
   */
  async read({ fileId, kinds, ownerKey, field }: Confirming): Promise<ReadUpload> {
    const { files, records } = this.parts
    const record = await records.find(fileId)
    const isTheirs = record?.ownerKey === ownerKey && kinds.includes(record.kind)
    if (!isTheirs || record.state !== 'prepared') throw new RuleError('FILE.MISSING', [field])
    const bytes = await files.readUpTo(fileId, uploadKinds[record.kind].maxBytes)
    if (bytes === null) throw new RuleError('FILE.MISSING', [field])
    const read = bytes === 'tooLarge' ? 'FILE.TOO_LARGE' : await readBytes(bytes, record)
    if (typeof read !== 'string') return { record, ...read }
    await this.spend(record, null)
    throw new RuleError(read, [field])
  }

  /**
   * Cleans what was put and keeps it. A second time it answers with what was kept.
   * @throws RuleError as `read`
   */
  async confirm(confirming: Confirming): Promise<KeptUpload> {
    try {
      return await this.keep(await this.read(confirming), confirming.hash)
    } catch (error) {
      const kept = isMissing(error) ? await this.parts.records.keptOf(confirming.fileId) : null
      if (kept?.ownerKey !== confirming.ownerKey || !confirming.kinds.includes(kept.kind))
        throw error
      return { record: kept, isNew: false }
    }
  }

  private async keep(
    { record: announced, type, clean }: ReadUpload,
    hash: Confirming['hash'],
  ): Promise<KeptUpload> {
    const { cipher, files, records, lookOf } = this.parts
    const start = announced.fileId.indexOf(incoming)
    const name = cipher.blind(`kept ${announced.fileId} ${sha256Of(clean)}`)
    const path = `${uploadKinds[announced.kind].folder}/${name}.${type}`
    const fileId = `${announced.fileId.slice(0, start)}${path}`
    const kept: FileRecord = {
      ...announced,
      fileId,
      type,
      size: clean.length,
      sha256: hash ? hash(fileId, clean) : sha256Of(clean),
      state: 'confirmed',
      ...(announced.kind === 'evidence' && lookOf?.(clean, type)),
    }
    const isNew = await records.create(kept)
    await files.write(path, clean)
    await this.spend(announced, kept)
    return { record: kept, isNew }
  }

  /** The upload's link lives on for minutes: what comes by it after this is swept away. */
  private async spend({ fileId, at }: FileRecord, kept: FileRecord | null): Promise<void> {
    const { files, records } = this.parts
    await records.spend(fileId, kept?.fileId ?? null, at)
    await files.remove([fileId])
    await records.remove(fileId)
  }

  /**
   * What was never handed in with anything, and what came by the link of an upload that was
   * confirmed or refused.
   * @param before epoch milliseconds: longer ago than any link lives
   */
  async sweep(before: number, limit: number): Promise<void> {
    const { files, records } = this.parts
    const leftOver = await records.leftOver(before, limit)
    const spent = await records.spentBefore(before, limit)
    await files.remove([...leftOver.map(({ fileId }) => fileId), ...spent])
    for (const { fileId } of leftOver) await records.remove(fileId)
    for (const fileId of spent) await records.forgetSpent(fileId)
  }
}
