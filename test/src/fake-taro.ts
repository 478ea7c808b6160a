import { webcrypto } from 'node:crypto'

/**
 * The few Taro calls that platform logic needs, over Node: storage in memory, requests over the
 * real network stack. `full` makes the storage refuse, as a full phone does.
 */
export const memory = new Map<string, unknown>()
export const phone = { full: false }

interface RequestOptions {
  url: string
  method: string
  header?: Record<string, string>
  data?: unknown
  timeout?: number
}

/** Saved files by path. */
export const files = new Map<string, Buffer>()

interface FileOptions {
  readonly path?: string
  readonly filePath?: string
  readonly success?: (result: { data: ArrayBuffer }) => void
  readonly fail?: (error: object) => void
  readonly complete?: () => void
}

/** Answers later, as WeChat's does. */
const withFile = ({ path, filePath, success, fail, complete }: FileOptions, then?: () => void) => {
  const bytes = files.get(path ?? filePath ?? '')
  setImmediate(() => {
    if (bytes) {
      then?.()
      success?.({ data: Uint8Array.from(bytes).buffer })
    } else fail?.({ errMsg: 'fail no such file or directory' })
    complete?.()
  })
}

const fileSystem = {
  access: (options: FileOptions) => withFile(options),
  readFile: (options: FileOptions) => withFile(options),
  removeSavedFile: (options: FileOptions) =>
    withFile(options, () => files.delete(options.filePath ?? '')),
}

/** Fails as WeChat and Taro's H5 build do: an object with `errMsg`, for timeouts too. */
async function request({ url, method, header, data, timeout = 60_000 }: RequestOptions) {
  const aborting = new AbortController()
  const timer = setTimeout(() => aborting.abort(), timeout)
  try {
    const raw = data instanceof ArrayBuffer
    const body = data === undefined ? undefined : raw ? data : JSON.stringify(data)
    const response = await fetch(url, { method, headers: header, body, signal: aborting.signal })
    const text = await response.text()
    let parsed: unknown = text
    try {
      parsed = JSON.parse(text)
    } catch {
      // Taro hands over what is no JSON as text.
    }
    return { statusCode: response.status, data: parsed }
  } catch {
    throw { errMsg: aborting.signal.aborted ? 'request:fail timeout' : 'request:fail' }
  } finally {
    clearTimeout(timer)
  }
}

const taro = {
  request,
  getFileSystemManager: () => fileSystem,
  getStorageSync: (key: string) => {
    const kept = memory.get(key)
    return kept === undefined ? '' : (JSON.parse(String(kept)) as unknown)
  },
  setStorageSync: (key: string, value: unknown) => {
    if (phone.full) throw new Error('setStorageSync:fail exceed storage max size')
    memory.set(key, JSON.stringify(value))
  },
  removeStorageSync: (key: string) => void memory.delete(key),
  getStorageInfoSync: () => ({ keys: [...memory.keys()] }),
  getRandomValues: async ({ length }: { length: number }) => ({
    randomValues: webcrypto.getRandomValues(new Uint8Array(length)).buffer,
  }),
}

export default taro
