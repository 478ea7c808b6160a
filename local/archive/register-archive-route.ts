import type { FastifyInstance } from 'fastify'
import { Readable } from 'node:stream'
import type { SettableClock } from '../clock/settable-clock'
import type { DocumentStore } from '../engine/store'
import type { FileStore } from '../storage/file-store'
import { pinContent } from './running-store'
import type { PinnedContent } from './running-store'
import { archiveBytes } from './write-archive'

export interface ArchiveRouteOptions {
  store: DocumentStore
  files: FileStore
  clock: SettableClock
}

/** The archive of a pinned content; what was kept for it is let go when it is made or nobody wants it. */
async function* pinnedBytes(
  { content, release }: PinnedContent,
  report: (message: string) => void,
): AsyncGenerator<Buffer> {
  try {
    yield* archiveBytes(content, ({ content: hash, collections, documents, files }) =>
      report(
        `${collections} collections, ${documents} documents and ${files} files archived, content ${hash}`,
      ),
    )
  } catch (error) {
    report(`the archive could not be made: ${(error as Error).message}`)
    throw error
  } finally {
    await release()
  }
}

/** `local-cloud-20260302T101500Z.ndjson.gz` by the local clock. */
const nameAt = (now: number) =>
  `local-cloud-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}.ndjson.gz`

/**
 * `GET /_local/archive`: everything but keys as of now, while requests go on. An answer that breaks off is no
 * archive, and `restore` says so.
 */
export function registerArchiveRoute(
  server: FastifyInstance,
  { store, files, clock }: ArchiveRouteOptions,
  report: (message: string) => void,
): void {
  server.get('/_local/archive', { exposeHeadRoute: false }, (_request, reply) => {
    const pinned = pinContent(store, files, clock)
    for (const name of pinned.content.leftOut) report(`left out of the archive, unknown: ${name}`)
    const body = Readable.from(pinnedBytes(pinned, report), { highWaterMark: 1 })
    // A generator that was never asked for anything does not come to its end by itself.
    body.once('close', () => void pinned.release())
    return reply
      .type('application/gzip')
      .header('content-disposition', `attachment; filename="${nameAt(clock.now())}"`)
      .header('cache-control', 'no-store')
      .send(body)
  })
}
