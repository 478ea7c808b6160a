import { eventsOfTask } from '@/domain/task/events'
import { taskStates } from '@/domain/task/task'
import { changed, oneOf } from '../fields'

export const taskChanged = changed(oneOf(taskStates), oneOf(eventsOfTask))
