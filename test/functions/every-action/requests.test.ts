import { actions, type ActionName } from '@/contract/actions'
import { cases } from './cases'
import { forgetQuotas } from '../feedback/desk'
import { letVillagesBeSilent } from './on-opinions'
import { type Asked, requestsOf } from './requests-of'
import { requestTable } from './requests-table'
import { variants } from './variants'
import { type Arrange, openWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await letVillagesBeSilent(world)
}, 120_000)
afterAll(() => world.close())

/** A first call of a known person, who has just been given something to do. */
const measure = async (action: ActionName, prepare: Arrange<ActionName>): Promise<Asked> => {
  for (;;) {
    await forgetQuotas(world.app)
    const { by, input } = await prepare(world)
    const asked = await requestsOf(world.app, async () => {
      await world.ok(by, action, input as never)
    })
    if (asked) return asked
  }
}

describe('requests of the SDK that one call makes', () => {
  const seen: string[] = []
  afterAll(() => {
    if (process.env.SHOW_REQUESTS) console.log(seen.join('\n'))
  })

  test.each(cases)('%s', async (name, action, prepare) => {
    const line = requestTable[name]
    if (!line) throw new Error(`no line in the table of requests: ${name}`)
    const asked = await measure(action, prepare)
    seen.push(
      `${name.padEnd(48)} ${asked.requests} (at most ${line.most}, goal ${line.goal}), longest chain ${asked.chain}`,
    )
    if (asked.requests > line.most)
      throw new Error(
        `${asked.requests} requests, at most ${line.most}:\n${asked.names.join('\n')}`,
      )
  })

  test('no line of the table is above its goal', () => {
    const above = Object.entries(requestTable).filter(([, { most, goal }]) => most > goal)
    expect(above).toEqual([])
  })

  test('the table has a line for every action and no other', () => {
    const names = [
      ...Object.keys(actions),
      ...variants.map(([action, what]) => `${action} ${what}`),
    ]
    expect(Object.keys(requestTable).sort()).toEqual(names.sort())
  })
})
