let offsetMs = 0

/** Takes the server's clock from a reply; a phone's own clock may be wrong by days. */
export function learnServerClock(serverNow: number) {
  offsetMs = serverNow - Date.now()
}

/** Epoch milliseconds by the server's clock, or the phone's before the first reply. */
export function serverNow(): number {
  return Date.now() + offsetMs
}
