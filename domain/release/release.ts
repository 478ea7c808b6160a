import type { PersonId } from '../organization/actor'

/** A check recorded by one person on one exact text. */
export interface ReleaseCheck {
  readonly personId: PersonId
  readonly at: number
  /** Digest of the checked fields, so that a changed text needs checking again. */
  readonly digest: string
}

/**
 * Nothing is public before a recorded secrecy check (coordinator) and a recorded openness
 * check (publisher) by two persons, field by field.
 */
export interface Release {
  readonly id: string
  readonly fields: readonly string[]
  readonly secrecy: ReleaseCheck | null
  readonly openness: ReleaseCheck | null
}

/** Fields of a task that may ever become public. No leader, no private person, no light. */
export const releasableTaskFields = [
  'title',
  'problem',
  'category',
  'goals',
  'measures',
  'units',
  'deadline',
  'regions',
  'villages',
] as const
export type ReleasableTaskField = (typeof releasableTaskFields)[number]
