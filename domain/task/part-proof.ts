import type { UnitId } from '../organization/unit'
import { lackingProof, type ProofKind, whyUnproven } from '../proof'
import type { Refusal } from '../refusal'
import { isFirstTime, type Part, partsOf, reportOn } from './part'
import type { DoneReport } from './done-report'
import type { RectificationTask } from './task'

/**
 * The report that has to prove the part for the self-check: none of a part that is open or no task of the
 * unit, and of what comes again and again that of its first time only.
 */
const provingReport = (task: RectificationTask, part: Part): DoneReport | null => {
  const report = reportOn(task, part.id)
  const isReliedOn = part.kind !== 'occurrence' || isFirstTime(task, part)
  return report && !report.noPart && isReliedOn ? report : null
}

/** What the plan names and the report does not show, where the plan was amended after it. */
export const lackingOf = (task: RectificationTask, part: Part): ProofKind[] => {
  const report = provingReport(task, part)
  return report ? lackingProof(report, part.proof ?? []) : []
}

/**
 * Why what was said done is not proven as the plans have it now, or null.
 * @param unitId of this unit's share; without it of the whole
 */
export const whyNotProven = (task: RectificationTask, unitId?: UnitId): Refusal | null => {
  for (const part of partsOf(task)) {
    if (unitId !== undefined && part.unitId !== unitId) continue
    const report = provingReport(task, part)
    const refusal = report && whyUnproven(report, part.proof ?? [])
    if (refusal) return { code: refusal.code }
  }
  return null
}
