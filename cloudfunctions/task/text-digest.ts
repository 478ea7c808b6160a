import { createHash } from 'node:crypto'
import { editedText } from '@/domain/release/edits'
import { photographedText } from '@/domain/release/photos'
import { noticePlaces } from '@/domain/release/places'
import { type PublicText, publicTextOf } from '@/domain/release/public-task'
import type { TaskRecord } from '../_stores/task-record'
import type { Names } from '../_stores/task-names'

interface Digested {
  readonly text: PublicText
  readonly digest: string
  /** What both who check it open one by one. */
  readonly places: readonly string[]
}

/** The exact text with the digest by which a check names it. */
export const digestedText = (task: TaskRecord, names: Names): Digested => {
  const { edits = [], photos = [] } = task.release
  const text = photographedText(editedText(publicTextOf(task, names), edits), task, photos)
  return {
    text,
    digest: createHash('sha256').update(JSON.stringify(text)).digest('hex'),
    places: noticePlaces(text, task.asking !== null),
  }
}
