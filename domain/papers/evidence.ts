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

/** Every file that was ever handed in as proof, what counts first, each once. */
export const evidenceOfCase = (task: RectificationTask): CaseEvidence[] => {
  const texts = new Map(partsOf(task).map(({ id, text }) => [id, text]))
  const of = (report: DoneReport, former: boolean): CaseEvidence[] =>
    evidenceIdsOf(report).map((fileId) => ({
      fileId,
      partId: report.partId,
      partText: texts.get(report.partId) ?? '',
      use: useOf(report, fileId),
      secret: (report.secretFileIds ?? []).includes(fileId),
      former,
    }))
  const undone = task.cycles.flatMap((cycle) => cycle.undone)
  const all = [
    ...task.done.flatMap((report) => of(report, false)),
    ...undone.flatMap((report) => of(report, true)),
  ]
  return [...new Map(all.reverse().map((each) => [each.fileId, each])).values()].reverse()
}
