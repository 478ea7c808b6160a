import { type CaseFile, noCaseFile, caseFileStates } from '@/domain/papers/case-file'
import type { TaskId } from '@/domain/task/task'
import type { Cipher } from './cipher'
import type { Database } from './database'
import type { Doc } from './document'
import { orNone, rowsOf } from './shape'

const collection = 'caseFiles'

const readFile = rowsOf<CaseFile>({
  state: caseFileStates,
  since: 'number',
  done: 'number',
  total: 'number',
  madeOn: orNone('text'),
  differing: 'list',
  missing: 'list',
  taken: 'list',
})

const fileOf = ({ _id, ...file }: Doc): CaseFile => readFile(file)

/** How far the files of cases are; the bytes are in `FileStore`. */
export class CaseFileStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async find(taskId: TaskId): Promise<CaseFile> {
    const doc = await this.database.get(collection, taskId)
    return doc ? fileOf(doc) : noCaseFile
  }

  async put(taskId: TaskId, file: CaseFile): Promise<void> {
    await this.database.put(collection, { _id: taskId, ...file })
  }

  /** The path of one paper of a case: always the same, and not to be guessed. */
  pathOf(taskId: TaskId, name: string): string {
    return `papers/${this.cipher.blind(`papers ${taskId}`)}/${name}`
  }
}
