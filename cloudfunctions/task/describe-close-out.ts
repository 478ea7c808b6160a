import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import { type Cycle, presentCycle } from '@/domain/task/cycle'
import type { TaskFacts } from '@/domain/task/facts'
import { lastDayOf, type PublicNotice } from '@/domain/task/notice'
import { answeringUnitOf } from '@/domain/task/responsibility'
import type { FirmSeen, Rework, StandardDispute, Verification } from '@/domain/task/verification'
import { openTaskEvents, type TaskEvent } from '@/domain/task/workflow'
import type { Call } from '../_kit/handler'
import type { TaskRecord } from '../_stores/task-record'
import type { Names } from '../_stores/task-names'

/** Events of the way from self-check to close-out that somebody is waiting to do. */
const awaited: readonly TaskEvent[] = [
  'selfCheck',
  'noticeFirst',
  'requestCloseOut',
  'publishNotice',
  'approveCloseOut',
]

const describeDispute = (dispute: StandardDispute | undefined) =>
  dispute ? { ...dispute, why: dispute.why ?? null } : null

const describeFirm = (
  { enterpriseId, bodyId, on, isOwnWork, findings }: FirmSeen,
  names: Names,
) => ({
  enterprise: names.unitRef(enterpriseId),
  body: names.unitRef(bodyId),
  on,
  isOwnWork,
  findings: findings.map((finding) => ({ ...finding })),
})

const describeCheck = ({ unitId, checkers, firms = [], ...check }: Verification, names: Names) => ({
  ...check,
  unit: unitId === null ? null : names.unitRef(unitId),
  seenOn: check.seenOn ?? null,
  dispute: describeDispute(check.dispute),
  firms: firms.map((firm) => describeFirm(firm, names)),
  checkers: checkers.map((checker) => ({
    name: checker.name,
    unitName: checker.unitId === null ? (checker.unitName ?? '') : names.unit(checker.unitId).name,
    hasAccount: checker.membershipId !== null,
    confirmedOn: checker.confirmedOn,
    signed: checker.signatureId !== undefined,
  })),
  measures: check.measures.map(({ photoIds = [], ...measure }) => ({
    ...measure,
    photos: photoIds.length,
  })),
})

const describeRework = ({ demands, ...rework }: Rework, names: Names) => ({
  ...rework,
  demands: demands.map(({ unitId, words }) => ({ unit: names.unitRef(unitId), words })),
})

const describeNotice = (notice: PublicNotice, calendar: WorkCalendar) => {
  const { on, provisional } = lastDayOf(notice, calendar)
  return { from: notice.from, lastOn: provisional ? null : on }
}

/** The signed papers themselves are in the file of the case. */
const describePapers = <D extends { readonly fileIds?: readonly string[] }>({
  fileIds = [],
  ...decided
}: D) => ({ ...decided, papers: fileIds.length })

const describeCycle = (
  { ordinal, selfCheck, request, checks, rework, ...closing }: Cycle,
  names: Names,
  calendar: WorkCalendar,
) => ({
  ordinal,
  selfCheck: selfCheck && {
    on: selfCheck.on,
    words: selfCheck.words,
    signOffNumber: selfCheck.signOffNumber,
    papers: (selfCheck.fileIds ?? []).length,
    dispute: describeDispute(selfCheck.dispute),
    shares: (selfCheck.shares ?? []).map(({ unitId, on, signOffNumber, fileIds = [] }) => ({
      unit: names.unitRef(unitId),
      ...{ on, signOffNumber, papers: fileIds.length },
    })),
  },
  preNotice: closing.preNotice ? describeNotice(closing.preNotice, calendar) : null,
  request: request && { on: request.on, reportNumber: request.reportNumber },
  checks: checks.map((check) => describeCheck(check, names)),
  notice: closing.notice && describeNotice(closing.notice, calendar),
  approval: closing.approval && describePapers(closing.approval),
  upper: closing.upper && describePapers(closing.upper),
  rechecks: closing.rechecks.map(({ byId: _by, unitId: _of, photoIds = [], ...recheck }) => ({
    ...recheck,
    photos: photoIds.length,
  })),
  rework: rework && describeRework(rework, names),
})

/** Before it is signed it is the unit's own paper. */
const describePrepared = (task: TaskRecord, { actor }: Call) => {
  const { prepared } = presentCycle(task)
  return prepared && actor.unitId === answeringUnitOf(task.units)
    ? {
        ...{ on: prepared.on, words: prepared.words, lapsed: prepared.lapsedOn !== undefined },
        dispute: describeDispute(prepared.dispute),
      }
    : null
}

/** 办结: the chain, every cycle, and what is still missing for this person's next step. */
export const describeCloseOut = (task: TaskRecord, names: Names, call: Call, facts: TaskFacts) => ({
  chain: task.acceptanceChain.map(({ level, unitId }) => ({
    level,
    unit: unitId === null ? null : names.unitRef(unitId),
  })),
  closingLevel: task.closingLevel,
  cycles: task.cycles.map((cycle) => describeCycle(cycle, names, facts.calendar)),
  prepared: describePrepared(task, call),
  missing: openTaskEvents(task, call.actor, facts).flatMap(({ event, missing }) =>
    missing && awaited.includes(event) && call.serves(event) ? [{ event, code: missing.code }] : [],
  ),
})
