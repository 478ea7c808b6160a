import { setTimeout as sleep } from 'node:timers/promises'
import type { TestApp } from '../../support/app'

interface Answered {
  readonly action: string
  readonly target: string
  readonly beganAt: number
  readonly endedAt: number
}

/** What one call asked of the cloud. */
export interface Asked {
  /** Every request of the SDK, also those sent side by side. */
  readonly requests: number
  /** The longest chain of requests of which none began before the one before it had ended. */
  readonly chain: number
  /** `action target` of each, in the order in which they were answered. */
  readonly names: readonly string[]
}

/** Long enough that requests sent side by side are seen to overlap. */
const delayMs = 8
const withFault = { method: 'POST', headers: { 'content-type': 'application/json' } }

const longestChain = (asked: readonly Answered[]): number => {
  let length = 0
  let freeAt = -Infinity
  for (const { beganAt, endedAt } of [...asked].sort((a, b) => a.endedAt - b.endedAt)) {
    if (beganAt < freeAt) continue
    length += 1
    freeAt = endedAt
  }
  return length
}

const get = async <T>(app: TestApp, path: string): Promise<T> =>
  (await (await fetch(`${app.origin}/_local/${path}`)).json()) as T

/** Runs of timers since the start: what they ask for is no call's. */
export const timerRuns = async (app: TestApp): Promise<number> =>
  (await get<{ source: string }[]>(app, 'calls')).filter(({ source }) => source !== 'person').length

/**
 * Does the work and answers with the requests that reached the local cloud meanwhile, without
 * those by which a process compares its key or looks at the switch for writing: it does so now and
 * then and no call does. Null when a timer ran at the same time, whose requests are among them.
 */
export const requestsOf = async (
  app: TestApp,
  work: () => Promise<void>,
): Promise<Asked | null> => {
  const log = () => get<{ requests: number; latest: readonly Answered[] }>(app, 'inspect/requests')
  const before = { ...(await log()), timers: await timerRuns(app) }
  const slow = { id: 'seen-apart', action: '*', kind: 'delay', ms: delayMs }
  await fetch(`${app.origin}/_local/faults`, { ...withFault, body: JSON.stringify(slow) })
  try {
    await work()
    // The last answer is noted just after it was sent.
    await sleep(5)
  } finally {
    await fetch(`${app.origin}/_local/faults/seen-apart`, { method: 'DELETE' })
  }
  const after = await log()
  if ((await timerRuns(app)) !== before.timers) return null
  const asked = after.latest
    .slice(0, after.requests - before.requests)
    .filter(({ target }) => !target.includes('deployment'))
    .filter(({ action, target }) => target !== 'settings' || !action.includes('get'))
    .reverse()
  return {
    requests: asked.length,
    chain: longestChain(asked),
    names: asked.map(({ action, target }) => `${action} ${target}`),
  }
}

/** Documents that the queries of the work read; null when a timer ran at the same time. */
export const examinedBy = async (
  app: TestApp,
  work: () => Promise<void>,
): Promise<number | null> => {
  const read = async () =>
    (await get<{ totalExamined: number }[]>(app, 'inspect/queries')).reduce(
      (sum, { totalExamined }) => sum + totalExamined,
      0,
    )
  const before = { read: await read(), timers: await timerRuns(app) }
  await work()
  const after = await read()
  return (await timerRuns(app)) === before.timers ? after - before.read : null
}
