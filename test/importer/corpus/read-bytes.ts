import { readFile } from '@/cloudfunctions/documents/read-file'
import type { Reader } from './measure'

/** The importer as it is deployed. */
export const readBytes: Reader = async (bytes, name) => {
  const { text, ...result } = await readFile(bytes, name)
  return { text, result }
}
