import { obligationTitle } from '@/copy/obligation-title'
import { watchWords } from '@/copy/watch'
import { now } from '../_kit/clock'
import { notifierActions } from '@/contract/notifier/actions'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { AlarmBell } from '../_stores/alarm-bell'
import { CallListStore } from '../_stores/call-list-store'
import { ConsentStore } from '../_stores/consent-store'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { FeedbackOriginalStore } from '../_stores/feedback-original-store'
import { FeedbackReporters } from '../_stores/feedback-reporters'
import { MessageLease } from '../_stores/messages/message-lease'
import { MessageOutbox } from '../_stores/messages/message-outbox'
import { MessageQueue } from '../_stores/messages/message-queue'
import { MessageRecipients } from '../_stores/messages/message-recipients'
import { MessageReports } from '../_stores/messages/message-reports'
import { MessageReminders } from '../_stores/messages/message-reminders'
import { ObjectionStore } from '../_stores/objection-store'
import { ObligationStore } from '../_stores/obligation-store'
import { OpinionStore } from '../_stores/opinion-store'
import { openStores } from '../_stores/open-stores'
import { RepeatStore } from '../_stores/repeat-store'
import { TaskStore } from '../_stores/task-store'
import { templateIdsFrom } from '../_stores/template-ids'
import { openWechatApi, wechatSettingsFrom } from '../_stores/wechat-api'
import { listCallList } from './actions/list-call-list'
import { listRepeats } from './actions/list-repeats'
import { listMyMessages } from './actions/list-my-messages'
import { listReminders } from './actions/list-reminders'
import { listTodo } from './actions/list-todo'
import { recordConsent } from './actions/record-consent'
import { onPush } from './on-push'
import type { Parts } from './parts'
import { runNotifier } from './run-notifier'

const env = environmentFrom(process.env, [
  ...ofEveryFunction,
  'CITY_NAME',
  'MESSAGES',
  'TEMPLATE_ANSWER_READY',
  'TEMPLATE_DEADLINE',
  'TEMPLATE_TIMELINE',
  'WECHAT_API_BASE',
  'WECHAT_APPID',
  'WECHAT_SECRET',
  'MINI_PROGRAM_STATE',
  'ALARM_WEBHOOK',
])
const stores = openStores(env, {
  calendar: workCalendar,
  title: obligationTitle,
})
const { database, cipher, people, organization, replies, watch } = stores
const obligations = new ObligationStore(database)
const originals = new FeedbackOriginalStore(database, cipher)

const parts: Parts = {
  reminders: new MessageReminders(database),
  queue: new MessageQueue(database, cipher),
  reporters: new FeedbackReporters(database, originals),
  objections: new ObjectionStore(database, cipher),
  tasks: new TaskStore(database),
  opinions: new OpinionStore(database),
  cipher,
  outbox: new MessageOutbox(database),
  lease: new MessageLease(database),
  calls: new CallListStore(database),
  replies,
  consents: new ConsentStore(database, env.MESSAGES !== 'none'),
  reports: new MessageReports(database),
  people,
  writer: stores.writer,
  watch,
  wechat: openWechatApi(wechatSettingsFrom(env)),
  templateIds: templateIdsFrom(env),
  settings: stores.settings,
  calendar: workCalendar,
  clock: now,
  openRecipients: () => new MessageRecipients(database, people),
}

export const main = serve<'notifier'>({
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  bell: new AlarmBell(stores, env, watchWords.told),
  contracts: notifierActions,
  handlers: {
    'notifier.listCallList': listCallList({
      ...parts,
      organization,
    }),
    'notifier.listRepeats': listRepeats({
      repeats: new RepeatStore(database, cipher),
      organization,
    }),
    'notifier.listMyMessages': listMyMessages(parts),
    'notifier.listTodo': listTodo({ obligations }),
    'notifier.listReminders': listReminders({ ...stores, obligations }),
    'notifier.recordConsent': recordConsent(parts),
  },
  people,
  replies,
  parseContext,
  onTimer: (at) => runNotifier(parts, at),
  onPush: onPush(parts),
})
