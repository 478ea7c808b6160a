import { assignment, draftTask } from '@/test/functions/task/ledger'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'

/** The two who check a text before it is public, each at the page of the compiled mini-program. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const openCheck = async (who: 'coordinator' | 'publisher', identity: string, taskId: string) => {
  const app = await openAs(world.app, world.organization[who].openid, identity)
  await app.open(`/subpackages/office/release/index?id=${taskId}`)
  await app.waitFor('公开审查')
  return app
}

test('one holds the text back with a reason; the other leaves a part out, and it is public without it', async () => {
  const taskId = 'release-checks'
  const { as, ledger } = world
  await ledger.draft(draftTask(taskId))
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))

  const publisher = await openCheck('publisher', '市整改办', taskId)
  await publisher.waitFor('不予公开')
  await publisher.tap('不予公开')
  await publisher.waitFor('请先写为什么不能公开')
  await publisher.type('为什么现在不能公开', '措施里写了住户的姓')
  await publisher.tap('不予公开', 2)
  await publisher.waitFor('公开审查没有通过')

  const office = await openCheck('coordinator', '市整改办', taskId)
  await office.waitFor('措施里写了住户的姓')
  await office.tap('整改措施')
  await office.waitFor(() => !office.has('1. 措施m1'))
  await office.tap('没有涉密和工作秘密，保密审查通过')
  await office.waitFor('已记下保密审查')
  await office.close()

  await publisher.pullDown()
  await publisher.waitFor('可以公开，公开审查通过')
  await publisher.tap('可以公开，公开审查通过')
  await publisher.waitFor('已公开')
  await publisher.close()
  const { title, measures } = await world.app.ok(null, 'register.getTask', { taskId })
  expect(title).not.toBe('')
  expect(measures).toEqual([])
})
