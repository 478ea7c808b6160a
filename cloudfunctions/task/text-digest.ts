import { createHash } from 'node:crypto'
import { editedText } from '@/domain/release/edits'
import { type PublicText, publicTextOf } from '@/domain/release/public-task'
import type { TaskRecord } from '../_stores/task-thing'
import type { Names } from '../_stores/task-names'

/** The exact text with the digest by which a check names it. */
export const digestedText = (
  task: TaskRecord,
  names: Names,
): { readonly text: PublicText; readonly digest: string } => {
  const text = editedText(publicTextOf(task, names), task.release.edits ?? [])
  return { text, digest: createHash('sha256').update(JSON.stringify(text)).digest('hex') }
}
