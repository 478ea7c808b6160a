import type { AskedTask } from '@/domain/opinion/opinion'
import type { KeptFacts } from '@/domain/task/kept-facts'
import { wordsLeftToLeader } from '@/domain/task/own-cause'
import { doingUnitsOf } from '@/domain/task/responsibility'
import type { RectificationTask } from '@/domain/task/task'

export const taskCollection = 'tasks'

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
