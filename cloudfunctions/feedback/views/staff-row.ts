import type { ActionOutput } from '@/contract/actions'
import type { Feedback } from '@/domain/feedback/feedback'
import { isNextDueProvisional, nextDueOn } from '@/domain/feedback/limits'
import { feedbackFor, maySeeOriginal } from '@/domain/feedback/policy'
import type { Region } from '@/domain/organization/region'
import type { Unit } from '@/domain/organization/unit'
import type { Call } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'

type StaffRow = ActionOutput<'feedback.listDesk'>['items'][number]

/** Names that rows of a staff list show, looked up for all of them at once. */
export interface Names {
  readonly units: ReadonlyMap<string, Unit>
  readonly regions: ReadonlyMap<string, Region>
  /** Reports with words that intake has not opened; empty for every other desk. */
  readonly unread: ReadonlySet<string>
}

/** Which of these reports have news for this desk. */
export const unreadFor = async (
  { originals }: Pick<Parts, 'originals'>,
  reports: readonly Feedback[],
  { actor }: Call,
): Promise<ReadonlySet<string>> => {
  const mine = reports.filter((report) => maySeeOriginal(report, actor))
  return originals.unreadAmong(mine.map(({ id }) => id))
}

/** A row of any staff list: what the handler of the report may read, whoever the list is of. */
export const staffRow = (
  parts: Pick<Parts, 'writer'>,
  report: Feedback,
  { units, regions, unread }: Names,
  call: Call,
): StaffRow => {
  const feedback = feedbackFor(report, 'handler')
  const region = regions.get(feedback.regionCode ?? '')
  return {
    id: feedback.id,
    number: feedback.number,
    origin: feedback.origin,
    state: feedback.state,
    summary: feedback.summary,
    region: region ? { code: region.code, name: region.name } : null,
    unitName: units.get(feedback.unitId ?? '')?.name ?? null,
    submittedOn: feedback.submittedOn,
    dueOn: nextDueOn(feedback),
    dueProvisional: isNextDueProvisional(feedback),
    relapse: feedback.relapse ?? false,
    unread: unread.has(feedback.id),
    events: parts.writer.eventsOn(handledReport, report, call),
  }
}
