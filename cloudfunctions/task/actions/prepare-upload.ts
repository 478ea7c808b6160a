import { markOf } from '@/domain/file/camera'
import { evidenceOwnerKey } from '../../_files/evidence'
import { typeOfName } from '../../_files/file-types'
import type { Handler } from '../../_kit/handler'
import { refuseStranger } from '../evidence'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'uploads' | 'cipher'>

/** Where who does the work, or accepts it, puts evidence. Nothing of it counts before it is confirmed. */
export const prepareUpload =
  ({ writer, tasks, uploads, cipher }: Deps): Handler<'task.prepareUpload'> =>
  async ({ taskId, files }, call) => {
    const { task } = await tasks.load(taskId, call)
    refuseStranger(task, call.actor)
    const settings = writer.contextOn(call.today).settings.on(call.today)
    const announced = files.map(({ fileName, size, camera }, index) => ({
      kind: 'evidence' as const,
      type: typeOfName(fileName),
      size,
      name: fileName,
      ...(camera && { camera: markOf(camera, camera.phoneNow, call.now, settings) }),
      fields: { type: `files.${index}.fileName`, size: `files.${index}.size` },
    }))
    const owner = { key: evidenceOwnerKey(cipher, taskId, call.actor), at: call.now }
    return { targets: await uploads.announce(announced, owner, call) }
  }
