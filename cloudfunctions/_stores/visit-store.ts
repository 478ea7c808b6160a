import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { RegionCode } from '@/domain/organization/region'
import { type VisitReaderKey, visitReaderKeyOfAll } from '@/domain/visit/readers'
import { followVisitedTask } from '@/domain/visit/transitions'
import type { FirmVisit, VisitId } from '@/domain/visit/visit'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { openCursor, sealCursor } from './page-cursor'
import type { TaskRecord } from './task-record'
import type { Acting } from './thing'
import { visitOf, visitThing } from './visit-thing'
import { storedAt, storedText } from './stored'

const pageSize = 20

/** Visits to firms as lists and pages read them; they are written by `Writer` and `visitThing`. */
export class VisitStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async find(id: VisitId): Promise<FirmVisit | null> {
    const doc = await this.database.get(visitThing.collection, id)
    return doc ? visitOf(doc) : null
  }

  /** The last one of a firm; null where there was none. */
  async lastOf(enterpriseId: UnitId): Promise<FirmVisit | null> {
    const [doc] = await this.database.find(
      visitThing.collection,
      { enterpriseId },
      { sort: [['ordinal', 'desc']], limit: 1 },
    )
    return doc ? visitOf(doc) : null
  }

  /** Every visit that looks at this task, those that go on first, then the last asked for. */
  async ofTask(taskId: TaskId, rootRegion: RegionCode): Promise<FirmVisit[]> {
    const key = `${visitReaderKeyOfAll(rootRegion)}@${taskId}`
    const docs = await this.database.find(
      visitThing.collection,
      { 'by.readers': key },
      { sort: [['by.order', 'desc']], limit: pageSize },
    )
    return docs.map((doc) => visitOf(doc))
  }

  /** For the transaction in which a task's units or chain are changed. */
  async follow(acting: Acting, visits: readonly FirmVisit[], task: TaskRecord): Promise<void> {
    for (const { id } of visits)
      await acting.change(visitThing, id, 'taskFollowed', (visit) => {
        const next = followVisitedTask(visit, task)
        return next && { next, changes: { taskId: task.id } }
      })
  }

  /** What this reader may see, of one task or of all; those that go on first. */
  async page(
    reader: VisitReaderKey,
    taskId: TaskId | null,
    cursor: string | undefined,
  ): Promise<{ items: FirmVisit[]; cursor: string | null }> {
    const { database, cipher } = this
    const [after] = openCursor(cipher, cursor, 1) ?? []
    const docs = await database.find(
      visitThing.collection,
      {
        'by.readers': taskId === null ? reader : `${reader}@${taskId}`,
        ...(after !== undefined && { 'by.order': database.command.lt(after) }),
      },
      { sort: [['by.order', 'desc']], limit: pageSize + 1 },
    )
    const shown = docs.slice(0, pageSize)
    const last = docs.length > pageSize ? shown.at(-1) : undefined
    return {
      items: shown.map((doc) => visitOf(doc)),
      cursor: last ? sealCursor(cipher, [storedText(storedAt(last, 'by', 'order'))]) : null,
    }
  }
}
