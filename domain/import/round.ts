import { keysOf } from '../known'
import type { IsoDay } from '../calendar/day'
import type { WorkingDayResult } from '../calendar/work-calendar'
import { type Days, limitFrom } from '../calendar/period'
import type { RegionCode } from '../organization/region'
import type { Refusal } from '../refusal'
import type { AcceptanceStep, ClosingLevel } from '../task/acceptance'
import { isInOrder } from '../task/acceptance-chain'
import { responsibleUnitsOf } from '../task/responsibility'
import type { RectificationTask } from '../task/task'

export const roundLevels = [
  'central', // 中央
  'provincial', // 省级
] as const
export type RoundLevel = (typeof roundLevels)[number]

export const roundKinds = [
  'inspection', // 督察
  'lookBack', // 回头看
  'special', // 专项
] as const
export type RoundKind = (typeof roundKinds)[number]

/** Characters of a round's name, and problems of one list. */
export const maxRoundName = 60
export const maxExpected = 1000

/** What the office says of a round and may change later, each time on record. */
export interface RoundSettings {
  readonly level: RoundLevel
  readonly kind: RoundKind
  /** The day of the feedback (反馈意见). */
  readonly feedbackOn: IsoDay
  /** How many problems its list must have; null while nobody knows. */
  readonly expected: number | null
  /** A notice before close-out is asked for (黑龙江). */
  readonly noticeFirst: boolean
  /** Who accepts, where the same units do for the whole round; a step without its unit is named task by task. */
  readonly chain: readonly AcceptanceStep[]
  readonly closingLevel: ClosingLevel
  /** The day on which the city's whole plan was handed in; until then the office owes it. */
  readonly planHandedInOn?: IsoDay | null
}

/**
 * 督察轮次: what a list, and every task of it, belongs to. Lists name it before the office has
 * said anything of it: its id follows from region and name.
 */
export interface InspectionRound extends RoundSettings {
  readonly id: string
  readonly name: string
  /** The office whose round it is. */
  readonly regionCode: RegionCode
}

/** Why nothing of the kind can be a round's settings, or null. */
export const whyNotSettings = (
  { feedbackOn, chain, planHandedInOn }: RoundSettings,
  { today }: Pick<Days, 'today'>,
): Refusal | null => {
  if (planHandedInOn && planHandedInOn > today)
    return { code: 'ROUND.DAY_AHEAD', fields: ['planHandedInOn'] }
  if (feedbackOn > today) return { code: 'ROUND.DAY_AHEAD', fields: ['feedbackOn'] }
  const isRecorded = chain.every(({ level, unitId }) => level !== 'province' || unitId === null)
  return isInOrder(chain) && isRecorded ? null : { code: 'ROUND.CHAIN', fields: ['chain'] }
}

/** The day by which the whole plan of the city is due: 30 working days after the feedback. [S] */
export const cityPlanDueOn = (
  { feedbackOn }: Pick<RoundSettings, 'feedbackOn'>,
  days: Omit<Days, 'today'>,
): WorkingDayResult => limitFrom(feedbackOn, 'cityPlanWorkingDays', days)

/** What differs, by name: the audit says from what to what. */
export const changedSettings = (
  before: RoundSettings,
  next: RoundSettings,
): Readonly<Record<string, readonly [unknown, unknown]>> => {
  const names = keysOf(next).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(next[name]),
  )
  return Object.fromEntries(names.map((name) => [name, [before[name], next[name]] as const]))
}

/**
 * The task with its round's chain and closing level, where the office has named nobody for it yet.
 * A last step by a unit that does the work stays to be named: it never accepts its own.
 */
export const withChainOf = (
  task: RectificationTask,
  { chain, closingLevel }: Pick<RoundSettings, 'chain' | 'closingLevel'>,
): RectificationTask => {
  if (task.acceptanceChain.some(({ unitId }) => unitId !== null)) return task
  const doers = responsibleUnitsOf(task)
  const own = chain.map((step, index) => {
    const isOwn = index === chain.length - 1 && step.unitId !== null && doers.includes(step.unitId)
    return isOwn ? { ...step, unitId: null } : step
  })
  return { ...task, acceptanceChain: own.length > 0 ? own : task.acceptanceChain, closingLevel }
}
