import { createHash } from 'node:crypto'

export class WrongDigest extends Error {}

/**
 * Passes the bytes on and compares them at their end with a `Content-MD5` header (base64).
 * @throws WrongDigest while it is read, when they differ
 */
export async function* checkDigest(
  source: AsyncIterable<Buffer>,
  wanted: string | undefined,
): AsyncGenerator<Buffer> {
  if (wanted === undefined) {
    yield* source
    return
  }
  const hash = createHash('md5')
  for await (const part of source) {
    hash.update(part)
    yield part
  }
  if (hash.digest('base64') !== wanted.trim()) throw new WrongDigest()
}
