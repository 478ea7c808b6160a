import type { IsoDay } from '../calendar/day'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import type { TaskId } from '../task/task'

export type VisitId = string

/**
 * 入企检查: a body with power of enforcement looks at a firm's premises (国办发〔2024〕54号). Nobody
 * else may, nor under the name of 督导.
 */
export const visitStates = [
  'planned', // 已提出
  'notified', // 已通知
  'recorded', // 已记录
  'rated', // 企业已评价
  'cancelled', // 已取消
  'notMade', // 未入企核查: its days are over
] as const
export type VisitState = (typeof visitStates)[number]

export const visitKinds = [
  'singleCase', // 个案检查
  'special', // 专项检查
] as const
export type VisitKind = (typeof visitKinds)[number]

/** 这次检查规范吗: what the firm says of it, if it wishes to. */
export const visitRatings = [
  'proper', // 规范
  'partly', // 有的地方不规范
  'improper', // 不规范
] as const
export type VisitRating = (typeof visitRatings)[number]

/** Matters that one visit can look at, whoever asked. */
export const mostMatters = 30

/** One thing to look at there. Who asked for it stands in the asking, which the firm never reads. */
export interface VisitMatter {
  readonly id: string
  readonly askingId: string
  readonly taskId: TaskId
  /** The measure whose evidence the finding is; null for none. */
  readonly measureId: string | null
  readonly words: string
}

/** Who asked, as an office: another person of it goes on with it. */
export interface VisitAsking {
  readonly id: string
  readonly role: Role
  readonly unitId: UnitId
  readonly taskId: TaskId
  readonly on: IsoDay
  /** The day on which the asker would have it. */
  readonly wishedOn: IsoDay
}

/** What a visit keeps of a task whose matters it looks at, as it was when asked. */
export interface VisitedTask {
  readonly taskId: TaskId
  readonly number: string
  readonly title: string
  readonly regionCodes: readonly RegionCode[]
  /** Lead and responsible units: where the body is one of them, every page says so. */
  readonly responsibleUnitIds: readonly UnitId[]
  /** Units of the acceptance chain: the record is their step's evidence. */
  readonly stepUnitIds: readonly UnitId[]
}

export interface VisitOfficer {
  readonly name: string
  /** 执法证号. */
  readonly certificate: string
}

/** 检查通知. */
export interface VisitNotice {
  readonly approvalNumber: string
  readonly kind: VisitKind
  readonly officers: readonly VisitOfficer[]
  /** The day of the visit. */
  readonly on: IsoDay
  readonly givenOn: IsoDay
}

export interface VisitFinding {
  readonly matterId: string
  /** Null where it was not looked at, with why: a matter may join after the two have left. */
  readonly inOrder: boolean | null
  readonly words: string
}

/** 现场检查记录, given to the firm. */
export interface VisitRecord {
  readonly on: IsoDay
  readonly findings: readonly VisitFinding[]
  /** Who of the firm got it; or that nobody would sign. */
  readonly receivedBy: string
  readonly fileIds: readonly string[]
  readonly recordedOn: IsoDay
}

export interface FirmVisit {
  readonly id: VisitId
  /** Of the visits of this firm: 1, 2, 3, … */
  readonly ordinal: number
  readonly enterpriseId: UnitId
  /** 执法主体. */
  readonly bodyId: UnitId
  readonly state: VisitState
  readonly tasks: readonly VisitedTask[]
  readonly askings: readonly VisitAsking[]
  readonly matters: readonly VisitMatter[]
  /** Matters ever asked for: their ids go on, and tell nobody who asked for which together. */
  readonly matterCount: number
  readonly askedOn: IsoDay
  /** The last day on which it can be made. */
  readonly lastOn: IsoDay
  readonly lastProvisional: boolean
  readonly notice: VisitNotice | null
  readonly record: VisitRecord | null
  /** 不同意见 of the firm, once. */
  readonly dissent: { readonly words: string; readonly on: IsoDay } | null
  /** Kept without who gave it. */
  readonly rating: {
    readonly rating: VisitRating
    readonly words: string | null
    readonly on: IsoDay
  } | null
  /** Why the body called it off; null as long as it goes on, and where nobody gave a reason. */
  readonly calledOff: { readonly reason: string; readonly on: IsoDay } | null
}

/** While it is, another asking adds its matters to it (综合查一次). */
export const openVisitStates: readonly VisitState[] = ['planned', 'notified']
export const isOpenVisit = (state: VisitState): boolean => openVisitStates.includes(state)

/** Made, or its days are over: whoever verifies reads it, and it is evidence. */
const overVisitStates: readonly VisitState[] = ['recorded', 'rated', 'notMade']
export const isOverVisit = (state: VisitState): boolean => overVisitStates.includes(state)

/** The earliest day that anybody wishes for, as long as the body has named none. */
export const dayOf = ({ notice, askings, lastOn }: FirmVisit): IsoDay =>
  notice?.on ?? askings.reduce((day, { wishedOn }) => (wishedOn < day ? wishedOn : day), lastOn)

/** The body is itself lead or responsible unit of a task that it looks at. */
export const isOwnWork = ({ bodyId, tasks }: Pick<FirmVisit, 'bodyId' | 'tasks'>): boolean =>
  tasks.some(({ responsibleUnitIds }) => responsibleUnitIds.includes(bodyId))
