import { type Organization } from '../../support/organization'
import { doneAll, standardWords, twoSteps } from './close-out'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']
let cases: TaskWorld['cases']

beforeAll(async () => {
  ;({ app, organization, ledger, as, cases } = await openTaskWorld())
})
afterAll(() => app.close())

const signer = { person: '李某', phone: '0668-2111111' }
const checked = { standards: standardWords, signOffNumber: null }

const kindsOwed = async (who: keyof Organization, thingId: string) => {
  const { items } = await as.ok(who, 'notifier.listTodo', {})
  return items.filter((row) => row.thingId === thingId).map(({ kind }) => kind)
}

const missingFor = async (who: keyof Organization, taskId: string) =>
  (await as.ok(who, 'task.get', { taskId })).closeOut?.missing

describe('the self-check', () => {
  it('waits for the last part, says so, and then is owed', async () => {
    const taskId = await cases.underway('check-waits')
    expect(await missingFor('housingStaff', taskId)).toEqual([
      { event: 'selfCheck', code: 'TASK.MEASURE_UNFINISHED' },
    ])
    expect(await as.refusal('housingLeader', 'task.selfCheck', { taskId, ...checked })).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
    expect(await kindsOwed('housingStaff', taskId)).not.toContain('selfCheck')
    await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
    expect(await kindsOwed('housingStaff', taskId)).toContain('selfCheck')
    expect(await missingFor('housingStaff', taskId)).toEqual([])
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...checked })
    expect(await kindsOwed('housingStaff', taskId)).toEqual([])
  })

  it('is signed by the leader, or recorded with the paper that the leader signed', async () => {
    const taskId = await cases.done('check-signed')
    const input = { taskId, ...checked }
    expect(await as.refusal('housingStaff', 'task.selfCheck', input)).toBe('TASK.SIGN_OFF_MISSING')
    expect(await as.refusal('waterStaff', 'task.selfCheck', input)).toBe('ACCESS.UNIT')
    expect(await as.refusal('coordinator', 'task.selfCheck', input)).toBe('ACCESS.ROLE')
    const signOffNumber = '茂建〔2019〕7号'
    const { state, events } = await as.ok('housingStaff', 'task.selfCheck', {
      ...input,
      signOffNumber,
    })
    expect(state).toBe('selfChecked')
    expect(events).toContain('withdraw')
    const { closeOut, schedule } = await as.ok('coordinator', 'task.get', { taskId })
    expect(closeOut?.cycles).toEqual([
      {
        ordinal: 1,
        selfCheck: {
          ...{ on: '2019-11-18', words: standardWords, signOffNumber },
          ...{ papers: 0, dispute: null, shares: [] },
        },
        preNotice: null,
        request: null,
        checks: [],
        notice: null,
        approval: null,
        upper: null,
        rechecks: [],
        rework: null,
      },
    ])
    expect(schedule).toBe('completed')
    expect(await as.refusal('housingStaff', 'task.selfCheck', { ...input, signOffNumber })).toBe(
      'THING.STATE',
    )
  })

  it('names a standard in dispute with who fixes it and why, to whoever checks after it', async () => {
    const taskId = await cases.done('check-dispute')
    const dispute = { standard: '一级A还是一级B', fixedBy: '市生态环境局', why: '环评只写了一级' }
    const said = { taskId, ...checked, dispute }
    const nameless = { ...said, dispute: { ...dispute, fixedBy: ' ' } }
    expect(await as.refusal('housingLeader', 'task.selfCheck', nameless)).toBe('INPUT.INVALID')
    await as.ok('housingLeader', 'task.selfCheck', said)
    const cycleOf = async (name: 'coordinator' | 'inspector') =>
      (await as.ok(name, 'task.get', { taskId })).closeOut?.cycles[0]?.selfCheck?.dispute
    expect(await cycleOf('coordinator')).toEqual(dispute)
    expect(await cycleOf('inspector')).toEqual(dispute)
  })

  it('is taken back: what is done can be taken back again too', async () => {
    const taskId = await cases.done('check-back')
    const onPart = { taskId, partId: 'measure.m1.housing', reason: '要再看' }
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...checked })
    expect(await as.refusal('housingStaff', 'task.undoDone', onPart)).toBe('THING.STATE')
    expect(await as.refusal('coordinator', 'task.withdraw', { taskId })).toBe('ACCESS.ROLE')
    expect((await as.ok('housingStaff', 'task.withdraw', { taskId })).state).toBe('inProgress')
    await as.ok('housingStaff', 'task.undoDone', onPart)
    const { closeOut, schedule } = await as.ok('housingStaff', 'task.get', { taskId })
    expect(closeOut?.cycles[0]?.selfCheck).toBeNull()
    expect(schedule).toBe('onSchedule')
  })

  it('of two at once is made once, and the other reads that the unit made it', async () => {
    const taskId = await cases.done('check-twice')
    const both = ['housingLeader', 'housingStaff'] as const
    const replies = await Promise.all(
      both.map((who) =>
        app.call(
          organization[who].openid,
          'task.selfCheck',
          { taskId, standards: standardWords, signOffNumber: '茂建〔2019〕7号' },
          { actAs: organization[who].actAs },
        ),
      ),
    )
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
    const lost = replies.findIndex(({ ok }) => !ok)
    expect(replies[lost]).toMatchObject({ error: { code: 'THING.STATE' } })
    const { state, history } = await as.ok(both[lost]!, 'task.get', { taskId })
    expect(state).toBe('selfChecked')
    expect(history[0]).toMatchObject({ event: 'selfCheck', unitName: '市住房城乡建设局' })
  })

  it('ends talks about dates with the last measure, and takes them up again when one is owed again', async () => {
    const taskId = 'check-talks'
    await ledger.draft(draftTask(taskId))
    const given = { enterpriseIds: ['farm'] }
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], given))
    await as.ok('housingStaff', 'task.signFor', { taskId, ...signer })
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    const dates = ['m1', 'm2'].map((measureId) => ({ measureId, on: '2020-03-31' }))
    const { id } = await as.ok('housingStaff', 'enterprise.propose', {
      taskId,
      enterpriseId: 'farm',
      dates,
      reason: null,
    })
    const owed = () => kindsOwed('enterprise', id)
    const state = async () =>
      (await as.ok('enterprise', 'enterprise.getTimeline', { timelineId: id })).state
    expect(await owed()).toEqual(['answerTimeline'])
    await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
    expect([await owed(), await state()]).toEqual([[], 'ended'])
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...checked })
    await as.ok('housingLeader', 'task.withdraw', { taskId })
    expect([await owed(), await state()]).toEqual([[], 'ended'])
    const open = { taskId, partId: 'measure.m1.housing', reason: '返工' }
    await as.ok('housingStaff', 'task.undoDone', open)
    expect([await owed(), await state()]).toEqual([['answerTimeline'], 'proposed'])
  })
})

describe('the request for close-out', () => {
  it('waits for a chain that the office names, and then is owed by the unit', async () => {
    const taskId = await cases.done('request-waits')
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...checked })
    const request = { taskId, reportNumber: '茂建报〔2019〕8号' }
    expect(await as.refusal('housingStaff', 'task.requestCloseOut', request)).toBe(
      'TASK.CHAIN_UNNAMED',
    )
    expect(await kindsOwed('housingStaff', taskId)).toEqual([])
    expect(await kindsOwed('coordinator', taskId)).toContain('nameChain')
    const own = [
      { level: 'county' as const, unitId: 'water' },
      { level: 'city' as const, unitId: 'housing' },
    ]
    const named = (chain: typeof own) => ({ taskId, chain, closingLevel: 'city' as const })
    expect(await as.refusal('coordinator', 'task.changeChain', named(own))).toBe(
      'TASK.LAST_STEP_OWN',
    )
    expect(
      await as.refusal('coordinator', 'task.changeChain', named([{ ...own[1]!, unitId: 'no' }])),
    ).toBe('THING.NOT_FOUND')
    expect(await as.refusal('housingStaff', 'task.changeChain', named(own))).toBe('ACCESS.ROLE')
    await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
    expect(await kindsOwed('coordinator', taskId)).not.toContain('nameChain')
    expect(await kindsOwed('housingStaff', taskId)).toEqual(['requestCloseOut'])
    // Whoever accepts reads the task from now on.
    await as.ok('farmingStaff', 'task.get', { taskId })

    const { state } = await as.ok('housingStaff', 'task.requestCloseOut', request)
    expect(state).toBe('verifying')
    expect(await as.refusal('coordinator', 'task.changeChain', { taskId, ...twoSteps })).toBe(
      'THING.STATE',
    )
    expect((await as.ok('housingStaff', 'task.withdraw', { taskId })).state).toBe('selfChecked')
    expect(await kindsOwed('housingStaff', taskId)).toEqual(['requestCloseOut'])
  })
})
