import { useSyncExternalStore } from 'react'
import type { ActionOutput } from '@/contract/actions'
import { callAction } from './call-action'
import { CallError } from './call-error'
import { chooseActAs, currentActAs, onSessionChange, useActAs } from './session'

export type Me = ActionOutput<'identity.whoAmI'>
export type Membership = Me['memberships'][number]

/** `me` is null until the first answer; `failed` says that the last try did not arrive. */
interface MeState {
  readonly me: Me | null
  readonly failed: boolean
}

let state: MeState = { me: null, failed: false }
const listeners = new Set<() => void>()

const put = (next: MeState) => {
  state = next
  listeners.forEach((listener) => listener())
}

/** Asks who the caller is. Called at start, after a switch of person, after consent. */
export async function refreshMe(): Promise<void> {
  try {
    put({ me: await callAction('identity.whoAmI', {}), failed: false })
  } catch (error) {
    const gone = error instanceof CallError && error.code === 'IDENTITY.MEMBERSHIP_UNKNOWN'
    put({ me: state.me, failed: true })
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

export const useMe = () =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => state,
  )

/** The membership acted as, or null for a resident. */
export function useMembership(): Membership | null {
  const { me } = useMe()
  const actAs = useActAs()
  return me?.memberships.find((membership) => membership.id === actAs) ?? null
}
