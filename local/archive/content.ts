import type { Collection } from '../engine/collection'
import type { Document } from '../ground/document'
import type { VersionedRecord } from '../engine/transaction/versioned-record'
import type { StoredFile } from '../storage/file-store'
import { encodeEjson } from '../ground/encode-ejson'
import type { ArchiveClock } from './archive-format'
import {
  CLOCK_ID,
  FILES,
  isInternal,
  isUnknown,
  isUnknownSetting,
  PERSONS,
  SESSIONS,
  SETTINGS,
  takingOf,
} from './internal-collections'

/** What an archive is made of. It must not change while it is read. */
export interface Content {
  clock: ArchiveClock
  /** By name. EJSON of each document, in the order they were created. */
  collections: Array<{ name: string; texts: () => Iterable<string> }>
  /** By path. */
  files: StoredFile[]
  /** Bytes of a file; null when they are gone. */
  read: (file: StoredFile) => Promise<AsyncIterable<Buffer> | null>
  /** Names of what no archive takes because nobody said what it is. */
  leftOut: string[]
}

export interface ContentSource {
  collections: ReadonlyMap<string, Collection>
  /** The document as it is to be archived; null when there is none. */
  visible: (record: VersionedRecord) => Document | null
  lastCommitAt: number
  /** Where the clock is now, epoch ms; null when only the stored setting tells. */
  clockAt: number | null
  read: Content['read']
}

type Documents = (name: string) => Generator<Document>

const byCodeUnits = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)

function documentsOf({ collections, visible }: ContentSource): Documents {
  return function* (name) {
    for (const record of collections.get(name)?.records.values() ?? []) {
      const document = visible(record)
      if (document) yield document
    }
  }
}

/** Everybody who has a session or had one before: a session itself is a key, that there was one is not. */
function personsIn(documents: Documents): Document[] {
  const openids = new Set<string>()
  for (const { _id: openid } of documents(PERSONS)) openids.add(String(openid))
  for (const { openid } of documents(SESSIONS)) if (typeof openid === 'string') openids.add(openid)
  return [...openids].sort(byCodeUnits).map((openid) => ({ _id: openid }))
}

function* taken(name: string, documents: Documents): Generator<Document> {
  const take = takingOf(name)
  if (!take) return
  for (const document of documents(name)) {
    const kept = take(document)
    if (kept) yield kept
  }
}

function* textsOf(documents: Iterable<Document>): Generator<string> {
  for (const document of documents) yield encodeEjson(document)
}

/** The other collections of the local cloud come to be when something is put into them. */
const isWorthNaming = (name: string, documents: Documents) =>
  !isInternal(name) || taken(name, documents).next().done !== true

function unknownIn(names: string[], documents: Documents): string[] {
  const collections = names.filter((name) => isUnknown(name))
  const settings = [...documents(SETTINGS)].filter(isUnknownSetting)
  return [...collections, ...settings.map(({ _id: id }) => `${SETTINGS}/${String(id)}`)]
}

function clockOf(source: ContentSource, documents: Documents): ArchiveClock {
  let at = source.clockAt
  for (const document of documents(SETTINGS))
    if (document._id === CLOCK_ID) at ??= Number(document.at)
  return { at, lastCommitAt: source.lastCommitAt }
}

/** What an archive takes of a state: everything but keys. The list of collections is taken now. */
export function contentOf(source: ContentSource): Content {
  const documents = documentsOf(source)
  const names = [...source.collections.keys()].sort(byCodeUnits)
  const persons = personsIn(documents)
  const collections = names
    .filter((name) => name !== PERSONS && isWorthNaming(name, documents))
    .map((name) => ({ name, texts: () => textsOf(taken(name, documents)) }))
  if (persons.length > 0) collections.push({ name: PERSONS, texts: () => textsOf(persons) })
  return {
    clock: clockOf(source, documents),
    collections: collections.sort((left, right) => byCodeUnits(left.name, right.name)),
    files: [...documents(FILES)]
      .map((document) => document as unknown as StoredFile)
      .sort((left, right) => byCodeUnits(left.path, right.path)),
    read: source.read,
    leftOut: unknownIn(names, documents),
  }
}
