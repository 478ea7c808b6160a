import { evidenceOwnerKey } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'uploads' | 'cipher'>

/** Checks, cleans and keeps a piece of evidence, with the SHA-256 of what is kept. */
export const confirmUpload =
  ({ uploads, cipher }: Deps): Handler<'task.confirmUpload'> =>
  async ({ taskId, fileId }, { actor }) => {
    const ownerKey = evidenceOwnerKey(cipher, taskId, actor)
    const { record: kept } = await uploads.confirm({
      fileId,
      kinds: ['evidence'],
      ownerKey,
      field: 'fileId',
    })
    return { fileId: kept.fileId }
  }
