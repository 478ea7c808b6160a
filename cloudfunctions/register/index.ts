import { registerActions } from '@/contract/register/actions'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { openReading } from '../_stores/open-reading'
import { FileRecordStore } from '../_stores/file-record-store'
import { PublicTaskStore } from '../_stores/public-task-store'
import { getTask } from './actions/get-task'
import { listRegions } from './actions/list-regions'
import { listTasks } from './actions/list-tasks'

const env = environmentFrom(process.env, ofEveryFunction)
const stores = openReading(env)
const deps = {
  ...stores,
  records: new FileRecordStore(stores.database),
  publicTasks: new PublicTaskStore(stores.database),
  calendar: workCalendar,
}

/** 公示: what everybody may read without being asked who they are. */
export const main = serve<'register'>({
  gate: stores.gate,
  watch: stores.watch,
  contracts: registerActions,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  handlers: {
    'register.listTasks': listTasks(deps),
    'register.getTask': getTask(deps),
    'register.listRegions': listRegions(deps),
  },
})
