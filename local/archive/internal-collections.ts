import type { Document } from '../ground/document'
import { INTERNAL_PREFIX } from '../engine/store'

/** What an archive takes of a document; null leaves it out. */
type Taking = (document: Document) => Document | null

const whole: Taking = (document) => document

/** The query of an address may be what opens it, as the signature of a link does; so may a name in front of it. */
const withoutKeys = (url: string) =>
  url.replace(/\?[^#]*/, '').replace(/^([a-z]+:\/\/)[^/]*@/i, '$1')

/**
 * What an archive takes of the collections that belong to the local cloud itself. Whatever would let its reader
 * act as somebody stays behind; so does what is not in this table.
 *
 * | collection    | taken | because |
 * | ------------- | ----- | ------- |
 * | `consents`    | whole | how many messages each person still allows |
 * | `messages`    | whole | what was sent |
 * | `persons`     | whole | who has used the application; those with a session are added |
 * | `sessions`    | no    | whoever knows the id of a session is that person |
 * | `settings`    | `identities`: names to choose from; `clock` stands in the head of the archive | |
 * | `mediaChecks` | without the query of the address, which holds the signature of a link | a result is still owed |
 * | `files`       | as files of the archive, without the keys of their blobs | |
 *
 * Access tokens, phone codes and the secret of uploads and links are in memory only, and the lock is a file.
 */
const TAKEN: Record<string, Taking> = {
  consents: whole,
  messages: whole,
  persons: whole,
  settings: (document) => (document._id === 'identities' ? document : null),
  mediaChecks: (document) => ({ ...document, url: withoutKeys(String(document.url)) }),
}

export const FILES = `${INTERNAL_PREFIX}files`
export const PERSONS = `${INTERNAL_PREFIX}persons`
export const SESSIONS = `${INTERNAL_PREFIX}sessions`
export const SETTINGS = `${INTERNAL_PREFIX}settings`
export const CLOCK_ID = 'clock'

/** Collections that come into an archive in another form. */
const ELSEWHERE = new Set([FILES, SESSIONS])

export const isInternal = (name: string) => name.startsWith(INTERNAL_PREFIX)

/** How an archive takes the documents of a collection; null when it takes none of them. */
export function takingOf(name: string): Taking | null {
  if (!isInternal(name)) return whole
  const own = name.slice(INTERNAL_PREFIX.length)
  return Object.hasOwn(TAKEN, own) ? (TAKEN[own] as Taking) : null
}

/** Whether a collection is none that this version knows: left out, and its name is to be reported. */
export const isUnknown = (name: string) => takingOf(name) === null && !ELSEWHERE.has(name)

/** Whether a setting is none that this version knows. */
export const isUnknownSetting = ({ _id: id }: Document) => id !== CLOCK_ID && id !== 'identities'
