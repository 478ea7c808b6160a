import { useSyncExternalStore } from 'react'
import type { ActionOutput } from '@/contract/actions'
import { callAction } from './call-action'
import { CallError } from './call-error'
import { serverNow } from './clock'
import { chooseActAs, currentActAs, onSessionChange, useActAs } from './session'
import { readStored, writeStored } from './storage'

export type Me = ActionOutput<'identity.whoAmI'>
export type Membership = Me['memberships'][number]

interface MeState {
  /** The last answer, also of an earlier day when none came today; null before the first ever. */
  readonly me: Me | null
  /** When that answer came, epoch milliseconds by the server's clock. */
  readonly at: number | null
  /** The last try did not arrive: `me` is who the person was at `at`. */
  readonly failed: boolean
}

let state: MeState | null = null
let turn = 0
let running: Promise<void> | null = null
const listeners = new Set<() => void>()

const stateNow = (): MeState => {
  const kept = state ? null : readStored('me')
  state ??= { me: kept?.me ?? null, at: kept?.at ?? null, failed: false }
  return state
}

const put = (next: MeState) => {
  state = next
  listeners.forEach((listener) => listener())
}

/**
 * Asks who the caller is: at start, whenever the app is shown, the network is back or the person
 * pulls, after a switch of person and after consent, and when an answer says that the appointment
 * was ended. Without an answer the last known person
 * stays, so that staff without a network are not taken for residents.
 * @param join nothing changed here: an answer that is under way will do
 */
export function refreshMe({ join = false } = {}): Promise<void> {
  if (join && running) return running
  const mine = ask().finally(() => {
    if (running === mine) running = null
  })
  running = mine
  return mine
}

async function ask(): Promise<void> {
  const mine = (turn += 1)
  try {
    const me = await callAction('identity.whoAmI', {})
    if (mine !== turn) return
    const at = serverNow()
    writeStored('me', { me, at })
    put({ me, at, failed: false })
  } catch (error) {
    if (mine !== turn) return
    const gone = error instanceof CallError && error.code === 'IDENTITY.MEMBERSHIP_UNKNOWN'
    put({ ...stateNow(), failed: true })
    // The membership was ended: fall back to the resident, whom everyone is. The change asks again.
    if (gone && currentActAs()) chooseActAs(null)
  }
}

onSessionChange(() => void refreshMe())

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The last known person, outside of drawing. */
export const knownMe = () => stateNow().me

export const useMe = () => useSyncExternalStore(subscribe, stateNow, stateNow)

/** The membership acted as, or null for a resident. */
export function useMembership(): Membership | null {
  const { me } = useMe()
  const actAs = useActAs()
  return me?.memberships.find((membership) => membership.id === actAs) ?? null
}
