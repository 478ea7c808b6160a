import type { Actor } from '../organization/actor'
import { refuseIf, RuleError } from '../refusal'
import { responsibleUnitsOf } from '../task/responsibility'
import type { RectificationTask } from '../task/task'
import { lastDayFrom } from './last-day'
import { hasAsked } from './readers'
import {
  type FirmVisit,
  type VisitedTask,
  type VisitNotice,
  type VisitRating,
  type VisitRecord,
} from './visit'
import { type VisitEvent, type VisitFacts, type VisitGiven, whyNotVisit } from './workflow'

type Context = Omit<VisitFacts, 'given'>
type Asking = Required<Pick<VisitGiven, 'on' | 'matters'>>

const refuse = (
  visit: FirmVisit,
  event: VisitEvent,
  actor: Actor,
  facts: Context,
  given: VisitGiven = {},
): void => refuseIf(whyNotVisit(visit, event, actor, { ...facts, given }))

/** What a visit keeps of a task. */
const visitedTaskOf = (task: RectificationTask): VisitedTask => ({
  taskId: task.id,
  number: task.number,
  title: task.title,
  regionCodes: task.regionCodes,
  responsibleUnitIds: responsibleUnitsOf(task),
  stepUnitIds: task.acceptanceChain.flatMap(({ unitId }) => unitId ?? []),
})

/**
 * The task's units and chain were changed since it was asked: who reads it, and whether the body looks at its
 * own work, follow. Null where nothing of that is another.
 */
export const followVisitedTask = (visit: FirmVisit, task: RectificationTask): FirmVisit | null => {
  const kept = visit.tasks.find(({ taskId }) => taskId === task.id)
  const now = visitedTaskOf(task)
  if (!kept || JSON.stringify(kept) === JSON.stringify(now)) return null
  return { ...visit, tasks: visit.tasks.map((each) => (each === kept ? now : each)) }
}

/** The matters and who asked, behind what is there. The number goes on: an id is never used again. */
const withAsking = (
  visit: FirmVisit,
  { on, matters }: Asking,
  { role, unitId }: Actor,
  { asking, today }: Context,
): FirmVisit => {
  // Parties and needs have asked for both.
  if (!asking || unitId === null) throw new RuleError('THING.NOT_FOUND')
  const { task } = asking
  const last = Math.max(0, ...visit.askings.map(({ id }) => Number(id)))
  const askingId = String(last + 1)
  const wishedOn = on > visit.lastOn ? visit.lastOn : on
  return {
    ...visit,
    tasks: [...visit.tasks.filter(({ taskId }) => taskId !== task.id), visitedTaskOf(task)],
    askings: [
      ...visit.askings,
      { id: askingId, role, unitId, taskId: task.id, on: today, wishedOn },
    ],
    matterCount: visit.matterCount + matters.length,
    matters: [
      ...visit.matters,
      ...matters.map(({ words, measureId }, place) => ({
        id: String(visit.matterCount + place + 1),
        askingId,
        taskId: task.id,
        measureId,
        words: words.trim(),
      })),
    ],
  }
}

type Beginning = Pick<FirmVisit, 'id' | 'ordinal' | 'enterpriseId' | 'bodyId'>

/** A visit that nobody has asked for yet. */
const unaskedVisit = (of: Beginning, facts: Context) => ({
  ...of,
  state: null,
  tasks: [],
  askings: [],
  matters: [],
  matterCount: 0,
  askedOn: facts.today,
  ...lastDayFrom(facts.today, facts),
  notice: null,
  record: null,
  dissent: null,
  rating: null,
  calledOff: null,
})

/** 请执法单位入企: a new visit. Throws `RuleError`. */
export const planVisit = (
  of: Beginning,
  given: Asking,
  actor: Actor,
  facts: Context,
): FirmVisit => {
  const visit = unaskedVisit(of, facts)
  refuseIf(whyNotVisit(visit, 'askVisit', actor, { ...facts, given }))
  return withAsking({ ...visit, state: 'planned' }, given, actor, facts)
}

/** 综合查一次: while the firm's visit is open another asking joins it. Throws `RuleError`. */
export const joinVisit = (
  visit: FirmVisit,
  given: Asking,
  actor: Actor,
  facts: Context,
): FirmVisit => {
  refuse(visit, 'askVisit', actor, facts, given)
  return withAsking(visit, given, actor, facts)
}

/** What one office asked for goes; with nothing left the visit is cancelled. Throws `RuleError`. */
export const withdrawMatters = (visit: FirmVisit, actor: Actor, facts: Context): FirmVisit => {
  refuse(visit, 'withdrawMatters', actor, facts)
  const askings = visit.askings.filter((asking) => !hasAsked(actor, asking))
  if (askings.length === 0) return { ...visit, state: 'cancelled' }
  const left = new Set(askings.map(({ id }) => id))
  const matters = visit.matters.filter(({ askingId }) => left.has(askingId))
  const taskIds = new Set(matters.map(({ taskId }) => taskId))
  return {
    ...visit,
    askings,
    matters,
    tasks: visit.tasks.filter(({ taskId }) => taskIds.has(taskId)),
  }
}

/** The body cannot or need not go, and says why. Throws `RuleError`. */
export const cancelVisit = (
  visit: FirmVisit,
  reason: string,
  actor: Actor,
  facts: Context,
): FirmVisit => {
  refuse(visit, 'cancelVisit', actor, facts, { reason })
  return { ...visit, state: 'cancelled', calledOff: { reason, on: facts.today } }
}

/** 检查通知, and what is corrected of it while nothing is recorded. Throws `RuleError`. */
export const notifyVisit = (
  visit: FirmVisit,
  event: 'notifyVisit' | 'correctVisit',
  given: Omit<VisitNotice, 'givenOn'>,
  actor: Actor,
  facts: Context,
): FirmVisit => {
  refuse(visit, event, actor, facts, given)
  return { ...visit, state: 'notified', notice: { ...given, givenOn: facts.today } }
}

/** 现场检查记录. Throws `RuleError`. */
export const recordVisit = (
  visit: FirmVisit,
  given: Omit<VisitRecord, 'recordedOn'>,
  actor: Actor,
  facts: Context,
): FirmVisit => {
  refuse(visit, 'recordVisit', actor, facts, given)
  return { ...visit, state: 'recorded', record: { ...given, recordedOn: facts.today } }
}

/** 不同意见 of the firm, once. Throws `RuleError`. */
export const addDissent = (
  visit: FirmVisit,
  words: string,
  actor: Actor,
  facts: Context,
): FirmVisit => {
  refuse(visit, 'addDissent', actor, facts, { words })
  return { ...visit, dissent: { words, on: facts.today } }
}

/** 评价, once, without who of the firm gave it. Throws `RuleError`. */
export const rateVisit = (
  visit: FirmVisit,
  given: { readonly rating: VisitRating; readonly words: string | null },
  actor: Actor,
  facts: Context,
): FirmVisit => {
  refuse(visit, 'rateVisit', actor, facts)
  return { ...visit, state: 'rated', rating: { ...given, on: facts.today } }
}

/** Nobody went in time: the step decides on papers and says 未入企核查. Throws `RuleError`. */
export const endUnmade = (visit: FirmVisit, actor: Actor, facts: Context): FirmVisit => {
  refuse(visit, 'endUnmade', actor, facts)
  return { ...visit, state: 'notMade' }
}

/** Whether this person could ask for a visit of a firm of this task. */
export const mayAskVisit = (task: RectificationTask, actor: Actor, facts: Context): boolean => {
  const [enterpriseId] = task.enterpriseIds
  if (enterpriseId === undefined) return false
  const visit = unaskedVisit({ id: '', ordinal: 0, enterpriseId, bodyId: '' }, facts)
  return whyNotVisit(visit, 'askVisit', actor, { ...facts, asking: { task, body: null } }) === null
}
