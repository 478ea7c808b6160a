import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { actions, type ActionName } from '@/contract/actions'
import { callErrorCodes } from '@/contract/errors'
import type { Reply } from '@/contract/envelope'
import { refusalCodes } from '@/domain/refusal'
import { forgetQuotas } from '../feedback/desk'
import { inputOf, oddValue, spoiled, textsIn } from './arbitrary'
import { arrange } from './arrange'
import { changesOf } from './content'
import { timerRuns } from './requests-of'
import { letVillagesBeSilent } from './on-opinions'
import { type Arrange, openWorld, type Somebody, type World } from './world'

/** The same inputs each time; `FUZZ_SEED=7` (or any number) makes others. */
const seed = Number(process.env.FUZZ_SEED ?? 20191118)
const inputsEach = 110
const names = Object.keys(actions) as ActionName[]

/** One arrival: whose it is and what it carries. */
interface Sent {
  readonly openid: string | null
  readonly event: Readonly<Record<string, unknown>>
}

let world: World
/** An allowed call of every action, made before the first input is sent. */
const allowed = new Map<ActionName, { readonly by: Somebody; readonly input: unknown }>()
let known: string[]
let sentInAll = 0

beforeAll(async () => {
  world = await openWorld()
  await letVillagesBeSilent(world)
  for (const name of names) {
    await forgetQuotas(world.app)
    allowed.set(name, await (arrange[name] as Arrange<ActionName>)(world))
  }
  known = [...new Set([...allowed.values()].flatMap(({ input }) => textsIn(input)))]
}, 300_000)
afterAll(async () => {
  console.log(`${sentInAll} inputs sent, FUZZ_SEED=${seed}`)
  await world.close()
})

const callers = (): readonly Somebody[] => [
  ...(Object.keys(world.people) as (keyof World['people'])[]),
  'reporter',
  'nobody',
]

/** Of the right shape, spoiled in one place, or anything at all. */
const inputsOf = (action: ActionName): fc.Arbitrary<unknown> => {
  const { input } = allowed.get(action)!
  const mine = textsIn(input)
  const texts = mine.length > 0 ? fc.constantFrom(mine, known) : fc.constant(known)
  const shaped = texts.chain((from) => inputOf(actions[action].input, from))
  return fc.oneof(
    { weight: 5, arbitrary: shaped },
    { weight: 5, arbitrary: spoiled(input) },
    { weight: 2, arbitrary: shaped.chain(spoiled) },
    { weight: 1, arbitrary: oddValue },
  )
}

const sendingOf = (action: ActionName): fc.Arbitrary<Sent> => {
  const { by } = allowed.get(action)!
  const who = fc.oneof(fc.constant(by), fc.constantFrom(...callers()))
  const odd = fc.option(oddValue, { freq: 20, nil: undefined })
  return fc.record({ who, input: inputsOf(action), actAs: odd, key: odd }).map((made) => {
    const { openid, as } = world.sessionOf(made.who)
    const event = { action, input: made.input, idempotencyKey: made.key, actAs: as.actAs }
    return { openid, event: { ...event, ...(made.actAs !== undefined && { actAs: made.actAs }) } }
  })
}

const sayable: readonly string[] = [...refusalCodes, ...callErrorCodes].filter(
  (code) => code !== 'INTERNAL',
)

/** What is wrong with an answer; null for an answer that may be given. */
const wrongWith = (action: ActionName, { event }: Sent, reply: Reply<unknown>): string | null => {
  // As it arrives: what JSON does not carry is not there.
  const arrived: unknown = JSON.parse(JSON.stringify({ input: event.input })).input ?? {}
  const fits = actions[action].input.safeParse(arrived).success
  if (reply.ok) return fits ? null : 'an input that breaks the contract was taken'
  if (!sayable.includes(reply.error.code)) return `answered ${reply.error.code}`
  if (fits || reply.error.code.startsWith('INPUT.')) return null
  return `an input that breaks the contract was answered ${reply.error.code}`
}

const sideBySide = 8

/** Sends all, each under a key of its own, and answers with those that were refused. */
const refusedOf = async (action: ActionName, all: readonly Sent[]): Promise<Sent[]> => {
  const refused: Sent[] = []
  const send = async (one: Sent): Promise<void> => {
    const key = one.event.idempotencyKey ?? randomUUID()
    const reply = await world.app.raw(one.openid, action.split('.')[0]!, {
      ...one.event,
      idempotencyKey: key,
    })
    sentInAll += 1
    const wrong = wrongWith(action, one, reply)
    if (wrong) throw new Error(`${wrong} (FUZZ_SEED=${seed}): ${JSON.stringify(one)}`)
    if (!reply.ok) refused.push(one)
  }
  for (let start = 0; start < all.length; start += sideBySide)
    await Promise.all(all.slice(start, start + sideBySide).map(send))
  return refused
}

/** What refused calls leave behind, where no timer writes and none of them is taken. */
const leftBy = async (
  action: ActionName,
  sent: readonly Sent[],
): Promise<ReadonlyMap<string, string>> => {
  const runs = await timerRuns(world.app)
  const { done: refused, changes: left } = await changesOf(world.app, () => refusedOf(action, sent))
  const isPure = refused.length === sent.length && (await timerRuns(world.app)) === runs
  return left.size === 0 || isPure ? left : leftBy(action, refused)
}

/** Codes that open nothing are counted, so that nobody tries them out: that alone is kept. */
const counted: Partial<Record<ActionName, RegExp>> = { 'feedback.lookUp': /^quotas\// }

describe('an input that nobody meant', () => {
  test('is sent twenty thousand times in a run of all actions', () => {
    expect(names.length * inputsEach).toBeGreaterThanOrEqual(20_000)
  })

  test.each(names)('%s', async (action) => {
    await forgetQuotas(world.app)
    const sent = fc.sample(sendingOf(action), { numRuns: inputsEach, seed })
    const left = [...(await leftBy(action, sent)).keys()]
    expect(left.filter((name) => !counted[action]?.test(name))).toEqual([])
  })
})
