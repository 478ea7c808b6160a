import Taro from '@tarojs/taro'
import type { Shot } from '@/domain/file/camera'
import type { LocalFile } from './local-file'

/**
 * Files that must outlive this session: photos of a report that waits for a network. Temporary
 * paths die with the session, so weapp saves the file and H5 puts its bytes into IndexedDB.
 */
export interface KeptFile {
  readonly key: string
  readonly type: string
  readonly size: number
  /** As its owner knows it, e.g. of a document; empty for a photo. */
  readonly name: string
  /** Saved path on weapp; empty on H5. */
  readonly path: string
  /** Written by a page, e.g. a signature, where weapp keeps files apart from those it saved. */
  readonly made?: true
  /** When and where the page's own camera took it. */
  readonly camera?: Shot
}

const database = 'zgt'
const store = 'files'

const openDatabase = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export async function inStore<T>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await openDatabase()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(db.transaction(store, mode).objectStore(store))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    db.close()
  }
}

/** Throws when the phone has no room left. */
export async function keepFile(file: LocalFile): Promise<KeptFile> {
  const { key, type, size, name = '', camera } = file
  const known = { key, type, size, name, ...(camera && { camera }) }
  if (process.env.TARO_ENV === 'h5') {
    await inStore('readwrite', (files) => files.put(file.blob, key))
    return { ...known, path: '' }
  }
  const path = await new Promise<string>((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: file.src,
      success: (saved) => resolve('savedFilePath' in saved ? String(saved.savedFilePath) : ''),
      fail: reject,
    })
  })
  return { ...known, path }
}

const isThere = (path: string) =>
  new Promise<boolean>((resolve) => {
    Taro.getFileSystemManager().access({
      path,
      success: () => resolve(true),
      fail: () => resolve(false),
    })
  })

/** Null when the person or the system cleared it meanwhile. */
export async function readKeptFile(kept: KeptFile): Promise<LocalFile | null> {
  const { path, ...file } = kept
  if (process.env.TARO_ENV !== 'h5') return (await isThere(path)) ? { ...file, src: path } : null
  const blob = await inStore<Blob | undefined>('readonly', (files) => files.get(file.key)).catch(
    () => undefined,
  )
  return blob ? { ...file, blob, src: URL.createObjectURL(blob) } : null
}

export async function dropKeptFile(kept: KeptFile) {
  if (process.env.TARO_ENV === 'h5') {
    await inStore('readwrite', (files) => files.delete(kept.key))
    return
  }
  const { path: filePath } = kept
  await new Promise<void>((resolve) => {
    const files = Taro.getFileSystemManager()
    const complete = () => resolve()
    if (kept.made) files.unlink({ filePath, complete })
    else files.removeSavedFile({ filePath, complete })
  })
}
