import { obligationTitle } from '@/copy/obligation-title'
import { watchWords } from '@/copy/watch'
import { feedbackActions } from '@/contract/feedback/actions'
import { Uploads } from '../_files/uploads'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { AlarmBell } from '../_stores/alarm-bell'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { FeedbackLookStore } from '../_stores/feedback-look-store'
import { FeedbackOriginalStore } from '../_stores/feedback-original-store'
import { FeedbackStore } from '../_stores/feedback-store'
import { FileRecordStore } from '../_stores/file-record-store'
import { MemberStore } from '../_stores/member-store'
import { ObjectionStore } from '../_stores/objection-store'
import { openStores } from '../_stores/open-stores'
import { PhotoCheckStore } from '../_stores/photo-check-store'
import { PublicTaskStore } from '../_stores/public-task-store'
import { QuotaStore } from '../_stores/quota-store'
import { TaskStore } from '../_stores/task-store'
import { TaskTimelines } from '../_stores/task-timelines'
import { openWechatApi, wechatSettingsFrom } from '../_stores/wechat-api'
import { admit } from './actions/admit'
import { assign } from './actions/assign'
import { confirmUpload } from './actions/confirm-upload'
import { correctAccused } from './actions/correct-accused'
import { decline } from './actions/decline'
import { declineMany } from './actions/decline-many'
import { extendAnswer } from './actions/extend-answer'
import { get } from './actions/get'
import { getHandled } from './actions/get-handled'
import { handOverDesk } from './actions/hand-over-desk'
import { listDesk } from './actions/list-desk'
import { listMine } from './actions/list-mine'
import { listMergeTargets } from './actions/list-merge-targets'
import { listNextDesks } from './actions/list-next-desks'
import { lookUp } from './actions/look-up'
import { merge } from './actions/merge'
import { openOriginal } from './actions/open-original'
import { prepareUpload } from './actions/prepare-upload'
import { rate } from './actions/rate'
import { releaseAnswer } from './actions/release-answer'
import { returnAnswer } from './actions/return-answer'
import { returnToIntake } from './actions/return-to-intake'
import { submit } from './actions/submit'
import { submitAnswer } from './actions/submit-answer'
import { submitSecondAnswer } from './actions/submit-second-answer'
import { supplement } from './actions/supplement'
import { takeBack } from './actions/take-back'
import { withdraw } from './actions/withdraw'
import { lodgeObjection } from './actions/lodge-objection'
import { getOwnObjection } from './actions/get-own-objection'
import { listObjections } from './actions/list-objections'
import { getObjection } from './actions/get-objection'
import { openObjection } from './actions/open-objection'
import { summarizeObjection } from './actions/summarize-objection'
import { admitObjection } from './actions/admit-objection'
import { dismissObjection } from './actions/dismiss-objection'
import { rejectObjection } from './actions/reject-objection'
import { upholdObjection } from './actions/uphold-objection'
import { onTimer } from './archive-unrated'
import { onPush } from './check-photo'
import { leavesNoTrace } from './leaves-no-trace'
import type { Parts } from './parts'

const env = environmentFrom(process.env, [
  ...ofEveryFunction,
  'CITY_NAME',
  'COMPLAINT_PHONE',
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
const { database, cipher } = stores

const records = new FileRecordStore(database)
const parts: Parts = {
  ...stores,
  feedback: new FeedbackStore(database, cipher),
  originals: new FeedbackOriginalStore(database, cipher),
  looks: new FeedbackLookStore(database, cipher),
  objections: new ObjectionStore(database, cipher),
  tasks: new TaskStore(database),
  timelines: new TaskTimelines(database),
  members: new MemberStore(database),
  records,
  uploads: new Uploads({ ...stores, records }),
  quotas: new QuotaStore(database, cipher),
  publicTasks: new PublicTaskStore(database),
  photoChecks: new PhotoCheckStore(database),
  wechat: openWechatApi(wechatSettingsFrom(env)),
  complaintPhone: env.COMPLAINT_PHONE,
}

export const main = serve<'feedback'>({
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  bell: new AlarmBell(stores, env, watchWords.told),
  contracts: feedbackActions,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  leavesNoTrace,
  onTimer: onTimer(parts),
  onPush: onPush(parts),
  handlers: {
    'feedback.prepareUpload': prepareUpload(parts),
    'feedback.confirmUpload': confirmUpload(parts),
    'feedback.submit': submit(parts),
    'feedback.listMine': listMine(parts),
    'feedback.get': get(parts),
    'feedback.lookUp': lookUp(parts),
    'feedback.supplement': supplement(parts),
    'feedback.withdraw': withdraw(parts),
    'feedback.rate': rate(parts),
    'feedback.listDesk': listDesk(parts),
    'feedback.getHandled': getHandled(parts),
    'feedback.openOriginal': openOriginal(parts),
    'feedback.admit': admit(parts),
    'feedback.decline': decline(parts),
    'feedback.declineMany': declineMany(parts),
    'feedback.listNextDesks': listNextDesks(parts),
    'feedback.handOverDesk': handOverDesk(parts),
    'feedback.correctAccused': correctAccused(parts),
    'feedback.takeBack': takeBack(parts),
    'feedback.assign': assign(parts),
    'feedback.returnToIntake': returnToIntake(parts),
    'feedback.submitAnswer': submitAnswer(parts),
    'feedback.submitSecondAnswer': submitSecondAnswer(parts),
    'feedback.releaseAnswer': releaseAnswer(parts),
    'feedback.returnAnswer': returnAnswer(parts),
    'feedback.extendAnswer': extendAnswer(parts),
    'feedback.listMergeTargets': listMergeTargets(parts),
    'feedback.merge': merge(parts),
    'feedback.lodgeObjection': lodgeObjection(parts),
    'feedback.getOwnObjection': getOwnObjection(parts),
    'feedback.listObjections': listObjections(parts),
    'feedback.getObjection': getObjection(parts),
    'feedback.openObjection': openObjection(parts),
    'feedback.summarizeObjection': summarizeObjection(parts),
    'feedback.admitObjection': admitObjection(parts),
    'feedback.dismissObjection': dismissObjection(parts),
    'feedback.rejectObjection': rejectObjection(parts),
    'feedback.upholdObjection': upholdObjection(parts),
  },
})
