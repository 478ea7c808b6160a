import type { Cloud } from './database'

/** Where to put one file; see `contract/fields.ts`. */
export interface UploadTarget {
  readonly fileId: string
  readonly path: string
  readonly url: string
  readonly method: 'PUT'
  readonly headers: Record<string, string>
}

/** Links live minutes: long enough to look, too short to pass on. */
const linkSeconds = 600
/** The platform's limit for one call. */
const maxLinks = 50

/** Private storage. Paths are unguessable; files are reached through short-lived links only. */
export class FileStore {
  constructor(private readonly cloud: Cloud) {}

  async target(path: string): Promise<UploadTarget> {
    const { data } = await this.cloud.getUploadMetadata({ cloudPath: path })
    return {
      fileId: data.fileId,
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
    for (let start = 0; start < fileIds.length; start += maxLinks) {
      const fileList = fileIds
        .slice(start, start + maxLinks)
        .map((fileID) => ({ fileID, maxAge: linkSeconds }))
      const { fileList: found } = await this.cloud.getTempFileURL({ fileList })
      for (const { fileID, tempFileURL } of found) if (tempFileURL) links.set(fileID, tempFileURL)
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
    const link = (await this.links([fileId])).get(fileId)
    const response = link ? await fetch(link) : null
    if (!response?.ok || !response.body) return null
    const parts: Uint8Array[] = []
    let size = 0
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return Buffer.concat(parts)
      size += value.byteLength
      parts.push(value)
      if (size <= maxBytes) continue
      await reader.cancel()
      return 'tooLarge'
    }
  }

  async write(path: string, bytes: Buffer): Promise<string> {
    const { fileID } = await this.cloud.uploadFile({ cloudPath: path, fileContent: bytes })
    return fileID
  }

  async remove(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length > 0) await this.cloud.deleteFile({ fileList: [...fileIds] })
  }
}
