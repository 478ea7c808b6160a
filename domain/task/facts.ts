import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import type { RegionCode } from '../organization/region'
import type { Standard } from './cycle'
import type { SiteList } from './site-list'
import type { Checker, Demand, MeasureCheck } from './verification'
import type { KeptFacts } from './kept-facts'
import type { AcceptanceStep } from './acceptance'

/** What comes with the event itself. Which parts are asked stands in the row's needs. */
export interface TaskGiven {
  readonly reason?: string
  /** The unit's own writing: rework date, new deadline. */
  readonly on?: IsoDay
  readonly decisionNumber?: string
  /** The village or firm that speaks on the draft, and whether it agrees. */
  readonly party?: string
  readonly agrees?: boolean
  /** Of the paper by which an awaited event is known. */
  readonly paperNumber?: string | null
  readonly upperDocumentNumber?: string
  readonly checkers?: readonly Checker[]
  readonly measures?: readonly MeasureCheck[]
  /** The conclusion in words. */
  readonly words?: string
  readonly demands?: readonly Demand[]
  /** What a re-check found, and was photographed. */
  readonly relapsed?: boolean
  readonly photoIds?: readonly string[]
  /** Of the report that comes with the request (验收申请报告). */
  readonly reportNumber?: string
  /** Of the paper that the leader signed, where staff record the sign-off. */
  readonly signOffNumber?: string | null
  /** That paper itself, scanned. */
  readonly fileIds?: readonly string[]
  readonly standards?: Readonly<Partial<Record<Standard, string>>>
  readonly chain?: readonly AcceptanceStep[]
  readonly siteList?: SiteList
  /** 改正误读: which place of the list, and the line by which it is known. */
  readonly place?: string
  readonly sourceLine?: string
  /** The duty that is meant; null for the whole. */
  readonly measureId?: string | null
  /** The village that was visited, and with whom. */
  readonly villageCode?: RegionCode
  readonly companion?: string
}

/** What the rules must know beside the task; each fact has its source in `kept-facts`. */
export interface TaskFacts extends Days, KeptFacts {
  readonly given?: TaskGiven
  /** Both checks are recorded on the text to be published. */
  readonly released: boolean
}
