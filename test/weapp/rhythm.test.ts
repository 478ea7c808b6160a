import { recurringDeadline } from '@/domain/task/deadline'
import { noUnits } from '@/domain/organization/unit'
import { draftTask } from '@/test/functions/task/ledger'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'

/** 多久一次, where the list prints no rhythm: decided on the page where the office assigns. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const assigning = async (taskId: string) => {
  const { app: cloud, ledger, organization } = world
  await ledger.draft(
    draftTask(taskId, {
      deadline: recurringDeadline('定期清理', '2020-03-31'),
      units: { ...noUnits, responsible: ['housing'] },
    }),
  )
  const app = await openAs(cloud, organization.coordinator.openid, '市整改办')
  await app.open(`/subpackages/office/assign/index?id=${taskId}`)
  await app.waitFor('清单没写多久一次，由您定')
  return app
}
const deadlineOf = async (taskId: string) =>
  (await world.as.ok('coordinator', 'task.get', { taskId })).deadline

test('takes whole months from one to sixty, says what is wrong, and is what counts', async () => {
  const taskId = 'weapp-rhythm'
  const app = await assigning(taskId)
  for (const wrong of ['0', '61']) {
    await app.type('每几个月一次', wrong)
    expect(app.has('请填1到60的整数')).toBe(true)
  }
  await app.type('每几个月一次', '2')
  expect(app.has('请填1到60的整数')).toBe(false)
  await app.tap('交办')
  await app.waitFor('已交办')
  expect(await deadlineOf(taskId)).toMatchObject({ everyMonths: 2, nextOn: '2020-03-31' })
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('每2个月一次，下一次2020年3月31日')
  await app.close()
})

test('left empty is once a year, as the hint says', async () => {
  const taskId = 'weapp-rhythm-empty'
  const app = await assigning(taskId)
  await app.tap('交办')
  await app.waitFor('已交办')
  expect(await deadlineOf(taskId)).toMatchObject({ everyMonths: 12 })
  await app.close()
})

test('is changed later by the office, with a reason; the next time stays', async () => {
  const taskId = 'weapp-rhythm-changed'
  const app = await assigning(taskId)
  await app.tap('交办')
  await app.waitFor('已交办')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('每年一次，下一次2020年3月31日')
  await app.tap('改多久一次')
  await app.waitFor('下一次的日子不变，再往后按新的算。')
  await app.type('改成每几个月一次', '61')
  expect(app.has('请填1到60的整数')).toBe(true)
  await app.type('改成每几个月一次', '6')
  await app.type('为什么改', '汛期要多看几次')
  await app.tap('改多久一次', 2)
  await app.waitFor('每半年一次，下一次2020年3月31日')
  expect(await deadlineOf(taskId)).toMatchObject({ everyMonths: 6, nextOn: '2020-03-31' })
  await app.close()
})
