import type { ActionInput } from '@/contract/actions'
import { addDays, beijingDay } from '@/domain/calendar/day'
import { longTermDeadline } from '@/domain/task/deadline'
import { dump } from '../feedback/dump'
import { inPlace, rework, standardWords, twoSteps } from './close-out'
import { assignment, draftTask, measure } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** What a round sets: a notice before the request, and who accepts. */

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let ledger: TaskWorld['ledger']
let cases: TaskWorld['cases']

beforeAll(async () => {
  ;({ app, organization, ledger, as, cases } = await openTaskWorld())
})
afterAll(() => app.close())

type Round = ActionInput<'documents.registerRound'>

const settings = (change: Partial<Round> = {}): Omit<Round, 'name'> => ({
  level: 'provincial',
  kind: 'inspection',
  feedbackOn: '2019-10-08',
  expected: null,
  noticeFirst: false,
  chain: [],
  closingLevel: 'city',
  ...change,
})

const register = async (name: string, change: Partial<Round> = {}) => {
  const input = { name, ...settings(change) }
  return (await as.ok('coordinator', 'documents.registerRound', input)).id
}

const taskOf = (taskId: string) => as.ok('coordinator', 'task.get', { taskId })
const publicPage = (taskId: string) => app.ok(null, 'register.getTask', { taskId })
const owed = async (taskId: string) => (await taskOf(taskId)).turns.map(({ kind }) => kind)
const request = { reportNumber: '茂建报〔2019〕8号' }

const goTo = (day: string) => app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
const tick = async () => {
  await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
}

const checked = async (taskId: string, roundId: string) => {
  await cases.done(taskId, {}, { roundId })
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const said = { standards: standardWords, signOffNumber: null }
  await as.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  return taskId
}

describe('who accepts', () => {
  const chain = [
    { level: 'county', unitId: 'farming-maonan' },
    { level: 'city', unitId: 'water' },
  ] as const
  const chainOf = async (taskId: string) =>
    (await taskOf(taskId)).closeOut?.chain.map(({ level, unit }) => ({
      level,
      unitId: unit?.id ?? null,
    }))

  it('is the round’s default at the assignment, with the level that closes', async () => {
    const roundId = await register('定好验收', { chain: [...chain], closingLevel: 'province' })
    await cases.underway('chain-of-round', {}, { roundId })
    expect(await chainOf('chain-of-round')).toEqual(chain)
    expect((await taskOf('chain-of-round')).closeOut?.closingLevel).toBe('province')
  })

  it('stays as the office has named it for the one task', async () => {
    const roundId = await register('另有安排', { chain: [...chain], closingLevel: 'province' })
    const taskId = 'chain-of-its-own'
    await ledger.draft(draftTask(taskId, { roundId }))
    const own = [{ level: 'city', unitId: 'farming-maonan' }] as const
    const named = { taskId, chain: [...own], closingLevel: 'county' as const }
    await as.ok('coordinator', 'task.changeChain', named)
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
    expect(await chainOf(taskId)).toEqual(own)
    expect((await taskOf(taskId)).closeOut?.closingLevel).toBe('county')
  })

  it('is never the doer as the last: the office names another', async () => {
    const roundId = await register('自己验自己', { chain: [{ level: 'city', unitId: 'housing' }] })
    await cases.underway('chain-last-own', {}, { roundId })
    expect(await chainOf('chain-last-own')).toEqual([{ level: 'city', unitId: null }])
  })

  it('is as the list made it where the round sets nothing or is not registered', async () => {
    await cases.underway('chain-unregistered', {}, { roundId: 'no-such-round' })
    const roundId = await register('没定验收')
    await cases.underway('chain-unset', {}, { roundId })
    const unnamed = [
      { level: 'county', unitId: null },
      { level: 'city', unitId: null },
    ]
    expect(await chainOf('chain-unregistered')).toEqual(unnamed)
    expect(await chainOf('chain-unset')).toEqual(unnamed)
  })
})

describe('a notice before the request', () => {
  it('is held by nobody where the round asks for none', async () => {
    const taskId = await checked('no-pre-notice', await register('不先公示'))
    await cases.release(taskId)
    expect(await as.refusal('coordinator', 'task.noticeFirst', { taskId })).toBe('THING.STATE')
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId, ...request })
  })

  it('counts as the round asked on the day of the self-check', async () => {
    const roundId = await register('后来才要', {})
    const before = await checked('before-the-change', roundId)
    const input = { roundId, version: 1, ...settings({ noticeFirst: true }) }
    await as.ok('coordinator', 'documents.changeRound', input)
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId: before, ...request })
    const after = await checked('after-the-change', roundId)
    expect(
      await as.refusal('housingStaff', 'task.requestCloseOut', { taskId: after, ...request }),
    ).toBe('TASK.PRE_NOTICE_DUE')
  })

  it('is owed by the office, and ends early with a rework, after which it is due again', async () => {
    const roundId = await register('先公示再退回', { noticeFirst: true })
    const taskId = await checked('pre-notice-rework', roundId)
    expect(await owed(taskId)).toContain('publishNotice')
    await cases.release(taskId)
    await as.ok('coordinator', 'task.noticeFirst', { taskId })
    expect(await owed(taskId)).toContain('noticeEnds')
    await as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
    expect(await publicPage(taskId)).toMatchObject({ state: 'rectifying', notice: null })
    const { closeOut } = await taskOf(taskId)
    expect(closeOut?.cycles.map(({ preNotice }) => preNotice?.from ?? null)).toEqual([
      '2019-11-18',
      null,
    ])
  })

  it('shows what was done, holds the request until it is over, and is not taken back', async () => {
    const roundId = await register('先公示', { noticeFirst: true })
    const taskId = await checked('pre-notice', roundId)
    expect(await as.refusal('coordinator', 'task.noticeFirst', { taskId })).toBe(
      'TASK.RELEASE_MISSING',
    )
    await cases.release(taskId)
    expect(await as.refusal('housingStaff', 'task.noticeFirst', { taskId })).toBe('ACCESS.ROLE')
    await as.ok('coordinator', 'task.noticeFirst', { taskId })
    expect(await as.refusal('coordinator', 'task.noticeFirst', { taskId })).toBe('THING.STATE')
    // Whoever is concerned hears of it, and of the notice after the chain once more.
    const told = async () =>
      (await dump(app, ['outbox']))
        .get('outbox')!
        .flatMap(({ thingId, notice, node }) =>
          thingId === taskId && notice === 'taskUnderNotice' ? [node] : [],
        )
    expect(await told()).toEqual(['before.1.0'])
    expect(await publicPage(taskId)).toMatchObject({
      state: 'underNotice',
      notice: { from: '2019-11-18', lastOn: '2019-11-29', daysLeft: 10 },
      result: { done: [{ words: '截污管已接通' }, { words: '截污管已接通' }], checks: [] },
    })
    expect(await as.refusal('housingLeader', 'task.withdraw', { taskId })).toBe('THING.STATE')

    await goTo('2019-11-29')
    await tick()
    expect((await taskOf(taskId)).state).toBe('preNotice')
    await goTo('2019-11-30')
    await tick()
    const over = await taskOf(taskId)
    expect(over.state).toBe('selfChecked')
    expect(over.history[0]?.event).toBe('preNoticeElapsed')
    expect(over.turns.map(({ kind }) => kind)).toContain('requestCloseOut')
    expect(await as.refusal('housingLeader', 'task.withdraw', { taskId })).toBe(
      'TASK.NEXT_STEP_TAKEN',
    )
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId, ...request })
    await as.ok('housingStaff', 'task.withdraw', { taskId })
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId, ...request })
    // The whole chain still ends with a notice of its own.
    await cases.pass(taskId, organization.farmingColleague.actAs)
    await cases.release(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    expect((await publicPage(taskId)).notice?.from).toBe('2019-11-30')
    // One that begins again is told again: it is named by its first day.
    expect(await told()).toContain('1.0.2019-11-30')
  })
})

describe('a yearly duty of a task that the province closes, with a notice before the request', () => {
  it('is said done while that notice runs, and while the upper level has the task', async () => {
    const roundId = await register('长期任务先公示', { noticeFirst: true })
    const yearly = longTermDeadline('长期坚持', '2020-12-31')
    const measures = [measure('m1'), measure('m2', { deadline: yearly })]
    const taskId = await cases.underway('duty-shown-first', {}, { roundId, measures })
    const today = async () => beijingDay(app.clock.now())
    const say = async (partId: string) => {
      const said = { on: await today(), words: '已巡查', paperNumber: '1号' }
      await as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said })
    }
    const seen: string[] = []
    const sayTime = async (year: number) => {
      await say(`occurrence.m2.housing.${year}-12-31`)
      seen.push((await taskOf(taskId)).state)
    }
    await say('measure.m1.housing')
    await sayTime(2020)
    const chain = [{ level: 'city' as const, unitId: 'water' }]
    await as.ok('coordinator', 'task.changeChain', { taskId, chain, closingLevel: 'province' })
    const said = { taskId, standards: standardWords, signOffNumber: null }
    await as.ok('housingLeader', 'task.selfCheck', said)
    await cases.release(taskId)
    await as.ok('coordinator', 'task.noticeFirst', { taskId })
    await sayTime(2021)
    await goTo(addDays(await today(), 20))
    await tick()
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId, ...request })
    await as.ok('waterStaff', 'task.verify', inPlace(taskId, 'city'))
    await cases.release(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    await goTo(addDays(await today(), 20))
    await tick()
    await as.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber: '9号' })
    await sayTime(2022)
    expect(seen).toEqual(['inProgress', 'preNotice', 'reportedUp'])
    const { parts } = await as.ok('housingStaff', 'task.get', { taskId })
    const times = parts.filter(({ kind }) => kind === 'occurrence')
    expect(times.map(({ dueOn, doneOn }) => [dueOn, doneOn !== null])).toEqual([
      ['2020-12-31', true],
      ['2021-12-31', true],
      ['2022-12-31', true],
      ['2023-12-31', false],
    ])
  })
})
