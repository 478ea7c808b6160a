import type { OpinionSummary, SummaryState } from './summary'
import { coveringRegion, officeOwing, unitRolesOfStaff } from '../organization/scope'
import type { ObligationKind } from '../reminder/kinds'
import type { Obligation } from '../reminder/obligation'
import { type ObligationContext, oweFor, dueAfter } from '../reminder/obligation-context'

const kinds: Readonly<Partial<Record<SummaryState, ObligationKind>>> = {
  toSummarize: 'summarizeOpinions',
  toAnswer: 'answerOpinions',
  toRelease: 'releaseSummary',
}

/** Intake, then the unit, then the office; an office that does the work itself owes nothing here. */
export const obligationsOfSummary = (
  summary: OpinionSummary,
  context: ObligationContext,
): readonly Obligation[] => {
  const kind = kinds[summary.state]
  if (kind === undefined || summary.askingId !== summary.presentAskingId) return []
  const isUnits = kind === 'answerOpinions'
  const thing = {
    id: summary.id,
    regionCode: coveringRegion(summary.regionCodes) ?? context.rootRegion,
    subject: { thing: 'opinionSummary', number: summary.taskNumber, title: summary.taskTitle },
  } as const
  const owe = oweFor(thing, context)
  return [
    owe({
      kind,
      node: `round-${summary.rounds}`,
      madeOn: summary.since,
      ...dueAfter(summary.since, 'summarizeOpinionsWorkingDays', context),
      ...(isUnits
        ? { unitId: summary.answeringUnitId, roles: unitRolesOfStaff }
        : officeOwing(kind === 'releaseSummary' ? 'coordinator' : 'intake', summary)),
    }),
  ]
}
