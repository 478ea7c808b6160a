import { addDays } from '@/domain/calendar/day'
import { recurringDeadline, relativeDeadline } from '@/domain/task/deadline'
import { assignment, draftTask, happened, measure, plan } from '../task/ledger'
import { openTaskWorld, type TaskWorld } from '../task/task-world'
import { type Engine, openEngine } from './engine'

/** An office act that moves somebody's day, or gives them another one's work, is told at once. */

let world: TaskWorld
let engine: Engine
const signer = { person: '李某', phone: '0668-2111111' }
const moved = '要办的日期改了，点开看新的日期'
const taken = '有任务改由您单位办，请点开看'
const away = '这项任务改由别的单位办了，不用再办'
const ended = '任务取消了，不用再办，点开看原因'

beforeAll(async () => {
  world = await openTaskWorld()
  engine = openEngine(world.app)
})
beforeEach(() => engine.clear())
afterAll(() => world.app.close())

/** Who was sent this hint about the task, with the day that the message names. */
const toldOf = async (taskId: string, hint: string) => {
  await engine.run('2019-11-18T10:00')
  return engine.sent
    .filter(({ page, data }) => page?.endsWith(taskId) && data.thing4 === hint)
    .map(({ openid, data }) => [openid, data.date2])
    .sort()
}
/** Who was sent that a share of theirs is another unit's, and where the message leads; after `toldOf`. */
const awayTo = () =>
  engine.sent
    .filter(({ data }) => data.thing4 === away)
    .map(({ openid, page }) => [openid, page])
    .sort()
const listen = async () => {
  await engine.clear()
  for (const who of ['housingStaff', 'housingLeader', 'waterStaff', 'farmingStaff'])
    await engine.allow(`openid-${who}`, 'deadline', 3)
}

describe('a day that the office moves', () => {
  it('because it was misread is told to whoever signed for the share, and to nobody whose day stays', async () => {
    const taskId = await world.underway('moved-misread')
    await listen()
    const sourceLine = '整改时限：2020年11月底前'
    const due = { place: 'due', text: '2020年11月底前', on: '2020-11-30', sourceLine }
    await world.as.ok('coordinator', 'task.correctText', { taskId, ...due })
    expect(await toldOf(taskId, moved)).toEqual([['openid-housingStaff', '2020年11月30日']])
    await listen()
    const word = { place: 'problem', text: '生活污水溢流。', on: null, sourceLine: '溢流' }
    await world.as.ok('coordinator', 'task.correctText', { taskId, ...word })
    expect(await toldOf(taskId, moved)).toEqual([])
  })

  it('to before what another unit has planned is told to that unit too, by the new end', async () => {
    const taskId = 'moved-past-plan'
    await world.ledger.draft(draftTask(taskId, { measures: [measure('m1'), measure('m2')] }))
    const led = { leadUnitId: 'housing' }
    await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['water'], led))
    for (const [who, by] of [
      ['housingStaff', 'coordinator'],
      ['waterStaff', 'housingLeader'],
    ] as const) {
      await world.as.ok(who, 'task.signFor', { taskId, ...signer })
      await world.as.ok(who, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
      const unitId = who === 'waterStaff' ? 'water' : 'housing'
      await world.as.ok(by, 'task.approvePlan', { taskId, unitId })
    }
    const plannedFor = plan(['m1', 'm2']).measures[0]!.dueOn
    const to = async (on: string) => {
      await listen()
      const due = { place: 'due', text: on, on, sourceLine: `整改时限：${on}` }
      await world.as.ok('coordinator', 'task.correctText', { taskId, ...due })
      return (await toldOf(taskId, moved)).map(([who]) => who)
    }
    // On the very day of the plan nothing of it is too late.
    expect(await to(plannedFor)).toEqual(['openid-housingStaff'])
    const dayBefore = addDays(plannedFor, -1)
    expect(await to(dayBefore)).toEqual(['openid-housingStaff', 'openid-waterStaff'])
    // It knows already.
    expect(await to(addDays(plannedFor, -2))).toEqual(['openid-housingStaff'])
  })

  it('by entering the awaited event is told, also where a unit without a share entered it', async () => {
    const taskId = 'moved-event'
    const event = { text: '批复之日起30日内', enteredBy: null }
    await world.ledger.draft(draftTask(taskId, { deadline: relativeDeadline(event.text, event) }))
    const named = { eventEnteredBy: 'water' }
    await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], named))
    await listen()
    await world.as.ok('waterStaff', 'task.enterEvent', happened(taskId))
    expect(await toldOf(taskId, moved)).toEqual([
      ['openid-housingLeader', '2019年12月16日'],
      ['openid-housingStaff', '2019年12月16日'],
    ])
    await listen()
    const corrected = { ...happened(taskId), happenedOn: '2019-11-18', reason: '批复日期写错' }
    await world.as.ok('coordinator', 'task.enterEvent', corrected)
    expect((await toldOf(taskId, moved)).map(([, on]) => on)).toEqual([
      ...['2019年12月18日', '2019年12月18日'],
    ])
  })

  it('by granting more time is told to whoever has more of it', async () => {
    const taskId = await world.underway('moved-granted')
    const part = { kind: 'task' as const }
    const asked = { taskId, part, to: '2021-03-31', reason: '雨季停工', plan: '汛后赶工' }
    await world.as.ok('housingStaff', 'task.extend', asked)
    await listen()
    await world.as.ok('coordinator', 'task.grantExtension', { taskId, decisionNumber: '1号' })
    expect(await toldOf(taskId, moved)).toEqual([['openid-housingStaff', '2021年3月31日']])
  })

  it('by another rhythm is told to whoever owes the duty, with the next day', async () => {
    const taskId = 'moved-rhythm'
    const deadline = { ...recurringDeadline('定期清掏', '2020-03-31'), everyMonths: 3 }
    const measures = [measure('m1', { deadline }), measure('m2')]
    await world.ledger.draft(draftTask(taskId, { measures }))
    await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
    await world.as.ok('housingStaff', 'task.signFor', { taskId, ...signer })
    await listen()
    const rhythm = { taskId, measureId: 'm1', everyMonths: 6, reason: '一季度太密' }
    await world.as.ok('coordinator', 'task.changeRhythm', rhythm)
    expect(await toldOf(taskId, moved)).toEqual([['openid-housingStaff', '2020年3月31日']])
  })
})

describe('a share that goes to another unit', () => {
  it('is told to everybody of the unit that is to sign for it', async () => {
    const taskId = 'moved-share'
    await world.ledger.draft(draftTask(taskId))
    await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['water']))
    await listen()
    const given = { taskId, fromUnitId: 'water', toUnitId: 'housing', reason: '机构撤并' }
    await world.as.ok('coordinator', 'task.reassign', given)
    const told = await toldOf(taskId, taken)
    expect(told.map(([who]) => who)).toEqual(['openid-housingLeader', 'openid-housingStaff'])
    // Whoever had it may not open the task any more: the message leads to what they have to do.
    expect(awayTo()).toEqual([['openid-waterStaff', 'pages/todo/index']])
    expect(JSON.stringify(engine.sent)).not.toContain('机构撤并')
  })

  it('and ends, is told to whoever signed for the share that takes it', async () => {
    const taskId = 'moved-dropped'
    await world.ledger.draft(draftTask(taskId))
    const led = { leadUnitId: 'housing' }
    const both = assignment(taskId, ['housing', 'water'], led)
    await world.as.ok('coordinator', 'task.assign', both)
    await world.as.ok('housingStaff', 'task.signFor', { taskId, ...signer })
    await world.as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await world.as.ok('waterStaff', 'task.returnAssignment', { taskId, reason: '不归我们' })
    await listen()
    const given = { taskId, fromUnitId: 'water', toUnitId: 'housing', reason: '由牵头单位办' }
    await world.as.ok('coordinator', 'task.dropShare', given)
    // The plan is not approved yet: the day of the list counts.
    expect(await toldOf(taskId, taken)).toEqual([['openid-housingStaff', '2020年12月31日']])
    expect(awayTo()).toEqual([['openid-waterStaff', 'pages/todo/index']])
  })

  it('is told to nobody as lost where it is given to the same unit anew', async () => {
    const taskId = 'moved-to-itself'
    await world.ledger.draft(draftTask(taskId))
    await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['water']))
    await world.as.ok('waterStaff', 'task.returnAssignment', { taskId, reason: '不归我们' })
    await listen()
    const given = { taskId, fromUnitId: 'water', toUnitId: 'water', reason: '就是它的' }
    await world.as.ok('coordinator', 'task.reassign', given)
    expect(await toldOf(taskId, taken)).toHaveLength(1)
    expect(awayTo()).toEqual([])
  })
})

describe('a task that is cancelled', () => {
  it('is told to every unit that had a share, without the reason', async () => {
    const taskId = 'moved-cancelled'
    await world.ledger.draft(draftTask(taskId))
    const led = { leadUnitId: 'housing' }
    await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['water'], led))
    await world.as.ok('housingStaff', 'task.signFor', { taskId, ...signer })
    await listen()
    await world.as.ok('coordinator', 'task.cancelTask', { taskId, reason: '与第3项重复' })
    expect((await toldOf(taskId, ended)).map(([who]) => who)).toEqual([
      ...['openid-housingStaff', 'openid-waterStaff'],
    ])
    expect(JSON.stringify(engine.sent)).not.toContain('重复')
  })
})
