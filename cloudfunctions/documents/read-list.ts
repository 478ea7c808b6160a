import { CallError } from '../_kit/call-error'
import { workCalendar } from '../_kit/work-calendar'
import type { ReadList } from './drafts-of-list'
import { parseList } from './importer/parse-list'
import { ImportRefusal, readDocument } from './reading/read-document'

/** A province's whole plan is a tenth of this; more is no list, or several. */
const mostCharacters = 1_000_000
const mostTasks = 1_000

const textOf = async (bytes: Buffer, fileName: string): Promise<string> => {
  try {
    return (await readDocument(bytes, fileName)).text
  } catch (error) {
    if (error instanceof ImportRefusal) throw new CallError(error.code, ['fileId'])
    throw error
  }
}

/**
 * Reads a list's bytes.
 * @throws CallError `IMPORT.*` when the file cannot be read, is over-long or holds no list
 */
export const readList = async (bytes: Buffer, fileName: string): Promise<ReadList> => {
  const text = await textOf(bytes, fileName)
  if (text.length > mostCharacters) throw new CallError('IMPORT.TOO_LARGE', ['fileId'])
  const result = parseList(text, workCalendar)
  if (result.tasks.length === 0) throw new CallError('IMPORT.NOT_A_LIST', ['fileId'])
  if (result.tasks.length > mostTasks) throw new CallError('IMPORT.TOO_LARGE', ['fileId'])
  return { text, ...result }
}
