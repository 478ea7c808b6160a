import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { recountProvisional } from '@/cloudfunctions/_stores/recount'
import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import { fixedDeadline } from '@/domain/task/deadline'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { dump } from '../feedback/dump'
import { actingAs, assignment, draftTask, openDatabase, openLedger } from '../task/ledger'
import { at, writerOn } from './engine'

/**
 * The calendar of a year is published: what was counted without it is counted anew. The functions
 * run on the moving clock; the newer calendar, which a new deployment brings, is handed in.
 */

let app: TestApp
let people: Organization

beforeAll(async () => {
  // The holidays of 2027 are not published with this deployment.
  app = await startApp({ startAt: '2026-12-29T09:00:00+08:00' })
  people = await buildOrganization(app)
})
afterAll(() => app.close())

const off = ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-11']
const published: WorkCalendar = {
  isPublished: (year) => workCalendar.isPublished(year) || year === 2027,
  isWorkingDay: (day) => workCalendar.isWorkingDay(day) && !off.includes(day),
}

const year = { deadline: fixedDeadline('2027年底前', '2027-12-31') }
const given = async (id: string): Promise<void> => {
  await openLedger(app).draft({ ...draftTask(id), ...year })
  const { ok } = actingAs(app, people)
  const shares = assignment(id, ['housing'], { countedOn: '2027-12-31', enterpriseIds: ['farm'] })
  await ok('coordinator', 'task.assign', shares)
}
const recount = (isOver: () => boolean = () => false, calendar = published) =>
  recountProvisional(writerOn(openDatabase(app), calendar), app.clock.now(), isOver)
const owed = async () =>
  (await dump(app, ['obligations']))
    .get('obligations')!
    .filter(({ provisional }) => provisional)
    .map(({ thingId, kind, dueOn }) => `${thingId as string} ${kind as string} ${dueOn as string}`)
const shareOf = async (taskId: string) => {
  const task = await actingAs(app, people).ok('housingStaff', 'task.get', { taskId })
  return task.assignments[0]!
}

test('while the year is not published nothing is counted anew, and nothing written', async () => {
  await given('pending')
  expect(await shareOf('pending')).toMatchObject({
    signDueOn: '2027-01-04',
    signDueProvisional: true,
  })
  const before = await dump(app)
  await recount(undefined, workCalendar)
  expect(await dump(app)).toEqual(before)
})

test('once it is, stored and derived days move, lose the mark and are written in the history', async () => {
  const { ok } = actingAs(app, people)
  await given('signed')
  await ok('housingStaff', 'task.signFor', {
    taskId: 'signed',
    person: '李工',
    phone: '13800000000',
  })
  const { id } = await ok('housingStaff', 'enterprise.propose', {
    taskId: 'signed',
    enterpriseId: 'farm',
    dates: [
      { measureId: 'm1', on: '2027-06-30' },
      { measureId: 'm2', on: '2027-06-30' },
    ],
    reason: null,
  })
  expect(await owed()).toContain('pending signFor 2027-01-04')
  await recount()
  // 30 and 31 December, then the sixth: the first, fourth and fifth are holidays.
  expect(await shareOf('pending')).toMatchObject({
    signDueOn: '2027-01-06',
    signDueProvisional: false,
  })
  expect(await shareOf('signed')).toMatchObject({
    planDueOn: '2027-01-25',
    planDueProvisional: false,
  })
  const timeline = await ok('enterprise', 'enterprise.getTimeline', { timelineId: id })
  expect(timeline).toMatchObject({ answerDueProvisional: false })
  expect(await owed()).toEqual([])
  const { history } = await ok('coordinator', 'task.get', { taskId: 'pending' })
  expect(history.map(({ event }) => event)).toContain('recountDays')
})

test('counted anew once more it changes nothing', async () => {
  const before = await dump(app)
  await recount()
  expect(await dump(app)).toEqual(before)
})

test('a run that is cut off is gone on with by the next one', async () => {
  for (const id of ['one', 'two', 'three']) await given(id)
  const waiting = (await owed()).length
  expect(waiting).toBeGreaterThanOrEqual(3)
  let asked = 0
  // The time is over after the first thing.
  await recount(() => (asked += 1) > 2)
  expect((await owed()).length).toBeLessThan(waiting)
  expect((await owed()).length).toBeGreaterThan(0)
  await recount()
  expect(await owed()).toEqual([])
})

test('what cannot be counted anew stays and stands in nobody’s way', async () => {
  const deadline = { ...fixedDeadline('节后10日内', '2027-01-11'), provisional: true }
  await openLedger(app).draft({ ...draftTask('stuck'), deadline })
  await actingAs(app, people).ok('coordinator', 'task.assign', assignment('stuck', ['housing']))
  await given('after')
  await recount()
  const before = await dump(app)
  expect((await owed()).every((each) => each.startsWith('stuck finish'))).toBe(true)
  expect(await shareOf('after')).toMatchObject({ signDueProvisional: false })
  await recount()
  expect(await dump(app)).toEqual(before)
})

test('reaches what is due on the same day behind a page of what cannot be counted', async () => {
  await given('behind')
  const database = openDatabase(app)
  const own = (await dump(app, ['obligations']))
    .get('obligations')!
    .filter(({ thingId }) => thingId === 'behind')
  const { dueOn } = own.find(({ kind }) => kind === 'signFor')!
  // No later day of the same task brings the run to it.
  for (const { _id, kind } of own)
    if (kind !== 'signFor')
      await database.update('obligations', _id as string, { provisional: false })
  const gone = Array.from({ length: 60 }, (_, place) => `gone-${place}`)
  const lost = gone.map((_id) => ({ _id, thing: 'feedback', thingId: _id, dueOn }))
  await database.createMany(
    'obligations',
    lost.map((each) => ({ ...each, provisional: true, nextStepOn: null })),
  )
  await recount()
  expect(await shareOf('behind')).toMatchObject({ signDueProvisional: false })
  for (const id of gone) await database.remove('obligations', id)
})

test('reminders follow the new day on the moving clock', async () => {
  const steps = async () =>
    (await dump(app, ['reminders']))
      .get('reminders')!
      .filter((row) => JSON.stringify(row).includes('2027-01-06'))
  expect(await steps()).toEqual([])
  await app.clock.jump(at('2027-01-07T10:00'))
  expect((await steps()).length).toBeGreaterThan(0)
})
