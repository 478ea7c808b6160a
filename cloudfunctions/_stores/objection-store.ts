import type { IsoDay } from '@/domain/calendar/day'
import type { Objection, ObjectionId } from '@/domain/objection/objection'
import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { type ContentFlag, contentFlags } from './feedback-original-store'
import { objectionThing, objectionOf } from './objection-thing'
import { openCursor, sealCursor } from './page-cursor'
import { type Reporter, reporterKeyOf } from './reporter-key'
import type { Transaction } from './transaction'
import { storedAt, storedText, storedOneOf } from './stored'
import { orNone, rowsOf } from './shape'

const originals = 'objectionOriginals'
const pageSize = 20

/** Intake's half of an objection. */
export interface ObjectionOriginal {
  readonly personId: PersonId
  readonly words: string
  readonly contactPhone: string
  readonly photoIds: readonly string[]
  readonly voiceId: string | null
}

const originalOf = rowsOf<ObjectionOriginal>({
  personId: 'text',
  words: 'text',
  contactPhone: 'text',
  photoIds: 'list',
  voiceId: orNone('text'),
})

interface OriginalRow {
  readonly original: ObjectionOriginal
  readonly reporterKey: string
  /** What WeChat's check said of the words: shown to intake, never a reason to refuse. */
  readonly contentFlag: ContentFlag | null
}

interface NewOriginal {
  readonly id: ObjectionId
  readonly taskId: TaskId
  readonly original: ObjectionOriginal
  readonly resident: Reporter
  /** What WeChat said of the words. */
  readonly flag: ContentFlag | null
  readonly on: IsoDay
}

/** Objections as pages read them, and who objected in which words, sealed and apart from them. */
export class ObjectionStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  keyOf(resident: Reporter): string {
    return reporterKeyOf(this.cipher, resident)
  }

  async find(id: ObjectionId): Promise<Objection | null> {
    const doc = await this.database.get(objectionThing.collection, id)
    return doc ? objectionOf(doc) : null
  }

  async original(id: ObjectionId): Promise<OriginalRow | null> {
    const doc = await this.database.get(originals, id)
    return doc === null
      ? null
      : {
          original: originalOf(JSON.parse(this.cipher.open(storedText(doc.sealed)))),
          reporterKey: storedText(doc.reporterKey),
          contentFlag: doc.flag === null ? null : storedOneOf(contentFlags, doc.flag),
        }
  }

  /** The person's last objection on this task; null where there is none. */
  async lastOf(resident: Reporter, taskId: TaskId): Promise<ObjectionId | null> {
    const [doc] = await this.database.find(
      originals,
      { reporterKey: this.keyOf(resident), taskId },
      { sort: [['order', 'desc']], limit: 1 },
    )
    return doc?._id ?? null
  }

  /** For `Decision.also`. The row carries the day only. */
  putOriginal({ id, taskId, original, resident, flag, on }: NewOriginal) {
    const doc = {
      _id: id,
      taskId,
      reporterKey: this.keyOf(resident),
      order: `${on}.${id}`,
      flag,
      sealed: this.cipher.seal(JSON.stringify(original)),
    }
    return (transaction: Transaction): Promise<void> => transaction.create(originals, doc)
  }

  /**
   * Of one office, without those in which one of its people's units does the work: open ones by the
   * day they are due, ended ones the last first.
   */
  async page(
    office: { readonly regionCode: RegionCode; readonly unitIds: readonly UnitId[] },
    open: boolean,
    cursor: string | undefined,
  ): Promise<{ items: Objection[]; cursor: string | null }> {
    const { database, cipher } = this
    const { command } = database
    const [after] = openCursor(cipher, cursor, 1) ?? []
    const docs = await database.find(
      objectionThing.collection,
      {
        'by.offices': office.regionCode,
        'by.open': open,
        doingUnitIds: command.nin([...office.unitIds]),
        ...(after !== undefined && { 'by.order': open ? command.gt(after) : command.lt(after) }),
      },
      { sort: [['by.order', open ? 'asc' : 'desc']], limit: pageSize + 1 },
    )
    const shown = docs.slice(0, pageSize)
    const last = docs.length > pageSize ? shown.at(-1) : undefined
    return {
      items: shown.map((doc) => objectionOf(doc)),
      cursor: last ? sealCursor(cipher, [storedText(storedAt(last, 'by', 'order'))]) : null,
    }
  }
}
