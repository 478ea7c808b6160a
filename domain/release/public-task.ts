import { type IsoDay, latest } from '../calendar/day'
import type { RegionCode } from '../organization/region'
import type { UnitRole } from '../organization/unit'
import type { AcceptanceLevel } from '../task/acceptance'
import { isChainDone } from '../task/acceptance-chain'
import { agreedDayOfMeasure } from '../task/agreed-dates'
import { presentCycle, presentNotice, type VillagesSaid } from '../task/cycle'
import type { PublicNotice } from '../task/notice'
import { isFirstTime, partsOf, reportOn } from '../task/part'
import { answeringUnitOf } from '../task/responsibility'
import { isSpeaking } from '../task/asking'
import type { KeptFacts } from '../task/kept-facts'
import {
  finalDueOn,
  isProvisionalDay,
  type MovedDay,
  movedDueOf,
  movedDueOfMeasure,
  publicStateOf,
} from '../task/schedule'
import type { PublicState } from '../task/schedule-words'
import type { RectificationTask, TaskCategory, TaskId, TaskState } from '../task/task'
import {
  countedDateOf,
  type Deadline,
  isCountedProvisional,
  isPureDuty,
  withFirstTime,
} from '../task/deadline'
import type { PublicPair } from './photo-pair'
import type { ReleasableTaskField } from './release'

interface Named {
  readonly code: RegionCode
  readonly name: string
}

/** The exact text that two persons check and that then becomes public. No leader, no person. */
export interface PublicText {
  readonly number: string
  readonly upperNumber: string | null
  readonly title: string
  readonly problem: string
  readonly category: TaskCategory
  readonly goals: readonly string[]
  readonly units: readonly {
    readonly role: UnitRole
    readonly name: string
    readonly phone: string | null
  }[]
  readonly unitName: string
  readonly measures: readonly {
    readonly id: string
    readonly text: string
    readonly unitNames: readonly string[]
    readonly dueOn: IsoDay | null
    readonly dueProvisional?: true
    readonly dueText: string
  }[]
  readonly dueOn: IsoDay | null
  /** 暂定; left out where the day stands, as in texts released before this was told. */
  readonly dueProvisional?: true
  readonly dueText: string
  readonly regions: readonly Named[]
  readonly villages: readonly Named[]
  /** What was done and who checked it, once every step of the chain is passed. */
  readonly result: PublicResult | null
  /** 整改前后, as the office chose them; left out where none was. */
  readonly photos?: readonly PublicPair[]
}

/** The text of the notice, made from the ledger. Who checked is a number: no person. */
export interface PublicResult {
  readonly completedOn: IsoDay
  readonly done: readonly {
    readonly measureId: string
    readonly on: IsoDay
    readonly words: string
  }[]
  readonly checks: readonly {
    readonly level: AcceptanceLevel
    readonly unitName: string
    readonly checkers: number
    readonly on: IsoDay
  }[]
  /** Left out where no summary was released before the notice. */
  readonly villages?: VillagesSaid
}

/** Names as they stand in the organisation when the text is read. */
export interface PublicNames {
  readonly unit: (id: string) => { readonly name: string; readonly phone: string | null }
  readonly region: (code: RegionCode) => string
}

const shownRoles: readonly UnitRole[] = ['lead', 'responsible', 'supporting', 'supervising']

/** What the units reported of a measure, each in its own words; the same words once. */
const doneWords = (task: RectificationTask, measureId: string): string => {
  const said = partsOf(task)
    .filter((part) => part.measureId === measureId && part.kind !== 'milestone')
    // Of what comes again and again the time by which it is in place, and no later one.
    .filter((part) => part.kind !== 'occurrence' || isFirstTime(task, part))
    .flatMap(({ id }) => {
      const report = reportOn(task, id)
      return report === null || report.noPart ? [] : [report.words]
    })
  return [...new Set(said)].join('；')
}

const resultOf = (task: RectificationTask, names: PublicNames): PublicResult | null => {
  const { completedOn } = task
  const { checks, preNoticeAsked = false, villagesSaid } = presentCycle(task)
  const isChecked = isChainDone(task)
  // A notice before the request shows what was done, and nobody who has checked it.
  if (completedOn === null || !(isChecked || preNoticeAsked)) return null
  return {
    completedOn,
    done: task.measures.flatMap(({ id, doneOn }) =>
      doneOn === null ? [] : [{ measureId: id, on: doneOn, words: doneWords(task, id) }],
    ),
    checks: (isChecked ? checks : []).map(({ level, unitId, checkers, on }) => ({
      level,
      unitName: unitId === null ? '' : names.unit(unitId).name,
      checkers: checkers.length,
      on,
    })),
    ...(villagesSaid && { villages: villagesSaid }),
  }
}

/** Everything of a task that could ever be released. */
export const publicTextOf = (given: RectificationTask, names: PublicNames): PublicText => {
  // No time of what comes again and again is another text.
  const task = {
    ...given,
    deadline: withFirstTime(given.deadline),
    measures: given.measures.map((measure) => ({
      ...measure,
      deadline: measure.deadline && withFirstTime(measure.deadline),
    })),
  }
  const named = (code: RegionCode): Named => ({ code, name: names.region(code) })
  const answering = answeringUnitOf(task.units) ?? task.units.lead[0] ?? task.units.responsible[0]
  return {
    number: task.number,
    upperNumber: task.upperNumber,
    title: task.title,
    problem: task.problem,
    category: task.category,
    goals: task.goals,
    units: shownRoles.flatMap((role) =>
      task.units[role].map((id) => ({ role, ...names.unit(id) })),
    ),
    unitName: answering === undefined ? '' : names.unit(answering).name,
    measures: task.measures.map((measure) => ({
      id: measure.id,
      text: measure.text,
      unitNames: [...measure.units.lead, ...measure.units.responsible].map(
        (id) => names.unit(id).name,
      ),
      dueOn: countedDateOf(measure.deadline ?? task.deadline),
      ...(isCountedProvisional(measure.deadline ?? task.deadline) && { dueProvisional: true }),
      dueText: measure.deadline?.text ?? '',
    })),
    dueOn: finalDueOn(task),
    ...(isProvisionalDay(task, finalDueOn(task)) && { dueProvisional: true }),
    dueText: task.deadline.text,
    regions: task.regionCodes.map(named),
    villages: task.villageCodes.map(named),
    result: resultOf(given, names),
  }
}

const bareNames: PublicNames = { unit: (id) => ({ name: id, phone: null }), region: (code) => code }

/** True when a change of the task left alone all that is or could be public text. */
export const hasSameText = (before: RectificationTask, after: RectificationTask): boolean =>
  JSON.stringify(publicTextOf(before, bareNames)) === JSON.stringify(publicTextOf(after, bareNames))

const undated = <T extends { readonly dueProvisional?: true }>({
  dueProvisional: _,
  ...dated
}: T) => ({ ...dated, dueOn: null, dueText: '' })

const unphotographed = ({ photos: _, ...text }: PublicText): PublicText => text

const without = (text: PublicText, field: ReleasableTaskField): PublicText => {
  switch (field) {
    case 'title':
      return { ...text, title: '' }
    case 'problem':
      return { ...text, problem: '' }
    case 'category':
      return { ...text, category: 'other' }
    case 'goals':
      return { ...text, goals: [] }
    case 'measures':
      return { ...text, measures: [] }
    case 'units':
      return {
        ...text,
        units: [],
        unitName: '',
        measures: text.measures.map((measure) => ({ ...measure, unitNames: [] })),
      }
    case 'deadline':
      return { ...undated(text), measures: text.measures.map(undated) }
    case 'regions':
      return { ...text, regions: [] }
    case 'villages':
      return { ...text, villages: [] }
    case 'result':
      return { ...text, result: null }
    case 'photos':
      return unphotographed(text)
  }
}

/** The text with everything blanked that was not released. */
export const onlyReleased = (
  text: PublicText,
  all: readonly ReleasableTaskField[],
  released: readonly ReleasableTaskField[],
): PublicText => all.filter((field) => !released.includes(field)).reduce(without, text)

/** Steps of the history that residents read, in order. */
export const publicHistoryEvents = [
  'assign', // 已交办
  'signFor', // 已签收
  'startRectifying', // 开始整改
  'selfCheck', // 措施做完
  'requestCloseOut', // 现场验收
  'publishNotice', // 公示
  'approveCloseOut', // 批准办结
] as const
export type PublicHistoryEvent = (typeof publicHistoryEvents)[number]

/** Facts that follow the task after the release; no text. */
export interface PublicFacts {
  readonly state: PublicState
  readonly doneOn: Readonly<Record<string, IsoDay>>
  /** How many sites were done, by measure; absent in what was released before, and for none. */
  readonly sitesDone?: Readonly<Record<string, number>>
  /** Days agreed with firms, by measure: they count in place of the printed ones. */
  readonly agreedOn: Readonly<Record<string, IsoDay>>
  /** 原定 and 延期至, of the whole and by measure; absent in what was released before. */
  readonly moved?: {
    readonly whole: MovedDay | null
    readonly measures: Readonly<Record<string, MovedDay>>
  }
  /** When it comes next, of the whole and by measure; absent while it is the released day. */
  readonly nextTimes?: {
    readonly whole: IsoDay | null
    readonly measures: Readonly<Record<string, IsoDay>>
  }
  /** Villagers may say what they think of it; absent in what was released before there was such a word. */
  readonly speaking?: boolean
  /** Of the cycle that was published last; null before, and where it was sent back. */
  readonly notice: PublicNotice | null
  readonly decisionNumber: string | null
  /** 村里的看法: everybody was answered in writing; absent in what was released before there was such a word. */
  readonly opinionsAnswered?: boolean
  /** 回头看 of every cycle, in order: that somebody looked and whether it lasted, no words. */
  readonly rechecks?: readonly { readonly on: IsoDay; readonly relapsed: boolean }[]
  readonly history: readonly {
    readonly event: PublicHistoryEvent
    readonly on: IsoDay | null
    readonly done: boolean
  }[]
}

export type ReachedOn = Readonly<Partial<Record<TaskState, IsoDay>>>

/**
 * What a unit declares as done stays with staff until the office publishes it in a notice:
 * before that residents read 正在整改 (domain.md, section 4).
 */
const published: readonly TaskState[] = [
  'preNotice',
  'underNotice',
  'awaitingApproval',
  'reportedUp',
  'closed',
]

const nextTimesOf = ({ deadline, measures }: RectificationTask): Pick<PublicFacts, 'nextTimes'> => {
  const nextOf = (of: Deadline | null) => (isPureDuty(of) && of.past?.length ? of.nextOn : null)
  const whole = nextOf(deadline)
  const later = measures.flatMap(({ id, deadline: of }) => {
    const on = nextOf(of)
    return on === null ? [] : [[id, on] as const]
  })
  if (whole === null && later.length === 0) return {}
  return { nextTimes: { whole, measures: Object.fromEntries(later) } }
}

/** Left out where no measure is a list of sites, as in facts that were made before there were any. */
const sitesDoneOf = ({ measures }: RectificationTask): Pick<PublicFacts, 'sitesDone'> => {
  const listed = measures.filter(({ sites, doneOn }) => sites.length > 0 && doneOn !== null)
  if (listed.length === 0) return {}
  return { sitesDone: Object.fromEntries(listed.map(({ id, sites }) => [id, sites.length])) }
}

/**
 * @param reachedOn the day on which the task last came into each state
 * @param releasedSchedule the word of the last released round; null before the first
 */
export const publicFactsOf = (
  task: RectificationTask & Pick<KeptFacts, 'asking'>,
  reachedOn: ReachedOn,
  releasedSchedule: PublicState | null,
): PublicFacts => {
  const isPublished = published.includes(task.state)
  const signed = task.assignments.map(({ signedOn }) => signedOn)
  const days: Readonly<Record<PublicHistoryEvent, IsoDay | null>> = {
    assign: task.assignments[0]?.assignedOn ?? null,
    signFor: signed.includes(null) ? null : latest(signed),
    startRectifying: reachedOn.inProgress ?? null,
    selfCheck: isPublished ? (presentCycle(task).selfCheck?.on ?? null) : null,
    requestCloseOut: isPublished ? (reachedOn.verifying ?? null) : null,
    publishNotice: isPublished ? (reachedOn.underNotice ?? null) : null,
    approveCloseOut: task.state === 'closed' ? (reachedOn.closed ?? null) : null,
  }
  return {
    state: publicStateOf(releasedSchedule, task.state),
    doneOn: isPublished
      ? Object.fromEntries(
          task.measures.flatMap(({ id, doneOn }) => (doneOn ? [[id, doneOn] as const] : [])),
        )
      : {},
    ...(isPublished && sitesDoneOf(task)),
    agreedOn: Object.fromEntries(
      task.measures.flatMap(({ id }) => {
        const on = agreedDayOfMeasure(task, id)
        return on === null ? [] : [[id, on] as const]
      }),
    ),
    moved: {
      whole: movedDueOf(task),
      measures: Object.fromEntries(
        task.measures.flatMap((measure) => {
          const moved = movedDueOfMeasure(task, measure)
          return moved === null ? [] : [[measure.id, moved] as const]
        }),
      ),
    },
    ...nextTimesOf(task),
    speaking: isSpeaking(task, task.asking),
    notice: isPublished ? presentNotice(task) : null,
    decisionNumber:
      task.state === 'closed' ? (presentCycle(task).approval?.decisionNumber ?? null) : null,
    opinionsAnswered: isPublished && (task.asking?.isAnswered ?? false),
    rechecks: task.cycles.flatMap(({ rechecks }) =>
      rechecks.map(({ on, relapsed }) => ({ on, relapsed })),
    ),
    history: publicHistoryEvents.map((event) => ({
      event,
      on: days[event],
      done: days[event] !== null,
    })),
  }
}

/** One card and page of the public register. */
export interface PublicTask {
  readonly id: TaskId
  readonly text: PublicText
  readonly facts: PublicFacts
  readonly releasedOn: IsoDay
  /** The word of the last released round (调度); null before the first. */
  readonly releasedSchedule: PublicState | null
}

/** Text that no list shows, and none reads. */
export const unlistedText = [
  'number',
  'upperNumber',
  'problem',
  'goals',
  'units',
  'measures',
  'result',
  'photos',
] as const satisfies readonly (keyof PublicText)[]
/** The same of the facts. */
export const unlistedFacts = [
  'doneOn',
  'sitesDone',
  'agreedOn',
  'speaking',
  'notice',
  'decisionNumber',
  'opinionsAnswered',
  'rechecks',
  'history',
] as const satisfies readonly (keyof PublicFacts)[]

/** A released task as a list has it. */
export interface PublicRow {
  readonly id: TaskId
  readonly text: Omit<PublicText, (typeof unlistedText)[number]>
  readonly facts: Omit<PublicFacts, (typeof unlistedFacts)[number]>
}

/** A day as residents read it: the one that counts, and the printed one where it was moved. */
interface PublicDay {
  readonly dueOn: IsoDay | null
  readonly dueProvisional: boolean
  /** 原定; null where nothing moved it. */
  readonly printedOn: IsoDay | null
  /** The day that counts was given at a reopening, and by no extension. */
  readonly reopened: boolean
}

const unmoved = { printedOn: null, reopened: false }

const publicDay = (
  { dueOn, dueProvisional }: Pick<PublicText, 'dueOn' | 'dueProvisional'>,
  moved: MovedDay | null | undefined,
): PublicDay =>
  // Days are public where the deadline was released.
  dueOn === null || !moved
    ? { dueOn, dueProvisional: dueProvisional ?? false, ...unmoved }
    : {
        dueOn: moved.to,
        dueProvisional: false,
        printedOn: moved.from,
        reopened: moved.reopened ?? false,
      }

/** Days are public where the deadline was released. */
const nextTime = (
  { dueOn }: Pick<PublicText, 'dueOn'>,
  on: IsoDay | null | undefined,
): PublicDay | null =>
  dueOn === null || !on ? null : { dueOn: on, dueProvisional: false, ...unmoved }

/** The whole's day. Released text keeps its day; what was granted since is a fact beside it. */
export const publicDueOf = ({ text, facts }: Pick<PublicRow, 'text' | 'facts'>): PublicDay =>
  nextTime(text, facts.nextTimes?.whole) ?? publicDay(text, facts.moved?.whole)

/** A measure's day: what was agreed with the firm, else the same. */
export const publicDueOfMeasure = (
  { facts }: Pick<PublicTask, 'facts'>,
  measure: PublicText['measures'][number],
): PublicDay => {
  const agreedOn = facts.agreedOn[measure.id]
  if (measure.dueOn !== null && agreedOn !== undefined)
    return { dueOn: agreedOn, dueProvisional: false, ...unmoved }
  return (
    nextTime(measure, facts.nextTimes?.measures[measure.id]) ??
    publicDay(measure, facts.moved?.measures[measure.id])
  )
}
