import type { CaseFileStore } from '../_stores/case-file-store'
import type { ChainStore } from '../_stores/chain-store'
import type { FileRecordStore } from '../_stores/file-record-store'
import type { Stores } from '../_stores/open-stores'
import type { OpinionStore } from '../_stores/opinion-store'
import type { PublicTaskStore } from '../_stores/public-task-store'
import type { TaskStore } from '../_stores/task-store'

/** Everything the actions on papers are built from; each takes what it needs. */
export interface Parts extends Pick<Stores, 'files' | 'organization' | 'contextOn'> {
  readonly tasks: TaskStore
  readonly chains: ChainStore
  readonly records: FileRecordStore
  readonly opinions: OpinionStore
  readonly publicTasks: PublicTaskStore
  readonly caseFiles: CaseFileStore
}
