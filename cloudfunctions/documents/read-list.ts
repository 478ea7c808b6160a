import { CallError } from '../_kit/call-error'
import { type ReadFile, readFile } from './read-file'
import { ImportRefusal } from './reading/read-document'

/** A province's whole plan is a tenth of this; more is no list, or several. */
const mostCharacters = 1_000_000
const mostTasks = 1_000

/**
 * Reads a list's bytes.
 * @throws CallError `IMPORT.*` when the file cannot be read, is over-long or holds no list
 */
export const readList = async (bytes: Buffer, fileName: string): Promise<ReadFile> => {
  try {
    const list = await readFile(bytes, fileName, mostCharacters)
    if (list.tasks.length === 0) throw new CallError('IMPORT.NOT_A_LIST', ['fileId'])
    if (list.tasks.length > mostTasks) throw new CallError('IMPORT.TOO_LARGE', ['fileId'])
    return list
  } catch (error) {
    if (error instanceof ImportRefusal) throw new CallError(error.code, ['fileId'])
    throw error
  }
}
