import type { Organization } from '../../support/organization'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** Whoever has nothing to do sees whose turn it is, and until when. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const turnsOf = async (who: keyof Organization, taskId: string) =>
  (await world.as.ok(who, 'task.get', { taskId })).turns.map(
    ({ kind, unitName, role, dueOn }) => `${kind} ${unitName ?? role} ${dueOn}`,
  )

describe('whose turn it is', () => {
  it('is the unit’s before it has signed and planned, and then of who decides its plan', async () => {
    const { as, ledger } = world
    await ledger.draft(draftTask('turns'))
    const led = { leadUnitId: 'housing', enterpriseIds: ['farm'] }
    await as.ok('coordinator', 'task.assign', assignment('turns', ['water'], led))
    expect(await turnsOf('coordinator', 'turns')).toEqual([
      'signFor 市住房城乡建设局 2019-11-21',
      'signFor 市水务局 2019-11-21',
      'finishTask 市住房城乡建设局 2020-12-31',
    ])
    const signer = { person: '李某', phone: '0668-2111111' }
    for (const who of ['housingStaff', 'waterStaff'] as const) {
      await as.ok(who, 'task.signFor', { taskId: 'turns', ...signer })
      await as.ok(who, 'task.submitPlan', { taskId: 'turns', plan: plan(['m1', 'm2']) })
    }
    const decided = await turnsOf('waterStaff', 'turns')
    expect(decided.map((turn) => turn.split(' ').slice(0, 2).join(' ')).sort()).toEqual(
      expect.arrayContaining(['approvePlan coordinator', 'approvePlan 市住房城乡建设局']),
    )
  })

  it('is not told to firms', async () => {
    expect(await turnsOf('enterprise', 'turns')).toEqual([])
  })

  it('never names the day of a planned re-check', async () => {
    const taskId = await world.underway('turns-closed')
    await world.ledger.database.update('tasks', taskId, { state: 'closed' })
    expect(await turnsOf('waterStaff', taskId)).toEqual([])
  })
})
