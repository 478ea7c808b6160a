import { errorTexts } from '@/copy/errors'
import { eventWords as words } from '@/copy/staff-task'
import { relativeDeadline } from '@/domain/task/deadline'
import { assignment, draftTask } from '@/test/functions/task/ledger'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'

/** 录入事件 in the compiled bundle: a day that is over is bound only after that was said. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

test('no other refusal counts as having read that the day is over', async () => {
  const { app: cloud, organization, as } = world
  const taskId = 'weapp-event'
  const text = '批复之日起5个工作日内'
  const deadline = relativeDeadline(text, { text, enteredBy: null })
  await world.ledger.draft(draftTask(taskId, { deadline }))
  const named = { eventEnteredBy: 'water' }
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], named))

  const app = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor(words.title)
  await app.tap(words.title)
  await app.waitFor(words.line)
  await app.pick(words.on, '2019-10-18')
  // The period stands in the form as the list prints it.
  await app.type(words.paper, '茂环审〔2019〕3号')
  await app.waitFor(words.countedLater)
  await app.setNetwork('offline')
  await app.tap(words.enter, 1)
  await app.waitFor(errorTexts['CLIENT.OFFLINE'])
  expect(app.has(words.pastEnter)).toBe(false)

  await app.setNetwork('online')
  await app.tap(words.enter, 1)
  await app.waitFor(errorTexts['TASK.EVENT_DATE_PAST'])
  expect(app.has(words.pastEnter)).toBe(true)
  // What was said was said of other days.
  await app.pick(words.on, '2019-10-17')
  expect(app.has(words.pastEnter)).toBe(false)
  await app.tap(words.enter, 1)
  await app.waitFor(words.pastEnter)
  await app.tap(words.pastEnter, 1)
  await app.waitFor(words.entered)
  const { deadline: entered } = await as.ok('coordinator', 'task.get', { taskId })
  expect(entered).toMatchObject({ countedOn: '2019-10-24' })
  await app.close()
})
