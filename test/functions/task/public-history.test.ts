import { publicHistoryEvents } from '@/domain/release/public-task'
import { units } from '../../support/organization'
import { casesIn, doneAll, twoSteps } from './close-out'
import { assignment, draftTask, openLedger, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** 办理经过 as anybody reads it, at every step of a task's way from its assignment to its end. */

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']

beforeAll(async () => {
  ;({ app, organization, as } = await openTaskWorld())
})
afterAll(() => app.close())

const nameOf = (key: string) => units.find((unit) => unit.key === key)!.name
const taskId = 'public-history'
const decided = { taskId, decisionNumber: '茂环督〔2019〕9号' }

test('nowhere does the unit check, publish or approve itself, and every step that is promised comes', async () => {
  const ledger = openLedger(app)
  const cases = casesIn(as, ledger)
  const tick = async (day: string) => {
    await app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
    await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
  }
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {
      await ledger.draft(draftTask(taskId))
      await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
      await cases.release(taskId)
    },
    () => as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' }),
    async () => {
      await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
      await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    },
    async () => {
      await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
      await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
      await cases.ask(taskId)
    },
    () => cases.pass(taskId, organization.farmingColleague.actAs),
    async () => {
      await cases.release(taskId)
      await as.ok('coordinator', 'task.publishNotice', { taskId })
    },
    () => tick('2019-12-10'),
    () => as.ok('coordinator', 'task.approveCloseOut', decided),
  ]

  let before: readonly string[] = []
  for (const step of steps) {
    await step()
    const { history } = await app.ok(null, 'register.getTask', { taskId })
    expect(history.map(({ event }) => event)).toEqual([...publicHistoryEvents])
    const done = history.filter((node) => node.done).map(({ event }) => event)
    // In their order, each kept: nothing stands under a step that was jumped over.
    expect(done).toEqual(publicHistoryEvents.slice(0, done.length))
    expect(done.slice(0, before.length)).toEqual(before)
    before = done
    for (const { event, unitName } of history)
      if (['requestCloseOut', 'publishNotice', 'approveCloseOut'].includes(event))
        expect([event, unitName]).not.toEqual([event, nameOf('housing')])
  }
  // What was promised all along has come: nothing is left to do.
  expect(before).toEqual([...publicHistoryEvents])
  const { history } = await app.ok(null, 'register.getTask', { taskId })
  const named = Object.fromEntries(history.map(({ event, unitName }) => [event, unitName]))
  expect(named).toMatchObject({
    signFor: nameOf('housing'),
    selfCheck: nameOf('housing'),
    requestCloseOut: `${nameOf('farming-maonan')}、${nameOf('water')}`,
    publishNotice: null,
    approveCloseOut: null,
  })
})

test('a task that is taken back promises nothing any more: its page is gone', async () => {
  const id = 'taken-back'
  await openLedger(app).draft(draftTask(id))
  await as.ok('coordinator', 'task.assign', assignment(id, ['housing']))
  await casesIn(as, openLedger(app)).release(id)
  expect((await app.call(null, 'register.getTask', { taskId: id })).ok).toBe(true)
  await as.ok('coordinator', 'task.cancelTask', { taskId: id, reason: '上级另行交办' })
  expect((await app.call(null, 'register.getTask', { taskId: id })).ok).toBe(false)
})
