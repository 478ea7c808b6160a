import type { Shot } from '@/domain/file/camera'

/** A file on this phone that has not gone up. */
export interface LocalFile {
  /** Random, for lists. */
  readonly key: string
  /** What an image tag can show: a temporary path, or a blob address on H5. */
  readonly src: string
  /** MIME type. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** As its owner knows it, where it has a name. */
  readonly name?: string
  /** The bytes themselves, on H5. */
  readonly blob?: Blob
  /** When and where the page's own camera took it; absent for any other file. */
  readonly camera?: Shot
}
