import type { IsoDay } from '../calendar/day'
import type { Actor, PersonId } from '../organization/actor'
import { decidesAs } from '../task/own-cause'
import type { Refusal } from '../refusal'
import type { RectificationTask } from '../task/task'
import type { TextEdit } from './edits'
import type { ChosenPair } from './photo-pair'
import type { ReleasableTaskField } from './release'

export const releaseCheckKinds = [
  'secrecy', // 保密审查
  'openness', // 公开审查
] as const
export type ReleaseCheckKind = (typeof releaseCheckKinds)[number]

/** One person's check of one exact text, field by field. */
export interface FieldCheck {
  readonly personId: PersonId
  readonly on: IsoDay
  readonly fields: readonly ReleasableTaskField[]
  readonly digest: string
}

/** 逐处看: which places of one exact text one person has opened for their check. */
export interface Reading {
  readonly kind: ReleaseCheckKind
  readonly personId: PersonId
  readonly digest: string
  readonly places: readonly string[]
}

/** 不予公开: why one of the two does not let a text out as it stands. */
export interface Withheld {
  readonly by: ReleaseCheckKind
  readonly on: IsoDay
  readonly reason: string
}

export interface TaskRelease {
  readonly secrecy: FieldCheck | null
  readonly openness: FieldCheck | null
  /** The last text that became public. */
  readonly released: {
    readonly on: IsoDay
    readonly fields: readonly ReleasableTaskField[]
    readonly digest: string
  } | null
  /** Until the next check. */
  readonly withheld?: Withheld | null
  /** 催过: the last day on which the office asked for the openness check; absent for none. */
  readonly urgedOn?: IsoDay
  /** 人改过; absent for none. */
  readonly edits?: readonly TextEdit[]
  /** 整改前后 that go with the notice; absent for none. */
  readonly photos?: readonly ChosenPair[]
  /** 逐处看; absent for none. */
  readonly readings?: readonly Reading[]
}

export const notReleased: TaskRelease = { secrecy: null, openness: null, released: null }

const otherKind = { secrecy: 'openness', openness: 'secrecy' } as const
const roleOf = { secrecy: 'coordinator', openness: 'publisher' } as const

/**
 * Why this person may not record this check now, or null: the coordinator checks secrecy, the
 * publisher openness, never one person both on the same text, and only the text they have read.
 */
export const whyNotCheck = (
  task: RectificationTask,
  release: TaskRelease,
  kind: ReleaseCheckKind,
  read: { readonly digest: string },
  currentDigest: string,
  actor: Actor,
): Refusal | null => {
  const party = decidesAs(roleOf[kind])(actor, task)
  if (party) return { code: party }
  if (read.digest !== currentDigest) return { code: 'RELEASE.TEXT_CHANGED', fields: ['digest'] }
  const other = release[otherKind[kind]]
  const isSamePerson = other?.digest === currentDigest && other.personId === actor.personId
  return isSamePerson ? { code: 'ACCESS.SAME_PERSON' } : null
}

/**
 * The check recorded. When both stand on this very text, what both of them allow becomes
 * public; a check of an older text counts for nothing. A text without a title is not released.
 */
export const withCheck = (
  release: TaskRelease,
  kind: ReleaseCheckKind,
  check: FieldCheck,
): TaskRelease => {
  const recorded = { ...release, [kind]: check, withheld: null }
  const other = release[otherKind[kind]]
  if (other?.digest !== check.digest) return recorded
  const fields = check.fields.filter((field) => other.fields.includes(field))
  if (!fields.includes('title')) return recorded
  return { ...recorded, released: { on: check.on, fields, digest: check.digest } }
}

/**
 * Why this person may not hold the text back now, or null: either of the two who check it, only
 * the text they have read, and none that is public.
 */
export const whyNotWithhold = (
  { released }: TaskRelease,
  read: { readonly digest: string },
  currentDigest: string,
): Refusal | null => {
  if (read.digest !== currentDigest) return { code: 'RELEASE.TEXT_CHANGED', fields: ['digest'] }
  return released?.digest === currentDigest ? { code: 'THING.STATE' } : null
}

/** Why the office may not ask for the openness check now, or null: it is owed, and was not asked for today. */
export const whyNotUrge = (
  { openness, urgedOn }: TaskRelease,
  currentDigest: string,
  today: IsoDay,
): Refusal | null => {
  if (openness?.digest === currentDigest) return { code: 'THING.STATE' }
  return urgedOn === today ? { code: 'RELEASE.URGED_TODAY' } : null
}

/** Held back: the checks of this text are undone, those of an older one that is public stay. */
export const withheldFrom = (
  release: TaskRelease,
  digest: string,
  withheld: Withheld,
): TaskRelease => {
  const kept = (check: FieldCheck | null) => (check?.digest === digest ? null : check)
  const { secrecy, openness } = release
  return { ...release, secrecy: kept(secrecy), openness: kept(openness), withheld }
}

/** True when readers get other words by the second release than by the first. */
export const isOtherText = (before: TaskRelease, next: TaskRelease): boolean =>
  before.released !== null &&
  next.released !== null &&
  (before.released.digest !== next.released.digest ||
    before.released.fields.join() !== next.released.fields.join())

/** True while both checks stand on the very text that is public, with what was done in it. */
export const isNoticeReleased = ({ secrecy, openness, released }: TaskRelease): boolean =>
  released !== null &&
  released.fields.includes('result') &&
  [secrecy, openness].every((check) => check?.digest === released.digest)

/** True when the public text is no longer the task's text. */
export const isStale = ({ released }: TaskRelease, currentDigest: string): boolean =>
  released !== null && released.digest !== currentDigest
