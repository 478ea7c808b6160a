import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { StoredFile } from '../storage/file-store'
import { BYTES_IN_LINE, FORMAT, GZIP_HEAD, sealOf, VERSION } from './archive-format'
import type { ArchiveEnd, ArchiveHead, FileHead } from './archive-format'
import type { Content } from './content'
import { ContentHash, DocumentSum } from './content-hash'

/** Characters of lines that are packed at a time: requests are served in between. */
const BLOCK = 128 * 1024

/** Parts of exactly `size` bytes, the last one smaller: the same bytes give the same lines from any source. */
async function* evenly(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const part of source) {
    rest = rest.length > 0 ? Buffer.concat([rest, part]) : part
    let start = 0
    for (; rest.length - start >= size; start += size) yield rest.subarray(start, start + size)
    rest = rest.subarray(start)
  }
  if (rest.length > 0) yield rest
}

const headOf = ({ path, contentType, size, md5, uploadedAt }: StoredFile): FileHead => ({
  path,
  contentType,
  size,
  md5,
  uploadedAt,
})

/**
 * Lines of one file.
 * @throws Error when its bytes are not those that were uploaded
 */
async function* fileLines(
  file: StoredFile,
  read: Content['read'],
  hash: ContentHash,
): AsyncGenerator<string> {
  const head = headOf(file)
  yield JSON.stringify(['file', head])
  const bytes = await read(file)
  if (!bytes) throw new Error(`the bytes of the file ${file.path} are missing`)
  const sum = createHash('sha256')
  const md5 = createHash('md5')
  for await (const part of evenly(bytes, BYTES_IN_LINE)) {
    sum.update(part)
    md5.update(part)
    yield `["bytes","${part.toString('base64')}"]`
  }
  if (md5.digest('hex') !== file.md5)
    throw new Error(`the bytes of the file ${file.path} are not those that were uploaded`)
  const sha256 = sum.digest('hex')
  hash.file(head, sha256)
  yield JSON.stringify(['sum', sha256])
}

type Counts = Omit<ArchiveEnd, 'sha256'>

async function* partLines(content: Content, counts: Counts): AsyncGenerator<string> {
  const hash = new ContentHash()
  for (const { name, texts } of content.collections) {
    yield JSON.stringify(['collection', name])
    const sum = new DocumentSum()
    for (const text of texts()) {
      sum.add(text)
      yield `["document",${text}]`
    }
    const digest = sum.digest()
    hash.collection(name, sum, digest)
    counts.collections += 1
    counts.documents += sum.documents
    yield JSON.stringify(['sum', digest])
  }
  for (const file of content.files) {
    yield* fileLines(file, content.read, hash)
    counts.files += 1
  }
  counts.content = hash.digest()
}

/** Blocks of lines, and the end when everything before is written. */
async function* blocks(content: Content, onEnd: (end: ArchiveEnd) => void): AsyncGenerator<Buffer> {
  const sum = createHash('sha256')
  const head: ArchiveHead = { format: FORMAT, version: VERSION, clock: content.clock }
  let text = `${JSON.stringify(['archive', head])}\n`
  const block = () => {
    const bytes = Buffer.from(text)
    text = ''
    sum.update(bytes)
    return bytes
  }
  const counts: Counts = { collections: 0, documents: 0, files: 0, content: '' }
  for await (const line of partLines(content, counts)) {
    text += `${line}\n`
    if (text.length >= BLOCK) yield block()
  }
  yield block()
  const end: ArchiveEnd = { ...counts, sha256: sum.digest('hex') }
  yield Buffer.from(`${JSON.stringify(['end', end])}\n`)
  onEnd(end)
}

/** @throws Error when the bytes of a file are missing or not those that were uploaded */
export async function hashContent(content: Content, signal: AbortSignal): Promise<ArchiveEnd> {
  let summary: ArchiveEnd | null = null
  const made = blocks(content, (end) => (summary = end))
  while (!(await made.next()).done) signal.throwIfAborted()
  return summary as unknown as ArchiveEnd
}

/**
 * The archive of a content in its bytes, made as they are asked for. Whoever stops asking ends the making.
 * @param onEnd called when all of it was made
 * @throws Error when the bytes of a file are missing or not those that were uploaded
 */
export async function* archiveBytes(
  content: Content,
  onEnd: (end: ArchiveEnd) => void,
): AsyncGenerator<Buffer> {
  const packed = createGzip({ chunkSize: BLOCK })
  const source = Readable.from(blocks(content, onEnd), { highWaterMark: 1 })
  // What goes wrong in the source comes out of the packing too, which is where it is caught.
  pipeline(source, packed, () => undefined)
  const sum = createHash('sha256')
  let first = true
  for await (const chunk of packed as AsyncIterable<Buffer>) {
    if (first) GZIP_HEAD.copy(chunk)
    first = false
    sum.update(chunk)
    yield chunk
  }
  yield sealOf(sum.digest('hex'))
}
