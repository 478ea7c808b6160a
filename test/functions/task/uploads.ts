import { jpegWith } from '../feedback/pictures'
import type { Organization } from '../../support/organization'
import type { TestApp } from '../../support/app'
import type { actingAs } from './ledger'

/** Evidence of a task, put into storage and confirmed as a phone does it. */
export const uploadsIn = (app: TestApp, as: ReturnType<typeof actingAs>) => {
  const put = async (
    who: keyof Organization,
    taskId: string,
    bytes: Buffer,
    fileName: string,
  ): Promise<string> => {
    const files = [{ fileName, size: bytes.length }]
    const { targets } = await as.ok(who, 'task.prepareUpload', { taskId, files })
    const status = await app.put(targets[0]!, bytes)
    if (status !== 200) throw new Error(`not put: ${status}`)
    return targets[0]!.fileId
  }
  const upload = async (...given: Parameters<typeof put>): Promise<string> => {
    const [who, taskId] = given
    const fileId = await put(...given)
    return (await as.ok(who, 'task.confirmUpload', { taskId, fileId })).fileId
  }
  return { put, upload }
}

/** 反弹, found by the inspector, with a photo of what was seen. */
export const findRelapse = async (
  app: TestApp,
  as: ReturnType<typeof actingAs>,
  taskId: string,
  words = '又有黑水',
) => {
  const { upload } = uploadsIn(app, as)
  const photo = await upload('inspector', taskId, jpegWith(`${taskId} ${words}`), '现场.jpg')
  await as.ok('inspector', 'task.recheck', { taskId, relapsed: true, words, photoIds: [photo] })
}
