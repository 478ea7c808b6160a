import { repeatReaders } from '@/domain/feedback/repeat'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { OrganizationStore } from '../../_stores/organization-store'
import type { RepeatStore } from '../../_stores/repeat-store'
import { loadNames } from '../../_stores/task-names'

interface Deps {
  readonly repeats: Pick<RepeatStore, 'page'>
  readonly organization: OrganizationStore
}

/** Enough to see which reports these are. */
const mostShown = 10

/** 屡次被反映: firms and villages with three admitted reports, for the case officer of the region. */
export const listRepeats =
  ({ repeats, organization }: Deps): Handler<'notifier.listRepeats'> =>
  async ({ cursor }, { actor: { role, regionCode, belongsTo } }) => {
    if (!repeatReaders.includes(role) || regionCode === null) throw new RuleError('ACCESS.ROLE')
    const page = await repeats.page(regionCode, belongsTo, cursor)
    const subjects = page.items.map(({ subject }) => subject)
    const names = await loadNames(
      organization,
      subjects.flatMap((each) => (each.kind === 'unit' ? [each.unitId] : [])),
      subjects.flatMap((each) => (each.kind === 'village' ? [each.regionCode] : [])),
    )
    return {
      items: page.items.map(({ subject, sources }) => ({
        kind: subject.kind,
        ...(subject.kind === 'unit'
          ? { id: subject.unitId, name: names.unit(subject.unitId).name }
          : { id: subject.regionCode, name: names.region(subject.regionCode) }),
        reports: sources.length,
        sources: sources
          .slice(-mostShown)
          .reverse()
          .map(({ number, admittedOn }) => ({ number, admittedOn })),
      })),
      cursor: page.cursor,
    }
  }
