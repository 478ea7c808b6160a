import type { ChainStore } from '../_stores/chain-store'
import type { Stores } from '../_stores/open-stores'
import type { TaskStore } from '../_stores/task-store'

/** Everything the actions on papers are built from; each takes what it needs. */
export interface Parts extends Pick<Stores, 'writer' | 'cipher' | 'files' | 'organization'> {
  readonly tasks: TaskStore
  readonly chains: ChainStore
}
