import { createHash } from 'node:crypto'
import { actions, type ActionName } from '@/contract/actions'
import type { Reply } from '@/contract/envelope'
import { type AuditEvent, firstBreak } from '@/domain/audit/chain'
import { feedbackRules } from '@/domain/feedback/workflow'
import { objectionRules } from '@/domain/objection/workflow'
import { summaryRules } from '@/domain/opinion/summary-workflow'
import { assignmentRules } from '@/domain/task/assignment-workflow'
import { extensionRules } from '@/domain/task/extension-workflow'
import { partRules } from '@/domain/task/part-workflow'
import { taskRules } from '@/domain/task/workflow'
import { nodeRules } from '@/domain/timeline/node-workflow'
import { timelineRules } from '@/domain/timeline/workflow'
import { visitRules } from '@/domain/visit/workflow'
import { type Row, targetsOf } from '@/domain/workflow'
import { chainHeadOf } from '@/cloudfunctions/_stores/bookkeeping'
import { forgetQuotas } from '../feedback/desk'
import { arrange } from './arrange'
import { letVillagesBeSilent } from './on-opinions'
import { type Arrange, type Arranged, openWorld, type Somebody, type World } from './world'

/** Things that several people change, each with the tables of its events; its own comes first. */
const kinds = [
  {
    thing: 'task',
    named: 'taskId',
    collection: 'tasks',
    view: (): ActionName => 'task.get',
    tables: [taskRules, assignmentRules, partRules, extensionRules].map(({ table }) => table),
  },
  {
    thing: 'feedback',
    named: 'feedbackId',
    collection: 'feedback',
    view: (by: Somebody): ActionName =>
      by === 'reporter' ? 'feedback.get' : 'feedback.getHandled',
    tables: [feedbackRules.table],
  },
  {
    thing: 'timeline',
    named: 'timelineId',
    collection: 'timelines',
    view: (): ActionName => 'enterprise.getTimeline',
    tables: [timelineRules, nodeRules].map(({ table }) => table),
  },
  {
    thing: 'opinionSummary',
    named: 'summaryId',
    collection: 'opinionSummaries',
    view: (): ActionName => 'opinion.getSummary',
    tables: [summaryRules.table],
  },
  {
    thing: 'objection',
    named: 'objectionId',
    collection: 'objections',
    view: (): ActionName => 'feedback.getObjection',
    tables: [objectionRules.table],
  },
  {
    thing: 'visit',
    named: 'visitId',
    collection: 'firmVisits',
    view: (): ActionName => 'enterprise.getVisit',
    tables: [visitRules.table],
  },
] as const
type Kind = (typeof kinds)[number]

/** One pair in so many meets, unless `EVERY_PAIR=1`; `MEETING_SEED=7` picks others. */
const oneIn = process.env.EVERY_PAIR ? 1 : 3
const seed = process.env.MEETING_SEED ?? '20191118'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whether a pair meets in this run: by its name, so that another action changes no other pair. */
const isPicked = (pair: string): boolean =>
  Number.parseInt(sha256(`${seed} ${pair}`).slice(0, 8), 16) % oneIn === 0

const eventOf = (action: ActionName): string => action.split('.')[1]!

/** The row of an event; the first table’s rows move the thing itself. */
const rowOf = ({ tables }: Kind, event: string): Row<string> | undefined =>
  (tables as readonly Readonly<Record<string, Row<string>>>[])
    .map((table) => table[event])
    .find(Boolean)
/** Two events that leave everything in its state cannot take each other’s ground. */
const moves = (kind: Kind, action: ActionName): boolean => rowOf(kind, eventOf(action))!.to !== null

const isOwn = ({ tables }: Kind, event: string): boolean => event in tables[0]

interface Case {
  readonly action: ActionName
  readonly arranged: Arranged<ActionName>
  readonly id: string
}

let world: World
beforeAll(async () => {
  world = await openWorld()
  // One for the visit itself and one for each event that it meets.
  await letVillagesBeSilent(world, 8)
}, 120_000)
afterAll(() => world.close())

const prepared = async (kind: Kind, action: ActionName): Promise<Case> => {
  await forgetQuotas(world.app)
  const arranged = await (arrange[action] as Arrange<ActionName>)(world)
  const { [kind.named]: id } = arranged.input as Record<string, string>
  return { action, arranged, id: id! }
}

const send = (action: ActionName, by: Somebody, input: unknown): Promise<Reply<unknown>> => {
  const { openid, as } = world.sessionOf(by)
  return world.app.call(openid, action, input as never, as)
}

/** What somebody is offered on the thing. */
const offeredTo = async (kind: Kind, id: string, by: Somebody): Promise<readonly string[]> => {
  const reply = await send(kind.view(by), by, { [kind.named]: id })
  return reply.ok ? (reply.data as { events: string[] }).events : []
}

const chainOf = async ({ thing }: Kind, thingId: string): Promise<AuditEvent[]> =>
  (await world.database.find(
    'auditEvents',
    { thing, thingId },
    { sort: [['seq', 'asc']], limit: 100 },
  )) as unknown as AuditEvent[]

/** The other one’s call, about this thing. */
const about = ({ arranged, id }: Case, other: string): unknown =>
  JSON.parse(JSON.stringify(arranged.input).replaceAll(id, other))

/**
 * The chain says in which order the two were done, and under which event: a report that is taken
 * back after it was merged has only its reporter's data erased.
 * @returns the first event that did not start where the one before it ended
 */
const firstAstray = (kind: Kind, from: string, events: readonly string[]): string | undefined => {
  let reached: readonly (string | null)[] = [from]
  return events
    .filter((event) => isOwn(kind, event))
    .find((event) => {
      const row = rowOf(kind, event)!
      const starts = reached.filter((state) =>
        (row.from as readonly (string | null)[]).includes(state),
      )
      reached = starts.flatMap((state) => targetsOf(row, state))
      return starts.length === 0
    })
}

/** Both at once on one new thing. @returns what is wrong with what came of it, if anything */
const meet = async (kind: Kind, mine: ActionName, other: Case): Promise<string[]> => {
  const { arranged, id } = await prepared(kind, mine)
  const before = await world.database.get(kind.collection, id)
  const from = before!.state as string
  const known = (await chainOf(kind, id)).length
  const both = [
    { event: eventOf(mine), reply: send(mine, arranged.by, arranged.input) },
    {
      event: eventOf(other.action),
      reply: send(other.action, other.arranged.by, about(other, id)),
    },
  ]
  const answered = await Promise.all(
    both.map(async ({ event, reply }) => ({ event, reply: await reply })),
  )
  const chain = await chainOf(kind, id)
  const after = await world.database.get(kind.collection, id)
  const events = chain.slice(known).map(({ event }) => event)
  const wrong: string[] = []
  const say = (what: string) =>
    wrong.push(
      `${mine} beside ${other.action} in ${from}: ${what} (${JSON.stringify(answered)}, ${events.join()})`,
    )
  const done = answered.filter(({ reply }) => reply.ok).map(({ event }) => event)
  if (answered.some(({ reply }) => !reply.ok && reply.error.code === 'INTERNAL')) say('INTERNAL')
  if (done.length === 0) say('neither was done')
  if (firstBreak(chain, chainHeadOf(after!), sha256) !== null) say('the chain is broken')
  const refused = answered.filter(({ reply }) => !reply.ok).map(({ event }) => event)
  if (refused.some((event) => events.includes(event) && !done.includes(event)))
    say('what was refused stands in the chain')
  const astray = firstAstray(kind, from, events)
  if (astray) say(`${astray} was done from where it does not start`)
  return wrong
}

/** Writes on a thing of this kind that a table has a row for. */
const writesOn = (kind: Kind): ActionName[] =>
  (Object.keys(actions) as ActionName[]).filter((action) => {
    const shape = (actions[action].input as unknown as { _zod: { def: { shape: object } } })._zod
      .def.shape
    return (
      actions[action].writes && kind.named in shape && rowOf(kind, eventOf(action)) !== undefined
    )
  })

describe.each(kinds)('two at once on one $thing', (kind) => {
  const writes = writesOn(kind)
  const made = new Map<ActionName, Case>()
  /** Pairs that were looked at, whoever of the two the thing was made for. */
  const known = new Set<string>()
  beforeAll(async () => {
    for (const action of writes) made.set(action, await prepared(kind, action))
  }, 120_000)

  test.each(writes)('%s beside whatever else is offered', async (mine) => {
    const { id } = made.get(mine)!
    const offered = new Map<string, readonly string[]>()
    const wrong: string[] = []
    for (const other of writes) {
      const { by } = made.get(other)!.arranged
      const who = JSON.stringify(by)
      if (!offered.has(who)) offered.set(who, await offeredTo(kind, id, by))
      const pair = [mine, other].sort().join()
      const isOffered = other === mine || offered.get(who)!.includes(eventOf(other))
      const canClash = moves(kind, mine) || moves(kind, other)
      if (!isOffered || !canClash || known.has(pair)) continue
      known.add(pair)
      if (!isPicked(pair)) continue
      wrong.push(...(await meet(kind, mine, made.get(other)!)))
    }
    expect(wrong).toEqual([])
  })

  afterAll(() => {
    const picked = [...known].filter(isPicked)
    console.log(`${picked.length} of ${known.size} pairs met, MEETING_SEED=${seed}`)
  })
})
