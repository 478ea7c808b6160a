import Taro from '@tarojs/taro'
import { apiBase } from './build'
import { readStored, writeStored } from './storage'
import type { ConsentOutcome } from './subscribe'

/** The demonstration's own routes on the local cloud; they answer on loopback only. */

export interface LocalIdentity {
  readonly openid: string
  readonly name: string
  readonly roleText: string
  readonly note: string
}

export interface LocalMessage {
  readonly templateId: string
  readonly title: string
  readonly page: string
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  /** Epoch ms on the local clock. */
  readonly at: number
}

async function ask<T>(method: 'GET' | 'POST', path: string, data?: object): Promise<T> {
  const response = await Taro.request<T>({
    url: `${apiBase}/_local/${path}`,
    method,
    data,
    header: { 'content-type': 'application/json', ...localCaller() },
    credentials: 'include',
    // A jump over a year fires many timers.
    timeout: 300_000,
  })
  if (response.statusCode !== 200) throw new Error(`_local/${path} answered ${response.statusCode}`)
  return response.data
}

/** DevTools has no cookies: there the local cloud is told the caller by a header. */
export const localCaller = (): Record<string, string> => {
  const openid = process.env.TARO_ENV === 'h5' ? null : readStored('localOpenid')
  return openid ? { 'x-local-openid': openid } : {}
}

export const listIdentities = () => ask<readonly LocalIdentity[]>('GET', 'identities')

export const currentOpenid = async () => (await ask<{ openid: string }>('GET', 'session')).openid

/** Becomes another person; the local cloud sets the session cookie. */
export async function beginSession(openid: string): Promise<void> {
  await ask('POST', 'session', { openid })
  if (process.env.TARO_ENV !== 'h5') writeStored('localOpenid', openid)
}

/** Epoch milliseconds of the local clock. */
export const readLocalClock = async () => (await ask<{ now: number }>('GET', 'clock')).now

/** Moves the clock forward; every due instant on the way fires its timers. */
export const jumpLocalClock = (to: number) => ask<unknown>('POST', 'clock', { to })

export const listMessages = (openid: string) =>
  ask<readonly LocalMessage[]>('GET', `messages?openid=${encodeURIComponent(openid)}`)

/** Puts the answer into the local ledger, as WeChat would. */
export const answerLocalConsent = (
  templateIds: readonly string[],
  outcome: Readonly<Record<string, ConsentOutcome>>,
) => ask<Readonly<Record<string, ConsentOutcome>>>('POST', 'consent', { templateIds, outcome })

/** Starts the app anew on a page, as another person or on another day. */
export function restartApp(path: string) {
  if (process.env.TARO_ENV !== 'h5') {
    void Taro.reLaunch({ url: `/${path}/index` })
    return
  }
  location.hash = `#/${path}/index`
  location.reload()
}
