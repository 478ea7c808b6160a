import { randomUUID } from 'node:crypto'
import type { Reply } from '@/contract/envelope'
import { forgetQuotas } from '../feedback/desk'
import { type Case, writes } from './cases'
import { changesOf, contentOf, differences, tally, undisturbed } from './content'
import { letVillagesBeSilent } from './on-opinions'
import { openWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await letVillagesBeSilent(world)
  await nameOnce()
}, 120_000)
afterAll(() => world.close())

type Send = () => Promise<Reply<unknown>>

/** What the work left in the ledger, and its answers. */
const left = ([, action, prepare]: Case, work: (send: Send) => Promise<Reply<unknown>[]>) =>
  undisturbed(world.app, async () => {
    await forgetQuotas(world.app)
    const { by, input } = await prepare(world)
    const { openid, as } = world.sessionOf(by)
    const key = randomUUID()
    const send = () => world.app.call(openid, action, input as never, { ...as, key })
    const { done: replies, changes } = await changesOf(world.app, () => work(send))
    return { replies, changes: tally(changes) }
  })

/** Links are signed anew for each answer: where they lead is the same. */
const said = (reply: Reply<unknown>): unknown =>
  JSON.parse(
    JSON.stringify({ ...reply, now: 0 })
      .replace(/sign=[0-9a-f]+&t=\d+/g, 'sign')
      .replace(/\d{13}\.[0-9a-f]+/g, 'signature'),
  )

const once = async (send: Send) => [await send()]

/** Who is named by a report for the first time gets a count; from then on that count changes. */
const nameOnce = () =>
  left(
    writes.find(([, action]) => action === 'feedback.correctAccused')!,
    once,
  )

/** The answer of the next commit is lost on its way; the commit itself was done. */
const loseNext = async (): Promise<void> => {
  const rule = { id: 'lost', action: 'database.commitTransaction', kind: 'error', when: 'after' }
  await fetch(`${world.app.origin}/_local/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ ...rule, times: 1 }]),
  })
}

/** More transactions than any action has. */
const mostCommits = 12

/** Sent with one key until it is answered, each time with the next commit’s answer lost; then again. */
const lostEachTime = async (send: Send) => {
  let answered: Reply<unknown> | undefined
  for (let sent = 0; !answered?.ok && sent < mostCommits; sent += 1) {
    await loseNext()
    answered = await send()
  }
  await fetch(`${world.app.origin}/_local/faults`, { method: 'DELETE' })
  return [answered!, await send()]
}

test('what the database tells of is what differs in it', async () => {
  const before = await contentOf(world.app)
  const { changes } = await changesOf(world.app, async () => {
    for (const one of writes.slice(0, 12)) await left(one, lostEachTime)
  })
  const found = differences(before, await contentOf(world.app))
  expect(new Set(found.values())).toEqual(new Set(['added', 'changed', 'removed']))
  expect([...changes].sort()).toEqual([...found].sort())
})

describe('a write whose answer is lost after its commit and which is sent again', () => {
  test.each(writes)('%s is done once and answered the same', async (...one) => {
    const plain = await left(one, once)
    const lost = await left(one, lostEachTime)
    expect(lost.replies[0]).toMatchObject({ ok: true })
    expect(said(lost.replies[1]!)).toEqual(said(lost.replies[0]!))
    expect(lost.changes).toEqual(plain.changes)
  })
})
