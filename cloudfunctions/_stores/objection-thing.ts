import { recountObjection } from '@/domain/objection/transitions'
import {
  isOpenObjection,
  type ObjectedTask,
  type Objection,
  type ObjectionId,
  objectionStates,
  objectionGrounds,
} from '@/domain/objection/objection'
import {
  allowedObjectionEvents,
  type ObjectionEvent,
  type ObjectionFacts,
} from '@/domain/objection/workflow'
import type { PersonId } from '@/domain/organization/actor'
import { regionsHolding } from '@/domain/organization/region-path'
import { obligationsOfObjection } from '@/domain/objection/owed'
import { presentCycle, presentNotice } from '@/domain/task/cycle'
import { wordsLeftToLeader } from '@/domain/task/own-cause'
import { doingUnitsOf } from '@/domain/task/responsibility'
import { type RectificationTask } from '@/domain/task/task'
import { spokenTaskShape, taskCollection } from './asked-task'
import type { Cipher } from './cipher'
import type { Acting, Thing } from './thing'
import { storedCount } from './stored'
import { orNone, thingsOf } from './shape'
import { taskOf } from './task-record'

export const objectionOf = thingsOf<Objection>({
  ...spokenTaskShape,
  enterpriseIds: 'list',
  notice: orNone('row'),
  id: 'text',
  taskId: 'text',
  state: objectionStates,
  ground: objectionGrounds,
  summary: orNone('text'),
  clearedPhotoIds: 'list',
  lodgedOn: 'text',
  decidedOn: orNone('text'),
  dueOn: 'text',
  dueProvisional: 'flag',
  reply: orNone('text'),
})

/** What an objection keeps of its task; it is renewed with every change and read by its page. */
export const objectedTaskOf = (task: RectificationTask): ObjectedTask => ({
  taskNumber: task.number,
  taskTitle: task.title,
  taskState: task.state,
  regionCodes: task.regionCodes,
  doingUnitIds: doingUnitsOf(task),
  leftToLeader: wordsLeftToLeader(task),
  enterpriseIds: task.enterpriseIds,
  notice: presentNotice(task),
})

/** One a person and notice; without the key nobody gets from the one to the other. */
export const objectionIdOf = (
  cipher: Cipher,
  task: Pick<RectificationTask, 'id' | 'cycles' | 'state'>,
  personId: PersonId,
): ObjectionId => {
  const { ordinal } = presentCycle(task)
  const notice = presentNotice(task)
  return cipher.blind(`objection ${task.id} ${ordinal} ${notice?.from ?? ''} ${personId}`)
}

/**
 * The task knows that one more is open, quietly: that somebody objected stands in no chain but the
 * objection's own. What became of it is the office's decision, and a change of the task.
 */
const countOnTask = async (
  { transaction }: Acting,
  before: Objection | null,
  { taskId }: Objection,
): Promise<void> => {
  if (before !== null) return
  const doc = await transaction.get(taskCollection, taskId)
  const open = storedCount(doc?.objectionsOpen)
  if (doc) await transaction.put(taskCollection, { ...doc, objectionsOpen: open + 1 })
}

export const objectionThing: Thing<Objection, ObjectionFacts, ObjectionEvent> = {
  kind: 'objection',
  collection: 'objections',
  parsed: objectionOf,
  derived: ({ id, state, regionCodes, dueOn }, { rootRegion }) => ({
    offices: regionsHolding(regionCodes.length > 0 ? regionCodes : [rootRegion]),
    open: isOpenObjection(state),
    order: `${dueOn}.${id}`,
  }),
  renewed: async (objection, read) => {
    const task = await read(taskCollection, objection.taskId)
    return task ? { ...objection, ...objectedTaskOf(taskOf(task)) } : objection
  },
  facts: (_objection, context) => context,
  allowed: allowedObjectionEvents,
  owed: obligationsOfObjection,
  recounted: recountObjection,
  beside: countOnTask,
}
