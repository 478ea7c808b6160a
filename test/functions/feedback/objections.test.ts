import { addDays } from '@/domain/calendar/day'
import { uploadPhoto } from './desk'
import { dump } from './dump'
import { objectionTo, openObjectionWorld, type ObjectionWorld } from './objection-world'

let world: ObjectionWorld
beforeAll(async () => {
  world = await openObjectionWorld()
})
afterAll(() => world.app.close())

const villager = 'openid-objects'
const own = (taskId: string, openid = villager) =>
  world.app.ok(openid, 'feedback.getOwnObjection', { taskId })

describe('an objection', () => {
  it('goes from the resident to intake to the office, each owing it, and holds the notice', async () => {
    const { app, as, owed } = world
    const taskId = await world.published('o-way')
    expect(await own(taskId)).toMatchObject({ objecting: 'open', mine: null })
    const photoId = await uploadPhoto(app, villager)
    const objectionId = await world.lodged(villager, taskId, { photoIds: [photoId] })
    expect(await own(taskId)).toMatchObject({
      mine: { state: 'lodged', dueOn: '2019-11-21', contactPhone: '13812345678', reply: null },
    })
    expect(await owed('intake', objectionId)).toEqual(['summarizeObjection'])
    expect(await owed('coordinator', objectionId)).toEqual([])
    expect(await as.refusal('coordinator', 'feedback.admitObjection', { objectionId })).toBe(
      'FEEDBACK.SUMMARY_REQUIRED',
    )
    const opened = await as.ok('intake', 'feedback.openObjection', { objectionId })
    expect(opened).toMatchObject({ contactPhone: '13812345678', photos: [{ fileId: photoId }] })
    await as.ok('intake', 'feedback.summarizeObjection', {
      objectionId,
      summary: '坡脚有黑水',
      clearedPhotoIds: [photoId],
    })
    expect(await owed('coordinator', objectionId)).toEqual(['decideObjection'])
    const read = await as.ok('coordinator', 'feedback.getObjection', { objectionId })
    expect(read).toMatchObject({ summary: '坡脚有黑水', photos: [{ fileId: photoId }] })
    expect(read.events).toEqual(['admitObjection', 'dismissObjection'])
    await as.ok('coordinator', 'feedback.admitObjection', { objectionId })
    expect((await own(taskId)).mine).toMatchObject({ state: 'admitted', dueOn: '2019-12-09' })
    await world.goTo('2019-11-30')
    await world.tick()
    expect(await world.stateOf(taskId)).toBe('underNotice')
    await as.ok('coordinator', 'feedback.rejectObjection', { objectionId, reply: '现场复看无渗水' })
    expect((await own(taskId)).mine).toMatchObject({ state: 'rejected', reply: '现场复看无渗水' })
    await world.tick()
    expect(await world.stateOf(taskId)).toBe('awaitingApproval')
  })

  it('is taken on the whole last day, and is a report from midnight on, before the timer or after it', async () => {
    const { app, as } = world
    const taskId = await world.published('o-boundary')
    const { notice } = await app.ok(null, 'register.getTask', { taskId })
    const last = notice!.lastOn!
    await world.goTo(last, '22:00:00.000')
    const inTime = await app.ok('openid-last', 'feedback.lodgeObjection', objectionTo(taskId))
    expect(inTime).toMatchObject({ objection: { state: 'lodged' }, report: null })
    await world.goTo(addDays(last, 1), '00:00:00.000')
    // It is held: the day decides, not the state.
    expect(await world.stateOf(taskId)).toBe('underNotice')
    expect(await own(taskId)).toMatchObject({ objecting: 'closed' })
    const late = await app.ok('openid-late', 'feedback.lodgeObjection', objectionTo(taskId))
    expect(late).toMatchObject({ objection: null, report: { why: 'late' } })
    const report = await app.ok('openid-late', 'feedback.get', { feedbackId: late.report!.id })
    expect(report).toMatchObject({
      number: late.report!.number,
      words: '下雨后坡脚还有黑水流进沟里',
    })
    expect((await as.ok('intake', 'feedback.listDesk', {})).items.map(({ id }) => id)).toContain(
      late.report!.id,
    )
    // Without contact nobody could be told.
    const other = await world.published('o-no-contact')
    const unreachable = objectionTo(other, { contactPhone: null })
    expect(await app.ok('openid-shy', 'feedback.lodgeObjection', unreachable)).toMatchObject({
      objection: null,
      report: { why: 'noContact' },
    })
  })

  it('is taken at the last millisecond of the last day, and no more at the first of the next', async () => {
    const { app } = world
    const taskId = await world.published('o-millisecond')
    const { notice } = await app.ok(null, 'register.getTask', { taskId })
    const last = notice!.lastOn!
    await world.goTo(last, '23:00:00.000')
    const midnight = Date.parse(`${addDays(last, 1)}T00:00:00.000+08:00`)
    const at = async (instant: number, openid: string) => {
      app.clock.standAt(instant)
      const asked = await app.call(openid, 'feedback.getOwnObjection', { taskId })
      const lodged = await app.call(openid, 'feedback.lodgeObjection', objectionTo(taskId))
      // The function's own receipt, not the phone's.
      expect([asked.now, lodged.now]).toEqual([instant, instant])
      if (!asked.ok || !lodged.ok) throw new Error('refused')
      return [asked.data.objecting, lodged.data.objection?.state, lodged.data.report?.why]
    }
    expect(await at(midnight - 1, 'openid-last-ms')).toEqual(['open', 'lodged', undefined])
    expect(await at(midnight, 'openid-first-ms')).toEqual(['closed', undefined, 'late'])
    // What came in time holds the notice; the timer of the next day finds it.
    await world.goTo(addDays(last, 1))
    await world.tick()
    expect(await world.stateOf(taskId)).toBe('underNotice')
  })

  it('is lodged once a person and notice; the same call again is the same objection', async () => {
    const { app } = world
    const taskId = await world.published('o-twice')
    const input = objectionTo(taskId)
    const first = await app.ok(villager, 'feedback.lodgeObjection', input, {
      key: 'once-and-again',
    })
    const again = await app.ok(villager, 'feedback.lodgeObjection', input, {
      key: 'once-and-again',
    })
    expect(again).toEqual(first)
    expect(await app.refusal(villager, 'feedback.lodgeObjection', objectionTo(taskId))).toBe(
      'OBJECTION.LODGED_ALREADY',
    )
    expect((await world.ledger.database.get('tasks', taskId))?.objectionsOpen).toBe(1)
  })

  it('is nobody’s about themselves: a firm that is affected, a unit that did the work', async () => {
    const { app, organization } = world
    const taskId = await world.published('o-own-cause', { enterpriseIds: ['farm'] })
    for (const { openid } of [organization.enterprise, organization.housingStaff]) {
      // As themselves, not as the firm's agent: the membership is known all the same.
      expect(await app.refusal(openid, 'feedback.lodgeObjection', objectionTo(taskId))).toBe(
        'OBJECTION.OWN_CAUSE',
      )
      expect(await own(taskId, openid)).toMatchObject({ objecting: 'ownCause' })
    }
    const { openid } = organization.otherEnterprise
    await app.ok(openid, 'feedback.lodgeObjection', objectionTo(taskId))
  })

  it('upheld sends the task back with its demand, which the unit reports done with new evidence', async () => {
    const { app, as, owed } = world
    const taskId = await world.published('o-upheld')
    const objectionId = await world.admitted(villager, taskId)
    const past = { objectionId, ...world.rework(-1) }
    expect(await as.refusal('coordinator', 'feedback.upholdObjection', past)).toBe('TASK.DATE_PAST')
    const foreign = {
      ...world.rework(),
      demands: [{ unitId: 'water', words: '改', measureIds: [] }],
    }
    expect(
      await as.refusal('coordinator', 'feedback.upholdObjection', { objectionId, ...foreign }),
    ).toBe('TASK.DEMAND_REQUIRED')
    const again = { objectionId, ...world.rework() }
    await as.ok('coordinator', 'feedback.upholdObjection', again)
    expect(await world.stateOf(taskId)).toBe('inProgress')
    expect((await own(taskId)).mine).toMatchObject({ state: 'upheld', reply: again.reason })
    const task = await as.ok('housingStaff', 'task.get', { taskId })
    expect(task.closeOut?.cycles[1]?.rework).toMatchObject({ cause: 'upheld', dueOn: again.on })
    expect(await owed('housingStaff', taskId)).toContain('finishMeasure')
    const done = { taskId, words: '已封堵', paperNumber: '茂建函〔2019〕7号', photoIds: [] }
    const partId = 'demand.2.0'
    const yesterday = addDays(world.today(), -1)
    expect(
      await as.refusal('housingStaff', 'task.reportDone', { ...done, partId, on: yesterday }),
    ).toBe('TASK.DATE_BEFORE_DEMAND')
    await as.ok('housingStaff', 'task.reportDone', { ...done, partId, on: world.today() })
    expect(await app.ok(null, 'register.getTask', { taskId })).toMatchObject({ notice: null })
  })

  it('upheld after another was joins the rework that is under way, with a day of its own', async () => {
    const { as } = world
    const taskId = await world.published('o-second')
    const first = await world.admitted('openid-one', taskId)
    const second = await world.admitted('openid-two', taskId)
    await as.ok('coordinator', 'feedback.upholdObjection', {
      objectionId: first,
      ...world.rework(30),
    })
    await as.ok('housingStaff', 'task.reportDone', {
      taskId,
      partId: 'measure.m1.housing',
      on: world.today(),
      words: '已封堵',
      paperNumber: '茂建函〔2019〕7号',
    })
    const later = world.rework(45)
    await as.ok('coordinator', 'feedback.upholdObjection', { objectionId: second, ...later })
    const task = await as.ok('housingStaff', 'task.get', { taskId })
    expect(task.state).toBe('inProgress')
    expect(task.closeOut?.cycles).toHaveLength(2)
    expect(task.closeOut?.cycles[1]?.rework?.demands).toHaveLength(2)
    const parts = new Map(task.parts.map((part) => [part.id, part]))
    expect(parts.get('demand.2.0')?.dueOn).toBe(world.rework(30).on)
    expect(parts.get('demand.2.1')?.dueOn).toBe(later.on)
    // What the second names is open again.
    expect(parts.get('measure.m1.housing')?.doneOn).toBeNull()
    expect((await world.ledger.database.get('tasks', taskId))?.objectionsOpen).toBe(0)
  })

  it('stays open over a rework and holds the next notice too', async () => {
    const { as } = world
    const taskId = await world.published('o-over-cycles')
    const left = await world.lodged('openid-left', taskId)
    const rework = world.rework()
    await as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
    for (const partId of ['demand.2.0', 'measure.m1.housing'])
      await as.ok('housingStaff', 'task.reportDone', {
        taskId,
        partId,
        on: world.today(),
        words: '已封堵',
        paperNumber: '茂建函〔2019〕7号',
      })
    await world.cases.ask(taskId)
    await world.cases.publish(taskId, world.organization.farmingColleague.actAs)
    await world.goTo(addDays(world.today(), 20))
    await world.tick()
    expect(await world.stateOf(taskId)).toBe('underNotice')
    await world.summarized(left)
    await as.ok('coordinator', 'feedback.dismissObjection', {
      objectionId: left,
      reply: '同一处已按上次要求重做',
    })
    await world.tick()
    expect(await world.stateOf(taskId)).toBe('awaitingApproval')
  })

  it('is read by intake and office only: no unit, no inspector, no other resident, no other region', async () => {
    const { app, as } = world
    const taskId = await world.published('o-readers')
    const objectionId = await world.lodged(villager, taskId)
    for (const who of ['housingStaff', 'inspector', 'publisher', 'villageOfficer'] as const) {
      expect(await as.refusal(who, 'feedback.getObjection', { objectionId })).toBe(
        'THING.NOT_FOUND',
      )
      expect(await as.refusal(who, 'feedback.openObjection', { objectionId })).toBe('ACCESS.ROLE')
      expect(await as.refusal(who, 'feedback.listObjections', { open: true })).toBe('ACCESS.ROLE')
    }
    expect(await as.refusal('coordinator', 'feedback.openObjection', { objectionId })).toBe(
      'ACCESS.ROLE',
    )
    expect((await own(taskId, 'openid-somebody-else')).mine).toBeNull()
    expect(
      await app.refusal('openid-somebody-else', 'feedback.getOwnObjection', { objectionId }),
    ).toBe('THING.NOT_FOUND')
    const { items } = await as.ok('coordinator', 'feedback.listObjections', { open: true })
    expect(items.find(({ id }) => id === objectionId)).toMatchObject({ taskId, summary: null })
    expect(JSON.stringify(items)).not.toContain('13812345678')
  })

  it('stands in its own chain, and in that of the task only with the office’s word', async () => {
    const taskId = await world.published('o-chain')
    const objectionId = await world.lodged(villager, taskId)
    const chain = async (thing: string, thingId: string) =>
      (await dump(world.app, ['auditEvents']))
        .get('auditEvents')!
        .filter((event) => event.thing === thing && event.thingId === thingId)
        .sort((a, b) => Number(a.seq) - Number(b.seq))
    const before = (await chain('task', taskId)).length
    await world.summarized(objectionId)
    const { as } = world
    await as.ok('coordinator', 'feedback.dismissObjection', { objectionId, reply: '不在范围' })
    const events = await chain('task', taskId)
    expect(events.slice(before).map(({ event }) => event)).toEqual(['dismissObjection'])
    const [lodged] = await chain('objection', objectionId)
    expect(lodged?.event).toBe('lodgeObjection')
    // The day only, and no words.
    expect((Number(lodged?.at) + 8 * 3_600_000) % 86_400_000).toBe(0)
    expect(JSON.stringify(await dump(world.app))).not.toContain('坡脚还有黑水流进沟里')
  })
})
