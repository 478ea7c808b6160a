import { plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** 改方案 of an approved one, through the functions: what stands binds until the lead has said yes. */

let app: TaskWorld['app']
let as: TaskWorld['as']
let underway: TaskWorld['underway']

beforeAll(async () => {
  ;({ app, as, underway } = await openTaskWorld())
})
afterAll(() => app.close())

const reason = '设备晚到，截污管推迟一个月'
const later = plan(['m1', 'm2'], '2020-07-31')

const shareOf = async (who: 'waterStaff' | 'housingStaff' | 'enterprise', taskId: string) => {
  const { assignments } = await as.ok(who, 'task.get', { taskId })
  return assignments.find(({ unit }) => unit.id === 'water')!
}
const owedBy = async (who: 'waterStaff' | 'housingStaff', taskId: string) => {
  const { items } = await as.ok(who, 'notifier.listTodo', {})
  return items
    .filter((row) => row.thingId === taskId && row.node.endsWith('water'))
    .map(({ kind, dueOn }) => `${kind} ${dueOn}`)
}

describe('a plan that is to change', () => {
  it('is shown to the lead beside the one that stands, owed by the lead, and binds when approved', async () => {
    const taskId = await underway('amended')
    await as.ok('waterStaff', 'task.amendPlan', { taskId, plan: later, reason })
    const asked = await shareOf('housingStaff', taskId)
    expect(asked).toMatchObject({
      state: 'planned',
      plan: { measures: [{ dueOn: '2020-06-30' }, { dueOn: '2020-06-30' }] },
      amendment: { state: 'submitted', reason, submittedOn: '2019-11-18' },
      events: ['approvePlan', 'returnPlan'],
    })
    expect(asked.amendment?.plan.measures[0]?.dueOn).toBe('2020-07-31')
    expect((await owedBy('housingStaff', taskId)).join()).toContain('approvePlan')
    expect(await owedBy('waterStaff', taskId)).toContain('finishMeasure 2020-06-30')
    // A firm reads neither the plan nor what is to change in it.
    expect((await shareOf('enterprise', taskId)).amendment).toBeNull()

    await as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
    expect((await owedBy('housingStaff', taskId)).join()).not.toContain('approvePlan')
    expect(await owedBy('waterStaff', taskId)).toContain('finishMeasure 2020-07-31')
    const { history } = await as.ok('waterStaff', 'task.get', { taskId })
    expect(history.slice(0, 2).map(({ event }) => event)).toEqual(['approvePlan', 'amendPlan'])
    expect(history[1]?.note).toBe(reason)
  })

  it('comes back with the reason, is kept to be mended, and is asked for again', async () => {
    const taskId = await underway('amended-returned')
    await as.ok('waterStaff', 'task.amendPlan', { taskId, plan: later, reason })
    const back = { taskId, unitId: 'water', reason: '太晚' }
    await as.ok('housingStaff', 'task.returnPlan', back)
    expect(await shareOf('waterStaff', taskId)).toMatchObject({
      state: 'planned',
      returnedReason: '太晚',
      amendment: { state: 'returned', reason },
      events: ['amendPlan'],
    })
    expect(await owedBy('waterStaff', taskId)).toContain('finishMeasure 2020-06-30')
    const sooner = plan(['m1', 'm2'], '2020-07-10')
    await as.ok('waterStaff', 'task.amendPlan', { taskId, plan: sooner, reason })
    await as.ok('housingStaff', 'task.approvePlan', { taskId, unitId: 'water' })
    expect((await shareOf('waterStaff', taskId)).plan?.measures[0]?.dueOn).toBe('2020-07-10')
  })

  it('keeps a milestone that was said done, and its report', async () => {
    const taskId = await underway('amended-milestones')
    const measures = later.measures.map((measure) => ({
      ...measure,
      milestones: [
        { text: '开工', dueOn: '2020-03-31', weight: 40 },
        { text: '接通', dueOn: '2020-06-30', weight: 60 },
      ],
    }))
    const amend = (plan: typeof later) =>
      as.ok('waterStaff', 'task.amendPlan', { taskId, plan, reason })
    await amend({ ...later, measures } as typeof later)
    await as.ok('housingStaff', 'task.approvePlan', { taskId, unitId: 'water' })
    const said = { on: '2019-11-18', words: '已开工', paperNumber: '1号' }
    const partId = 'milestone.m1.water.1'
    await as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said })

    const { plan: standing } = await shareOf('waterStaff', taskId)
    const without = standing!.measures.map((measure) => ({
      ...measure,
      milestones: measure.milestones.slice(1).map((each) => ({ ...each, weight: 100 })),
    }))
    const lost = { taskId, plan: { ...standing!, measures: without }, reason }
    expect(await as.refusal('waterStaff', 'task.amendPlan', lost)).toBe('TASK.DONE_STAYS')
    await amend({ ...standing!, goals: '更高' } as typeof later)
    await as.ok('housingStaff', 'task.approvePlan', { taskId, unitId: 'water' })
    const { parts } = await as.ok('waterStaff', 'task.get', { taskId })
    expect(parts.find(({ id }) => id === partId)).toMatchObject({
      doneOn: '2019-11-18',
      report: { words: '已开工' },
    })
  })

  it('of two decisions at once one counts, and the other is told', async () => {
    const taskId = await underway('amended-at-once')
    await as.ok('waterStaff', 'task.amendPlan', { taskId, plan: later, reason })
    const approve = as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
    const back = { taskId, unitId: 'water', reason: '太晚' }
    const returned = as.ok('housingStaff', 'task.returnPlan', back)
    const ended = await Promise.allSettled([approve, returned])
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await shareOf('waterStaff', taskId)).amendment?.state).not.toBe('submitted')
  })

  it('is refused unchanged, past the deadline and by who owes no plan', async () => {
    const taskId = await underway('amended-refused')
    const refused = (change: object, who: 'waterStaff' | 'farmingStaff' | 'coordinator') =>
      as.refusal(who, 'task.amendPlan', { taskId, plan: later, reason, ...change })
    expect(await refused({ plan: plan(['m1', 'm2']) }, 'waterStaff')).toBe('TASK.NOTHING_AMENDED')
    expect(await refused({ plan: plan(['m1', 'm2'], '2021-01-01') }, 'waterStaff')).toBe(
      'TASK.DATE_AFTER_DEADLINE',
    )
    expect(await refused({}, 'farmingStaff')).toBe('ACCESS.UNIT')
    expect(await refused({}, 'coordinator')).toBe('ACCESS.ROLE')
  })
})
