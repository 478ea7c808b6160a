import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Collection } from '../engine/collection'
import { dataFiles } from '../engine/log/data-files'
import type { Document } from '../ground/document'
import { LoadedState } from '../engine/log/log-operations'
import { readSnapshot } from '../engine/log/read-snapshot'
import type { StoredFile } from '../storage/file-store'
import { encodeEjson } from '../ground/encode-ejson'
import { ContentHash, DocumentSum } from './content-hash'
import { FILES, takingOf } from './internal-collections'

/** Takes what a start would load and keeps no more than its sums. */
class SummedState extends LoadedState {
  readonly files: StoredFile[] = []
  readonly sums = new Map<string, DocumentSum>()

  override put({ name }: Collection, document: Document): void {
    if (name === FILES) this.files.push(document as unknown as StoredFile)
    const kept = takingOf(name)?.(document)
    if (!kept) return
    const sum = this.sums.get(name) ?? new DocumentSum()
    this.sums.set(name, sum)
    sum.add(encodeEjson(kept))
  }
}

/**
 * The content hash of a restored folder, read from the disk as a start reads it.
 * @throws DamagedLog, or the error of the disk
 */
export async function hashRestored(folder: string): Promise<string> {
  const state = new SummedState(new Map(), null)
  readSnapshot(dataFiles(folder).snapshot, state)
  const hash = new ContentHash()
  for (const [name, sum] of state.sums) hash.collection(name, sum)
  for (const file of state.files) {
    const sum = createHash('sha256')
    for await (const part of createReadStream(join(folder, 'files', file.blob)))
      sum.update(part as Buffer)
    hash.file(file, sum.digest('hex'))
  }
  return hash.digest()
}
