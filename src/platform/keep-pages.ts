/**
 * In a browser, lets the service worker keep the pages for the next time without a network. After
 * everything else: on a weak line the page that is open comes first.
 */
export function keepPages() {
  if (process.env.TARO_ENV !== 'h5' || !('serviceWorker' in navigator)) return
  const keep = () => {
    // Refused in a private window or on a host without TLS: the pages work, only never offline.
    navigator.serviceWorker.register('./sw.js').catch(() => undefined)
  }
  if (document.readyState === 'complete') keep()
  else window.addEventListener('load', keep, { once: true })
}
