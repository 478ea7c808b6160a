import { fixedDeadline, longTermDeadline } from '@/domain/task/deadline'
import { invite } from '../feedback/desk'
import { casesIn, doneAll, inPlace, standardWords } from './close-out'
import { assignment, draftTask, measure, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** What goes wrong between the plan and the last checker, through the real functions. */

let world: TaskWorld
let as: TaskWorld['as']
let cases: ReturnType<typeof casesIn>

beforeAll(async () => {
  world = await openTaskWorld()
  as = world.as
  cases = casesIn(as, world.ledger)
})
afterAll(() => world.app.close())

const at = (day: string) => world.app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
const signer = { person: '李某', phone: '0668-2111111' }
const said = { on: '2019-11-18', words: '已接通', paperNumber: '1号' }

describe('a county with one inspector', () => {
  it('checks with a colleague lent by the city or with an expert, and never alone', async () => {
    const { app, organization } = world
    const only = await invite(app, organization, 'only', ['inspector', 'town-shihu', '440902'])
    const by = { actAs: only.actAs }
    const one = await cases.asked('county-lent')
    const two = await cases.asked('county-expert')
    const step = inPlace(one, 'county')
    const verify = (input: typeof step) => app.call(only.openid, 'task.verify', input, by)
    const self = { membershipId: only.actAs }
    expect(await verify({ ...step, others: [self] })).toMatchObject({
      error: { code: 'TASK.CHECKERS' },
    })
    const lent = { membershipId: organization.inspector.actAs }
    expect(await verify({ ...step, others: [lent] })).toMatchObject({ ok: true })
    await as.ok('inspector', 'task.confirmCheck', { taskId: one })
    expect(await verify(inPlace(two, 'county'))).toMatchObject({ ok: true })
    for (const taskId of [one, two]) {
      const { closeOut } = await as.ok('coordinator', 'task.get', { taskId })
      expect(closeOut?.cycles[0]?.checks).toMatchObject([{ level: 'county', passed: true }])
    }
    // Whoever was lent has checked: not once more at the next step.
    expect(await as.refusal('inspector', 'task.verify', inPlace(one, 'city'))).toBe('TASK.CHECKERS')
  })
})

describe('one of three units that is done', () => {
  it('holds no self-check: refused, and the page names the other two and by when', async () => {
    const taskId = 'one-of-three'
    await world.ledger.draft(draftTask(taskId))
    const units = ['housing', 'water', 'town-shihu']
    await as.ok('coordinator', 'task.assign', assignment(taskId, units, { leadUnitId: 'housing' }))
    for (const who of ['housingStaff', 'waterStaff', 'townStaff'] as const) {
      await as.ok(who, 'task.signFor', { taskId, ...signer })
      await as.ok(who, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    }
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    for (const unitId of ['water', 'town-shihu'])
      await as.ok('housingStaff', 'task.approvePlan', { taskId, unitId })
    await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
    const check = { taskId, standards: standardWords, signOffNumber: null }
    expect(await as.refusal('housingLeader', 'task.selfCheck', check)).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
    const { turns, state } = await as.ok('housingLeader', 'task.get', { taskId })
    expect(state).toBe('inProgress')
    const named = turns.map(({ unitName, dueOn }) => `${unitName} ${dueOn}`)
    expect(named).toEqual(
      expect.arrayContaining(['市水务局 2020-06-30', '石湖镇人民政府 2020-06-30']),
    )
    expect(named.some((turn) => turn.startsWith('市住房'))).toBe(false)
  })
})

describe('a yearly duty', () => {
  it('is said done in each state from 已交办 to 已销号, once more each time', async () => {
    const taskId = 'duty-each-state'
    const yearly = longTermDeadline('长期坚持', '2019-12-31')
    await world.ledger.draft(
      draftTask(taskId, { measures: [measure('m1'), measure('m2', { deadline: yearly })] }),
    )
    const units = ['housing', 'water']
    await as.ok('coordinator', 'task.assign', assignment(taskId, units, { leadUnitId: 'housing' }))
    const share = (who: 'housingStaff' | 'waterStaff') => {
      const [of] = plan(['m2'], '2019-12-31').measures
      const own = plan(['m1'])
      return as.ok(who, 'task.submitPlan', {
        taskId,
        plan: { ...own, measures: [...own.measures, of!] },
      })
    }
    await as.ok('housingStaff', 'task.signFor', { taskId, ...signer })
    await share('housingStaff')
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })

    const seen: string[] = []
    let year = 2019
    const say = async (who: 'housingStaff' | 'waterStaff' = 'housingStaff') => {
      const unit = who === 'housingStaff' ? 'housing' : 'water'
      const partId = `occurrence.m2.${unit}.${year}-12-31`
      await as.ok(who, 'task.reportDone', { taskId, partId, ...said })
    }
    const sayBoth = async () => {
      await say()
      await say('waterStaff')
      year += 1
      seen.push((await as.ok('coordinator', 'task.get', { taskId })).state)
    }
    // Water has not even signed: housing's own share of the duty goes on.
    await say()
    seen.push((await as.ok('coordinator', 'task.get', { taskId })).state)
    await as.ok('waterStaff', 'task.signFor', { taskId, ...signer })
    await share('waterStaff')
    await as.ok('housingStaff', 'task.approvePlan', { taskId, unitId: 'water' })
    await say('waterStaff')
    year += 1
    await sayBoth()
    for (const [who, unit] of [
      ['housingStaff', 'housing'],
      ['waterStaff', 'water'],
    ] as const)
      await as.ok(who, 'task.reportDone', { taskId, partId: `measure.m1.${unit}`, ...said })
    const chain = [
      { level: 'county' as const, unitId: 'farming-maonan' },
      { level: 'city' as const, unitId: 'office' },
    ]
    await as.ok('coordinator', 'task.changeChain', { taskId, chain, closingLevel: 'city' })
    await as.ok('waterStaff', 'task.signShare', { taskId, signOffNumber: '茂水〔2019〕7号' })
    await as.ok('housingLeader', 'task.selfCheck', {
      taskId,
      standards: standardWords,
      signOffNumber: null,
    })
    await sayBoth()
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '8号' })
    await sayBoth()
    await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county'))
    await as.ok('inspector', 'task.verify', {
      ...inPlace(taskId, 'city'),
      others: [{ name: '赵工', unitName: '市环科院' }],
    })
    await cases.release(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    await sayBoth()
    await at('2019-12-03')
    await world.app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
    await sayBoth()
    await as.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber: '9号' })
    await sayBoth()
    expect(seen).toEqual([
      'assigned',
      'inProgress',
      'selfChecked',
      'verifying',
      'underNotice',
      'awaitingApproval',
      'closed',
    ])
  })
})

describe('an extension asked for on the last day', () => {
  const short = () =>
    casesIn(as, world.ledger, {
      deadline: fixedDeadline('2019年12月6日前', '2019-12-06'),
      plannedOn: '2019-12-05',
    })
  const request = (taskId: string) => ({
    taskId,
    part: { kind: 'task' as const },
    to: '2020-06-30',
    reason: '汛期',
    plan: '赶工',
  })

  it('is decided after it: overdue meanwhile, granted from the old day, and not asked a day later', async () => {
    const [asked, late, both] = ['extension-last', 'extension-late', 'extension-both'] as const
    for (const taskId of [asked, late, both]) await short().underway(taskId)
    await at('2019-12-06')
    for (const taskId of [asked, both]) await as.ok('housingStaff', 'task.extend', request(taskId))
    await at('2019-12-10')
    expect(await as.refusal('housingStaff', 'task.extend', request(late))).toBe(
      'TASK.EXTENSION_TOO_LATE',
    )
    const read = (taskId: string) => as.ok('otherCoordinator', 'task.get', { taskId })
    expect(await read(asked)).toMatchObject({ dueOn: '2019-12-06', overdueDays: 4 })
    await as.ok('coordinator', 'task.grantExtension', { taskId: asked, decisionNumber: '1号' })
    expect(await read(asked)).toMatchObject({
      dueOn: '2020-06-30',
      overdueDays: 0,
      deadline: { countedOn: '2019-12-06' },
      extensions: [
        { state: 'granted', askedOn: '2019-12-06', decidedOn: '2019-12-10', from: '2019-12-06' },
      ],
    })

    const ended = await Promise.allSettled([
      as.ok('coordinator', 'task.grantExtension', { taskId: both, decisionNumber: '2号' }),
      as.ok('otherCoordinator', 'task.refuseExtension', { taskId: both, reason: '理由不足' }),
    ])
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { extensions, history } = await read(both)
    expect(extensions).toHaveLength(1)
    const decided = history.filter(({ event }) => /^(grant|refuse)Extension$/.test(event))
    expect(decided.map(({ unitName }) => unitName)).toEqual(['市整改办'])
  })
})

describe('an extension of a task that the province closes', () => {
  it('is decided by the upper level’s paper, which stays so whatever the task becomes', async () => {
    const [upper, city] = ['extension-upper', 'extension-city'] as const
    await cases.underway(upper, {}, { closingLevel: 'province' })
    await cases.underway(city)
    const read = async (taskId: string) =>
      (await as.ok('housingStaff', 'task.get', { taskId })).extensions[0]
    for (const taskId of [upper, city])
      await as.ok('housingStaff', 'task.extend', {
        ...{
          taskId,
          part: { kind: 'task' as const },
          to: '2021-06-30',
          reason: '汛期',
          plan: '赶工',
        },
      })
    expect(await read(upper)).toMatchObject({ decidedBy: 'upperLevel', decisionNumber: null })
    expect(await read(city)).toMatchObject({ decidedBy: 'leadingGroup', decisionNumber: null })
    for (const taskId of [upper, city])
      await as.ok('coordinator', 'task.grantExtension', {
        taskId,
        decisionNumber: '粤环督〔2020〕3号',
      })
    const chain = [{ level: 'city' as const, unitId: 'water' }]
    await as.ok('coordinator', 'task.changeChain', { taskId: upper, chain, closingLevel: 'city' })
    expect(await read(upper)).toMatchObject({
      decidedBy: 'upperLevel',
      decisionNumber: '粤环督〔2020〕3号',
    })
    expect(await read(city)).toMatchObject({ decidedBy: 'leadingGroup' })

    // Of what was granted before this was recorded nobody can tell.
    const { database } = world.ledger
    const { extensions } = (await database.get('tasks', city)) as unknown as {
      extensions: { decidedBy?: string }[]
    }
    const earlier = extensions.map(({ decidedBy: _, ...extension }) => extension)
    await database.update('tasks', city, { extensions: earlier })
    expect(await read(city)).toMatchObject({ decidedBy: null, state: 'granted' })
  })
})

describe('a measure said done', () => {
  const report = (taskId: string, on = '2019-11-18') =>
    as.refusal('housingStaff', 'task.reportDone', {
      ...{ taskId, partId: 'measure.m1.housing', ...said, on },
    })

  it('is refused as long as the share is not planned, and once the task is no longer worked on', async () => {
    const taskId = 'done-too-early'
    await world.ledger.draft(draftTask(taskId))
    expect(await report(taskId)).toBe('THING.NOT_FOUND')
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
    expect(await report(taskId)).toBe('THING.STATE')
    await as.ok('housingStaff', 'task.signFor', { taskId, ...signer })
    expect(await report(taskId)).toBe('THING.STATE')
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    expect(await report(taskId)).toBe('THING.STATE')
    const asked = await cases.asked('done-too-late')
    expect(await report(asked)).toBe('THING.STATE')
    const cancelled = await cases.underway('done-cancelled')
    await as.ok('coordinator', 'task.cancelTask', { taskId: cancelled, reason: '重复列入' })
    expect(await report(cancelled)).toBe('THING.STATE')
  })
})

describe('days in the wrong order', () => {
  it('are refused: a later day that is none, a rework in the past, a plan past the deadline', async () => {
    const taskId = await cases.underway('wrong-order')
    const extend = (to: string) =>
      as.refusal('housingStaff', 'task.extend', {
        ...{ taskId, part: { kind: 'task' }, to, reason: '雨季', plan: '汛后赶工' },
      })
    for (const to of ['2020-12-30', '2020-12-31']) expect(await extend(to)).toBe('TASK.DATE_PAST')
    const amended = { taskId, reason: '改期', plan: plan(['m1', 'm2'], '2021-01-01') }
    expect(await as.refusal('housingStaff', 'task.amendPlan', amended)).toBe(
      'TASK.DATE_AFTER_DEADLINE',
    )
    const verifying = await cases.asked('wrong-order-rework')
    const demands = [{ unitId: 'housing', words: '接通', measureIds: ['m1'] }]
    const returned = { taskId: verifying, reason: '没接', demands, on: '2019-11-17' }
    expect(await as.refusal('coordinator', 'task.returnForRework', returned)).toBe('TASK.DATE_PAST')
  })
})

describe('an overdue task that is sent back', () => {
  it('keeps its deadline and is as late as if it had never been completed; the rework date is its next node', async () => {
    const dates = {
      deadline: fixedDeadline('2019年12月20日前', '2019-12-20'),
      plannedOn: '2019-12-19',
    }
    const late = casesIn(as, world.ledger, dates)
    const taskId = await late.asked('late-rework')
    const read = () => as.ok('coordinator', 'task.get', { taskId })
    expect(await read()).toMatchObject({ dueOn: '2019-12-20', overdueDays: 0 })
    await at('2020-01-06')
    // Completed in time: it is not late while it is looked at.
    expect(await read()).toMatchObject({ schedule: 'completed', overdueDays: 0 })
    const demands = [{ unitId: 'housing', words: '接通', measureIds: ['m1'] }]
    const back = { taskId, reason: '没接', demands, on: '2020-02-28' }
    await as.ok('coordinator', 'task.returnForRework', back)
    expect(await read()).toMatchObject({
      ...{ state: 'inProgress', dueOn: '2019-12-20', overdueDays: 17, schedule: 'behind' },
      deadline: { countedOn: '2019-12-20' },
    })
    for (const partId of ['demand.2.0', 'measure.m1.housing'])
      await as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said, on: '2020-01-06' })
    await late.ask(taskId)
    // Done again after the deadline, and completed late.
    expect(await read()).toMatchObject({ state: 'verifying', dueOn: '2019-12-20' })
  })
})
