import { fixedDeadline } from '@/domain/task/deadline'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { casesIn } from './close-out'
import { actingAs, assignment, draftTask, openLedger } from './ledger'

let app: TestApp
let people: Organization

beforeAll(async () => {
  // The holidays of 2027 are not published.
  app = await startApp({ startAt: '2026-12-29T09:00:00+08:00' })
  people = await buildOrganization(app)
})
afterAll(() => app.close())

test('a limit that reaches into a year without a published calendar is 暂定 wherever it is read', async () => {
  const { openid, actAs } = people.housingStaff
  const coordinator = { actAs: people.coordinator.actAs }
  await openLedger(app).draft(draftTask('late'))
  const given = assignment('late', ['housing'], { countedOn: '2027-12-31' })
  await app.ok(people.coordinator.openid, 'task.assign', given, coordinator)
  const { assignments } = await app.ok(openid, 'task.get', { taskId: 'late' }, { actAs })
  // 1 January is a holiday in every year: 30 and 31 December, then Monday the fourth.
  expect(assignments).toMatchObject([{ signDueOn: '2027-01-04', signDueProvisional: true }])
  const { items } = await app.ok(openid, 'notifier.listTodo', {}, { actAs })
  expect(items.find(({ kind }) => kind === 'signFor')).toMatchObject({ provisional: true })
  expect(items.find(({ kind }) => kind === 'finishTask')).toMatchObject({ provisional: false })
  const reminders = await app.ok(openid, 'notifier.listReminders', {}, { actAs })
  expect(reminders.items.find(({ kind }) => kind === 'signFor')).toMatchObject({
    provisional: true,
  })
})

test('the ledger says it of the day of the whole task, and so do its parts', async () => {
  const coordinator = { actAs: people.coordinator.actAs }
  const deadline = {
    ...fixedDeadline('收到通知后10个工作日内', '2027-01-11'),
    provisional: true,
  }
  await openLedger(app).draft({ ...draftTask('counted'), deadline })
  await app.ok(
    people.coordinator.openid,
    'task.assign',
    assignment('counted', ['housing']),
    coordinator,
  )
  const { items } = await app.ok(
    people.coordinator.openid,
    'task.listLedger',
    { filter: {} },
    coordinator,
  )
  const due = items.map(({ id, dueProvisional }) => [id, dueProvisional])
  expect(Object.fromEntries(due)).toEqual({ counted: true, late: false })
})

test('a notice over a year without a published calendar waits for it and says so', async () => {
  const as = actingAs(app, people)
  const deadline = fixedDeadline('2027年底前', '2027-12-31')
  const cases = casesIn(as, openLedger(app), { deadline, plannedOn: '2027-06-30' })
  const taskId = await cases.asked('awaits-calendar')
  await cases.pass(taskId, people.farmingColleague.actAs)
  await cases.release(taskId)
  await as.ok('coordinator', 'task.publishNotice', { taskId })
  const publicPage = () => app.ok(null, 'register.getTask', { taskId })
  const lookedAt = async () => {
    await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
    return as.ok('coordinator', 'task.get', { taskId })
  }
  const waiting = { from: '2026-12-29', lastOn: null }
  expect((await publicPage()).notice).toMatchObject(waiting)
  expect((await lookedAt()).closeOut?.cycles.at(-1)?.notice).toEqual(waiting)
  const todo = await as.ok('coordinator', 'notifier.listTodo', {})
  const ends = todo.items.find(({ kind, thingId }) => kind === 'noticeEnds' && thingId === taskId)
  expect(ends).toMatchObject({ dueOn: '2027-01-12', provisional: true })

  // More than ten working days have passed, and still nobody knows which days were off.
  await app.clock.jump(Date.parse('2027-01-20T09:00:00+08:00'))
  expect(await lookedAt()).toMatchObject({ state: 'underNotice' })
  expect(await publicPage()).toMatchObject({ state: 'underNotice', notice: waiting })
  const decision = { taskId, decisionNumber: '茂整改〔2027〕1号' }
  expect(await as.refusal('coordinator', 'task.approveCloseOut', decision)).toBe('THING.STATE')
})
