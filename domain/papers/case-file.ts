import type { IsoDay } from '../calendar/day'
import type { UnitId } from '../organization/unit'

export const caseFileStates = [
  'none', // 还没做
  'making', // 正在做
  'ready', // 做好了
  'failed', // 没做成
] as const
export type CaseFileState = (typeof caseFileStates)[number]

/** What is taken away: the whole, or one sheet in Word. */
export const takenPapers = ['file', 'sheet', 'notice'] as const
export type TakenPaper = (typeof takenPapers)[number]

/** The packed file of one case, and how far its making is. */
export interface CaseFile {
  readonly state: CaseFileState
  /** Epoch milliseconds at which its making began. */
  readonly since: number
  /** Bytes packed, and of all. */
  readonly done: number
  readonly total: number
  readonly madeOn: IsoDay | null
  /** Numbers of evidence that is not what was handed in, or not there any more. */
  readonly differing: readonly string[]
  readonly missing: readonly string[]
  /** Who took it away, the last ones. */
  readonly taken: readonly { readonly unitId: UnitId; readonly on: IsoDay }[]
}

export const noCaseFile: CaseFile = {
  state: 'none',
  since: 0,
  done: 0,
  total: 0,
  madeOn: null,
  differing: [],
  missing: [],
  taken: [],
}

/** No function runs longer: what is still being made then was broken off. */
const longestMaking = 2 * 60_000

/** As it is at an instant: a making that was broken off has failed. */
export const caseFileAt = (file: CaseFile, now: number): CaseFile =>
  file.state === 'making' && now - file.since > longestMaking ? { ...file, state: 'failed' } : file

const mostTaken = 100

export const takenBy = (file: CaseFile, unitId: UnitId, on: IsoDay): CaseFile => ({
  ...file,
  taken: [...file.taken, { unitId, on }].slice(-mostTaken),
})
