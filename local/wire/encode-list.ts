import { requestFailed } from '../ground/cloud-error'
import { encodeEjson } from '../ground/encode-ejson'

/** One reply may not be larger than this. */
const MOST_REPLY_BYTES = 16 * 1024 * 1024

/**
 * EJSON texts of the documents of a reply.
 * @throws CloudError when they are larger than a reply may be
 */
export function encodeList(documents: ReadonlyArray<Record<string, unknown>>): string[] {
  let length = 0
  const list = documents.map((document) => {
    const text = encodeEjson(document)
    length += text.length
    if (length > MOST_REPLY_BYTES) throw tooLarge()
    return text
  })
  // A character takes up to three bytes: only a reply that may be too large is measured.
  if (length * 3 > MOST_REPLY_BYTES) {
    const bytes = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    if (bytes > MOST_REPLY_BYTES) throw tooLarge()
  }
  return list
}

const tooLarge = () => requestFailed('the result is larger than 16 MB')
