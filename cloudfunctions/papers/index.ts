import { obligationTitle } from '@/copy/obligation-title'
import { papersActions } from '@/contract/papers/actions'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { CaseFileStore } from '../_stores/case-file-store'
import { ChainStore } from '../_stores/chain-store'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { FileRecordStore } from '../_stores/file-record-store'
import { openStores } from '../_stores/open-stores'
import { OpinionStore } from '../_stores/opinion-store'
import { PublicTaskStore } from '../_stores/public-task-store'
import { TaskStore } from '../_stores/task-store'
import { exportChain } from './actions/export-chain'
import { getCaseFile } from './actions/get-case-file'
import { makeCaseFile } from './actions/make-case-file'
import { takePaper } from './actions/take-paper'
import type { Parts } from './parts'

const env = environmentFrom(process.env, ofEveryFunction)
const stores = openStores(env, {
  calendar: workCalendar,
  title: obligationTitle,
})
const { database, cipher } = stores

const parts: Parts = {
  ...stores,
  tasks: new TaskStore(database),
  chains: new ChainStore(database),
  records: new FileRecordStore(database),
  opinions: new OpinionStore(database),
  publicTasks: new PublicTaskStore(database),
  caseFiles: new CaseFileStore(database, cipher),
}

export const main = serve<'papers'>({
  contracts: papersActions,
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  handlers: {
    'papers.exportChain': exportChain(parts),
    'papers.getCaseFile': getCaseFile(parts),
    'papers.makeCaseFile': makeCaseFile(parts),
    'papers.takePaper': takePaper(parts),
  },
})
