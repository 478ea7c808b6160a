import { clientsClaim } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import type { PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'

/**
 * Keeps the application's own files in a browser, so that it opens without a network: the first
 * document and the pages of a resident as soon as they were read once, what staff open when they
 * have opened it. Nothing that a person wrote or that a function answered is kept here.
 */

/** Written in by the build: the document with the digest of this build, files named by content. */
declare const ownFiles: PrecacheEntry[]

/** How long a weak line may take for the small first document before the kept one is shown. */
const patienceMs = 4000

const within = async (answer: Promise<Response>): Promise<Response> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), patienceMs)
  })
  try {
    const response = await Promise.race([answer, late])
    if (response.status >= 500) throw new Error('the server is away')
    return response
  } finally {
    clearTimeout(timer)
  }
}

// The newest document when there is a network, so that nobody stays on an old build.
registerRoute(
  new NavigationRoute(async ({ request }) => {
    try {
      return await within(fetch(request))
    } catch {
      return (await matchPrecache('index.html')) ?? Response.error()
    }
  }),
)
precacheAndRoute(ownFiles)
// Named by content, so what was fetched once never changes.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && /\/(js|css)\/[^/]+\.[0-9a-f]{8}\.(js|css)$/.test(url.pathname),
  new CacheFirst({ cacheName: 'visited', plugins: [new ExpirationPlugin({ maxEntries: 80 })] }),
)
cleanupOutdatedCaches()
// The first visit counts too: no second opening is needed before the network may go.
clientsClaim()
