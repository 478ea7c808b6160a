import type { Phone } from '../phone'
import { ApiFailure, apis, type Wx } from './api'

const maxEntryBytes = 1024 * 1024
const maxTotalBytes = 10 * 1024 * 1024

/** Key and value storage: JSON only, 1 MB an entry, 10 MB in all. */
export const storageApis = (phone: Phone): Wx => {
  const { entries } = phone.storage
  const total = () => [...entries.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const set = (key: string, data: unknown): void => {
    const text = JSON.stringify(data) ?? 'null'
    const bytes = Buffer.byteLength(text)
    if (bytes > maxEntryBytes) throw new ApiFailure('entry size limit reached')
    const replaced = Buffer.byteLength(entries.get(key) ?? '')
    if (total() - replaced + bytes > maxTotalBytes) throw new ApiFailure('storage is full')
    entries.set(key, text)
  }
  const get = (key: string): unknown => {
    const text = entries.get(key)
    return text === undefined ? undefined : JSON.parse(text)
  }
  return {
    ...apis(phone, {
      setStorage: ({ key, data }) => set(String(key), data),
      getStorage: ({ key }) => {
        const data = get(String(key))
        if (data === undefined) throw new ApiFailure('data not found')
        return { data }
      },
      removeStorage: ({ key }) => void entries.delete(String(key)),
    }),
    setStorageSync: set,
    getStorageSync: (key: string) => get(key) ?? '',
    removeStorageSync: (key: string) => void entries.delete(key),
    getStorageInfoSync: () => ({
      keys: [...entries.keys()],
      currentSize: Math.ceil(total() / 1024),
      limitSize: maxTotalBytes / 1024,
    }),
  }
}
