import { CallError, mayRepeat } from './call-error'
import { fileWayOf } from './file-ways'
import { readKeptFile } from './kept-file'
import type { LocalFile } from './local-file'
import type { Attachment, OutboxItem } from './outbox-item'
import { uploadFile, type UploadTarget } from './upload'

/** Uploads side by side: more only divide a thin line among them. */
const lanes = 3
/** A file that arrived this often and was not found good goes no further; the words do. */
export const mostFailures = 3

type Change = (file: string, part: Partial<Attachment>) => void

interface Waiting {
  readonly attachment: Attachment
  readonly file: LocalFile
}

const isOpen = ({ fileId, lost }: Attachment) => fileId === undefined && lost === undefined

/** Files still on the phone; of those that are not it is said so, and the words go without. */
async function stillHere(item: OutboxItem, change: Change): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  for (const attachment of item.attachments.filter(isOpen)) {
    const file = await readKeptFile(attachment.file)
    if (file) waiting.push({ attachment, file })
    else change(attachment.file.key, { lost: 'vanished' })
  }
  return waiting
}

/** What is refused of the call as a whole, e.g. too many in an hour, is no fault of a file. */
const isAboutFile = ({ code, fields }: CallError) =>
  code.startsWith('FILE.') || (fields[0] ?? '').startsWith('files.')

/** Which of the announced files a refusal is about: its field reads `files.2.type`. */
const refusedOf = (error: CallError, files: readonly Waiting[]) => {
  const place = Number(/^files\.(\d+)\./.exec(error.fields[0] ?? '')?.[1] ?? (files[1] ? NaN : 0))
  return files[place] ?? null
}

/** One announcement for all; a file that the server takes under no circumstances is left out. */
async function announce(item: OutboxItem, files: Waiting[], change: Change) {
  const way = fileWayOf(item.action)
  let left = files
  while (left.length > 0) {
    try {
      const targets = await way.announce(
        left.map(({ attachment }) => attachment.file),
        item,
      )
      return left.map((waiting, place) => ({ ...waiting, target: targets[place] }))
    } catch (error) {
      if (!(error instanceof CallError) || !isAboutFile(error)) throw error
      const refused = refusedOf(error, left)
      if (!refused) throw error
      change(refused.attachment.file.key, { lost: 'refused' })
      left = left.filter((each) => each !== refused)
    }
  }
  return []
}

async function sendFile(
  item: OutboxItem,
  { attachment, file, target }: Waiting & { target: UploadTarget | undefined },
  change: Change,
) {
  const { key } = attachment.file
  try {
    if (!target) throw new CallError('CLIENT.UPLOAD_FAILED')
    const sent = await uploadFile(target, file, { anonymous: item.anonymous })
    change(key, { fileId: await fileWayOf(item.action).confirm(sent, item) })
  } catch (error) {
    if (!(error instanceof CallError) || mayRepeat(error)) throw error
    const failures = (attachment.failures ?? 0) + 1
    // Lost or changed on the way: another try may do. What it is will not change.
    const again = error.code === 'FILE.MISSING' || error.code === 'FILE.CHANGED'
    if (!again || failures >= mostFailures) return change(key, { lost: 'refused' })
    change(key, { failures })
    throw new CallError('CLIENT.UPLOAD_FAILED')
  }
}

/**
 * Puts up the files of one write that are not up yet: one announcement, three at a time.
 * @param change keeps how far a file came, so that the next attempt goes on from there
 * @throws {CallError} when some are still to go up; what went up is kept
 */
export async function sendFiles(item: OutboxItem, change: Change): Promise<void> {
  const files = await stillHere(item, change)
  if (files.length === 0) return
  const queue = [...(await announce(item, files, change))]
  const failures: unknown[] = []
  const lane = async () => {
    for (let next = queue.shift(); next && failures.length === 0; next = queue.shift()) {
      try {
        await sendFile(item, next, change)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (failures.length > 0) throw failures[0]
}
