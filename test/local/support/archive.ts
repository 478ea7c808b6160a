import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { GZIP_HEAD, SEAL_LENGTH, sealOf } from '@/local/archive/archive-format'
import { documentKey } from '@/local/engine/collection'
import type { Document } from '@/local/ground/document'
import { DocumentStore } from '@/local/engine/store'
import { diskBlobs } from '@/local/storage/disk-blobs'
import { FileStore } from '@/local/storage/file-store'

const SCRIPT = join(__dirname, '..', '..', '..', 'scripts', 'local-cloud.mjs')

/** Runs the command line to its end. */
export function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    encoding: 'utf8',
  })
  return { status, out: stdout.trim(), errors: stderr }
}

/** A data directory opened without a server. */
export function openData(data: string) {
  const now = () => 1_770_000_000_000
  const store = DocumentStore.open({ directory: data, schema: null, now })
  const files = new FileStore({ store, blobs: diskBlobs(join(data, 'files')), envId: 'e', now })
  const put = (collection: string, ...documents: Document[]) =>
    store.write((transaction) => {
      for (const document of documents) {
        const key = documentKey(document._id)
        store.put(transaction, store.collection(collection), key, document)
      }
    })
  const upload = (path: string, bytes: Buffer | string, type = 'text/plain') =>
    files.save(path, parts(Buffer.from(bytes)), type, Number.MAX_SAFE_INTEGER)
  return { store, files, put, upload }
}

async function* parts(bytes: Buffer) {
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000)
}

/** Lines of an archive without the seal. */
export const unpacked = (archive: Buffer) => gunzipSync(withoutSeal(archive)).toString()

/** Packs text as archives are packed. */
export function packed(text: string): Buffer {
  const bytes = gzipSync(text)
  GZIP_HEAD.copy(bytes)
  return sealed(bytes)
}

/** Puts the seal of an archive behind bytes that need not be one. */
export function sealed(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, sealOf(createHash('sha256').update(bytes).digest('hex'))])
}

export function withoutSeal(archive: Buffer): Buffer {
  return archive.subarray(0, archive.length - SEAL_LENGTH)
}

export async function joined(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const part of source) all.push(part)
  return Buffer.concat(all)
}
