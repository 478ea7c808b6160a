import { fixedDeadline } from '@/domain/task/deadline'
import { assignment, draftTask } from '@/test/functions/task/ledger'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'

/** 改正误读 on the page of the task as compiled: one place, by the line of the list. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const taskId = 'weapp-misread'

test('the office corrects a misread problem; the history keeps what stood there', async () => {
  const { app: cloud, as, ledger, organization } = world
  await ledger.draft(draftTask(taskId, { deadline: fixedDeadline('2020年1月底前', '2020-01-31') }))
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
  const app = await openAs(cloud, organization.coordinator.openid, '市整改办')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('读错了？改正')
  await app.tap('读错了？改正')
  await app.waitFor('请先选哪里读错了')
  await app.tap('整改时限')
  await app.waitFor('算到哪一天')
  expect(app.has('和现在的一样，没有要改的')).toBe(true)
  await app.tap('换一处')
  await app.waitFor('请先选哪里读错了')
  await app.tap('反馈问题')
  await app.type('清单上印的是', '生活污水溢流。')
  await app.waitFor('请先抄下清单里的那一行')
  expect(app.has('算到哪一天')).toBe(false)
  await app.type('清单里的哪一行', '二、生活污水溢流。')
  await app.waitFor('草稿已存在手机')
  await app.tap('照清单改正', 1)
  await app.waitFor('已改正')
  const { problem, deadline } = await as.ok('coordinator', 'task.get', { taskId })
  expect({ problem, due: deadline.countedOn }).toEqual({
    ...{ problem: '生活污水溢流。', due: '2020-01-31' },
  })
  await app.close()
})
