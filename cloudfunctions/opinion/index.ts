import { obligationTitle } from '@/copy/obligation-title'
import { opinionActions } from '@/contract/opinion/actions'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { FileRecordStore } from '../_stores/file-record-store'
import { openStores } from '../_stores/open-stores'
import { OpinionStore } from '../_stores/opinion-store'
import { PublicTaskStore } from '../_stores/public-task-store'
import { TaskStore } from '../_stores/task-store'
import { getCollective } from './actions/get-collective'
import { getOwn } from './actions/get-own'
import { giveCollective } from './actions/give-collective'
import { giveOwn } from './actions/give-own'
import { listAsked } from './actions/list-asked'
import { answerOpinions } from './actions/answer-opinions'
import { getSummary } from './actions/get-summary'
import { openWords } from './actions/open-words'
import { releaseSummary } from './actions/release-summary'
import { returnAnswers } from './actions/return-answers'
import { getVisit } from './actions/get-visit'
import { openVisit } from './actions/open-visit'
import { recordVisit } from './actions/record-visit'
import { summarize } from './actions/summarize'
import { sayNotInvolved } from './actions/say-not-involved'
import type { Parts } from './parts'

const env = environmentFrom(process.env, ofEveryFunction)
const stores = openStores(env, {
  calendar: workCalendar,
  title: obligationTitle,
})
const { database } = stores

const parts: Parts = {
  ...stores,
  opinions: new OpinionStore(database),
  tasks: new TaskStore(database),
  publicTasks: new PublicTaskStore(database),
  records: new FileRecordStore(database),
}

export const main = serve<'opinion'>({
  contracts: opinionActions,
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  handlers: {
    'opinion.getOwn': getOwn(parts),
    'opinion.giveOwn': giveOwn(parts),
    'opinion.listAsked': listAsked(parts),
    'opinion.getCollective': getCollective(parts),
    'opinion.giveCollective': giveCollective(parts),
    'opinion.sayNotInvolved': sayNotInvolved(parts),
    'opinion.getVisit': getVisit(parts),
    'opinion.openVisit': openVisit(parts),
    'opinion.recordVisit': recordVisit(parts),
    'opinion.getSummary': getSummary(parts),
    'opinion.openWords': openWords(parts),
    'opinion.summarize': summarize(parts),
    'opinion.answerOpinions': answerOpinions(parts),
    'opinion.returnAnswers': returnAnswers(parts),
    'opinion.releaseSummary': releaseSummary(parts),
  },
})
