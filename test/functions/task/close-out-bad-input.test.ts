import { type ReleasableTaskField, releasableTaskFields } from '@/domain/release/release'
import { fireTimer } from '../feedback/desk'
import { casesIn, rework, standardWords } from './close-out'
import { draftTask } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'
import { readAll } from './read-places'
import { findRelapse } from './uploads'

/** What is tried on the way out of the list, and what each is told. */

let world: TaskWorld
let as: TaskWorld['as']
let cases: ReturnType<typeof casesIn>
beforeAll(async () => {
  world = await openTaskWorld()
  as = world.as
  cases = casesIn(as, world.ledger)
})
afterAll(() => world.app.close())

const decision = (taskId: string, decisionNumber = '茂整改〔2019〕3号') => ({
  taskId,
  decisionNumber,
})
const refusedDecision = (taskId: string, number?: string) =>
  as.refusal('coordinator', 'task.approveCloseOut', decision(taskId, number))

const noticed = async (taskId: string) =>
  cases.publish(await cases.asked(taskId), world.organization.farmingColleague.actAs)

const again = (taskId: string, partId: string) => ({
  ...{ taskId, partId, on: '2019-11-18', words: '又改了一遍' },
  paperNumber: '茂建函〔2019〕9号',
})

describe('under a notice', () => {
  it('neither evidence nor a part is changed: it is returned for rework first', async () => {
    const taskId = await noticed('bad-under-notice')
    const partId = 'measure.m1.housing'
    for (const [who, action, input] of [
      ['housingStaff', 'task.reportDone', again(taskId, partId)],
      ['housingStaff', 'task.undoDone', { taskId, partId, reason: '报错了' }],
      ['coordinator', 'task.returnDone', { taskId, partId, reason: '不实' }],
    ] as const)
      expect([action, await as.refusal(who, action, input as never)]).toEqual([
        action,
        'THING.STATE',
      ])
    expect((await as.ok('coordinator', 'task.get', { taskId })).state).toBe('underNotice')
  })
})

/** One of the two is enough to take something out of what both had let through. */
const leaveOut = async (taskId: string, left: ReleasableTaskField) => {
  const digest = await readAll(as.ok, taskId)
  const fields = releasableTaskFields.filter((field) => field !== left)
  await as.ok('coordinator', 'task.checkSecrecy', { taskId, fields, digest })
}

const tickOn = async (day: string) => {
  await world.app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
  await fireTimer(world.app, 'task')
}

describe('a notice that is corrected', () => {
  it('begins its period again; the same text released once more does not', async () => {
    const taskId = await noticed('bad-corrected')
    const notice = async () =>
      (await as.ok('coordinator', 'task.get', { taskId })).closeOut!.cycles[0]!.notice
    const first = await notice()
    expect(first).toMatchObject({ from: '2019-11-18' })
    await world.app.clock.jump(Date.parse('2019-11-20T09:00:00+08:00'))
    await cases.release(taskId)
    expect(await notice()).toEqual(first)

    await leaveOut(taskId, 'problem')
    expect(await notice()).toEqual({ from: '2019-11-20', lastOn: '2019-12-03' })
    const shown = await world.app.ok('openid-reader', 'register.getTask', { taskId })
    expect(shown.notice).toMatchObject({ from: '2019-11-20', lastOn: '2019-12-03' })
    expect(shown.problem).toBe('')
  })
})

describe('a decision to close', () => {
  it('needs its number, and waits for an open child; a cancelled one does not count', async () => {
    const taskId = await noticed('bad-decision')
    await world.ledger.draft(draftTask('bad-decision-child', { parentId: taskId }))
    await world.app.clock.jump(Date.parse('2019-12-09T09:00:00+08:00'))
    await fireTimer(world.app, 'task')
    expect(await refusedDecision(taskId, ' ')).toMatch(/^(TASK\.DECISION_NUMBER_REQUIRED|INPUT\.)/)
    expect(await refusedDecision(taskId)).toBe('TASK.CHILD_OPEN')
    await as.ok('coordinator', 'task.cancelTask', {
      taskId: 'bad-decision-child',
      reason: '并入本件',
    })
    const closed = await as.ok('coordinator', 'task.approveCloseOut', decision(taskId))
    expect(closed.state).toBe('closed')
  })

  it('reopened, it is not self-checked before what came back is done again', async () => {
    const taskId = 'bad-decision'
    await findRelapse(world.app, as, taskId)
    await as.ok('coordinator', 'task.reopen', { taskId, ...rework })
    const selfCheck = { taskId, standards: standardWords, signOffNumber: null }
    expect(await as.refusal('housingLeader', 'task.selfCheck', selfCheck)).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
    const { parts } = await as.ok('housingStaff', 'task.get', { taskId })
    const open = parts.filter(({ events }) => events.includes('reportDone'))
    expect(open.map(({ id }) => id).sort()).toEqual(['demand.2.0', 'measure.m1.housing'])
    for (const { id } of open)
      await as.ok('housingStaff', 'task.reportDone', { ...again(taskId, id), on: '2019-12-09' })
    expect((await as.ok('housingLeader', 'task.selfCheck', selfCheck)).state).toBe('selfChecked')
  })
})

describe('a notice that is corrected when it is over', () => {
  it('begins again: nobody decides on a text that nobody could object to', async () => {
    const taskId = 'bad-corrected'
    const state = async () => (await as.ok('coordinator', 'task.get', { taskId })).state
    expect(await state()).toBe('awaitingApproval')
    await leaveOut(taskId, 'goals')
    expect(await state()).toBe('underNotice')
    const from = '2019-12-09'
    const shown = await world.app.ok('openid-reader', 'register.getTask', { taskId })
    expect(shown).toMatchObject({ state: 'underNotice', notice: { from, lastOn: '2019-12-20' } })
    expect(await refusedDecision(taskId)).toBe('THING.STATE')
    await tickOn('2019-12-21')
    expect((await as.ok('coordinator', 'task.approveCloseOut', decision(taskId))).state).toBe(
      'closed',
    )
  })
})
