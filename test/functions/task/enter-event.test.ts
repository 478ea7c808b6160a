import { relativeDeadline, type Deadline, immediateDeadline } from '@/domain/task/deadline'
import type { Organization } from '../../support/organization'
import { assignment, draftTask, happened } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** A deadline that waits for an event has no date until somebody enters it. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const event = { text: '批复之日起30日内', enteredBy: null }

const draft = (taskId: string, deadline: Deadline = relativeDeadline(event.text, event)) =>
  world.ledger.draft(draftTask(taskId, { deadline }))

/** Housing does it, the water office enters the event. */
const awaiting = async (taskId: string) => {
  await draft(taskId)
  const named = { eventEnteredBy: 'water' }
  await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], named))
  return taskId
}

const kindsOwed = async (who: keyof Organization, taskId: string) => {
  const { items } = await world.as.ok(who, 'notifier.listTodo', {})
  return items.filter((row) => row.thingId === taskId).map(({ kind, dueOn }) => `${kind} ${dueOn}`)
}

const deadlineOf = async (taskId: string) =>
  (await world.as.ok('coordinator', 'task.get', { taskId })).deadline

const refusal = (who: keyof Organization, taskId: string, change: object = {}) =>
  world.as.refusal(who, 'task.enterEvent', { ...happened(taskId), ...change })

describe('an awaited event', () => {
  it('is owed by whom the office named; entered, the date counts and the to-do ends', async () => {
    const { as } = world
    const taskId = await awaiting('event-entered')
    expect(await kindsOwed('waterStaff', taskId)).toEqual([
      expect.stringMatching(/^enterEvent /) as string,
    ])
    // Whoever owes it reads what it is about, and nobody who has no part in it does.
    const { events } = await as.ok('waterStaff', 'task.get', { taskId })
    expect(events).toContain('enterEvent')
    const { items } = await as.ok('waterStaff', 'task.listLedger', { filter: {} })
    expect(items.map(({ id }) => id)).toContain(taskId)
    expect(await as.refusal('farmingStaff', 'task.get', { taskId })).toBe('ACCESS.UNIT')
    await as.ok('waterStaff', 'task.enterEvent', happened(taskId))
    expect(await deadlineOf(taskId)).toMatchObject({
      countedOn: '2019-12-16',
      event: { entered: { happenedOn: '2019-11-16', paperNumber: '茂环审〔2019〕3号' } },
    })
    expect(await kindsOwed('waterStaff', taskId)).toEqual([])
    const { history } = await as.ok('coordinator', 'task.get', { taskId })
    expect(history[0]).toMatchObject({ event: 'enterEvent', note: '茂环审〔2019〕3号' })
  })

  it('is entered once, and corrected by the office alone, with a reason', async () => {
    const { as } = world
    const taskId = await awaiting('event-corrected')
    await as.ok('waterStaff', 'task.enterEvent', happened(taskId))
    expect(await refusal('waterStaff', taskId, { reason: '错了' })).toBe('THING.STATE')
    expect(await refusal('coordinator', taskId)).toBe('TASK.REASON_REQUIRED')
    const corrected = { ...happened(taskId), happenedOn: '2019-11-18', reason: '批复日期写错' }
    await as.ok('coordinator', 'task.enterEvent', corrected)
    expect((await deadlineOf(taskId)).countedOn).toBe('2019-12-18')
  })

  it('whose date is over already is said before it binds', async () => {
    const taskId = await awaiting('event-past')
    const past = { happenedOn: '2019-10-18' }
    expect(await refusal('waterStaff', taskId, past)).toBe('TASK.EVENT_DATE_PAST')
    expect((await deadlineOf(taskId)).countedOn).toBeNull()
    const known = { ...happened(taskId), ...past, pastKnown: true }
    await world.as.ok('waterStaff', 'task.enterEvent', known)
    expect((await deadlineOf(taskId)).countedOn).toBe('2019-11-17')
  })

  it('is refused ahead of today, without a paper, to others, and where nothing is awaited', async () => {
    const taskId = await awaiting('event-refused')
    expect(await refusal('waterStaff', taskId, { happenedOn: '2019-11-19' })).toBe(
      'TASK.DATE_AHEAD',
    )
    for (const paperNumber of ['', ' '])
      expect(await refusal('waterStaff', taskId, { paperNumber })).toMatch(/^INPUT\./)
    expect(await refusal('housingStaff', taskId)).toBe('ACCESS.UNIT')
    expect(await refusal('coordinatorDianbai', taskId)).toBe('ACCESS.REGION')
    expect(await refusal('intake', taskId)).toBe('ACCESS.ROLE')
    const fixed = await world.underway('event-fixed')
    expect(await refusal('coordinator', fixed)).toBe('THING.STATE')
  })
})

describe('a task without a date', () => {
  it('is not assigned: neither 立行立改 without a day nor an event that nobody enters', async () => {
    await draft('no-date', immediateDeadline('立行立改'))
    await draft('no-enterer')
    for (const taskId of ['no-date', 'no-enterer']) {
      const given = assignment(taskId, ['housing'])
      expect(await world.as.refusal('coordinator', 'task.assign', given)).toBe(
        'TASK.NO_COUNTED_DATE',
      )
    }
    const given = assignment('no-date', ['housing'], { countedOn: '2019-12-31' })
    await world.as.ok('coordinator', 'task.assign', given)
    expect((await deadlineOf('no-date')).countedOn).toBe('2019-12-31')
  })
})
