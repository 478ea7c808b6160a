import { openTaskWorld, type TaskWorld } from '../task/task-world'
import { datesOf } from './talks'

/** Housing leads, water does it too; water and the farm agreed on the last day of the task. */
let world: TaskWorld

beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const deadline = '2020-12-31'
const later = '2021-03-31'

describe('an agreed date when the task’s deadline is extended', () => {
  it('stays, and follows only with both signatures', async () => {
    const { as } = world
    const taskId = await world.underway('agreed-extended')
    const offer = { taskId, enterpriseId: 'farm', dates: datesOf(deadline), reason: null }
    const { id: timelineId } = await as.ok('waterStaff', 'enterprise.propose', offer)
    await as.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
    const read = () => as.ok('enterprise', 'enterprise.getTimeline', { timelineId })
    const owed = async (who: 'enterprise' | 'waterStaff', thingId: string) =>
      (await as.ok(who, 'notifier.listTodo', {})).items
        .filter((item) => item.thingId === thingId && item.kind === 'finishMeasure')
        .map(({ dueOn }) => dueOn)
    const bothOwe = async (on: string) => {
      expect(await owed('enterprise', timelineId)).toEqual([on, on])
      expect(await owed('waterStaff', taskId)).toEqual([on, on])
    }
    const reopen = { timelineId, dates: datesOf(later), reason: '任务延期了' }

    // Not before it is granted: the deadline still stands.
    await as.ok('housingStaff', 'task.extend', {
      ...{ taskId, part: { kind: 'task' }, to: '2021-06-30', reason: '汛期', plan: '赶工' },
    })
    expect(await as.refusal('waterStaff', 'enterprise.reopenTerms', reopen)).toBe(
      'TIMELINE.DATE_AFTER_DEADLINE',
    )
    await as.ok('coordinator', 'task.grantExtension', { taskId, decisionNumber: '9号' })
    expect(await read()).toMatchObject({ state: 'agreed', latestOn: '2021-06-30' })
    await bothOwe(deadline)

    await as.ok('waterStaff', 'enterprise.reopenTerms', reopen)
    await bothOwe(deadline)
    const { round, state } = await read()
    expect(state).toBe('proposed')
    // The one that asked does not sign for the other.
    const accept = { timelineId, round }
    expect(await as.refusal('waterStaff', 'enterprise.accept', accept)).toBe('THING.STATE')
    await as.ok('enterprise', 'enterprise.accept', accept)
    expect(await read()).toMatchObject({
      state: 'agreed',
      signed: { unit: true, enterprise: true },
    })
    await bothOwe(later)
  })
})
