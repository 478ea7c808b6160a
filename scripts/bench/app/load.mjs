/** Clients that call without a pause for some seconds, and what that took. */
import http from 'node:http'

const send = (agent, url, { openid, event }) =>
  new Promise((resolve, reject) => {
    const body = Buffer.from(JSON.stringify(event))
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-local-openid': openid,
    }
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })

const checkedReply = (bytes, what) => {
  const reply = JSON.parse(bytes.toString('utf8'))
  if (reply.ok !== true) throw new Error(`${what}: ${bytes.toString('utf8').slice(0, 300)}`)
  return bytes.length
}

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/**
 * @param urlOf where a call goes
 * @param around called when the measured time begins and when it ends
 * @param counters read before and after; a function that answers named numbers that only grow
 * @returns requests/s, latencies (ms), and each counter's growth a request
 */
export const runLoad = async ({
  clients,
  seconds,
  next,
  urlOf,
  counters,
  around = () => undefined,
}) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients })
  const latencies = []
  let bytes = 0
  const client = async (until) => {
    while (performance.now() < until) {
      const call = next()
      const started = performance.now()
      const reply = await send(agent, urlOf(call), call)
      latencies.push(performance.now() - started)
      bytes += checkedReply(reply, JSON.stringify(call.event))
    }
  }
  const together = (ms) => {
    const until = performance.now() + ms
    return Promise.all(Array.from({ length: clients }, () => client(until)))
  }
  // Compiled code, open connections and started processes are what a running system has.
  await together(seconds * 400)
  latencies.length = 0
  bytes = 0
  around()
  const before = await counters()
  const started = performance.now()
  await together(seconds * 1000)
  const took = (performance.now() - started) / 1000
  const after = await counters()
  around()
  agent.destroy()

  latencies.sort((left, right) => left - right)
  const count = latencies.length
  const each = Object.fromEntries(
    Object.keys(before).map((name) => [
      name,
      before[name] === null ? null : (after[name] - before[name]) / count,
    ]),
  )
  return {
    perSecond: count / took,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    replyBytes: bytes / count,
    ...each,
  }
}
