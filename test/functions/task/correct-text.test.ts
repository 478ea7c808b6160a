import { releasableTaskFields } from '@/domain/release/release'
import { fixedDeadline } from '@/domain/task/deadline'
import { casesIn } from './close-out'
import { assignment, draftTask } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** 改正误读: what the list says is corrected after 交办, and everything that follows from it moves. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const assigned = async (taskId: string) => {
  await world.ledger.draft(
    draftTask(taskId, { deadline: fixedDeadline('2020年1月底前', '2020-01-31') }),
  )
  await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
}
const correction = (taskId: string) => ({
  ...{ taskId, place: 'due', text: '2020年11月底前', on: '2020-11-30' },
  sourceLine: '整改时限：2020年11月底前',
})
const get = (taskId: string) => world.as.ok('coordinator', 'task.get', { taskId })

const remindedDaysOf = async (title: string) => {
  const { items } = await world.as.ok('housingStaff', 'notifier.listReminders', {})
  return new Set(items.filter((item) => item.title === title).map(({ dueOn }) => dueOn))
}

it('moves a misread date with its reminders; what stood there stays in the history', async () => {
  const title = '误读期限的任务'
  const deadline = fixedDeadline('2020年12月底前', '2020-12-31')
  const cases = casesIn(world.as, world.ledger)
  const taskId = await cases.underway('misread-date', {}, { title, deadline })
  expect([...(await remindedDaysOf(title))]).toContain('2020-12-31')
  await world.as.ok('coordinator', 'task.correctText', correction(taskId))
  const { deadline: read, dueOn, history } = await get(taskId)
  expect({ text: read.text, countedOn: read.countedOn, dueOn }).toEqual({
    ...{ text: '2020年11月底前', countedOn: '2020-11-30', dueOn: '2020-11-30' },
  })
  expect(history.find(({ event }) => event === 'correctText')?.note).toBe(
    '2020年12月底前 → 2020年11月底前 (整改时限：2020年11月底前)',
  )
  const days = [...(await remindedDaysOf(title))]
  expect(days).toContain('2020-11-30')
  expect(days).not.toContain('2020-12-31')
})

it('leaves what is public as it is, and the new text waits for two persons', async () => {
  const taskId = await casesIn(world.as, world.ledger).underway('misread-public')
  const release = async () => {
    for (const [who, action] of [
      ['coordinator', 'task.checkSecrecy'],
      ['publisher', 'task.checkOpenness'],
    ] as const) {
      const { digest } = await world.as.ok(who, 'task.previewRelease', { taskId })
      await world.as.ok(who, action, { taskId, fields: [...releasableTaskFields], digest })
    }
  }
  const read = async () => (await world.app.ok(null, 'register.getTask', { taskId })).problem
  await release()
  const printed = await read()
  const said = { on: null, sourceLine: '二、生活污水溢流。' }
  const problem = { taskId, place: 'problem', text: '生活污水溢流。', ...said }
  await world.as.ok('coordinator', 'task.correctText', problem)
  expect(await read()).toBe(printed)
  await release()
  expect(await read()).toBe('生活污水溢流。')
})

it('is nobody’s but the office’s, of what the list has, and of a number that is one', async () => {
  await assigned('misread-refused')
  const input = correction('misread-refused')
  const { refusal } = world.as
  expect(await refusal('housingStaff', 'task.correctText', input)).toBe('ACCESS.ROLE')
  expect(await refusal('coordinatorDianbai', 'task.correctText', input)).toMatch(
    /^(ACCESS|THING)\./,
  )
  const dateless = { ...input, on: null }
  expect(await refusal('coordinator', 'task.correctText', dateless)).toBe('TASK.NO_COUNTED_DATE')
  const nowhere = { ...input, place: 'goal.99' }
  expect(await refusal('coordinator', 'task.correctText', nowhere)).toBe('THING.NOT_FOUND')
  const long = { ...input, place: 'number', text: '7'.repeat(41) }
  expect(await refusal('coordinator', 'task.correctText', long)).toBe('INPUT.INVALID')
  expect((await get('misread-refused')).deadline.countedOn).toBe('2020-01-31')
})
