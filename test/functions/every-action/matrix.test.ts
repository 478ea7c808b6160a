import { actions, type ActionName } from '@/contract/actions'
import type { Reply } from '@/contract/envelope'
import { forgetQuotas, reportInput } from '../feedback/desk'
import { arrange } from './arrange'
import { type Caller, type Cast, openCast, type Posted, type PostName, type Standing } from './cast'
import { type Cell, law, type Law, type Listing, type OnThing } from './law'
import { letVillagesBeSilent } from './on-opinions'
import { type Arrange, openWorld, type Somebody, type World } from './world'

let world: World
let cast: Cast
let posted: Readonly<Record<PostName, Posted>>
/** A report that accuses the office and a town; the office’s own desk gave it away. */
let accusing: string

const reportThatAccuses = async (): Promise<string> => {
  const { id } = await world.ok('reporter', 'feedback.submit', reportInput())
  const { coordinator } = world.people
  await world.ok('intake', 'feedback.handOverDesk', {
    feedbackId: id,
    to: { membershipId: posted.foreignInspector.actAs },
    accusedUnitIds: ['town-shihu', coordinator.unitId],
    reason: '反映的是本单位',
  })
  return id
}

beforeAll(async () => {
  world = await openWorld()
  await letVillagesBeSilent(world)
  ;({ cast, posted } = await openCast(world))
  accusing = await reportThatAccuses()
}, 120_000)
afterAll(() => world.close())

const callers = (): Caller[] => Object.keys(cast) as Caller[]

/** What a stranger may be told: neither that it exists nor how it stands. */
const strangerCodes = /^(ACCESS|IDENTITY)\.|^THING\.NOT_FOUND$|^FILE\.MISSING$/

/** Several reports are declined one by one, and each says why not. */
const codeOf = (reply: Reply<unknown>): string | null => {
  if (!reply.ok) return reply.error.code
  const { declined, refused } = reply.data as {
    declined?: string[]
    refused?: { code: string }[]
  }
  return declined?.length === 0 ? refused![0]!.code : null
}

const said = (reply: Reply<unknown>): string => {
  const code = codeOf(reply)
  if (code === null) return 'may'
  return strangerCodes.test(code) ? 'no' : code
}

const call = (action: ActionName, who: Somebody, input: unknown): Promise<Reply<unknown>> => {
  const { openid, as } = world.sessionOf(who)
  return world.app.call(openid, action, input as never, as)
}

const arrangedAnew = async (action: ActionName): Promise<unknown> => {
  await forgetQuotas(world.app)
  return (await (arrange[action] as Arrange<ActionName>)(world)).input
}

/** What no call has used up: one that is taken does, a refused one leaves it as it is. */
const unspent = new Map<ActionName, unknown>()

const prepared = async (action: ActionName): Promise<unknown> => {
  const input = unspent.get(action) ?? (await arrangedAnew(action))
  unspent.set(action, input)
  return input
}

const nearestOf = (row: Law, caller: Caller): Somebody | undefined => {
  const named = 'nearest' in row ? row.nearest?.[caller] : undefined
  if (named === undefined) return undefined
  return typeof named === 'object' && 'post' in named ? posted[named.post] : named
}

const whoIn = (row: Law, caller: Caller, standing: Standing): Somebody | undefined =>
  (standing === 'own' ? nearestOf(row, caller) : undefined) ?? cast[caller][standing]

/** Everybody in every standing but the accused. */
const cellsOf = (row: Law): { readonly cell: Cell; readonly who: Somebody }[] =>
  callers().flatMap((caller) =>
    (['own', 'others', 'otherRegion'] as const).flatMap((standing) => {
      const who = whoIn(row, caller, standing)
      return who === undefined ? [] : [{ cell: `${caller} ${standing}` as const, who }]
    }),
  )

/** Fields that name the thing an action is about. */
const names = [
  'taskId',
  'feedbackId',
  'timelineId',
  'visitId',
  'opinionId',
  'objectionId',
  'summaryId',
  'batchId',
  'roundId',
  'membershipId',
  'unitId',
  'fileId',
  'lookupHash',
] as const

/** The same call about another thing. */
const about = (input: unknown, id: string): unknown => {
  const given = input as Record<string, unknown>
  if ('feedbackIds' in given) return { ...given, feedbackIds: [id] }
  if ('from' in given) return { ...given, from: { taskIds: [id] } }
  const name = names.find((field) => field in given)
  if (!name) throw new Error(`nothing in ${JSON.stringify(input)} names a thing`)
  return { ...given, [name]: name === 'lookupHash' ? '0'.repeat(64) : id }
}

/** One call for each, a few at a time. */
const answers = async <T extends { readonly cell: string }>(
  all: readonly T[],
  ask: (one: T) => Promise<string>,
): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (let start = 0; start < all.length; start += 8)
    await Promise.all(
      all.slice(start, start + 8).map(async (one) => {
        found[one.cell] = await ask(one)
      }),
    )
  return found
}

const expected = (cells: readonly { readonly cell: string }[], may: readonly string[]) =>
  Object.fromEntries(cells.map(({ cell }) => [cell, may.includes(cell) ? 'may' : 'no']))

/** Strangers first, who change nothing; then each who may, on a thing of their own. */
const onThing = async (action: ActionName, row: OnThing): Promise<Record<string, string>> => {
  const input = await prepared(action)
  const cells = cellsOf(row)
  const strangers = cells.filter(({ cell }) => !row.may.includes(cell))
  const found = await answers(strangers, async ({ who }) => said(await call(action, who, input)))
  for (const { cell, who } of cells.filter((one) => !strangers.includes(one))) {
    found[cell] = said(await call(action, who, await prepared(action)))
    if (actions[action].writes) unspent.delete(action)
  }
  return found
}

const pagesOf = async (action: ActionName, who: Somebody, input: object): Promise<string> => {
  let all = ''
  for (let cursor: string | null | undefined; cursor !== null;) {
    const reply = await call(action, who, { ...input, ...(cursor && { cursor }) })
    if (!reply.ok) return said(reply)
    all += JSON.stringify(reply.data)
    // A short list comes whole.
    cursor = (reply.data as { cursor?: string | null }).cursor ?? null
  }
  return all
}

const listing = async (action: ActionName, row: Listing): Promise<Record<string, string>> => {
  const input = await prepared(action)
  const id = await row.thing(world)
  return answers(cellsOf(row), async ({ who }) => {
    const all = await pagesOf(action, who, input as object)
    return all.startsWith('{') ? (all.includes(`"${id}"`) ? 'finds' : 'asks') : all
  })
}

const listingExpected = (row: Listing) =>
  Object.fromEntries(
    cellsOf(row).map(({ cell }) => {
      const caller = cell.split(' ')[0] as Caller
      if (row.finds.includes(cell)) return [cell, 'finds']
      return [cell, row.asks.includes(caller) ? 'asks' : 'no']
    }),
  )

const rows = Object.entries(law) as [ActionName, Law][]
const withThing = rows.filter((row): row is [ActionName, OnThing] => 'may' in row[1])

const isOnReport = (action: ActionName): boolean =>
  action.startsWith('feedback.') &&
  action !== 'feedback.lookUp' &&
  action !== 'feedback.confirmUpload' &&
  !action.endsWith('Objection')

describe('who may do what, and on whose thing', () => {
  const lists = rows.filter((row): row is [ActionName, Listing] => 'asks' in row[1])
  // While few things exist.
  test.each(lists)('%s lists what is theirs', async (action, row) => {
    expect(await listing(action, row)).toEqual(listingExpected(row))
  })

  const without = rows.filter(([, row]) => 'by' in row)
  test.each(without)('%s is about nothing that is somebody’s', async (action, row) => {
    if (!('by' in row)) return
    const cells = callers().map((caller) => ({ cell: caller, who: cast[caller].own! }))
    const found = await answers(cells, async ({ who }) => {
      const input = await arrangedAnew(action)
      return said(await call(action, who, input))
    })
    expect(found).toEqual(expected(cells, row.by))
  })

  // What is refused first leaves for the last what was arranged.
  describe.each(withThing)('%s', (action, row) => {
    it('is refused to everybody on nothing at all', async () => {
      const input = await prepared(action)
      const cells = callers().map((caller) => ({ cell: caller, who: whoIn(row, caller, 'own')! }))
      const found = await answers(cells, async ({ who }) =>
        said(await call(action, who, about(input, 'nothing-there'))),
      )
      expect(found).toEqual(expected(cells, []))
    })

    if (isOnReport(action))
      it('is refused to whoever is complained about', async () => {
        const input = await prepared(action)
        const cells = callers().flatMap((caller) => {
          const who = cast[caller].accused
          return who === undefined ? [] : [{ cell: `${caller} accused`, who }]
        })
        const found = await answers(cells, async ({ who }) =>
          said(await call(action, who, about(input, accusing))),
        )
        expect(found).toEqual(expected(cells, []))
      })

    it('is taken from those who may, on their own thing', async () => {
      expect(await onThing(action, row)).toEqual({
        ...expected(cellsOf(row), row.may),
        ...row.told,
      })
    })
  })
})
