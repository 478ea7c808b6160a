import { obligationTitle } from '@/copy/obligation-title'
import { papersActions } from '@/contract/papers'
import { defaultSettings } from '@/domain/settings'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { ChainStore } from '../_stores/chain-store'
import { parseContext } from '../_stores/database'
import { openStores } from '../_stores/open-stores'
import { TaskStore } from '../_stores/task-store'
import { exportChain } from './actions/export-chain'
import type { Parts } from './parts'

const stores = openStores(process.env, {
  calendar: workCalendar,
  settings: defaultSettings,
  title: obligationTitle,
})
const { database } = stores

const parts: Parts = {
  ...stores,
  tasks: new TaskStore(database),
  chains: new ChainStore(database),
}

export const main = serve<'papers'>({
  contracts: papersActions,
  gate: stores.gate,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  handlers: {
    'papers.exportChain': exportChain(parts),
  },
})
