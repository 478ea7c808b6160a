import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './storage'

const listeners = new Set<() => void>()
let actAs: string | null | undefined

/** Membership that calls act as; null: as a resident. The server checks it. */
export function currentActAs(): string | null {
  if (actAs === undefined) actAs = readStored('actAs')
  return actAs
}

export function chooseActAs(membershipId: string | null) {
  actAs = membershipId
  writeStored('actAs', membershipId)
  listeners.forEach((listener) => listener())
}

/** Told when the person or the membership changed: everything shown belongs to another one. */
export function onSessionChange(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useActAs = () => useSyncExternalStore(onSessionChange, currentActAs, currentActAs)
