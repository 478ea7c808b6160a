import type { FileRecordStore } from '../_stores/file-record-store'
import type { Stores } from '../_stores/open-stores'
import type { OpinionStore } from '../_stores/opinion-store'
import type { PublicTaskStore } from '../_stores/public-task-store'
import type { TaskStore } from '../_stores/task-store'

/** Everything the actions on opinions are built from; each takes what it needs. */
export interface Parts extends Pick<Stores, 'writer' | 'cipher' | 'files' | 'organization'> {
  readonly opinions: OpinionStore
  readonly tasks: TaskStore
  readonly publicTasks: PublicTaskStore
  readonly records: FileRecordStore
}
