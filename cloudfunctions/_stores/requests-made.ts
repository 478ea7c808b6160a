import { subscribe } from 'node:diagnostics_channel'

let made = 0
// Every request of the SDK goes through Node's own client, whatever the SDK wraps around it.
subscribe('http.client.request.start', () => {
  made += 1
})

/** Requests of this process so far; one event runs at a time, so the difference is one call's. */
export const requestsMade = (): number => made
