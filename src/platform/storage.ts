import Taro from '@tarojs/taro'
import type { ActionOutput } from '@/contract/actions'
import type { OutboxItem } from './outbox-item'

/** Everything kept on the phone, by key. */
interface Stored {
  /** Membership acted as; absent: as a resident. */
  actAs: string
  /** The person's own choice of type size; absent: as the phone says. */
  largeType: boolean
  outbox: readonly OutboxItem[]
  /** Who signed for a task last: filled in the next time. */
  signer: { readonly person: string; readonly phone: string }
  /** Who the person was by the last answer, with its time in epoch milliseconds. */
  me: { readonly me: ActionOutput<'identity.whoAmI'>; readonly at: number }
  /** The day on which each page last asked for consent. */
  consentAsked: Readonly<Record<string, string>>
  /** Lookup codes of the own reports, by report id. */
  lookupCodes: Readonly<Record<string, string>>
  /** Reports sent without a name from this phone, newest first. */
  anonymousReceipts: readonly {
    readonly number: string
    readonly code: string
    readonly submittedOn: string
  }[]
  /** Minutes of the epoch at which reports without a name arrived from here, of the last day. */
  anonymousSent: readonly number[]
  /** Files of a report that did not go along, by report id: photos by their place from 1. */
  lostFiles: Readonly<Record<string, { photos: readonly number[]; voice: boolean }>>
  /** Columns of the wide ledger as each membership chose them on this machine. */
  ledgerColumns: Readonly<Record<string, readonly string[]>>
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

const forgetting = new Set<() => void>()

/** What else must go with the person: words of theirs that are held in memory. */
export const alsoForget = (forget: () => void) => void forgetting.add(forget)

/** Forgets everything a person left on this phone, as another phone would begin. */
export const forgetPerson = () => {
  forgetting.forEach((forget) => forget())
  try {
    for (const key of Taro.getStorageInfoSync().keys)
      if (key.startsWith(prefix)) Taro.removeStorageSync(key)
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
}
