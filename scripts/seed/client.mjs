import { createHash } from 'node:crypto'

/**
 * Talks to a local cloud as the pages do. Every write's key is made of who does what, so that
 * a seeding that was cut off goes on where it stopped: what is there already answers again.
 * @param {string} origin `http://127.0.0.1:PORT`
 */
export const openClient = (origin) => {
  const seen = new Map()

  /** The same intention has the same key; a second one like it gets its own. */
  const keyOf = (openid, action, input) => {
    const digest = createHash('sha256')
      .update(JSON.stringify([openid, action, input]))
      .digest('hex')
      .slice(0, 32)
    const count = (seen.get(digest) ?? 0) + 1
    seen.set(digest, count)
    return `seed-${digest}-${count}`
  }

  const local = async (method, path, body) => {
    const response = await fetch(`${origin}/_local${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} /_local${path}: ${await response.text()}`)
    return response.json()
  }

  return {
    /** @returns the action's data; throws with the error code when it was refused */
    async call(openid, action, input, actAs) {
      const response = await fetch(`${origin}/call/${action.split('.')[0]}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-local-openid': openid },
        body: JSON.stringify({
          action,
          input,
          idempotencyKey: keyOf(openid, action, input),
          ...(actAs && { actAs }),
        }),
      })
      const reply = await response.json()
      if (!reply.ok)
        throw new Error(`${action} as ${openid}: ${JSON.stringify(reply.error ?? reply)}`)
      return reply.data
    },
    async put(url, headers, bytes) {
      const response = await fetch(url, { method: 'PUT', headers, body: bytes })
      if (!response.ok) throw new Error(`upload: ${response.status}`)
    },
    clock: {
      now: async () => (await local('GET', '/clock')).now,
      /** Forward only; an instant that is past already changes nothing. */
      async jump(iso) {
        const to = Date.parse(iso)
        if (to > (await local('GET', '/clock')).now) await local('POST', '/clock', { to })
      },
    },
    /** What this person's phone shows, newest first. */
    messages: (openid) => local('GET', `/messages?openid=${encodeURIComponent(openid)}`),
    identities: (list) => local('PUT', '/identities', list),
    /** The person's answer to the phone's dialog. */
    consent: (openid, templateIds) => local('POST', '/consent', { openid, templateIds }),
  }
}
