import { documentKey } from '../engine/collection'
import { internalDocument, internalDocuments } from '../engine/internal-documents'
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
    if (internalDocument(store, 'persons', documentKey(openid))) return true
    const is = (item: unknown) => (item as { openid?: unknown } | null)?.openid === openid
    if (internalDocuments(store, 'sessions').some(is)) return true
    const list = internalDocument(store, 'settings', documentKey('identities'))?.list
    return Array.isArray(list) && list.some(is)
  }
}
