import { type Organization } from '../../support/organization'
import { inPlace, rework, standardWords } from './close-out'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']
/** The county's second checker. */
let colleague: { membershipId: string }

beforeAll(async () => {
  ;({ app, organization, as, cases } = await openTaskWorld())
  colleague = { membershipId: organization.farmingColleague.actAs }
})
afterAll(() => app.close())

const kindsOwed = async (who: keyof Organization, thingId: string) => {
  const { items } = await as.ok(who, 'notifier.listTodo', {})
  return items.filter((row) => row.thingId === thingId).map(({ kind }) => kind)
}

const cyclesOf = async (taskId: string) =>
  (await as.ok('coordinator', 'task.get', { taskId })).closeOut?.cycles ?? []

describe('a step of the chain', () => {
  it('is owed by its unit, taken by two, confirmed by the second, and then the next is due', async () => {
    const taskId = await cases.asked('steps')
    expect(await kindsOwed('farmingStaff', taskId)).toEqual(['verify'])
    expect(await kindsOwed('waterStaff', taskId)).toEqual([])
    const { items } = await as.ok('farmingStaff', 'task.listCheckers', { taskId })
    expect(items.map(({ membershipId, name }) => [membershipId, name])).toEqual([
      [colleague.membershipId, 'farmingColleague'],
    ])
    await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', colleague))
    expect(await kindsOwed('farmingStaff', taskId)).toEqual([])
    expect(await kindsOwed('farmingColleague', taskId)).toEqual(['confirmCheck'])
    expect(await kindsOwed('waterStaff', taskId)).toEqual(['verify'])
    const shown = async () =>
      (await cyclesOf(taskId))[0]?.checks[0]?.checkers.map(({ confirmedOn }) => confirmedOn)
    expect(await shown()).toEqual(['2019-11-18', null])

    expect(await as.refusal('farmingStaff', 'task.confirmCheck', { taskId })).toBe('ACCESS.OWNER')
    await as.ok('farmingColleague', 'task.confirmCheck', { taskId })
    expect(await shown()).toEqual(['2019-11-18', '2019-11-18'])
    expect(await kindsOwed('farmingColleague', taskId)).toEqual([])
    expect(await as.refusal('farmingColleague', 'task.confirmCheck', { taskId })).toBe(
      'ACCESS.OWNER',
    )
    expect(await as.refusal('housingStaff', 'task.withdraw', { taskId })).toBe(
      'TASK.NEXT_STEP_TAKEN',
    )
    await as.ok('waterStaff', 'task.verify', inPlace(taskId, 'city'))
    expect(await kindsOwed('waterStaff', taskId)).toEqual([])
  })

  it('is refused to others, to one alone, to who worked on it and to who checked before', async () => {
    const taskId = await cases.asked('steps-refused')
    const check = inPlace(taskId, 'county', colleague)
    expect(await as.refusal('waterStaff', 'task.verify', check)).toBe('ACCESS.UNIT')
    expect(await as.refusal('housingStaff', 'task.verify', check)).toBe('ACCESS.UNIT')
    expect(await as.refusal('coordinator', 'task.verify', check)).toBe('ACCESS.UNIT')
    expect(await as.refusal('publisher', 'task.verify', check)).toMatch(/ACCESS/)
    const own = { membershipId: organization.farmingStaff.actAs }
    const doer = { membershipId: organization.housingStaff.actAs }
    const byOthers = (...others: (typeof check)['others']) =>
      as.refusal('farmingStaff', 'task.verify', { ...check, others })
    expect(await byOthers(own)).toBe('TASK.CHECKERS')
    expect(await byOthers(doer)).toBe('TASK.CHECKERS')
    expect(await byOthers({ membershipId: 'nobody' })).toBe('THING.NOT_FOUND')
    // Named in the unit's plan: who did the work has no account, and is known by name.
    expect(await byOthers({ name: '李工', unitName: '市环科院' })).toBe('TASK.CHECKERS')
    await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county'))
    // The same expert in a second step; and a step that was taken meanwhile.
    expect(await as.refusal('waterStaff', 'task.verify', inPlace(taskId, 'city'))).toBe(
      'TASK.CHECKERS',
    )
    const late = inPlace(taskId, 'county', { name: '赵工', unitName: '市环科院' })
    expect(await as.refusal('waterStaff', 'task.verify', late)).toBe('TASK.STEP_DECIDED')
  })

  it('passes only with a word on every measure, all of them in place', async () => {
    const taskId = await cases.asked('steps-measures')
    const check = inPlace(taskId, 'county', colleague)
    const refusal = (change: object) =>
      as.refusal('farmingStaff', 'task.verify', { ...check, ...change })
    const [first, second] = check.measures
    expect(await refusal({ measures: [first] })).toBe('TASK.MEASURE_UNCHECKED')
    const missed = { ...second, inPlace: false, words: '' }
    expect(await refusal({ measures: [first, missed] })).toBe('TASK.MEASURE_UNCHECKED')
    // Neither a photo nor what it was judged by.
    for (const words of ['', ' '])
      expect(await refusal({ measures: [first, { ...second, words }] })).toBe('TASK.MEASURE_UNSEEN')
    expect(await refusal({ measures: [first, { ...second, words: '', photoIds: [] }] })).toBe(
      'TASK.MEASURE_UNSEEN',
    )
    const seen = [first, { ...second, inPlace: false, words: '只见一处' }]
    expect(await refusal({ measures: seen })).toBe('TASK.MEASURE_NOT_IN_PLACE')
  })

  it('of two at once is taken once, and the other reads who took it', async () => {
    const taskId = await cases.asked('steps-twice')
    const both = ['farmingStaff', 'farmingColleague'] as const
    const replies = await Promise.all(
      both.map((who, index) =>
        app.call(
          organization[who].openid,
          'task.verify',
          inPlace(taskId, 'county', { name: `王工${index}`, unitName: '市环科院' }),
          { actAs: organization[who].actAs },
        ),
      ),
    )
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
    const lost = replies.findIndex(({ ok }) => !ok)
    expect(replies[lost]).toMatchObject({ error: { code: 'TASK.STEP_DECIDED' } })
    const { history, closeOut } = await as.ok(both[lost]!, 'task.get', { taskId })
    expect(history[0]).toMatchObject({ event: 'verify', unitName: '茂南区农业农村局' })
    const [check, ...more] = closeOut?.cycles[0]?.checks ?? []
    expect(check?.checkers.map(({ name }) => name)).toContain(`王工${1 - lost}`)
    expect(more).toEqual([])
  })

  it('is due again when the second says that they were not there, with those after it', async () => {
    const taskId = await cases.asked('steps-denied')
    await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', colleague))
    await as.ok('waterStaff', 'task.verify', inPlace(taskId, 'city'))
    const denial = { taskId, reason: '那天没有去' }
    expect(await as.refusal('waterStaff', 'task.denyCheck', denial)).toBe('ACCESS.OWNER')
    await as.ok('farmingColleague', 'task.denyCheck', denial)
    expect((await cyclesOf(taskId))[0]?.checks).toEqual([])
    expect(await kindsOwed('farmingStaff', taskId)).toEqual(['verify'])
    const { history } = await as.ok('coordinator', 'task.get', { taskId })
    expect(history[0]).toMatchObject({ event: 'denyCheck', note: '那天没有去' })
  })

  it('is taken by an inspector of the region, and the province’s is recorded by the city', async () => {
    const taskId = await cases.done('steps-inspector')
    const chain = [
      { level: 'city' as const, unitId: 'water' },
      { level: 'province' as const, unitId: null },
    ]
    await as.ok('coordinator', 'task.changeChain', { taskId, chain, closingLevel: 'province' })
    await cases.ask(taskId)
    await as.ok('inspector', 'task.verify', inPlace(taskId, 'city'))
    expect(await as.refusal('inspector', 'task.verify', inPlace(taskId, 'province'))).toBe(
      'ACCESS.UNIT',
    )
    expect(await kindsOwed('coordinator', taskId)).toContain('verify')
    const others = ['甲', '乙'].map((name) => ({ name, unitName: '省厅' }))
    const recorded = { ...inPlace(taskId, 'province'), others }
    expect(await as.refusal('coordinator', 'task.verify', recorded)).toBe(
      'TASK.DECISION_NUMBER_REQUIRED',
    )
    const paperNumber = '粤环函〔2019〕3号'
    await as.ok('coordinator', 'task.verify', { ...recorded, paperNumber })
    expect((await cyclesOf(taskId))[0]?.checks.map(({ level }) => level)).toEqual([
      'city',
      'province',
    ])
  })
})

describe('rework', () => {
  it('begins a new cycle: demands are owed, done measures open again, the deadline stays', async () => {
    const taskId = await cases.asked('rework')
    const before = await as.ok('coordinator', 'task.get', { taskId })
    const check = inPlace(taskId, 'county', colleague)
    const seen = { measureId: 'm1', inPlace: false, words: '还有一处没接' }
    const found = { ...check, measures: [seen, check.measures[1]!], rework }
    expect((await as.ok('farmingStaff', 'task.verify', found)).state).toBe('inProgress')

    const task = await as.ok('housingStaff', 'task.get', { taskId })
    expect(task.dueOn).toBe(before.dueOn)
    expect(task.schedule).toBe('onSchedule')
    expect(task.measures.map(({ doneOn }) => doneOn)).toEqual([null, '2019-11-18'])
    const [first, second] = task.closeOut?.cycles ?? []
    expect(first?.checks).toMatchObject([{ level: 'county', passed: false, measures: [seen, {}] }])
    expect(first?.selfCheck?.words).toEqual(standardWords)
    expect(second).toMatchObject({
      ordinal: 2,
      selfCheck: null,
      request: null,
      checks: [],
      rework: { cause: 'returnForRework', dueOn: rework.on, reason: rework.reason },
    })
    const owed = await as.ok('housingStaff', 'notifier.listTodo', {})
    const ofTask = owed.items.filter((row) => row.thingId === taskId)
    expect(ofTask.map(({ kind, node, dueOn }) => `${kind} ${node} ${dueOn}`)).toEqual([
      'finishMeasure demand.2.0 2020-03-31',
      'finishMeasure m1-housing 2020-06-30',
      'finishTask end 2020-12-31',
    ])
  })

  it('asks for new evidence before the next self-check, and counts nothing of the earlier cycle', async () => {
    const taskId = await cases.asked('rework-again')
    await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', colleague))
    await as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
    const said = { taskId, standards: standardWords, signOffNumber: null }
    expect(await as.refusal('housingLeader', 'task.selfCheck', said)).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
    const report = { taskId, words: '已接通', paperNumber: '茂建函〔2019〕9号' }
    const old = { ...report, on: '2019-11-17' }
    for (const partId of ['demand.2.0', 'measure.m1.housing']) {
      expect(await as.refusal('housingStaff', 'task.reportDone', { ...old, partId })).toBe(
        'TASK.DATE_BEFORE_DEMAND',
      )
      await as.ok('housingStaff', 'task.reportDone', { ...report, partId, on: '2019-11-18' })
    }
    await cases.ask(taskId)
    // The earlier step counts for nothing: who took it may take it again.
    await cases.pass(taskId, colleague.membershipId)
    expect((await cyclesOf(taskId)).map(({ checks }) => checks.length)).toEqual([1, 2])
  })

  it('is refused without demand, with a day that is past, and to who has no part in it', async () => {
    const taskId = await cases.asked('rework-refused')
    const input = { taskId, ...rework }
    const refusal = (change: object, who: keyof Organization = 'coordinator') =>
      as.refusal(who, 'task.returnForRework', { ...input, ...change })
    expect(await refusal({ on: '2019-11-17' })).toBe('TASK.DATE_PAST')
    const elsewhere = [{ ...rework.demands[0]!, unitId: 'water' }]
    expect(await refusal({ demands: elsewhere })).toBe('TASK.DEMAND_REQUIRED')
    expect(await refusal({}, 'housingStaff')).toBe('ACCESS.UNIT')
    expect(await refusal({}, 'waterStaff')).toBe('ACCESS.UNIT')
    expect(await refusal({}, 'intake')).toBe('ACCESS.ROLE')
    expect(await refusal({}, 'coordinatorDianbai')).toBe('ACCESS.REGION')
  })
})
