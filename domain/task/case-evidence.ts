import type { PartId } from './done-report'

/**
 * 作什么用: the photo or paper of a report, what a leader signed at the self-check, a photo of a
 * verification step, of a visit or of a re-check, or a signed decision.
 */
export const evidenceUses = [
  'before',
  'after',
  'paper',
  'signOff',
  'check',
  'visit',
  'decision',
  'recheck',
] as const
export type EvidenceUse = (typeof evidenceUses)[number]

/** One file of a case, and what it proves. */
export interface CaseEvidence {
  readonly fileId: string
  /** Null for what others saw, at a step or at a re-check: it proves no part. */
  readonly partId: PartId | null
  /**
   * What the part asks for; of a demand of an earlier cycle, and of what was seen at a re-check, nothing
   * is left but the file.
   */
  readonly partText: string
  readonly use: EvidenceUse
  /** A firm's trade secret: named and never handed on. */
  readonly secret: boolean
  /** Taken back, returned or opened again: kept, and proves nothing now. */
  readonly former: boolean
}
