import { assignment, draftTask, measure, openDatabase, plan } from './ledger'
import { longTermDeadline, recurringDeadline } from '@/domain/task/deadline'
import { type Organization } from '../../support/organization'
import { twoSteps } from './close-out'
import { openTaskWorld, type TaskWorld } from './task-world'

/** What comes again and again, on the moving clock: rolled by the timer, said done to the end. */

let app: TaskWorld['app']
let people: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']
let ledger: TaskWorld['ledger']

beforeAll(async () => {
  ;({ app, organization: people, ledger, as, cases } = await openTaskWorld())
})
afterAll(() => app.close())

const tick = () => app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
const at = (day: string) => app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
const said = { words: '已巡查', paperNumber: '1号' }

/** The second measure is a yearly duty. */
const underway = async (taskId: string) => {
  const yearly = longTermDeadline('长期坚持', '2019-12-31')
  await ledger.draft(
    draftTask(taskId, { measures: [measure('m1'), measure('m2', { deadline: yearly })] }),
  )
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
  await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
  const [yearlyOne] = plan(['m2'], '2019-12-31').measures
  const planned = plan(['m1'])
  await as.ok('housingStaff', 'task.submitPlan', {
    taskId,
    plan: { ...planned, measures: [...planned.measures, yearlyOne!] },
  })
  await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  return taskId
}
const timesOf = async (taskId: string) => {
  const { parts } = await as.ok('housingStaff', 'task.get', { taskId })
  return parts.filter(({ kind }) => kind === 'occurrence')
}
const daysOf = async (taskId: string) =>
  (await timesOf(taskId)).map(({ dueOn, doneOn }) => [dueOn, doneOn])
const sayTime = (taskId: string, due: string, on: string) =>
  as.ok('housingStaff', 'task.reportDone', {
    taskId,
    partId: `occurrence.m2.housing.${due}`,
    on,
    ...said,
  })
const owed = async (taskId: string) => {
  const { items } = await as.ok('housingStaff', 'notifier.listTodo', {})
  return items
    .filter((row) => row.thingId === taskId && row.node.startsWith('m2'))
    .map(({ dueOn }) => dueOn)
}

it('is followed by the next time at once, and said done in every state to closed', async () => {
  const taskId = await underway('duty-to-closed')
  expect(await owed(taskId)).toEqual(['2019-12-31'])
  await sayTime(taskId, '2019-12-31', '2019-11-18')
  expect(await daysOf(taskId)).toEqual([
    ['2019-12-31', '2019-11-18'],
    ['2020-12-31', null],
  ])
  expect(await owed(taskId)).toEqual(['2020-12-31'])
  const byItself = { taskId, partId: 'measure.m2.housing', on: '2019-11-18', ...said }
  expect(await as.refusal('housingStaff', 'task.reportDone', byItself)).toBe('THING.NOT_FOUND')
  const first = { taskId, partId: 'measure.m1.housing', on: '2019-11-18', ...said }
  await as.ok('housingStaff', 'task.reportDone', first)
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  await cases.ask(taskId)
  await cases.publish(taskId, people.farmingColleague.actAs)
  // Locked is what was published: the duty goes on.
  const undo = { taskId, partId: 'occurrence.m2.housing.2019-12-31', reason: 'x' }
  expect(await as.refusal('housingStaff', 'task.undoDone', undo)).toBe('THING.STATE')
  await sayTime(taskId, '2020-12-31', '2019-11-18')
  const { release } = await as.ok('coordinator', 'task.get', { taskId })
  expect(release.stale).toBe(false)
  expect(release.secrecyOn).not.toBeNull()

  await at('2019-12-03')
  await tick()
  const decided = { taskId, decisionNumber: '茂环督〔2019〕9号' }
  await as.ok('coordinator', 'task.approveCloseOut', decided)
  await sayTime(taskId, '2021-12-31', '2019-12-03')
  expect((await timesOf(taskId)).at(-1)).toMatchObject({
    dueOn: '2022-12-31',
    events: ['reportDone'],
  })
  expect(await owed(taskId)).toEqual(['2022-12-31'])
})

it('is rolled by the timer on the day after, once, and a missed one may be said late', async () => {
  await at('2019-12-03')
  const taskId = await underway('duty-missed')
  const turnOn = async () => {
    const doc = await openDatabase(app).get('tasks', taskId)
    return (doc?.by as { turnOn: string } | undefined)?.turnOn
  }
  expect(await turnOn()).toBe('2020-01-01')
  await at('2019-12-31')
  await tick()
  expect(await daysOf(taskId)).toEqual([['2019-12-31', null]])
  await at('2020-01-01')
  await tick()
  await tick()
  expect(await daysOf(taskId)).toEqual([
    ['2019-12-31', null],
    ['2020-12-31', null],
  ])
  const { history, schedule, overdueDays } = await as.ok('coordinator', 'task.get', { taskId })
  expect(history.filter(({ event }) => event === 'rollRecurring')).toHaveLength(1)
  expect([schedule, overdueDays]).toEqual(['onSchedule', 0])
  expect(await owed(taskId)).toEqual(['2020-12-31'])
  // Told once: to the unit's leader and to the office, to nobody else.
  await at('2020-01-03')
  const told = async (who: keyof Organization) => {
    const { items } = await as.ok(who, 'notifier.listMyMessages', {})
    return items.filter(({ about }) => about === 'occurrenceMissed').map(({ template }) => template)
  }
  expect(await told('coordinator')).toEqual(['deadline'])
  expect(await told('housingLeader')).toEqual(['deadline'])
  for (const who of ['housingStaff', 'waterStaff', 'inspector'] as const)
    expect(await told(who)).toEqual([])
  await sayTime(taskId, '2019-12-31', '2020-01-01')
  expect(await daysOf(taskId)).toEqual([
    ['2019-12-31', '2020-01-01'],
    ['2020-12-31', null],
  ])
})

it('returns as often as the office decided where the list prints no rhythm, and as printed where it does', async () => {
  const assigned = async (taskId: string, text: string) => {
    await ledger.draft(draftTask(taskId, { deadline: recurringDeadline(text, '2020-03-31') }))
    await as.ok('coordinator', 'task.assign', {
      ...assignment(taskId, ['housing']),
      ...{ countedOn: null, everyMonths: 2 },
    })
    return (await as.ok('coordinator', 'task.get', { taskId })).deadline
  }
  expect(await assigned('rhythm-open', '定期清理')).toMatchObject({
    ...{ everyMonths: 2, rhythmOpen: true, nextOn: '2020-03-31' },
  })
  expect(await assigned('rhythm-printed', '每季度清理一次')).toMatchObject({
    ...{ everyMonths: 3, rhythmOpen: false },
  })
  await as.ok('housingStaff', 'task.signFor', {
    ...{ taskId: 'rhythm-open', person: '李某', phone: '0668-2111111' },
  })
  await as.ok('housingStaff', 'task.submitPlan', {
    taskId: 'rhythm-open',
    plan: plan(['m1', 'm2'], '2020-03-31'),
  })
  await as.ok('coordinator', 'task.approvePlan', { taskId: 'rhythm-open', unitId: 'housing' })
  const partId = 'occurrence.whole.housing.2020-03-31'
  await as.ok('housingStaff', 'task.reportDone', {
    ...{ taskId: 'rhythm-open', partId, on: '2020-01-01', ...said },
  })
  expect((await timesOf('rhythm-open')).map(({ dueOn }) => dueOn)).toEqual([
    '2020-03-31',
    '2020-05-31',
  ])
})

it('returns otherwise once the office says so, from the time after the next, and never against the list', async () => {
  const given = { everyMonths: 2, reason: '汛期要多看几次' }
  const first = '2031-03-31'
  const assigned = async (taskId: string, words: string) => {
    await ledger.draft(draftTask(taskId, { deadline: recurringDeadline(words, first) }))
    await as.ok('coordinator', 'task.assign', {
      ...assignment(taskId, ['housing']),
      everyMonths: 12,
    })
    return { taskId, measureId: null, ...given }
  }
  const input = await assigned('duty-changed', '定期巡查')
  expect(await as.refusal('housingStaff', 'task.changeRhythm', input)).toBe('ACCESS.ROLE')
  const elsewhere = { ...input, measureId: 'm1' }
  expect(await as.refusal('coordinator', 'task.changeRhythm', elsewhere)).toBe('THING.NOT_FOUND')
  await as.ok('coordinator', 'task.changeRhythm', input)
  const { deadline, history } = await as.ok('coordinator', 'task.get', { taskId: input.taskId })
  expect(deadline).toMatchObject({ everyMonths: 2, nextOn: first })
  expect(history.find(({ event }) => event === 'changeRhythm')?.note).toBe(given.reason)

  const printed = await assigned('duty-printed', '每季度巡查')
  expect(await as.refusal('coordinator', 'task.changeRhythm', printed)).toBe('THING.STATE')
})
