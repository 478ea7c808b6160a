import type { IsoDay } from '../calendar/day'
import type { CaseEvidence, EvidenceUse } from '../task/case-evidence'
import { presentCycle, withCycle } from '../task/cycle'
import { type DoneReport, evidenceIdsOf } from '../task/done-report'
import { partsOf } from '../task/part'
import type { RectificationTask } from '../task/task'

const useOf = ({ beforeIds = [], photoIds }: DoneReport, fileId: string): EvidenceUse => {
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

/**
 * What checkers saw of each measure, step by step. Their signatures are no evidence and name a person:
 * they stay with the step.
 */
const seenByCheckers = (task: RectificationTask): CaseEvidence[] => {
  const texts = new Map(task.measures.map(({ id, text }) => [id, text]))
  return task.cycles.flatMap(({ checks }, place) =>
    checks.flatMap(({ measures }) =>
      measures.flatMap(({ measureId, photoIds = [] }) =>
        photoIds.map((fileId) => ({
          ...{ fileId, partId: null, partText: texts.get(measureId) ?? '', use: 'check' as const },
          ...{ secret: false, former: place < task.cycles.length - 1 },
        })),
      ),
    ),
  )
}

/** What a body with power of enforcement recorded at a firm, as the steps had it; each file once a cycle. */
const seenAtFirms = ({ cycles, measures }: RectificationTask): CaseEvidence[] => {
  const texts = new Map(measures.map(({ id, text }) => [id, text]))
  return cycles.flatMap(({ checks }, place) => {
    const firms = checks.flatMap(({ firms: seen = [] }) => seen)
    const once = new Map(firms.map((firm) => [firm.visitId, firm]))
    return [...once.values()].flatMap(({ fileIds, findings }) =>
      fileIds.map((fileId) => ({
        ...{ fileId, partId: null, use: 'visit' as const, secret: false },
        partText: findings.map(({ measureId }) => texts.get(measureId) ?? '').join('、'),
        former: place < cycles.length - 1,
      })),
    )
  })
}

/** Each file once, with what is said of it first. */
const eachOnce = (all: readonly CaseEvidence[]): CaseEvidence[] => {
  const once = new Map([...all].reverse().map((each) => [each.fileId, each]))
  return [...once.values()].reverse()
}

/**
 * 签字件 of the leaders, at the self-checks and, before one rests on it, of a share. What was signed again
 * stands with the signature that counts.
 */
const signedOff = ({ cycles, assignments }: RectificationTask): CaseEvidence[] => {
  const of = (fileIds: readonly string[] = [], former: boolean) =>
    fileIds.map((fileId) => ({
      ...{ fileId, partId: null, partText: '', use: 'signOff' as const, secret: false, former },
    }))
  const all = [
    ...cycles.flatMap(({ selfCheck }, place) =>
      [...(selfCheck?.shares ?? []), ...(selfCheck ? [selfCheck] : [])].flatMap(({ fileIds }) =>
        of(fileIds, place < cycles.length - 1),
      ),
    ),
    ...assignments.flatMap(({ signature }) =>
      of(signature?.fileIds, signature?.lapsedOn !== undefined),
    ),
  ]
  return eachOnce(all)
}

/** 盖章件 of the decision to close and of the upper level's word, in order. */
const decided = ({ cycles }: RectificationTask): CaseEvidence[] =>
  cycles.flatMap(({ approval, upper }, place) =>
    [...(approval?.fileIds ?? []), ...(upper?.fileIds ?? [])].map((fileId) => ({
      ...{ fileId, partId: null, partText: '', use: 'decision' as const },
      ...{ secret: false, former: place < cycles.length - 1 },
    })),
  )

/** What inspectors saw after close-out, in order. */
const seenAfter = ({ cycles }: RectificationTask): CaseEvidence[] =>
  cycles
    .flatMap(({ rechecks }) => rechecks.flatMap(({ photoIds = [] }) => photoIds))
    .map((fileId) => ({
      ...{ fileId, partId: null, partText: '', use: 'recheck' },
      ...{ secret: false, former: false },
    }))

/** What counts by some record, or did in an earlier cycle; what counts first, each once, then what others saw. */
const onRecord = (task: RectificationTask): CaseEvidence[] => {
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
  const others = [
    ...signedOff(task),
    ...[...seenByCheckers(task), ...seenAtFirms(task)],
    ...[...decided(task), ...seenAfter(task)],
  ]
  return [...eachOnce(all), ...others]
}

const without = (all: readonly CaseEvidence[], named: readonly CaseEvidence[]): CaseEvidence[] => {
  const ids = new Set(named.map(({ fileId }) => fileId))
  return all.filter(({ fileId }) => !ids.has(fileId))
}

/** Every file that was ever handed in as proof, and last what no record names any more. */
export const evidenceOfCase = (task: RectificationTask): CaseEvidence[] => {
  const named = onRecord(task)
  const aside = task.cycles.flatMap(({ setAside = [] }) => setAside)
  return [...named, ...without(eachOnce(aside.map((kept) => ({ ...kept, former: true }))), named)]
}

/**
 * Evidence is never replaced in silence: what a change takes out of every record (a signature given anew, a
 * self-check taken back, a check that a colleague denied) stays in the case.
 */
export const keepEvidence = <T extends RectificationTask>(
  before: RectificationTask | null,
  next: T,
): T => {
  const lost = before === null ? [] : without(evidenceOfCase(before), evidenceOfCase(next))
  if (lost.length === 0) return next
  const { setAside = [] } = presentCycle(next)
  return withCycle(next, { setAside: [...setAside, ...lost.map(({ former: _, ...kept }) => kept)] })
}

/** Every paper that was ever named by its number in place of a file, what counts first. */
export const numberedPapersOf = (task: RectificationTask): NumberedPaper[] =>
  everSaid(task).flatMap(({ report: { paperNumber, on }, partText, former }) =>
    paperNumber === null ? [] : [{ number: paperNumber, on, partText, former }],
  )
