import Taro from '@tarojs/taro'
import type { OutboxItem } from './outbox-item'

/** Everything kept on the phone, by key. */
interface Stored {
  /** Membership acted as; absent: as a resident. */
  actAs: string
  /** The person's own choice of type size; absent: as the phone says. */
  largeType: boolean
  outbox: readonly OutboxItem[]
  /** Lookup codes of the own reports, by report id. */
  lookupCodes: Readonly<Record<string, string>>
  /** Local demonstration in DevTools only: who to be. */
  localOpenid: string
}

const prefix = 'zgt.'

const get = (key: string): unknown => {
  try {
    const value: unknown = Taro.getStorageSync(prefix + key)
    return value === '' || value === undefined ? null : value
  } catch {
    // A private window or a full phone: the page works on, only nothing is remembered.
    return null
  }
}

const put = (key: string, value: unknown): boolean => {
  try {
    if (value === null) Taro.removeStorageSync(prefix + key)
    else Taro.setStorageSync(prefix + key, value)
    return true
  } catch {
    return false
  }
}

export const readStored = <K extends keyof Stored>(key: K) => get(key) as Stored[K] | null

/** False when the phone refused to keep it. Null removes. */
export const writeStored = <K extends keyof Stored>(key: K, value: Stored[K] | null) =>
  put(key, value)

/**
 * A draft is what a person typed and has not sent. `name` says which form and for what, e.g.
 * `report` or `monthly.<taskId>`; the shape is the form's own.
 */
export const readDraft = <T>(name: string) => get(`draft.${name}`) as T | null
export const writeDraft = <T>(name: string, draft: T) => put(`draft.${name}`, draft)
export const removeDraft = (name: string) => put(`draft.${name}`, null)

/** Names of all drafts on this phone. */
export const listDrafts = (): string[] => {
  try {
    const start = `${prefix}draft.`
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length))
  } catch {
    return []
  }
}

/** Last content of a load, shown when the next one fails. */
export interface KeptLoad {
  readonly data: unknown
  readonly at: number
}
export const readKept = (key: string) => get(`kept.${key}`) as KeptLoad | null
export const writeKept = (key: string, kept: KeptLoad) => put(`kept.${key}`, kept)

/** Forgets everything a person left on this phone, as another phone would begin. */
export const forgetPerson = () => {
  try {
    for (const key of Taro.getStorageInfoSync().keys)
      if (key.startsWith(prefix)) Taro.removeStorageSync(key)
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
}
