import type { Feedback } from '@/domain/feedback/feedback'
import {
  regionsDrawn,
  type Repeat,
  repeatId,
  repeatSourceOf,
  type RepeatSubject,
  subjectsOf,
  withSource,
  type RepeatSource,
} from '@/domain/feedback/repeat'
import type { RegionCode } from '@/domain/organization/region'
import type { UnitId } from '@/domain/organization/unit'
import type { Database } from './database'
import type { Doc } from './document'
import { openCursor, sealCursor } from './page-cursor'
import type { Cipher } from './cipher'
import type { Acting } from './thing'
import { storedText, type Row, storedRow, storedRows } from './stored'
import { rowsOf } from './shape'

const collection = 'repeats'
const pageSize = 20

const subjectOf = ({ kind, unitId, regionCode }: Row): RepeatSubject =>
  kind === 'unit'
    ? { kind, unitId: storedText(unitId) }
    : { kind: 'village', regionCode: storedText(regionCode) }

const sourceOf = rowsOf<RepeatSource>({
  feedbackId: 'text',
  number: 'text',
  admittedOn: 'text',
  accusedUnitIds: 'list',
  regions: 'list',
})

const repeatOf = (doc: Doc): Repeat => ({
  subject: subjectOf(storedRow(doc.subject)),
  sources: storedRows(doc.sources).map(sourceOf),
})

const docOf = (repeat: Repeat): Doc => {
  const { subject, sources } = repeat
  const last = sources.at(-1)
  return {
    _id: repeatId(subject),
    subject,
    sources,
    hiddenFrom: [...new Set(sources.flatMap(({ accusedUnitIds }) => accusedUnitIds))],
    regions: regionsDrawn(repeat),
    order: `${last?.admittedOn ?? ''} ${repeatId(subject)}`,
  }
}

/** What a report counted for before or counts for now, each once. */
const touched = (before: Feedback | null, next: Feedback): RepeatSubject[] => {
  const all = [...subjectsOf(before), ...subjectsOf(next)]
  return [...new Map(all.map((subject) => [repeatId(subject), subject])).values()]
}

/** What is kept of one report where it counts; a change of anything else writes nothing. */
const saidBy = (feedback: Feedback | null): string =>
  JSON.stringify([subjectsOf(feedback), feedback?.accusedUnitIds, feedback?.regionCode])

/** Keeps the count of each firm and village in the transaction that changes a report of it. */
export const countRepeats = async (
  { transaction, context }: Acting,
  before: Feedback | null,
  next: Feedback,
): Promise<void> => {
  if (saidBy(before) === saidBy(next)) return
  const counted = subjectsOf(next).map(repeatId)
  for (const subject of touched(before, next)) {
    const id = repeatId(subject)
    const doc = await transaction.get(collection, id)
    const source = counted.includes(id) ? repeatSourceOf(next, context.rootRegion) : null
    const repeat = withSource(doc ? repeatOf(doc) : { subject, sources: [] }, next.id, source)
    await transaction.put(collection, docOf(repeat))
  }
}

export class RepeatStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /**
   * Of a region, the latest report first; none that names one of the reader's units in any of its
   * reports.
   */
  async page(
    regionCode: RegionCode,
    unitIds: readonly UnitId[],
    cursor: string | undefined,
  ): Promise<{ items: Repeat[]; cursor: string | null }> {
    const { database, cipher } = this
    const { command } = database
    const [before] = openCursor(cipher, cursor, 1) ?? []
    const docs = await database.find(
      collection,
      {
        regions: regionCode,
        hiddenFrom: command.nin([...unitIds]),
        ...(before !== undefined && { order: command.lt(before) }),
      },
      { sort: [['order', 'desc']], limit: pageSize + 1 },
    )
    const shown = docs.slice(0, pageSize)
    const last = docs.length > pageSize ? shown.at(-1) : undefined
    return {
      items: shown.map(repeatOf),
      cursor: last ? sealCursor(cipher, [storedText(last.order)]) : null,
    }
  }
}
