import type { MemberStore } from '../_stores/member-store'
import type { Uploads } from '../_files/uploads'
import type { FileRecordStore } from '../_stores/file-record-store'
import type { OpinionStore } from '../_stores/opinion-store'
import type { Stores } from '../_stores/open-stores'
import type { TaskStore } from '../_stores/task-store'
import type { TaskTimelines } from '../_stores/task-timelines'
import type { VisitStore } from '../_stores/visit-store'
import type { PhotoCheckStore } from '../_stores/photo-check-store'
import type { WechatApi } from '../_stores/wechat-api'

/** What the actions on tasks are built from; each takes what it needs. */
export interface TaskDeps extends Pick<
  Stores,
  'writer' | 'organization' | 'people' | 'cipher' | 'files'
> {
  readonly tasks: TaskStore
  readonly opinions: OpinionStore
  readonly records: FileRecordStore
  readonly uploads: Uploads
  readonly timelines: TaskTimelines
  readonly members: MemberStore
  readonly visits: VisitStore
  readonly photoChecks: PhotoCheckStore
  readonly wechat: Pick<WechatApi, 'checkImage'>
}
