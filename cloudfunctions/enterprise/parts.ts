import type { SettingsBook } from '@/domain/settings-book'
import type { Uploads } from '../_files/uploads'
import type { FileRecordStore } from '../_stores/file-record-store'
import type { Stores } from '../_stores/open-stores'
import type { MemberStore } from '../_stores/member-store'
import type { TaskStore } from '../_stores/task-store'
import type { TaskTimelines } from '../_stores/task-timelines'
import type { TimelineStore } from '../_stores/timeline-store'
import type { VisitStore } from '../_stores/visit-store'

/** Everything the actions on agreements are built from; each takes what it needs. */
export interface Parts extends Pick<
  Stores,
  'writer' | 'cipher' | 'files' | 'organization' | 'city'
> {
  readonly timelines: TimelineStore
  /** 入企检查. */
  readonly visits: VisitStore
  /** Every agreement of one task: what is said of one measure bears on all of them. */
  readonly talks: TaskTimelines
  readonly members: MemberStore
  readonly tasks: TaskStore
  readonly records: FileRecordStore
  readonly uploads: Uploads
  readonly settings: SettingsBook
}
