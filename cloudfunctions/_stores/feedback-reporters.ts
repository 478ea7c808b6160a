import type { FeedbackId } from '@/domain/feedback/feedback'
import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { Database } from './database'
import type { Doc } from './document'
import type { FeedbackOriginalStore } from './feedback-original-store'
import { feedbackOf } from './feedback-thing'

const collection = 'feedback'
const pageSize = 100

/** Somebody who reported a matter, by the own report. */
export interface Reporter {
  readonly personId: PersonId
  readonly feedbackId: FeedbackId
  readonly number: string
  readonly regionCode: RegionCode | null
  readonly accusedUnitIds: readonly UnitId[]
}

/** Who reported a matter. The notifier asks when it makes the messages; nothing keeps the answer. */
export class FeedbackReporters {
  constructor(
    private readonly database: Database,
    private readonly originals: Pick<FeedbackOriginalStore, 'findMany'>,
  ) {}

  /**
   * The reporter of this report and of all that became part of it, also by way of one another.
   * Anonymous reports and erased ones have nobody to tell.
   */
  async of(id: FeedbackId): Promise<Reporter[]> {
    const own = await this.database.get(collection, id)
    return this.among(own ? [own] : [])
  }

  /**
   * Those whose report was linked to a task, with all that became part of it: a hundred linked reports at a
   * time, in order of id.
   * @param after where the last page ended; '' for the first
   * @returns `after` is null on the last page
   */
  async ofTask(
    taskId: TaskId,
    after: string,
  ): Promise<{ reporters: Reporter[]; after: string | null }> {
    const { command } = this.database
    const docs = await this.database.find(
      collection,
      { taskId, _id: command.gt(after) },
      { sort: [['_id', 'asc']], limit: pageSize },
    )
    const last = docs.length === pageSize ? docs.at(-1)!._id : null
    return { reporters: await this.among(docs), after: last }
  }

  private async among(linked: readonly Doc[]): Promise<Reporter[]> {
    const reports = new Map<FeedbackId, Doc>(linked.map((doc) => [doc._id, doc]))
    for (let last = [...reports.keys()]; last.length > 0;) {
      const found = await this.mergedInto(last)
      const added = found.filter(({ _id }) => !reports.has(_id))
      for (const doc of added) reports.set(doc._id, doc)
      last = added.map(({ _id }) => _id)
    }
    const rows = await this.originals.findMany([...reports.keys()])
    return [...reports.values()].flatMap((doc) => {
      const { id: feedbackId, number, regionCode, accusedUnitIds } = feedbackOf(doc)
      const personId = rows.get(feedbackId)?.original.reporterId
      return personId ? [{ personId, feedbackId, number, regionCode, accusedUnitIds }] : []
    })
  }

  /** Page after page in order of id, a hundred targets at a time. */
  private async mergedInto(ids: readonly FeedbackId[]): Promise<Doc[]> {
    const { command } = this.database
    const found: Doc[] = []
    for (let start = 0; start < ids.length; start += pageSize)
      for (let last = ''; ;) {
        const docs = await this.database.find(
          collection,
          {
            mergedIntoId: command.in(ids.slice(start, start + pageSize)),
            _id: command.gt(last),
          },
          { sort: [['_id', 'asc']], limit: pageSize },
        )
        found.push(...docs)
        if (docs.length < pageSize) break
        last = docs.at(-1)!._id
      }
    return found
  }
}
