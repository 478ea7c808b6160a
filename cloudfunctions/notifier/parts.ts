import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import type { SettingsBook } from '@/domain/settings-book'
import type { Cipher } from '../_stores/cipher'
import type { FeedbackReporters } from '../_stores/feedback-reporters'
import type { CallListStore } from '../_stores/call-list-store'
import type { ConsentStore } from '../_stores/consent-store'
import type { MessageLease } from '../_stores/messages/message-lease'
import type { MessageOutbox } from '../_stores/messages/message-outbox'
import type { MessageQueue } from '../_stores/messages/message-queue'
import type { MessageRecipients } from '../_stores/messages/message-recipients'
import type { MessageReminders } from '../_stores/messages/message-reminders'
import type { MessageReports } from '../_stores/messages/message-reports'
import type { ObjectionStore } from '../_stores/objection-store'
import type { OpinionStore } from '../_stores/opinion-store'
import type { PeopleStore } from '../_stores/people-store'
import type { ReplyStore } from '../_stores/reply-store'
import type { TaskStore } from '../_stores/task-store'
import type { TemplateIds } from '../_stores/template-ids'
import type { WatchStore } from '../_stores/watch-store'
import type { WechatApi } from '../_stores/wechat-api'
import type { Writer } from '../_stores/writer'

/** Everything the notifier works with; each step takes what it needs. */
export interface Parts {
  readonly reminders: MessageReminders
  readonly queue: MessageQueue
  readonly outbox: MessageOutbox
  readonly lease: MessageLease
  readonly reporters: Pick<FeedbackReporters, 'of' | 'ofTask'>
  readonly objections: Pick<ObjectionStore, 'original'>
  readonly tasks: Pick<TaskStore, 'find' | 'findMany'>
  readonly opinions: Pick<OpinionStore, 'collective'>
  readonly cipher: Pick<Cipher, 'blind'>
  readonly calls: CallListStore
  readonly replies: Pick<ReplyStore, 'removeBefore'>
  readonly consents: ConsentStore
  readonly reports: MessageReports
  readonly people: Pick<PeopleStore, 'openidOf' | 'findPerson'>
  readonly wechat: Pick<WechatApi, 'sendSubscribe'>
  readonly writer: Writer
  readonly watch: Pick<WatchStore, 'count' | 'measureOnce'>
  readonly templateIds: TemplateIds
  readonly settings: SettingsBook
  readonly calendar: WorkCalendar
  /** Real milliseconds, to stop before the function's time is over. */
  readonly clock: () => number
  /** Fresh in every run: who works where may change between two. */
  readonly openRecipients: () => MessageRecipients
}

/** One run: its instant, when it has to stop, and who is who. */
export interface Run {
  readonly now: number
  readonly stopAt: number
  readonly recipients: MessageRecipients
}
