import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import type { PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { UnitId } from '../organization/unit'
import type { AcceptanceLevel } from './task'

/** What comes with the event itself. Which parts are asked stands in the row's needs. */
export interface TaskGiven {
  readonly reason?: string
  /** The unit's own writing: rework date, new deadline, extended date. */
  readonly on?: IsoDay
  readonly decisionNumber?: string
  readonly upperDocumentNumber?: string
  readonly checkerIds?: readonly PersonId[]
  readonly signedBy?: PersonId
  readonly reportFileId?: string
  /** A leader's stamped scan, where staff record the sign-off. */
  readonly signOffFileId?: string
  readonly closed?: boolean
}

/**
 * What the rules must know beside the task. Null means "not looked up": the condition then
 * does not hold, so that a forgotten look-up refuses and never lets through.
 */
export interface TaskFacts extends Days {
  readonly given?: TaskGiven
  /** Who made the draft. */
  readonly madeById: PersonId | null
  /** Opinions of the consultation without 采纳 / 不采纳. */
  readonly opinionsToAdopt: number | null
  readonly childrenOpen: number | null
  /** The round's setting: a notice before the check (黑龙江). */
  readonly asksPreNotice: boolean
  readonly preNoticeDone: boolean
  /** Measures without a file, photo or paper number. */
  readonly measuresWithoutEvidence: readonly string[] | null
  /** 五个标准 without a word. */
  readonly standardsOpen: number | null
  readonly villagesNotAsked: readonly RegionCode[] | null
  /** Villages with neither an opinion nor a recorded visit. */
  readonly villagesUnheard: readonly RegionCode[] | null
  readonly unsatisfiedUnanswered: number | null
  /** Last day of the running notice. */
  readonly noticeLastOn: IsoDay | null
  /** Objections `lodged` or `admitted`. */
  readonly objectionsOpen: number | null
  readonly objectionUpheld: boolean
  /** Both checks are recorded on the text to be published. */
  readonly released: boolean
  /** The acceptance step whose turn it is, with the units that take it; null when all are done. */
  readonly step: { readonly level: AcceptanceLevel; readonly unitIds: readonly UnitId[] } | null
  readonly stepsDone: readonly AcceptanceLevel[]
  /** People who worked on the rectification. */
  readonly workedOnIt: readonly PersonId[] | null
  readonly checkedBy: readonly PersonId[]
  /** Who made the request that could be withdrawn. */
  readonly requestedById: PersonId | null
  readonly nextStepTaken: boolean
}

/** Facts of which only the calendar is known; everything else refuses. */
export const taskFacts = (days: Days, known: Partial<TaskFacts> = {}): TaskFacts => ({
  madeById: null,
  opinionsToAdopt: null,
  childrenOpen: null,
  asksPreNotice: false,
  preNoticeDone: false,
  measuresWithoutEvidence: null,
  standardsOpen: null,
  villagesNotAsked: null,
  villagesUnheard: null,
  unsatisfiedUnanswered: null,
  noticeLastOn: null,
  objectionsOpen: null,
  objectionUpheld: false,
  released: false,
  step: null,
  stepsDone: [],
  workedOnIt: null,
  checkedBy: [],
  requestedById: null,
  nextStepTaken: false,
  ...days,
  ...known,
})
