import type { IsoDay } from '../calendar/day'
import { type DoneReport, evidenceIdsOf, type PartId } from '../task/done-report'
import { partsOf } from '../task/part'
import type { RectificationTask } from '../task/task'

/** One file of a case, and what it proves. */
export interface CaseEvidence {
  readonly fileId: string
  readonly partId: PartId
  /** What the part asks for; of a demand of an earlier cycle nothing is left but its reports. */
  readonly partText: string
  readonly use: 'before' | 'after' | 'paper'
  /** A firm's trade secret: named and never handed on. */
  readonly secret: boolean
  /** Taken back, returned or opened again: kept, and proves nothing now. */
  readonly former: boolean
}

const useOf = ({ beforeIds = [], photoIds }: DoneReport, fileId: string): CaseEvidence['use'] => {
  if (beforeIds.includes(fileId)) return 'before'
  return photoIds.includes(fileId) ? 'after' : 'paper'
}

/** 怎么来的: of a photo that no camera page announced neither the day nor the place can be told. */
export const evidenceOrigins = [
  'camera', // 现场拍
  'album', // 相册，无法判断
  'document', // 文件
] as const
export type EvidenceOrigin = (typeof evidenceOrigins)[number]

/** A paper of which the ledger holds the number alone, and what it proves. */
export interface NumberedPaper extends Pick<CaseEvidence, 'partText' | 'former'> {
  readonly number: string
  /** The day on which the part was done. */
  readonly on: IsoDay
}

interface Said {
  readonly report: DoneReport
  readonly partText: string
  readonly former: boolean
}

/** What every unit ever said of a part, what counts first. */
const everSaid = (task: RectificationTask): Said[] => {
  const texts = new Map(partsOf(task).map(({ id, text }) => [id, text]))
  const of = (former: boolean) => (report: DoneReport) => ({
    report,
    partText: texts.get(report.partId) ?? '',
    former,
  })
  const undone = task.cycles.flatMap((cycle) => cycle.undone)
  return [...task.done.map(of(false)), ...undone.map(of(true))]
}

/** Every file that was ever handed in as proof, what counts first, each once. */
export const evidenceOfCase = (task: RectificationTask): CaseEvidence[] => {
  const all = everSaid(task).flatMap(({ report, partText, former }) =>
    evidenceIdsOf(report).map((fileId) => ({
      fileId,
      partId: report.partId,
      partText,
      use: useOf(report, fileId),
      secret: (report.secretFileIds ?? []).includes(fileId),
      former,
    })),
  )
  return [...new Map(all.reverse().map((each) => [each.fileId, each])).values()].reverse()
}

/** Every paper that was ever named by its number in place of a file, what counts first. */
export const numberedPapersOf = (task: RectificationTask): NumberedPaper[] =>
  everSaid(task).flatMap(({ report: { paperNumber, on }, partText, former }) =>
    paperNumber === null ? [] : [{ number: paperNumber, on, partText, former }],
  )
