import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { DocumentKey } from '../ground/document'
import { decodeValue } from '../ground/decode-ejson'
import { BadArchive, BYTES_IN_LINE } from './archive-format'
import type { ArchiveEnd, ArchiveHead, FileHead } from './archive-format'
import { checkCollection, checkDocument, checkEnd, checkFile, checkHead } from './archive-checks'
import { ContentHash, DocumentSum } from './content-hash'
import { unpackLines } from './unpack-lines'

export type ArchivePart =
  | { kind: 'archive'; head: ArchiveHead }
  | { kind: 'collection'; name: string }
  | { kind: 'document'; text: string }
  | { kind: 'file'; head: FileHead }
  | { kind: 'bytes'; bytes: Buffer }
  /** The part before is whole. */
  | { kind: 'sum' }
  | { kind: 'end'; end: ArchiveEnd }

interface OpenCollection {
  name: string
  sum: DocumentSum
  keys: Set<DocumentKey>
}

interface OpenFile {
  head: FileHead
  size: number
  sum: Hash
}

function parseLine(line: Buffer): [kind: unknown, value: unknown] {
  try {
    const parsed = decodeValue(JSON.parse(line.toString()), 0)
    if (Array.isArray(parsed) && parsed.length === 2) return parsed as [unknown, unknown]
  } catch {
    // Said below.
  }
  throw new BadArchive('it is no archive of the local cloud: it holds a line of another kind')
}

/** Takes the lines of an archive one by one and refuses the first that does not fit those before. */
class ArchiveReading {
  private readonly all = createHash('sha256')
  private readonly hash = new ContentHash()
  private readonly counts = { collections: 0, documents: 0, files: 0 }
  private begun = false
  private ended: ArchiveEnd | null = null
  private collection: OpenCollection | null = null
  private file: OpenFile | null = null
  private lastName: string | null = null
  private lastPath: string | null = null

  take(line: Buffer): ArchivePart {
    if (this.ended) throw new BadArchive('it goes on behind its end')
    const [kind, value] = parseLine(line)
    const part = this.begun ? this.takePart(kind, value) : this.begin(kind, value)
    this.all.update(line).update('\n')
    return part
  }

  /** @throws BadArchive when lines are missing */
  finish(): ArchiveEnd {
    if (!this.ended) throw new BadArchive('it ends too early')
    return this.ended
  }

  private begin(kind: unknown, value: unknown): ArchivePart {
    this.begun = true
    return { kind: 'archive', head: checkHead(kind, value) }
  }

  private takePart(kind: unknown, value: unknown): ArchivePart {
    if (this.collection) return this.inCollection(this.collection, kind, value)
    if (this.file) return this.inFile(this.file, kind, value)
    if (kind === 'collection') return this.beginCollection(checkCollection(value))
    if (kind === 'file') return this.beginFile(checkFile(value))
    if (kind === 'end') return this.end(checkEnd(value))
    throw new BadArchive(`it holds a line of another kind: ${String(kind)}`)
  }

  private beginCollection(name: string): ArchivePart {
    if (this.lastPath !== null || (this.lastName !== null && name <= this.lastName))
      throw new BadArchive(`the collection ${name} stands in the wrong place`)
    this.lastName = name
    this.collection = { name, sum: new DocumentSum(), keys: new Set() }
    return { kind: 'collection', name }
  }

  private inCollection(open: OpenCollection, kind: unknown, value: unknown): ArchivePart {
    const { name, sum, keys } = open
    if (kind === 'document') {
      const { text } = checkDocument(name, value, keys)
      sum.add(text)
      return { kind, text }
    }
    const digest = sum.digest()
    if (kind !== 'sum' || value !== digest)
      throw new BadArchive(`the collection ${name} is not as it was written`)
    this.hash.collection(name, sum, digest)
    this.counts.collections += 1
    this.counts.documents += sum.documents
    this.collection = null
    return { kind }
  }

  private beginFile(head: FileHead): ArchivePart {
    if (this.lastPath !== null && head.path <= this.lastPath)
      throw new BadArchive(`the file ${head.path} stands in the wrong place`)
    this.lastPath = head.path
    this.file = { head, size: 0, sum: createHash('sha256') }
    return { kind: 'file', head }
  }

  private inFile(open: OpenFile, kind: unknown, value: unknown): ArchivePart {
    const { head, sum } = open
    const damaged = () => new BadArchive(`the file ${head.path} is not as it was written`)
    if (kind === 'bytes' && typeof value === 'string') {
      const bytes = Buffer.from(value, 'base64')
      open.size += bytes.length
      if (bytes.length > BYTES_IN_LINE || open.size > head.size) throw damaged()
      sum.update(bytes)
      return { kind, bytes }
    }
    const sha256 = sum.digest('hex')
    if (kind !== 'sum' || value !== sha256 || open.size !== head.size) throw damaged()
    this.hash.file(head, sha256)
    this.counts.files += 1
    this.file = null
    return { kind }
  }

  private end(end: ArchiveEnd): ArchivePart {
    const { collections, documents, files } = this.counts
    if (
      end.sha256 !== this.all.copy().digest('hex') ||
      end.content !== this.hash.digest() ||
      end.collections !== collections ||
      end.documents !== documents ||
      end.files !== files
    )
      throw new BadArchive('it does not hold what its end says')
    this.ended = end
    return { kind: 'end', end }
  }
}

/**
 * The parts of an archive in their order. Nothing of it may be relied on before the last part has come.
 * @throws BadArchive telling what is wrong; the error of the disk
 */
export async function* readArchive(path: string): AsyncGenerator<ArchivePart> {
  const reading = new ArchiveReading()
  for await (const line of unpackLines(path)) {
    const part = reading.take(line)
    if (part.kind !== 'end') yield part
  }
  // Whoever has got the end may stop asking: by then it is known that nothing stands behind it.
  yield { kind: 'end', end: reading.finish() }
}
