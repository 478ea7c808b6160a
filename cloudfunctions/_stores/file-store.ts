import type { Cloud } from './database'
import { pathOf, type StorageHome } from './storage-home'

/** Where to put one file; see `contract/fields.ts`. */
export interface UploadTarget {
  /** What documents and phones hold: the path. */
  readonly fileId: string
  readonly path: string
  readonly url: string
  readonly method: 'PUT'
  readonly headers: Record<string, string>
}

/** What arrives, part by part; nothing more is fetched once nobody asks any further. */
async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

/** Links live minutes: long enough to look, too short to pass on. */
const linkSeconds = 600
/** The platform's limit for one call. */
const maxLinks = 50

/**
 * Private storage. Paths are unguessable; files are reached through short-lived links only. The
 * platform's ids, which name the environment, are made and taken apart here and nowhere else.
 */
export class FileStore {
  constructor(
    private readonly cloud: Cloud,
    private readonly home: StorageHome,
  ) {}

  async target(path: string): Promise<UploadTarget> {
    const { data } = await this.cloud.getUploadMetadata({ cloudPath: path })
    return {
      fileId: path,
      path,
      url: data.url,
      method: 'PUT',
      headers: {
        Signature: data.authorization,
        authorization: data.authorization,
        'x-cos-security-token': data.token,
        'x-cos-meta-fileid': data.cosFileId,
        key: encodeURIComponent(path),
      },
    }
  }

  async links(fileIds: readonly string[]): Promise<Map<string, string>> {
    const links = new Map<string, string>()
    if (fileIds.length === 0) return links
    const home = await this.home.find()
    for (let start = 0; start < fileIds.length; start += maxLinks) {
      const asked = new Map(
        fileIds.slice(start, start + maxLinks).map((id) => [`${home}${pathOf(id)}`, id]),
      )
      const fileList = [...asked.keys()].map((fileID) => ({ fileID, maxAge: linkSeconds }))
      const { fileList: found } = await this.cloud.getTempFileURL({ fileList })
      for (const { fileID, tempFileURL } of found)
        if (tempFileURL) links.set(asked.get(fileID)!, tempFileURL)
    }
    return links
  }

  /** Null when nothing was uploaded there. */
  async read(fileId: string): Promise<Buffer | null> {
    const link = (await this.links([fileId])).get(fileId)
    if (!link) return null
    const response = await fetch(link)
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null
  }

  /**
   * Like `read`, but gives up as soon as more than `maxBytes` arrive: a link takes whatever
   * size somebody puts there, and a function's memory does not.
   */
  async readUpTo(fileId: string, maxBytes: number): Promise<Buffer | 'tooLarge' | null> {
    const bytes = await this.stream(fileId)
    if (!bytes) return null
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of bytes) {
      size += part.byteLength
      if (size > maxBytes) return 'tooLarge'
      parts.push(part)
    }
    return Buffer.concat(parts)
  }

  /** The bytes as they come; null when nothing was uploaded there. */
  async stream(fileId: string): Promise<AsyncIterable<Uint8Array> | null> {
    const link = (await this.links([fileId])).get(fileId)
    const response = link ? await fetch(link) : null
    return response?.ok && response.body ? partsOf(response.body) : null
  }

  /**
   * Stores bytes as they come, none of them kept in memory.
   * @param size in bytes, known beforehand: storage takes no body of unknown length
   * @throws Error with the status when storage refused
   */
  async writeStream(path: string, size: number, bytes: ReadableStream<Uint8Array>): Promise<void> {
    const { url, method, headers } = await this.target(path)
    const sent: RequestInit & { readonly duplex: 'half' } = {
      method,
      headers: { ...headers, 'content-length': String(size) },
      body: bytes,
      duplex: 'half',
    }
    const response = await fetch(url, sent)
    if (!response.ok) throw new Error(`storage answered ${response.status}`)
  }

  async write(path: string, bytes: Buffer): Promise<string> {
    await this.cloud.uploadFile({ cloudPath: path, fileContent: bytes })
    return path
  }

  async remove(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return
    const home = await this.home.find()
    await this.cloud.deleteFile({ fileList: fileIds.map((id) => `${home}${pathOf(id)}`) })
  }
}
