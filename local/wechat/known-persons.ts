import type { DocumentStore } from '../engine/store'

/**
 * Whether somebody has ever used the application here: by a request since the start, or by a session or
 * an identity that is kept.
 */
export function knownPersons(
  store: DocumentStore,
  lastSeen: ReadonlyMap<string, number>,
): (openid: string) => boolean {
  return (openid) => {
    if (lastSeen.has(openid)) return true
    const view = store.viewFor(null)
    for (const record of store.internal('sessions').records.values())
      if (store.visible(record, view)?.openid === openid) return true
    for (const record of store.internal('settings').records.values()) {
      const document = store.visible(record, view)
      const list = document?._id === 'identities' ? document.list : null
      if (!Array.isArray(list)) continue
      if (list.some((item) => (item as { openid?: unknown } | null)?.openid === openid)) return true
    }
    return false
  }
}
