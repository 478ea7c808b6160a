import type { Point } from '../file/camera'
import { type IsoDay, latest } from '../calendar/day'
import type { UnitId } from '../organization/unit'
import type { ProofKind } from '../proof'
import { presentCycle } from './cycle'
import { agreedDayOf } from './agreed-dates'
import {
  countedDateOf,
  type Deadline,
  type DeadlineStage,
  isDuty,
  isPureDuty,
  stageDayOf,
} from './deadline'
import { type DoneReport, type PartId, partId, type PartKind } from './done-report'
import { answeringUnitOf, measuresOfUnit } from './responsibility'
import type { Assignment, Measure, RectificationTask, Site } from './task'
import type { Rework } from './verification'

export interface Part {
  readonly id: PartId
  readonly kind: PartKind
  /** Who owes it and reports it. */
  readonly unitId: UnitId
  /** Null for a stage of the whole and for a demand. */
  readonly measureId: string | null
  readonly text: string
  /** Of a site: where it is, in words. */
  readonly place?: string
  /** Of a site: where it was picked. */
  readonly point?: Point | null
  readonly dueOn: IsoDay | null
  readonly doneOn: IsoDay | null
  /** Its evidence is newer than what asks for it: of a demand and of the measures it opens. */
  readonly notBefore?: IsoDay
  /**
   * What the plan names to prove it, all of it: of a measure, and of the sites and times that stand for
   * one. Absent where any one kind is enough.
   */
  readonly proof?: readonly ProofKind[]
  readonly proofWords?: string
}

/** The report on a part, or null while it is open. */
export const reportOn = (
  { done }: Pick<RectificationTask, 'done'>,
  id: PartId,
): DoneReport | null => done.find((report) => report.partId === id) ?? null

/** Names a unit's share of a measure. */
export const shareId = (measure: Pick<Measure, 'id'>, unitId: UnitId): PartId =>
  partId('measure', measure.id, unitId)

const sitesOfUnit = ({ sites }: Pick<Measure, 'sites'>, unitId: UnitId): readonly Site[] =>
  sites.filter((site) => site.unitId === unitId)

const siteId = (measure: Measure, site: Site): PartId => partId('site', measure.id, site.id)

/** The day on which all of these were done; null while one is open, and for none. */
const lastOf = (days: readonly (IsoDay | null)[]): IsoDay | null =>
  days.length === 0 || days.includes(null) ? null : latest(days)

type Reported = Pick<RectificationTask, 'done'>

/** What comes again and again: a measure, or the whole where `measureId` is null. */
export interface Duty {
  readonly measureId: string | null
  readonly deadline: Deadline
}

export const dutiesOf = ({ deadline, measures }: RectificationTask): Duty[] =>
  [
    { measureId: null, deadline },
    ...measures.map((measure) => ({ measureId: measure.id, deadline: measure.deadline })),
  ].flatMap(({ measureId, deadline: of }) =>
    of && isDuty(of) ? [{ measureId, deadline: of }] : [],
  )

const occurrenceId = (measureId: string | null, unitId: UnitId, on: IsoDay): PartId =>
  partId('occurrence', measureId ?? 'whole', unitId, on)

/** Every day on which it came or comes, the next one last. */
const occurrenceDays = ({ past = [], nextOn }: Deadline): readonly IsoDay[] => [
  ...past,
  ...(nextOn === null ? [] : [nextOn]),
]

/** What puts a unit's duty in place: the first report on one of its occurrences. */
const firstOccurrence = (
  { done }: Reported,
  measureId: string,
  deadline: Deadline,
  unitId: UnitId,
): DoneReport | null => {
  const ids = occurrenceDays(deadline).map((on) => occurrenceId(measureId, unitId, on))
  return done.find((report) => ids.includes(report.partId)) ?? null
}

/** Where the measure is a list of sites, a unit without one of them has nothing of it to do. */
export const hasShareOf = (measure: Pick<Measure, 'sites'>, unitId: UnitId): boolean =>
  measure.sites.length === 0 || sitesOfUnit(measure, unitId).length > 0

/**
 * A unit's share of a measure: said by itself, or the last of its sites, of all sites where none is
 * its own; a duty is in place with its first occurrence; null while open.
 */
export const shareDoneOn = (task: Reported, measure: Measure, unitId: UnitId): IsoDay | null => {
  if (measure.sites.length === 0)
    return isPureDuty(measure.deadline)
      ? (firstOccurrence(task, measure.id, measure.deadline, unitId)?.on ?? null)
      : (reportOn(task, shareId(measure, unitId))?.on ?? null)
  const sites = hasShareOf(measure, unitId) ? sitesOfUnit(measure, unitId) : measure.sites
  return lastOf(sites.map((site) => reportOn(task, siteId(measure, site))?.on ?? null))
}

const isEnd = (stage: DeadlineStage, end: IsoDay | null): boolean => stageDayOf(stage) === end

/** Stages before the end; the end itself is the measure's or the task's own day. */
const stagesOf = (
  task: Reported,
  { stages }: { readonly stages: readonly DeadlineStage[] },
  end: IsoDay | null,
  common: Pick<Part, 'unitId' | 'measureId'>,
  allDoneOn: IsoDay | null,
): Part[] =>
  stages.flatMap((stage, index) => {
    if (isEnd(stage, end)) return []
    const id = partId('stage', common.measureId ?? 'whole', common.unitId, index)
    return [
      {
        ...common,
        id,
        kind: 'stage' as const,
        text: stage.result,
        dueOn: stageDayOf(stage),
        doneOn: reportOn(task, id)?.on ?? allDoneOn,
      },
    ]
  })

type Planned = Pick<Assignment, 'unitId' | 'state' | 'plan'>

/** A unit's own words on a measure, once they are approved. */
export const plannedMeasureOf = ({ state, plan }: Planned, measureId: string) =>
  state === 'planned'
    ? plan?.measures.find((planned) => planned.measureId === measureId)
    : undefined

/** What opened this unit's measure again in the present cycle, if something did; the last of several. */
const openedBy = (
  task: Pick<RectificationTask, 'cycles'>,
  measureId: string,
  unitId: UnitId,
): Pick<Rework, 'cause' | 'on' | 'dueOn'> | null => {
  const { rework } = presentCycle(task)
  const asking = rework?.demands
    .filter((demand) => demand.unitId === unitId && demand.measureIds.includes(measureId))
    .at(-1)
  return rework && asking ? { ...rework, ...asking.joined } : null
}

/** A relapse gives the measure a new day; after a rework its old one stands. */
export const reopenedDueOn = (
  task: Pick<RectificationTask, 'cycles'>,
  measureId: string,
  unitId: UnitId,
): IsoDay | null => {
  const rework = openedBy(task, measureId, unitId)
  return rework?.cause === 'reopened' ? rework.dueOn : null
}

/**
 * The day of one unit's share of a measure: the one agreed with firms, else the planned one,
 * else the measure's own; null where there is none.
 */
export const shareDueOn = (
  task: Pick<RectificationTask, 'agreedDates' | 'cycles'>,
  measure: Pick<Measure, 'id' | 'deadline'>,
  assignment: Planned,
): IsoDay | null =>
  reopenedDueOn(task, measure.id, assignment.unitId) ??
  agreedDayOf(task, measure.id, assignment.unitId) ??
  plannedMeasureOf(assignment, measure.id)?.dueOn ??
  (measure.deadline ? countedDateOf(measure.deadline) : null)

type Occurring = Pick<Part, 'unitId' | 'measureId' | 'text' | 'notBefore' | 'proof' | 'proofWords'>

/** Each time that it comes, done or not. */
const occurrencesOf = (task: Reported, deadline: Deadline, common: Occurring): Part[] =>
  isDuty(deadline)
    ? occurrenceDays(deadline).map((on): Part => {
        const id = occurrenceId(common.measureId, common.unitId, on)
        const doneOn = reportOn(task, id)?.on ?? null
        return { ...common, id, kind: 'occurrence', dueOn: on, doneOn }
      })
    : []

const measureParts = (
  task: RectificationTask,
  measure: Measure,
  assignment: Assignment,
): Part[] => {
  const { unitId } = assignment
  const planned = plannedMeasureOf(assignment, measure.id)
  const ownDay = measure.deadline ? countedDateOf(measure.deadline) : null
  const dueOn = shareDueOn(task, measure, assignment)
  const common = { unitId, measureId: measure.id }
  const doneOn = shareDoneOn(task, measure, unitId)
  const opened = openedBy(task, measure.id, unitId)
  const share: Part = {
    ...common,
    id: shareId(measure, unitId),
    kind: 'measure',
    text: measure.text,
    dueOn,
    doneOn,
    ...(opened && { notBefore: opened.on }),
    ...(planned?.proof && { proof: planned.proof }),
    ...(planned?.proofWords !== undefined && { proofWords: planned.proofWords }),
  }
  const sites = sitesOfUnit(measure, unitId).map((site): Part => {
    const id = siteId(measure, site)
    const siteDoneOn = reportOn(task, id)?.on ?? null
    const { name: text, place, point = null } = site
    return { ...share, id, kind: 'site', text, place, point, doneOn: siteDoneOn }
  })
  const milestones = (planned?.milestones ?? []).map((milestone): Part => {
    const id = partId('milestone', measure.id, unitId, milestone.id)
    // A done measure takes its open milestones with it.
    const milestoneDoneOn = reportOn(task, id)?.on ?? doneOn
    const { text, dueOn: milestoneDueOn } = milestone
    return {
      ...common,
      id,
      kind: 'milestone',
      text,
      dueOn: milestoneDueOn,
      doneOn: milestoneDoneOn,
    }
  })
  const isByItself = measure.sites.length === 0 && !isPureDuty(measure.deadline)
  return [
    ...(isByItself ? [share] : sites),
    ...(measure.deadline ? occurrencesOf(task, measure.deadline, share) : []),
    ...milestones,
    ...stagesOf(task, measure.deadline ?? { stages: [] }, ownDay, common, doneOn),
  ]
}

const answeringFor = (task: RectificationTask): UnitId | undefined =>
  answeringUnitOf(task.units) ?? task.assignments[0]?.unitId

const wholeParts = (task: RectificationTask): Part[] => {
  const unitId = answeringFor(task)
  if (unitId === undefined) return []
  const common = { unitId, measureId: null }
  return [
    ...stagesOf(task, task.deadline, countedDateOf(task.deadline), common, null),
    ...occurrencesOf(task, task.deadline, { ...common, text: task.title }),
  ]
}

/** What sent the task back asks of its units, each demand a part of its own. */
export const demandParts = (task: Pick<RectificationTask, 'cycles' | 'done'>): Part[] => {
  const { ordinal, rework } = presentCycle(task)
  return (rework?.demands ?? []).map(({ unitId, words, joined }, index) => {
    const { on, dueOn } = joined ?? rework!
    const id = partId('demand', ordinal, index)
    return {
      id,
      kind: 'demand',
      unitId,
      measureId: null,
      text: words,
      dueOn,
      doneOn: reportOn(task, id)?.on ?? null,
      notBefore: on,
    }
  })
}

/** Every part of the task, unit by unit; a stage of the whole belongs to the answering unit. */
export const partsOf = (task: RectificationTask): Part[] => [
  ...task.assignments.flatMap((assignment) =>
    measuresOfUnit(task, assignment.unitId).flatMap((measure) =>
      measureParts(task, measure, assignment),
    ),
  ),
  ...wholeParts(task),
  ...demandParts(task),
]

/** Units with a share of the measure: those it names, else every one with an assignment. */
export const unitsOwing = (task: RectificationTask, measureId: string): UnitId[] =>
  task.assignments
    .map(({ unitId }) => unitId)
    .filter((unitId) => measuresOfUnit(task, unitId).some(({ id }) => id === measureId))

/** Who says an occurrence of it done. */
export const unitsOwingDuty = (
  task: RectificationTask,
  { measureId }: Pick<Duty, 'measureId'>,
): readonly UnitId[] => {
  if (measureId !== null) return unitsOwing(task, measureId)
  const answering = answeringFor(task)
  return answering === undefined ? [] : [answering]
}

export const isOccurrenceSaid = (
  task: RectificationTask,
  { measureId }: Pick<Duty, 'measureId'>,
  unitId: UnitId,
  on: IsoDay,
): boolean => reportOn(task, occurrenceId(measureId, unitId, on)) !== null

/** Every unit that owes it has said this time done. */
export const isOccurrenceDone = (task: RectificationTask, duty: Duty, on: IsoDay): boolean => {
  const owing = unitsOwingDuty(task, duty)
  return owing.length > 0 && owing.every((unitId) => isOccurrenceSaid(task, duty, unitId, on))
}

const measureDoneOn = (task: RectificationTask, measure: Measure): IsoDay | null => {
  if (measure.sites.length > 0)
    return lastOf(measure.sites.map((site) => reportOn(task, siteId(measure, site))?.on ?? null))
  if (isPureDuty(measure.deadline))
    return lastOf(unitsOwing(task, measure.id).map((unitId) => shareDoneOn(task, measure, unitId)))
  const reports = unitsOwing(task, measure.id).map((unitId) =>
    reportOn(task, shareId(measure, unitId)),
  )
  // Somebody has to have done it: no measure is done by nobody's having a part in it.
  if (reports.every((report) => report?.noPart)) return null
  return lastOf(reports.filter((report) => !report?.noPart).map((report) => report?.on ?? null))
}

const withStages = <D extends { readonly stages: readonly DeadlineStage[] }>(
  deadline: D,
  doneOn: (index: number) => IsoDay | null,
): D => ({
  ...deadline,
  stages: deadline.stages.map((stage, index) => ({ ...stage, doneOn: doneOn(index) })),
})

/** The days that schedule, obligations and the public page read, as they follow from reports. */
export const settleDone = (task: RectificationTask): RectificationTask => {
  const parts = new Map(partsOf(task).map((part) => [part.id, part.doneOn]))
  const stageDoneOn = (measureId: string, index: number): IsoDay | null =>
    lastOf(
      unitsOwing(task, measureId).map(
        (unitId) => parts.get(partId('stage', measureId, unitId, index)) ?? null,
      ),
    )
  const answering = answeringFor(task) ?? ''
  return {
    ...task,
    deadline: withStages(
      task.deadline,
      (index) => parts.get(partId('stage', 'whole', answering, index)) ?? null,
    ),
    measures: task.measures.map((measure) => ({
      ...measure,
      doneOn: measureDoneOn(task, measure),
      deadline:
        measure.deadline && withStages(measure.deadline, (index) => stageDoneOn(measure.id, index)),
    })),
    assignments: task.assignments.map((assignment) => ({
      ...assignment,
      plan: assignment.plan && {
        ...assignment.plan,
        measures: assignment.plan.measures.map((planned) => ({
          ...planned,
          milestones: planned.milestones.map((milestone) => ({
            ...milestone,
            doneOn:
              parts.get(partId('milestone', planned.measureId, assignment.unitId, milestone.id)) ??
              null,
          })),
        })),
      },
    })),
  }
}

/** Names of what a unit owes of a measure, or of the whole where there is none; milestones are its plan's. */
const namesOwed = (task: RectificationTask, measure: Measure | null, unitId: UnitId): PartId[] => {
  const deadline = measure ? measure.deadline : task.deadline
  const whole = measure?.id ?? null
  return [
    ...(measure ? [shareId(measure, unitId)] : []),
    ...(deadline ? occurrenceDays(deadline).map((on) => occurrenceId(whole, unitId, on)) : []),
    ...(deadline?.stages ?? []).map((_, at) => partId('stage', whole ?? 'whole', unitId, at)),
  ]
}

/**
 * What a unit has said done stays done in the hands of the one that takes its share over. Of a measure
 * which that one owes already its own word counts, and of the whole where that one answers already.
 */
export const reportsHandedOver = (
  task: RectificationTask,
  from: UnitId,
  to: UnitId,
): readonly DoneReport[] => {
  const owes = (measure: Measure) =>
    task.assignments.some(({ unitId }) => unitId === to) &&
    measuresOfUnit(task, to).includes(measure)
  const taken = task.measures.filter((measure) => !owes(measure))
  const renamed = new Map(
    [...taken, null].flatMap((measure) => {
      const names = namesOwed(task, measure, to)
      return namesOwed(task, measure, from).map((name, at) => [name, names[at] ?? name] as const)
    }),
  )
  return task.done.map((report) => ({
    ...report,
    partId: renamed.get(report.partId) ?? report.partId,
  }))
}

/** Reports on the times of one unit's duty, in the order in which they were said. */
const timesSaid = (task: RectificationTask, { unitId, measureId }: Part): DoneReport[] => {
  const ids = dutiesOf(task)
    .filter((duty) => duty.measureId === measureId)
    .flatMap(({ deadline }) => occurrenceDays(deadline))
    .map((on) => occurrenceId(measureId, unitId, on))
  return task.done.filter((report) => ids.includes(report.partId))
}

/** By this time the duty is in place: what is checked and published rests on it, and on no later one. */
export const isFirstTime = (task: RectificationTask, part: Part): boolean =>
  part.kind === 'occurrence' && timesSaid(task, part)[0]?.partId === part.id
