import { obligationTitle } from '@/copy/obligation-title'
import { watchWords } from '@/copy/watch'
import { enterpriseActions } from '@/contract/enterprise/actions'
import { Uploads } from '../_files/uploads'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { AlarmBell } from '../_stores/alarm-bell'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { FileRecordStore } from '../_stores/file-record-store'
import { MemberStore } from '../_stores/member-store'
import { ObligationStore } from '../_stores/obligation-store'
import { openStores } from '../_stores/open-stores'
import { TaskTimelines } from '../_stores/task-timelines'
import { TaskStore } from '../_stores/task-store'
import { TimelineStore } from '../_stores/timeline-store'
import { VisitStore } from '../_stores/visit-store'
import { accept } from './actions/accept'
import { addDissent } from './actions/add-dissent'
import { askVisit } from './actions/ask-visit'
import { cancelVisit } from './actions/cancel-visit'
import { confirmNode } from './actions/confirm-node'
import { counter } from './actions/counter'
import { getTimeline } from './actions/get-timeline'
import { getVisit } from './actions/get-visit'
import { listTimelines } from './actions/list-timelines'
import { listVisits } from './actions/list-visits'
import { mediate } from './actions/mediate'
import { correctVisit, notifyVisit } from './actions/notify-visit'
import { preparePlanUpload } from './actions/prepare-plan-upload'
import { prepareVisitUpload } from './actions/prepare-visit-upload'
import { propose } from './actions/propose'
import { rateVisit } from './actions/rate-visit'
import { recordVisit } from './actions/record-visit'
import { refer } from './actions/refer'
import { reopenTerms } from './actions/reopen-terms'
import { reportNode } from './actions/report-node'
import { returnNode } from './actions/return-node'
import { sign } from './actions/sign'
import { undoNode } from './actions/undo-node'
import { withdrawMatters } from './actions/withdraw-matters'
import { onTimer } from './on-timer'
import type { Parts } from './parts'

const env = environmentFrom(process.env, [...ofEveryFunction, 'CITY_NAME', 'ALARM_WEBHOOK'])
const stores = openStores(env, {
  calendar: workCalendar,
  title: obligationTitle,
})
const { database } = stores

const records = new FileRecordStore(database)
const parts: Parts = {
  ...stores,
  timelines: new TimelineStore(database),
  visits: new VisitStore(database, stores.cipher),
  talks: new TaskTimelines(database),
  members: new MemberStore(database),
  tasks: new TaskStore(database),
  records,
  uploads: new Uploads({ ...stores, records }),
}

export const main = serve<'enterprise'>({
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  bell: new AlarmBell(stores, env, watchWords.told),
  contracts: enterpriseActions,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  onTimer: onTimer({ ...stores, obligations: new ObligationStore(database) }),
  handlers: {
    'enterprise.listTimelines': listTimelines(parts),
    'enterprise.getTimeline': getTimeline(parts),
    'enterprise.propose': propose(parts),
    'enterprise.accept': accept(parts),
    'enterprise.preparePlanUpload': preparePlanUpload(parts),
    'enterprise.counter': counter(parts),
    'enterprise.refer': refer(parts),
    'enterprise.mediate': mediate(parts),
    'enterprise.sign': sign(parts),
    'enterprise.reopenTerms': reopenTerms(parts),
    'enterprise.reportNode': reportNode(parts),
    'enterprise.undoNode': undoNode(parts),
    'enterprise.confirmNode': confirmNode(parts),
    'enterprise.returnNode': returnNode(parts),
    'enterprise.listVisits': listVisits(parts),
    'enterprise.getVisit': getVisit(parts),
    'enterprise.askVisit': askVisit(parts),
    'enterprise.withdrawMatters': withdrawMatters(parts),
    'enterprise.cancelVisit': cancelVisit(parts),
    'enterprise.notifyVisit': notifyVisit(parts),
    'enterprise.correctVisit': correctVisit(parts),
    'enterprise.prepareVisitUpload': prepareVisitUpload(parts),
    'enterprise.recordVisit': recordVisit(parts),
    'enterprise.addDissent': addDissent(parts),
    'enterprise.rateVisit': rateVisit(parts),
  },
})
