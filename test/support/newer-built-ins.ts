import data, { type Identifier, type SimpleSupportStatement } from '@mdn/browser-compat-data'
import manifest from '@/package.json'

/**
 * What an engine of the declared list may lack, by MDN's data: everything that Chrome or Safari on
 * iOS learned after the oldest version that `browserslist` in package.json names.
 */

type Engine = 'chrome' | 'safari_ios'
const names: Readonly<Record<string, Engine>> = { Chrome: 'chrome', iOS: 'safari_ios' }

const oldest = manifest.browserslist.production.map((line) => {
  const [name = '', version = ''] = line.split(' >= ')
  const engine = names[name]
  if (!engine) throw new Error(`the test does not know the engine of "${line}"`)
  return { engine, version: Number(version) }
})

const addedIn = (thing: Identifier, engine: Engine): number => {
  const support = thing.__compat?.support[engine]
  const [first] = ([] as SimpleSupportStatement[]).concat(support ?? [])
  const added = first?.version_added
  if (typeof added !== 'string' || first?.flags || first?.prefix || first?.alternative_name)
    return Infinity
  // "≤37" and "12.2"; a part after the point counts.
  return added === 'preview' ? Infinity : Number(added.replace('≤', ''))
}

const isNewer = (thing: Identifier): boolean =>
  oldest.some(({ engine, version }) => addedIn(thing, engine) > version)

const membersOf = (thing: Identifier): [string, Identifier][] =>
  Object.entries(thing).filter(([name]) => name !== '__compat' && /^\w+$/.test(name)) as [
    string,
    Identifier,
  ][]

/** `at` of `Array`, or a whole global such as `WeakRef` with no member. */
export interface NewerName {
  readonly owner: string
  readonly member?: string
  /** `Response.json`, which is newer than the `json` of every response. */
  readonly isStatic?: boolean
}

const newerOf = (things: Identifier): NewerName[] =>
  membersOf(things).flatMap(([owner, thing]): NewerName[] =>
    thing.__compat && isNewer(thing)
      ? [{ owner }]
      : membersOf(thing)
          .filter(([, member]) => member.__compat && isNewer(member))
          .map(([member]) => ({
            owner,
            member: member.replace(/_static$/, ''),
            isStatic: member.endsWith('_static'),
          })),
  )

/** Of the language. */
export const newerBuiltIns = newerOf(data.javascript.builtins!)
/** Of the browser. */
export const newerInterfaces = newerOf(data.api as unknown as Identifier)

/** Runs in a page before its scripts: takes away what the oldest engine does not have. */
export const removeNewer = (things: readonly NewerName[]): void => {
  const globals = window as unknown as Record<string, { prototype?: object } | undefined>
  // Without AbortController fetch knew no signal either; today's refuses one that a polyfill made.
  const { fetch } = window
  window.fetch = (what, how) => fetch(what, how && { ...how, signal: undefined })
  for (const { owner, member, isStatic } of things) {
    const place = owner === 'Window' ? window : globals[owner]
    if (member === undefined) delete globals[owner]
    else if (place) {
      const { prototype } = place as { prototype?: object }
      const on = (isStatic ? [place] : [prototype, place]).find(
        (one) => one && Object.hasOwnProperty.call(one, member),
      )
      if (on) Reflect.deleteProperty(on, member)
    }
  }
}
