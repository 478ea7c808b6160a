import type { ActionName } from '@/contract/actions'
import { forgetQuotas, reportInput } from '../feedback/desk'
import { arrange } from './arrange'
import { writes } from './cases'
import { contentOf, differences, undisturbed } from './content'
import { closed } from './on-close-out'
import { letVillagesBeSilent } from './on-opinions'
import { type Arrange, openWorld, type Somebody, type World } from './world'

/**
 * Whatever a resident starts, and every row that is written with it, carries the day: an instant that
 * stands in two collections joins them without any key. Asked of every action that a resident calls and
 * of every collection of the schema.
 */

let world: World
beforeAll(async () => {
  world = await openWorld()
  await letVillagesBeSilent(world)
}, 120_000)
afterAll(() => world.close())

const isResident = (who: Somebody): boolean => {
  if (typeof who === 'object') return who.actAs === undefined
  return who === 'reporter' || who === 'newcomer' || who === 'nobody'
}

/** Somebody reports that what was closed is back. */
const ofRelapse: Arrange<'feedback.submit'> = async (open) => ({
  by: 'reporter',
  input: reportInput({ taskId: await closed(open) }),
})

const dayMs = 86_400_000
const isDayStart = (instant: number) => (instant + 8 * 3_600_000) % dayMs === 0

/**
 * Every instant in a stored text, as a number or in words, that is not the beginning of a Beijing day. Thirteen
 * figures among the letters of a digest are none.
 */
const instantsIn = (text: string): string[] => [
  ...(text.match(/(?<![\da-f.])1[5-9]\d{11}(?![\da-f.])/g) ?? []).filter(
    (at) => !isDayStart(Number(at)),
  ),
  ...(text.match(/\d{4}-\d\d-\d\dT\d\d:\d\d[^"]*/g) ?? []),
]

/** Who takes an office becomes one of its staff by name, as of a minute: no act of a resident. */
const takesAnOffice = 'identity.acceptInvitation'

/** The objects of the ledger with an instant in them that was not there before. */
const momentsOf = (world: World, by: Somebody, action: ActionName, input: unknown) =>
  undisturbed(world.app, async () => {
    const before = await contentOf(world.app)
    await world.ok(by, action, input as never)
    const after = await contentOf(world.app)
    return [...differences(before, after).keys()].flatMap((name) => {
      const old = new Set(instantsIn(before.get(name) ?? ''))
      return instantsIn(after.get(name) ?? '')
        .filter((instant) => !old.has(instant))
        .map((instant) => `${name}: ${instant}`)
    })
  })

describe('what a resident does is written without its moment', () => {
  const asked = new Set<string>()
  test.each([
    ...writes,
    ['feedback.submit on a closed task', 'feedback.submit', ofRelapse] as const,
  ])('%s', async (_name, action, prepare) => {
    await forgetQuotas(world.app)
    const { by, input } = await prepare(world)
    if (!isResident(by) || action === takesAnOffice) return
    asked.add(action)
    expect(await momentsOf(world, by, action, input)).toEqual([])
  })

  test('and it was asked of everything that a resident writes', () => {
    expect([...asked].sort()).toEqual([
      'feedback.confirmUpload',
      'feedback.lodgeObjection',
      'feedback.prepareUpload',
      'feedback.rate',
      'feedback.submit',
      'feedback.supplement',
      'feedback.withdraw',
      'identity.setVillage',
      'notifier.recordConsent',
      'opinion.giveOwn',
    ])
  })

  test('an official act keeps its minute, and this reader finds it', async () => {
    const { by, input } = await arrange['feedback.admit'](world)
    expect(await momentsOf(world, by, 'feedback.admit', input)).not.toEqual([])
  })
})
