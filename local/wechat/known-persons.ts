import { documentKey } from '../engine/collection'
import type { DocumentStore } from '../engine/store'

/**
 * Whether somebody has ever used the application here: by a request since the start, by a session or an
 * identity that is kept, or before the data was restored from an archive, which holds persons but no sessions.
 */
export function knownPersons(
  store: DocumentStore,
  lastSeen: ReadonlyMap<string, number>,
): (openid: string) => boolean {
  return (openid) => {
    if (lastSeen.has(openid)) return true
    const view = store.viewFor(null)
    const restored = store.internal('persons').records.get(documentKey(openid))
    if (restored && store.visible(restored, view)) return true
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
