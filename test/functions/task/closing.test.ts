import { addDays } from '@/domain/calendar/day'
import { type Organization } from '../../support/organization'
import { inPlace, rework, standardWords } from './close-out'
import { findRelapse } from './uploads'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']

/** Every test begins on its own day: the clock only goes forward. */
let today: string

beforeAll(async () => {
  ;({ app, organization, as, cases } = await openTaskWorld())
})
afterAll(() => app.close())

const goTo = async (day: string) => {
  await app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
  today = day
}

const kindsOwed = async (who: keyof Organization, thingId: string) => {
  const rows = []
  for (let cursor: string | undefined; ;) {
    const page = await as.ok(who, 'notifier.listTodo', cursor === undefined ? {} : { cursor })
    rows.push(...page.items)
    if (page.cursor === null) break
    cursor = page.cursor
  }
  return rows.filter((row) => row.thingId === thingId).map(({ kind }) => kind)
}

const release = (taskId: string) => cases.release(taskId)

const published = async (taskId: string) =>
  cases.publish(await cases.asked(taskId), organization.farmingColleague.actAs)

const publicPage = (taskId: string) => app.ok(null, 'register.getTask', { taskId })
const stateOf = async (taskId: string) => (await as.ok('coordinator', 'task.get', { taskId })).state

const tick = async () => {
  await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
}

describe('the notice', () => {
  it('waits for the whole chain and for two persons on its very text', async () => {
    const taskId = await cases.asked('notice-waits')
    await release(taskId)
    expect(await as.refusal('coordinator', 'task.publishNotice', { taskId })).toBe(
      'TASK.CHAIN_UNFINISHED',
    )
    await cases.pass(taskId, organization.farmingColleague.actAs)
    // What was done and who checked it is new text: the earlier checks count for nothing.
    expect(await as.refusal('coordinator', 'task.publishNotice', { taskId })).toBe(
      'TASK.RELEASE_MISSING',
    )
    expect(await kindsOwed('coordinator', taskId)).toContain('checkSecrecy')
    await release(taskId)
    expect(await kindsOwed('coordinator', taskId)).toContain('publishNotice')
    expect((await publicPage(taskId)).result).toBeNull()
    expect(await as.refusal('publisher', 'task.publishNotice', { taskId })).toBe('ACCESS.ROLE')
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    expect(await publicPage(taskId)).toMatchObject({
      state: 'underNotice',
      notice: { from: '2019-11-18', lastOn: '2019-11-29', daysLeft: 10 },
      result: {
        completedOn: '2019-11-18',
        done: [{ words: '截污管已接通' }, { words: '截污管已接通' }],
        checks: [
          { level: 'county', unitName: '茂南区农业农村局', checkers: 2 },
          { level: 'city', unitName: '市水务局', checkers: 2 },
        ],
      },
      decisionNumber: null,
    })
    expect(JSON.stringify(await publicPage(taskId))).not.toContain('farmingColleague')
    await as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
    expect(await publicPage(taskId)).toMatchObject({ state: 'rectifying', notice: null })
  })

  it('ends by itself on the day after its last day, and is then decided on', async () => {
    const taskId = await published('notice-ends')
    expect(await kindsOwed('coordinator', taskId)).toContain('noticeEnds')
    await goTo('2019-11-29')
    await tick()
    expect(await stateOf(taskId)).toBe('underNotice')
    const decision = { taskId, decisionNumber: '茂整改〔2019〕3号' }
    expect(await as.refusal('coordinator', 'task.approveCloseOut', decision)).toBe('THING.STATE')
    await goTo('2019-11-30')
    await tick()
    expect(await stateOf(taskId)).toBe('awaitingApproval')
    expect(await kindsOwed('coordinator', taskId)).toContain('approveCloseOut')
    expect((await publicPage(taskId)).state).not.toBe('closed')
    expect(await as.refusal('inspector', 'task.approveCloseOut', decision)).toBe('ACCESS.ROLE')
    expect((await as.ok('coordinator', 'task.approveCloseOut', decision)).state).toBe('closed')
    expect(await publicPage(taskId)).toMatchObject({
      state: 'closed',
      decisionNumber: decision.decisionNumber,
    })
  })
})

/** From the next day of the clock: the notice runs out and the decision is recorded. */
const decided = async (taskId: string) => {
  await published(taskId)
  await goTo(addDays(today, 20))
  await tick()
  const decisionNumber = '茂整改〔2019〕4号'
  return as.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })
}

describe('the upper level', () => {
  it('closes what was reported up, or returns it with what has to be done again', async () => {
    const taskId = await cases.done('upper')
    const chain = [{ level: 'city' as const, unitId: 'water' }]
    await as.ok('coordinator', 'task.changeChain', { taskId, chain, closingLevel: 'province' })
    const through = async () => {
      await cases.ask(taskId)
      await as.ok('waterStaff', 'task.verify', inPlace(taskId, 'city'))
      await release(taskId)
      await as.ok('coordinator', 'task.publishNotice', { taskId })
      await goTo(addDays(today, 20))
      await tick()
      const decisionNumber = '茂整改〔2019〕5号'
      return as.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })
    }
    expect((await through()).state).toBe('reportedUp')
    expect((await publicPage(taskId)).state).not.toBe('closed')
    const word = { taskId, upperDocumentNumber: '粤整改〔2019〕9号', remarks: '再查一处' }
    const again = { ...rework, on: addDays(today, 30) }
    expect(
      await as.refusal('coordinator', 'task.recordUpper', {
        ...word,
        rework: { ...again, on: addDays(today, -1) },
      }),
    ).toBe('TASK.DATE_PAST')
    const returned = await as.ok('coordinator', 'task.recordUpper', { ...word, rework: again })
    expect(returned.state).toBe('inProgress')
    for (const partId of ['demand.2.0', 'measure.m1.housing'])
      await as.ok('housingStaff', 'task.reportDone', {
        taskId,
        partId,
        on: today,
        words: '已改',
        paperNumber: '茂建函〔2020〕1号',
      })
    expect((await through()).state).toBe('reportedUp')
    const closed = await as.ok('coordinator', 'task.recordUpper', { ...word, rework: null })
    expect(closed.state).toBe('closed')
    expect((await publicPage(taskId)).state).toBe('closed')
  })
})

describe('after closing', () => {
  it('is looked at again by another inspector, and reopened under its number after a finding', async () => {
    const taskId = 'relapse'
    await decided(taskId)
    expect(await kindsOwed('inspector', taskId)).toEqual(['recheck'])
    // No unit is told of the day.
    expect(await kindsOwed('housingStaff', taskId)).toEqual([])
    const lasting = { taskId, relapsed: false, words: '没有反弹' }
    expect(await as.refusal('coordinator', 'task.recheck', lasting)).toBe('ACCESS.ROLE')
    await as.ok('inspector', 'task.recheck', lasting)
    expect(await kindsOwed('coordinator', taskId)).toEqual([])
    const nothingFound = { taskId, reason: '没有发现' }
    expect(await as.refusal('coordinator', 'task.keepClosed', nothingFound)).toBe('THING.STATE')
    await findRelapse(app, as, taskId)
    expect(await kindsOwed('coordinator', taskId)).toEqual(['reopen'])

    const again = { taskId, ...rework, on: addDays(today, 60) }
    expect(await as.refusal('inspector', 'task.reopen', again)).toBe('ACCESS.ROLE')
    expect((await as.ok('coordinator', 'task.reopen', again)).state).toBe('inProgress')
    const task = await as.ok('housingStaff', 'task.get', { taskId })
    expect(task).toMatchObject({ number: '27', dueOn: again.on, schedule: 'onSchedule' })
    expect(task.closeOut?.cycles.map(({ ordinal }) => ordinal)).toEqual([1, 2])
    expect((await publicPage(taskId)).state).toBe('rectifying')
    // Reopened and self-checked without a new part.
    const said = { taskId, standards: standardWords, signOffNumber: null }
    expect(await as.refusal('housingLeader', 'task.selfCheck', said)).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
  })

  it('stays closed after a finding only with a written reason', async () => {
    const taskId = 'kept-closed'
    await decided(taskId)
    await findRelapse(app, as, taskId, '有黑水')
    await as.ok('coordinator', 'task.keepClosed', { taskId, reason: '是另一处的水，已另立一件' })
    expect(await kindsOwed('coordinator', taskId)).toEqual([])
    const { closeOut } = await as.ok('inspector', 'task.get', { taskId })
    expect(closeOut?.cycles[0]?.rechecks[0]?.keptClosed).toBe('是另一处的水，已另立一件')
  })
})
