import type { RegionCode } from '@/domain/organization/region'
import type { SettingsBook } from '@/domain/settings-book'
import type { Uploads } from '../_files/uploads'
import type { FeedbackLookStore } from '../_stores/feedback-look-store'
import type { FeedbackOriginalStore } from '../_stores/feedback-original-store'
import type { FeedbackStore } from '../_stores/feedback-store'
import type { FileRecordStore } from '../_stores/file-record-store'
import type { MemberStore } from '../_stores/member-store'
import type { PhotoCheckStore } from '../_stores/photo-check-store'
import type { Stores } from '../_stores/open-stores'
import type { ObjectionStore } from '../_stores/objection-store'
import type { QuotaStore } from '../_stores/quota-store'
import type { PublicTaskStore } from '../_stores/public-task-store'
import type { TaskStore } from '../_stores/task-store'
import type { TaskTimelines } from '../_stores/task-timelines'
import type { WechatApi } from '../_stores/wechat-api'

/** Everything the actions on reports are built from; each takes what it needs. */
export interface Parts extends Pick<
  Stores,
  'cipher' | 'files' | 'organization' | 'people' | 'writer'
> {
  readonly feedback: FeedbackStore
  readonly originals: FeedbackOriginalStore
  readonly looks: FeedbackLookStore
  readonly objections: ObjectionStore
  readonly tasks: Pick<TaskStore, 'find'>
  readonly timelines: TaskTimelines
  readonly members: MemberStore
  readonly records: FileRecordStore
  readonly quotas: QuotaStore
  readonly uploads: Uploads
  readonly publicTasks: Pick<PublicTaskStore, 'find'>
  readonly photoChecks: PhotoCheckStore
  readonly wechat: Pick<WechatApi, 'checkText' | 'checkImage'>
  readonly settings: SettingsBook
  readonly city: RegionCode
  /** Whom a reporter calls while no unit has the matter. */
  readonly complaintPhone: string
}
