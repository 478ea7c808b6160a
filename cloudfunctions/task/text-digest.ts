import { createHash } from 'node:crypto'
import { editedText } from '@/domain/release/edits'
import { photographedText } from '@/domain/release/photos'
import { type PublicText, publicTextOf } from '@/domain/release/public-task'
import type { TaskRecord } from '../_stores/task-thing'
import type { Names } from '../_stores/task-names'

/** The exact text with the digest by which a check names it. */
export const digestedText = (
  task: TaskRecord,
  names: Names,
): { readonly text: PublicText; readonly digest: string } => {
  const { edits = [], photos = [] } = task.release
  const text = photographedText(editedText(publicTextOf(task, names), edits), task, photos)
  return { text, digest: createHash('sha256').update(JSON.stringify(text)).digest('hex') }
}
