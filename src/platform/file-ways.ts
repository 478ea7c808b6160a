import { fieldsOf } from '@/domain/known'
import type { ActionInput } from '@/contract/actions'
import { callAction } from './call-action'
import { serverNow } from './clock'
import type { KeptFile } from './kept-file'
import { newKey } from './key'
import type { OutboxItem } from './outbox-item'
import type { UploadTarget } from './upload'

type Sending = Pick<OutboxItem, 'anonymous' | 'actAs' | 'input'>

/** Which thing the write is about. */
const idIn = ({ input }: Sending, field: string): string => String(fieldsOf(input)[field])

/** How the files of one function go up: announced, put into storage, checked. */
interface FileWay {
  /** One target for each file, in their order. */
  announce(files: readonly KeptFile[], item: Sending): Promise<readonly UploadTarget[]>
  /** Id of the checked copy: only that one can be named in a write. */
  confirm(fileId: string, item: Sending): Promise<string>
}

type FeedbackType = ActionInput<'feedback.prepareUpload'>['files'][number]['type']

/** Photos have no name of their own; what they are is seen by their bytes. */
const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/webp': 'webp' }

const nameOf = ({ name, type }: Pick<KeptFile, 'name' | 'type'>) =>
  name || `photo.${endings[type] ?? 'jpg'}`

const once = async ({ actAs }: Sending) => ({ idempotencyKey: await newKey(), actAs })

/** Photos: announced, put, looked through and stripped by the server. */
const photoWay: FileWay = {
  async announce(files, item) {
    const announced = files.map(({ type, size }) => ({ type: type as FeedbackType, size }))
    const { targets } = await callAction(
      'feedback.prepareUpload',
      { files: announced, anonymous: item.anonymous },
      await once(item),
    )
    return targets
  },
  async confirm(fileId, item) {
    const { anonymous } = item
    const input = { fileId, anonymous }
    return (await callAction('feedback.confirmUpload', input, await once(item))).fileId
  },
}

/** Evidence of a task: what was done, and what was seen on site. */
const evidenceWay: FileWay = {
  async announce(files, item) {
    const taskId = idIn(item, 'taskId')
    const named = files.map(({ name, type, size, camera }) => ({
      fileName: nameOf({ name, type }),
      size,
      ...(camera && { camera: { ...camera, phoneNow: serverNow() } }),
    }))
    const input = { taskId, files: named }
    return (await callAction('task.prepareUpload', input, await once(item))).targets
  },
  async confirm(fileId, item) {
    const taskId = idIn(item, 'taskId')
    const input = { taskId, fileId }
    return (await callAction('task.confirmUpload', input, await once(item))).fileId
  },
}

/** Read by people, not checked by a machine: the announced id is the one to name. */
const papersWay = (
  announceOne: (file: { fileName: string; size: number }, item: Sending) => Promise<UploadTarget>,
): FileWay => ({
  async announce(files, item) {
    const targets: UploadTarget[] = []
    for (const file of files)
      targets.push(await announceOne({ fileName: nameOf(file), size: file.size }, item))
    return targets
  },
  confirm: (fileId) => Promise.resolve(fileId),
})

/** By the action, else by its function. */
const ways: Readonly<Record<string, FileWay>> = {
  feedback: photoWay,
  opinion: photoWay,
  task: photoWay,
  'task.reportDone': evidenceWay,
  'task.verify': evidenceWay,
  'task.recheck': evidenceWay,
  'task.signShare': evidenceWay,
  'task.selfCheck': evidenceWay,
  'task.approveCloseOut': evidenceWay,
  'task.recordUpper': evidenceWay,
  'enterprise.reportNode': evidenceWay,
  enterprise: papersWay(async (file, item) => {
    const timelineId = idIn(item, 'timelineId')
    const input = { timelineId, ...file }
    return (await callAction('enterprise.preparePlanUpload', input, await once(item))).target
  }),
  'enterprise.recordVisit': papersWay(async (file, item) => {
    const visitId = idIn(item, 'visitId')
    const input = { visitId, ...file }
    return (await callAction('enterprise.prepareVisitUpload', input, await once(item))).target
  }),
}

/** @throws when writes of this function carry no files */
export function fileWayOf(action: string): FileWay {
  const way = ways[action] ?? ways[action.slice(0, action.indexOf('.'))]
  if (!way) throw new Error(`${action} takes no files`)
  return way
}
