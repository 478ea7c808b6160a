import type { AskedTask } from '@/domain/opinion/opinion'
import type { KeptFacts } from '@/domain/task/kept-facts'
import { wordsLeftToLeader } from '@/domain/task/own-cause'
import { doingUnitsOf } from '@/domain/task/responsibility'
import { type RectificationTask, taskStates } from '@/domain/task/task'
import { orNone, type Shape } from './shape'

export const taskCollection = 'tasks'

/** What opinions, their summary and objections keep of the task. */
export const spokenTaskShape = {
  taskNumber: 'text',
  taskTitle: 'text',
  taskState: taskStates,
  regionCodes: 'list',
  doingUnitIds: 'list',
  leftToLeader: orNone('list'),
} as const

/** And what only opinions and their summary do. */
export const askedTaskShape: Shape<AskedTask> = {
  ...spokenTaskShape,
  presentAskingId: orNone('text'),
  askedVillageCodes: 'list',
}

/** What an opinion keeps of its task; it is renewed with every change and read by its page. */
export const askedTaskOf = (task: RectificationTask & KeptFacts): AskedTask => ({
  taskNumber: task.number,
  taskTitle: task.title,
  taskState: task.state,
  regionCodes: task.regionCodes,
  doingUnitIds: doingUnitsOf(task),
  leftToLeader: wordsLeftToLeader(task),
  presentAskingId: task.asking?.id ?? null,
  askedVillageCodes: task.asking?.villageCodes ?? [],
})
