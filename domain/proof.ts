import type { Refusal, RefusalCode } from './refusal'

/** 佐证: what can prove that something is done; the order in which they are named. */
export const proofKinds = [
  'photo', // 照片 (整改后)
  'file', // 文件
  'paperNumber', // 文号
] as const
export type ProofKind = (typeof proofKinds)[number]

/** What came with the word that something is done. */
export interface Shown {
  readonly photoIds?: readonly string[]
  readonly fileIds?: readonly string[]
  readonly paperNumber?: string | null
}

const rows: Readonly<
  Record<ProofKind, { field: keyof Shown; code: RefusalCode; isShown: (shown: Shown) => boolean }>
> = {
  photo: {
    field: 'photoIds',
    code: 'TASK.PROOF_PHOTO',
    isShown: ({ photoIds = [] }) => photoIds.length > 0,
  },
  file: {
    field: 'fileIds',
    code: 'TASK.PROOF_FILE',
    isShown: ({ fileIds = [] }) => fileIds.length > 0,
  },
  paperNumber: {
    field: 'paperNumber',
    code: 'TASK.PROOF_NUMBER',
    isShown: ({ paperNumber }) => (paperNumber ?? '').trim() !== '',
  },
}

/** Kinds that were named and are not shown; none where nothing was named. */
export const lackingProof = (shown: Shown, named: readonly ProofKind[]): ProofKind[] =>
  named.filter((kind) => !rows[kind].isShown(shown))

const refusalFor = (lacking: readonly ProofKind[]): Refusal | null => {
  const [first] = lacking
  if (first === undefined) return null
  return { code: rows[first].code, fields: lacking.map((kind) => rows[kind].field) }
}

/** Why this proves nothing, or not what was named, or null; without a name any one kind is enough. */
export const whyUnproven = (shown: Shown, named: readonly ProofKind[]): Refusal | null => {
  const none = lackingProof(shown, proofKinds).length === proofKinds.length
  if (none && named.length === 0)
    return { code: 'TASK.EVIDENCE_MISSING', fields: proofKinds.map((kind) => rows[kind].field) }
  return refusalFor(lackingProof(shown, named))
}
