import type { Actor } from '@/domain/organization/actor'
import type { UnitsByRole } from '@/domain/organization/unit'
import { correctablePlaces } from '@/domain/task/correctable'
import { isStale } from '@/domain/release/task-release'
import { allowedAssignmentEvents } from '@/domain/task/assignment-workflow'
import { agreedDayOfMeasure } from '@/domain/task/agreed-dates'
import {
  countedDateOf,
  type Deadline,
  isRhythmOpen,
  recurrenceOf,
  repeats,
} from '@/domain/task/deadline'
import type { TaskFacts } from '@/domain/task/facts'
import { readsAsConcerned } from '@/domain/task/readers'
import { signsItsShare, standingSignature } from '@/domain/task/share-signature'
import { finalDueOn, overdueDays, scheduleOf } from '@/domain/task/schedule'
import { type Assignment, isWorkedOn, type RectificationPlan } from '@/domain/task/task'
import { mayAskVisit } from '@/domain/visit/transitions'
import type { Call } from '../_kit/handler'
import type { TaskRecord } from '../_stores/task-record'
import { taskThing } from '../_stores/task-thing'
import type { HistoryEntry } from '../_stores/task-store'
import type { TaskTimeline } from '../_stores/task-timelines'
import type { Writer } from '../_stores/writer'
import { describeConsultation } from './describe-consultation'
import { describeCloseOut } from './describe-close-out'
import { describeTurns } from '../_stores/describe-turns'
import { describeExtensions, describeParts } from './describe-parts'
import type { Names } from '../_stores/task-names'
import { digestedText } from './text-digest'

/** Everything a page of one task is made of. */
export interface TaskPage {
  readonly task: TaskRecord
  readonly version: number
  readonly history: readonly HistoryEntry[]
  readonly timelines: readonly TaskTimeline[]
  readonly names: Names
}

const describeUnits = (units: UnitsByRole, { unitRef }: Names) => ({
  lead: units.lead.map(unitRef),
  responsible: units.responsible.map(unitRef),
  supporting: units.supporting.map(unitRef),
  supervising: units.supervising.map(unitRef),
  accepting: units.accepting.map(unitRef),
})

const describeOfficial = ({ task: { leadOfficial }, names }: TaskPage) => {
  if (!leadOfficial) return null
  const { printed, person } = leadOfficial
  return {
    printed,
    person: person && {
      membershipId: person.membershipId,
      name: person.name,
      unit: names.unitRef(person.unitId),
    },
  }
}

const describeEvent = ({ text, enteredBy, entered }: NonNullable<Deadline['event']>) => ({
  text,
  enteredBy,
  entered: entered ? { happenedOn: entered.happenedOn, paperNumber: entered.paperNumber } : null,
})

const describeDeadline = (deadline: Deadline) => ({
  kinds: [...deadline.kinds],
  text: deadline.text,
  stages: deadline.stages.map(({ on, result }) => ({ on, result })),
  startsOn: deadline.startsOn,
  nextOn: deadline.nextOn,
  everyMonths: repeats(deadline) ? recurrenceOf(deadline).everyMonths : null,
  rhythmOpen: isRhythmOpen(deadline),
  event: deadline.event && describeEvent(deadline.event),
  countedOn: deadline.countedOn,
  provisional: deadline.provisional,
})

const describePlan = (plan: RectificationPlan) => ({
  goals: plan.goals,
  person: plan.person,
  measures: plan.measures.map(
    ({ measureId, text: own, proof, proofWords, milestones, ...measure }) => ({
      measureId,
      ...(own !== undefined && { text: own }),
      person: measure.person,
      dueOn: measure.dueOn,
      ...(proof && { proof: [...proof] }),
      ...(proofWords !== undefined && { proofWords }),
      milestones: milestones.map(({ id, text, dueOn: on, weight }) => ({
        id,
        text,
        dueOn: on,
        weight,
      })),
    }),
  ),
})

const describeAmendment = ({ amendment }: Assignment) =>
  amendment ? { ...amendment, plan: describePlan(amendment.plan) } : null

const describeSignature = (task: TaskRecord, assignment: Assignment) => {
  const standing = standingSignature(assignment)
  // What was self-checked before signatures were asked waits for none.
  const isAsked = isWorkedOn(task.state) && signsItsShare(task, assignment.unitId)
  if (!standing && !isAsked) return null
  return {
    on: standing?.on ?? null,
    signOffNumber: standing?.signOffNumber ?? null,
    papers: (standing?.fileIds ?? []).length,
    lapsed: assignment.signature?.lapsedOn !== undefined,
  }
}

const describeAssignment = (
  assignment: Assignment,
  { task, names }: TaskPage,
  { actor, serves }: Call,
  facts: TaskFacts,
) => {
  const isConcerned = readsAsConcerned(actor.role)
  const { unitId, state, personName, phone, signDueOn, planDueOn, plan, returnedReason } =
    assignment
  return {
    unit: names.unitRef(unitId),
    state,
    personName: isConcerned ? null : personName,
    phone: isConcerned ? null : phone,
    signDueOn,
    signDueProvisional: assignment.signDueProvisional,
    planDueOn,
    planDueProvisional: assignment.planDueProvisional,
    plan: isConcerned || !plan ? null : describePlan(plan),
    returnedReason: isConcerned ? null : returnedReason,
    amendment: isConcerned ? null : describeAmendment(assignment),
    signature: isConcerned ? null : describeSignature(task, assignment),
    events: allowedAssignmentEvents(task, unitId, actor, facts).filter((event) => serves(event)),
  }
}

const describeRelease = ({ task, names }: TaskPage) => {
  const { secrecy, openness, released } = task.release
  return {
    secrecyOn: secrecy?.on ?? null,
    opennessOn: openness?.on ?? null,
    // A cancelled task has left the register.
    releasedOn: task.state === 'cancelled' ? null : (released?.on ?? null),
    stale: isStale(task.release, digestedText(task, names).digest),
  }
}

/** Who else is concerned is nobody's business among the concerned. */
const ownPart = (page: TaskPage, actor: Actor): TaskPage => ({
  ...page,
  task: {
    ...page.task,
    villageCodes: page.task.villageCodes.filter(
      (code) => actor.role !== 'villageOfficer' || code === actor.regionCode,
    ),
    enterpriseIds: page.task.enterpriseIds.filter((id) => id === actor.unitId),
  },
  history: page.history
    .filter(({ event, unitId }) => event !== 'sayOnDraft' || unitId === actor.unitId)
    .map((entry) => ({ ...entry, note: null })),
  timelines: page.timelines.filter(({ enterpriseId }) => enterpriseId === actor.unitId),
})

const correctableOf = (task: TaskRecord) =>
  correctablePlaces(task).map(({ place, words, on }) => ({ place, words, on }))

/** A task as staff with a part in it see it, with the events this person may do. */
export const describeTask = (writer: Writer, whole: TaskPage, call: Call) => {
  const { actor, today } = call
  const page = readsAsConcerned(actor.role) ? ownPart(whole, actor) : whole
  const { task, names } = page
  const facts = writer.factsOf(taskThing, task, call)
  const events = writer.eventsOn(taskThing, task, call)
  return {
    id: task.id,
    version: page.version,
    number: task.number,
    upperNumber: task.upperNumber,
    title: task.title,
    problem: task.problem,
    category: task.category,
    state: task.state,
    schedule: scheduleOf(task, today).state,
    overdueDays: overdueDays(task, today),
    regions: task.regionCodes.map(names.regionRef),
    villages: task.villageCodes.map(names.regionRef),
    enterprises: task.enterpriseIds.map(names.unitRef),
    goals: [...task.goals],
    units: describeUnits(task.units, names),
    leadOfficial: readsAsConcerned(actor.role) ? null : describeOfficial(page),
    collectiveUnits: [...task.collectiveUnits],
    measures: task.measures.map((measure) => ({
      id: measure.id,
      text: measure.text,
      units: describeUnits(measure.units, names),
      deadline: measure.deadline && describeDeadline(measure.deadline),
      dueOn:
        agreedDayOfMeasure(task, measure.id) ?? countedDateOf(measure.deadline ?? task.deadline),
      agreedOn: agreedDayOfMeasure(task, measure.id),
      doneOn: measure.doneOn,
    })),
    deadline: describeDeadline(task.deadline),
    dueOn: finalDueOn(task),
    assignments: task.assignments.map((assignment) =>
      describeAssignment(assignment, page, call, facts),
    ),
    ...(readsAsConcerned(actor.role)
      ? { parts: [], extensions: [], extendable: [], closeOut: null, turns: [] }
      : {
          parts: describeParts(task, names, call, facts),
          ...describeExtensions(task, names, call, facts),
          closeOut: describeCloseOut(task, names, call, facts),
          turns: describeTurns(writer.owedOn(taskThing, task, call), names),
        }),
    consultation: describeConsultation(whole, actor),
    release: describeRelease(whole),
    timelines: page.timelines.map(({ id, enterpriseId, state, awaits }) => ({
      id,
      enterprise: names.unitRef(enterpriseId),
      state,
      awaits,
    })),
    history: page.history.map(({ event, at, unitId, note }) => ({
      event,
      at,
      unitName: unitId === null ? null : names.unit(unitId).name,
      note,
    })),
    hasPoint: whole.task.point !== undefined,
    asksVisit: mayAskVisit(whole.task, actor, {
      today,
      calendar: facts.calendar,
      settings: facts.settings,
    }),
    correctable: events.includes('correctText') ? correctableOf(whole.task) : [],
    events,
  }
}
