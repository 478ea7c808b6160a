import { type IsoDay, latest } from '../calendar/day'
import type { UnitId } from '../organization/unit'
import { awaitsSignature, presentCycle, type SelfCheck, withCycle } from './cycle'
import { isFirstTime, type Part, partsOf, reportOn, shareDoneOn, hasShareOf } from './part'
import { answeringUnitOf, assignmentOf, measuresOfUnit } from './responsibility'
import type { Assignment, RectificationTask, ShareSignature } from './task'

/** The signature that counts now; null before it, and where something has changed since. */
export const standingSignature = ({
  signature,
}: Pick<Assignment, 'signature'>): ShareSignature | null =>
  signature && signature.lapsedOn === undefined ? signature : null

/** Parts of one unit on which the self-check rests: of what comes again and again its first time only. */
const partsReliedOn = (task: RectificationTask, unitId: UnitId): Part[] =>
  partsOf(task).filter(
    (part) => part.unitId === unitId && (part.kind !== 'occurrence' || isFirstTime(task, part)),
  )

/** Every part of this unit's share is done, in place, or was said to be none of its own. */
export const isShareDone = (task: RectificationTask, unitId: UnitId): boolean =>
  partsReliedOn(task, unitId).every(({ doneOn }) => doneOn !== null) &&
  measuresOfUnit(task, unitId)
    .filter((measure) => hasShareOf(measure, unitId))
    .every((measure) => shareDoneOn(task, measure, unitId) !== null)

/**
 * 签本单位自查 is asked of every responsible unit but the one that signs the whole. A unit of which
 * nothing is asked (none of the sites is its own) has no share to sign.
 */
export const signsItsShare = (task: RectificationTask, unitId: UnitId): boolean =>
  answeringUnitOf(task.units) !== unitId && partsOf(task).some((part) => part.unitId === unitId)

/** Shares that their units sign before the whole is self-checked. */
export const sharesToSign = (task: RectificationTask): readonly Assignment[] =>
  task.assignments.filter(({ unitId }) => signsItsShare(task, unitId))

/** What the self-check keeps of them; nothing where the unit answers for all of it alone. */
export const signedShares = (task: RectificationTask): Pick<SelfCheck, 'shares'> => {
  const shares = sharesToSign(task).flatMap((assignment) => {
    const signature = standingSignature(assignment)
    return signature ? [{ unitId: assignment.unitId, ...signature }] : []
  })
  return shares.length > 0 ? { shares } : {}
}

/** The day from which its leader owes the signature: of the last word on the share, or of what undid one. */
export const signOwedSince = (
  task: RectificationTask,
  { unitId, assignedOn, signature }: Assignment,
): IsoDay => {
  const ids = partsReliedOn(task, unitId).map(({ id }) => id)
  const reported = task.done.filter(({ partId }) => ids.includes(partId))
  return latest([
    assignedOn,
    ...reported.map(({ reportedOn }) => reportedOn),
    presentCycle(task).rework?.on ?? null,
    signature?.lapsedOn ?? null,
  ])!
}

/** Done days of a plan follow from reports, which are looked at by themselves. */
const planned = (plan: Assignment['plan']) =>
  plan && {
    ...plan,
    measures: plan.measures.map(({ milestones: _, ...measure }) => measure),
  }

/** What a signature is given for: the course, the plan, each part with the report on it. */
const signedFor = (task: RectificationTask, unitId: UnitId): string =>
  JSON.stringify([
    presentCycle(task).ordinal,
    planned(assignmentOf(task, unitId)?.plan ?? null),
    partsReliedOn(task, unitId).map(({ id, text, doneOn }) => [
      ...[id, text, doneOn],
      reportOn(task, id),
    ]),
  ])

/** A self-check is prepared on all of it, whoever did it. */
const preparedOn = (task: RectificationTask): string =>
  JSON.stringify(task.assignments.map(({ unitId }) => [unitId, signedFor(task, unitId)]))

const lapsePrepared = <T extends RectificationTask>(
  before: RectificationTask | null,
  next: T,
  today: IsoDay,
): T => {
  const prepared = awaitsSignature(next)
  if (before === null || prepared === null) return next
  const isNew = JSON.stringify(awaitsSignature(before)) !== JSON.stringify(prepared)
  return isNew || preparedOn(before) === preparedOn(next)
    ? next
    : withCycle(next, { prepared: { ...prepared, lapsedOn: today } })
}

/**
 * The one place where a signature lapses, and what was prepared for one, whatever it was that changed a
 * unit's share: a part taken back or returned, a site, another plan, measures of another unit, a rework.
 */
export const lapseSignatures = <T extends RectificationTask>(
  before: RectificationTask | null,
  next: T,
  today: IsoDay,
): T => {
  const isOtherwise = (unitId: UnitId): boolean =>
    before !== null && signedFor(before, unitId) !== signedFor(next, unitId)
  const wasSigned = (unitId: UnitId): boolean =>
    standingSignature(assignmentOf(before ?? next, unitId) ?? {}) !== null
  const assignments = next.assignments.map((assignment) => {
    const signature = standingSignature(assignment)
    return signature && wasSigned(assignment.unitId) && isOtherwise(assignment.unitId)
      ? { ...assignment, signature: { ...signature, lapsedOn: today } }
      : assignment
  })
  return lapsePrepared(before, { ...next, assignments }, today)
}
