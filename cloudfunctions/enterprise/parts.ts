import type { Settings } from '@/domain/settings'
import type { Uploads } from '../_files/uploads'
import type { FileRecordStore } from '../_stores/file-record-store'
import type { Stores } from '../_stores/open-stores'
import type { TaskStore } from '../_stores/task-store'
import type { TimelineStore } from '../_stores/timeline-store'

/** Everything the actions on agreements are built from; each takes what it needs. */
export interface Parts extends Pick<
  Stores,
  'writer' | 'cipher' | 'files' | 'organization' | 'city'
> {
  readonly timelines: TimelineStore
  readonly tasks: TaskStore
  readonly records: FileRecordStore
  readonly uploads: Uploads
  readonly settings: Settings
}
