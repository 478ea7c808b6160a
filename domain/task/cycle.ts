import type { IsoDay } from '../calendar/day'
import { isFilled } from '../given'
import type { PersonId } from '../organization/actor'
import type { UnitId } from '../organization/unit'
import type { Counts } from '../opinion/satisfaction'
import type { CaseEvidence } from './case-evidence'
import type { DoneReport } from './done-report'
import type { PublicNotice } from './notice'
import type { Rework, StandardDispute, Verification } from './verification'

/** 五条标准 (安徽 2019): each asks for a word at the self-check. */
export const standards = [
  'measuresDone', // 措施都做完了
  'violationsPunished', // 违法的已处理
  'normsMet', // 达到法律和标准要求
  'likeProblemsDone', // 同样的问题一起改
  'treatedAtSource', // 从源头管住，能长久
] as const
export type Standard = (typeof standards)[number]

/** 签字: what a unit's leader has signed for, here or on a paper. */
export interface Signature {
  readonly on: IsoDay
  readonly byId: PersonId | null
  /** The paper that the leader signed, where staff record it; null where the leader did it here. */
  readonly signOffNumber: string | null
  /** 盖章件: that paper, scanned; absent for none. */
  readonly fileIds?: readonly string[]
}

/** Whether a paper that the leader signed comes with it, by its number or scanned. */
export const isSignedOnPaper = ({
  signOffNumber,
  fileIds = [],
}: Partial<Pick<Signature, 'signOffNumber' | 'fileIds'>>): boolean =>
  isFilled(signOffNumber) || fileIds.length > 0

/** 备好的自查: what staff have written for their leader to sign. */
export interface PreparedSelfCheck {
  readonly on: IsoDay
  readonly byId: PersonId | null
  readonly words: Readonly<Record<Standard, string>>
  readonly dispute?: StandardDispute
  /** Since then something that it was written on is otherwise: its words stay, to be looked at again. */
  readonly lapsedOn?: IsoDay
}

export interface SelfCheck extends Signature {
  readonly words: Readonly<Record<Standard, string>>
  /** 各单位负责人签: every other unit's, each for its own share; absent where there was none. */
  readonly shares?: readonly (Signature & { readonly unitId: UnitId })[]
  /** 标准有争议: which one, who fixes it and why; absent where there is none. */
  readonly dispute?: StandardDispute
}

export interface CloseOutRequest {
  readonly on: IsoDay
  readonly byId: PersonId | null
  /** The report that comes with it (验收申请报告). */
  readonly reportNumber: string
}

/** The leading group's decision. */
export interface Approval {
  readonly on: IsoDay
  readonly decisionNumber: string
  /** 盖章件; absent for none. */
  readonly fileIds?: readonly string[]
}

/** 上级意见 on a task that was reported up. */
export interface UpperWord {
  readonly on: IsoDay
  readonly documentNumber: string
  readonly remarks: string
  readonly fileIds?: readonly string[]
}

/** 回头看. */
export interface Recheck {
  readonly on: IsoDay
  readonly byId: PersonId | null
  /** For whom the inspector looked. */
  readonly unitId: UnitId | null
  readonly relapsed: boolean
  readonly words: string
  /** What was seen; absent for none. */
  readonly photoIds?: readonly string[]
  /** Why the office did not reopen it after a finding; null while it has not said so. */
  readonly keptClosed: string | null
}

/** 村里怎么说, of a released summary. */
export interface VillagesSaid {
  readonly words: string
  /** Null where so few spoke that a number would tell who. */
  readonly counts: Counts | null
}

/**
 * One course of a task from self-check to close-out. What stands in an earlier cycle stays
 * readable and counts for nothing: see `docs/domain/close-out.md`, "Cycles".
 */
export interface Cycle {
  /** 1, 2, 3, … */
  readonly ordinal: number
  /** Absent where nothing is prepared, and from the self-check on. */
  readonly prepared?: PreparedSelfCheck | null
  readonly selfCheck: SelfCheck | null
  /**
   * Whether a notice goes before the request, as the round asked for one on the day of the
   * self-check; absent: none.
   */
  readonly preNoticeAsked?: boolean
  /** 验收前公示; absent before it, and where none was asked for. */
  readonly preNotice?: PublicNotice | null
  readonly request: CloseOutRequest | null
  /** Steps of the chain that were taken, in order; the last of an ended cycle may not have passed. */
  readonly checks: readonly Verification[]
  readonly notice: PublicNotice | null
  readonly approval: Approval | null
  readonly upper: UpperWord | null
  /**
   * What the villages said, as its summary stood when the notice began: people object to what they could
   * read. Absent before a summary was released.
   */
  readonly villagesSaid?: VillagesSaid
  /** After closing, in order. */
  readonly rechecks: readonly Recheck[]
  /** 群众反映又反弹: the day of the first admitted report that no re-check has looked at. */
  readonly relapseReportedOn?: IsoDay | null
  /** What began it; null for the first. */
  readonly rework: Rework | null
  /** Reports that were taken back, returned, or opened again by the next cycle: evidence stays. */
  readonly undone: readonly DoneReport[]
  /** Files that no record names any more since then; absent for none. */
  readonly setAside?: readonly Omit<CaseEvidence, 'former'>[]
}

const firstCycle: Cycle = {
  ordinal: 1,
  selfCheck: null,
  request: null,
  checks: [],
  notice: null,
  approval: null,
  upper: null,
  rechecks: [],
  rework: null,
  undone: [],
}

interface WithCycles {
  readonly cycles: readonly Cycle[]
}

/** The course that counts now. */
export const presentCycle = ({ cycles }: WithCycles): Cycle => cycles.at(-1) ?? firstCycle

/** The notice of the present state: the one before the request while that runs, else the last one. */
export const presentNotice = (
  task: WithCycles & { readonly state: string },
): PublicNotice | null => {
  const { preNotice = null, notice } = presentCycle(task)
  return task.state === 'preNotice' ? preNotice : notice
}

/** What lies ready for the leader's signature; null where nothing does, and where it has lapsed. */
export const awaitsSignature = (task: WithCycles): PreparedSelfCheck | null => {
  const { prepared = null } = presentCycle(task)
  return prepared?.lapsedOn === undefined ? prepared : null
}

/** A notice that has to go before the request and has not begun. */
export const awaitsPreNotice = (task: WithCycles): boolean => {
  const { preNoticeAsked = false, preNotice = null } = presentCycle(task)
  return preNoticeAsked && preNotice === null
}

/** The task with the present course changed. */
export const withCycle = <T extends WithCycles>(task: T, change: Partial<Cycle>): T => ({
  ...task,
  cycles: [...task.cycles.slice(0, -1), { ...presentCycle(task), ...change }],
})

/** Begins the next course; what the present one says counts for nothing from now on. */
export const withNextCycle = <T extends WithCycles>(
  task: T,
  rework: Rework,
  undone: readonly DoneReport[],
): T => {
  const ended = withCycle(task, { undone: [...presentCycle(task).undone, ...undone] })
  const { ordinal } = presentCycle(ended)
  return { ...ended, cycles: [...ended.cycles, { ...firstCycle, ordinal: ordinal + 1, rework }] }
}

/** A summary was released: it stands in the notice unless that has begun; then what comes later is answered apart. */
export const withVillagesSaid = <T extends WithCycles>(task: T, villagesSaid: VillagesSaid): T =>
  presentCycle(task).notice === null ? withCycle(task, { villagesSaid }) : task

/** What draws the case officer's attention: reopened, or found back more than once. */
export interface ComeBack {
  readonly reopened: number
  readonly found: number
  /** The last day of either. */
  readonly on: IsoDay
}

/** Over all cycles; null for a task that never came back, and for one finding that was kept closed. */
export const comeBackOf = ({ cycles }: WithCycles): ComeBack | null => {
  const reopened = cycles.flatMap(({ rework }) => (rework?.cause === 'reopened' ? [rework.on] : []))
  const found = cycles.flatMap(({ rechecks }) => rechecks.filter(({ relapsed }) => relapsed))
  const on = [...reopened, ...found.map((each) => each.on)].sort().at(-1)
  if (on === undefined || (reopened.length === 0 && found.length < 2)) return null
  return { reopened: reopened.length, found: found.length, on }
}

/** A finding that the office has neither reopened for nor kept closed. */
export const openRelapse = (task: WithCycles): Recheck | null =>
  presentCycle(task).rechecks.find(({ relapsed, keptClosed }) => relapsed && keptClosed === null) ??
  null
