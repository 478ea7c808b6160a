import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type AuditContents, type AuditEvent, firstBreak } from '@/domain/audit/chain'
import { isOpenObjection, type ObjectionState } from '@/domain/objection/objection'
import type { Role } from '@/domain/organization/role'
import { isUnitRole } from '@/domain/organization/scope'
import { noUnits } from '@/domain/organization/unit'
import { doingUnitsOf } from '@/domain/task/responsibility'
import { isOpen } from '@/domain/task/task'
import { checkEvents, type KeptFacts } from '@/domain/task/kept-facts'
import { chainHeadOf, personDigest } from '@/cloudfunctions/_stores/bookkeeping'
import { type Cipher, makeCipher } from '@/cloudfunctions/_stores/cipher'
import type { Database } from '@/cloudfunctions/_stores/database'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { type TaskRecord, taskOf } from '@/cloudfunctions/_stores/task-record'
import { testEnvironment } from './environment'
import { openDatabaseAt } from './open-database'

type Folded = Readonly<Record<keyof KeptFacts, unknown>>

type Kept = AuditEvent & AuditContents
type Entry = Pick<Kept, 'event' | 'by' | 'unitId' | 'changes'>

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const everything = async (database: Database, collection: string): Promise<Doc[]> => {
  const docs: Doc[] = []
  for (let last = ''; ;) {
    const page = await database.find(
      collection,
      { _id: database.command.gt(last) },
      { sort: [['_id', 'asc']], limit: 100 },
    )
    docs.push(...page)
    if (page.length < 100) return docs
    last = page.at(-1)!._id
  }
}

/** Units that ever did the work: those of now, and those whose share went to another. */
const everDoing = (task: TaskRecord, entries: readonly Entry[]): string[] => [
  ...doingUnitsOf(task),
  ...entries.flatMap(({ event, changes }) =>
    event === 'reassign' || event === 'dropShare' ? [String(changes.fromUnitId)] : [],
  ),
  ...entries.flatMap(({ event, changes }) =>
    event === 'assign'
      ? doingUnitsOf({ ...task, units: { ...noUnits, ...(changes.units as object) } })
      : [],
  ),
]

/** Rework, a return by the upper level and a reopening ask anew. */
const beginsCycle = ({ event, changes }: Entry): boolean =>
  event === 'returnForRework' ||
  event === 'reopen' ||
  event === 'upholdObjection' ||
  (event === 'recordUpper' && changes.state === 'inProgress')

/** Released, and no word came after it until the notice was over. */
const isAnsweredAnew = (cycle: readonly Entry[]): boolean => {
  const last = cycle.filter(
    ({ event, changes }) =>
      event === 'releaseSummary' || (event === 'noticeElapsed' && changes.lateWords === true),
  )
  return last.at(-1)?.event === 'releaseSummary'
}

/** Who was asked and heard, from the chain alone. */
const askingAnew = (entries: readonly Entry[]) => {
  const cycle = entries.slice(entries.map(beginsCycle).lastIndexOf(true) + 1)
  const asked = cycle.filter(({ event }) => event === 'askVillage')
  const heard = cycle.filter(({ event }) => event === 'villageHeard')
  const first = asked[0]
  if (!first) return null
  return {
    id: first.changes.askingId,
    dueOn: asked.at(-1)!.changes.dueOn,
    villageCodes: asked.flatMap(({ changes }) => changes.villageCodes as string[]),
    heardCodes: [...new Set(heard.map(({ changes }) => changes.villageCode))],
    isAnswered: isAnsweredAnew(cycle),
  }
}

/** Each fact of a task folded anew: from its children, and from who did what in its audit chain. */
const anew = (
  task: TaskRecord,
  all: readonly TaskRecord[],
  entries: readonly Entry[],
  objections: readonly Doc[],
  isStaffOf: (by: string | null, unitId: string) => boolean,
): Folded => {
  const doing = everDoing(task, entries)
  const worked = entries.filter(
    ({ event, by, unitId }) =>
      !checkEvents.includes(event) &&
      unitId !== null &&
      doing.includes(unitId) &&
      isStaffOf(by, unitId),
  )
  return {
    madeById: entries[0]?.by ?? null,
    childrenOpen: all.filter(({ parentId, state }) => parentId === task.id && isOpen(state)).length,
    workedOnIt: [...new Set(worked.flatMap(({ by }) => by ?? []))].sort(),
    asking: askingAnew(entries),
    objectionsOpen: objections.filter(
      ({ taskId, state }) => taskId === task.id && isOpenObjection(state as ObjectionState),
    ).length,
  }
}

/** As they stand on the task, persons as the audit of this task knows them. */
const standing = (cipher: Cipher, task: TaskRecord): Folded => {
  const digest = (personId: string) => personDigest(cipher, task.id, personId)
  return {
    madeById: task.madeById && digest(task.madeById),
    childrenOpen: task.childrenOpen,
    workedOnIt: task.workedOnIt.map(digest).sort(),
    asking: task.asking,
    objectionsOpen: task.objectionsOpen,
  }
}

/** Every task's facts as they stand, beside what its sources say now. */
export const foldFacts = async (
  database: Database,
  cipher: Cipher,
): Promise<{ readonly id: string; readonly standing: Folded; readonly anew: Folded }[]> => {
  const docs = await everything(database, 'tasks')
  const events = await everything(database, 'auditEvents')
  const objections = await everything(database, 'objections')
  const entriesOf = ({ _id }: Doc) =>
    events
      .filter(({ thing, thingId }) => thing === 'task' && thingId === _id)
      .sort((a, b) => (a.seq as number) - (b.seq as number)) as unknown as Kept[]
  // What a test of something else put or copied there has no chain of its own and is no task.
  const real = docs.filter(
    (doc) => doc._book && firstBreak(entriesOf(doc), chainHeadOf(doc), sha256) === null,
  )
  const tasks = docs.filter(({ _book }) => _book).map((doc) => taskOf(doc))
  const staff = (await everything(database, 'memberships')).filter(({ role }) =>
    isUnitRole(role as Role),
  )
  return real.map((doc) => {
    const task = taskOf(doc)
    const entries = entriesOf(doc)
    const isStaffOf = (by: string | null, unitId: string) =>
      staff.some(
        (member) =>
          member.unitId === unitId && personDigest(cipher, task.id, String(member.personId)) === by,
      )
    return {
      id: task.id,
      standing: standing(cipher, task),
      anew: anew(task, tasks, entries, objections, isStaffOf),
    }
  })
}

/** Tasks of a local cloud whose facts are not what their sources say. */
export const wrongFacts = async (endpoint: string, envId: string) => {
  const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)
  const folded = await foldFacts(openDatabaseAt(endpoint, envId), cipher)
  return folded.filter(({ standing, anew }) => !isDeepStrictEqual(standing, anew))
}
