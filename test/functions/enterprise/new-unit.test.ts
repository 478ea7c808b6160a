import type { ActionOutput } from '@/contract/actions'
import { type Engine, openEngine } from '../notifier/engine'
import { assignment, draftTask } from '../task/ledger'
import { openTaskWorld, type TaskWorld } from '../task/task-world'
import { datesOf } from './talks'

/** 改派: what a unit talks about with a firm goes on with the unit that has its share now. */

let world: TaskWorld
let engine: Engine
beforeAll(async () => {
  world = await openTaskWorld()
  engine = openEngine(world.app)
})
afterAll(() => world.app.close())

const reason = '机构撤并'
const offerOn = (taskId: string) => ({
  ...{ taskId, enterpriseId: 'farm', dates: datesOf('2020-06-30'), reason: null },
})
/** Water does it alone, the farm is affected, and water has offered it days. */
const proposed = async (taskId: string) => {
  await world.ledger.draft(draftTask(taskId))
  const affected = { enterpriseIds: ['farm'] }
  await world.as.ok('coordinator', 'task.assign', assignment(taskId, ['water'], affected))
  return (await world.as.ok('waterStaff', 'enterprise.propose', offerOn(taskId))).id
}
const counter = (timelineId: string) =>
  world.as.ok('enterprise', 'enterprise.counter', {
    ...{ timelineId, round: 1, dates: datesOf('2020-08-15'), reason: '设备到货要三个月' },
    ...{ technicalPlan: '先建临时池', planFileIds: [] },
  })
const reassign = (taskId: string, toUnitId = 'housing') =>
  world.as.ok('coordinator', 'task.reassign', { taskId, fromUnitId: 'water', toUnitId, reason })
const owedBy = async (who: 'waterStaff' | 'housingStaff' | 'enterprise', thingId: string) => {
  const kinds: string[] = []
  let cursor: string | undefined
  do {
    const page: ActionOutput<'notifier.listTodo'> = await world.as.ok(who, 'notifier.listTodo', {
      cursor,
    })
    kinds.push(...page.items.filter((row) => row.thingId === thingId).map(({ kind }) => kind))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return kinds
}

describe('an open offer', () => {
  it('is read, owed and answered by the new unit, with what was said before', async () => {
    const id = await proposed('new-unit')
    await counter(id)
    expect(await owedBy('waterStaff', id)).toEqual(['answerTimeline'])
    await reassign('new-unit')
    expect(await owedBy('waterStaff', id)).toEqual([])
    expect(await owedBy('housingStaff', id)).toEqual(['answerTimeline'])
    expect(await world.as.refusal('waterStaff', 'enterprise.getTimeline', { timelineId: id })).toBe(
      'ACCESS.UNIT',
    )
    const listed = await world.as.ok('housingStaff', 'enterprise.listTimelines', {})
    expect(listed.items.map((item) => item.id)).toContain(id)
    const old = await world.as.ok('waterStaff', 'enterprise.listTimelines', {})
    expect(old.items.map((item) => item.id)).not.toContain(id)
    const seen = await world.as.ok('housingStaff', 'enterprise.getTimeline', { timelineId: id })
    expect(seen).toMatchObject({ side: 'unit', reason: '设备到货要三个月', round: 1 })
    expect(seen.unit.name).toBe('市住房城乡建设局')
    expect(seen.history.map(({ event, by }) => [event, by])).toEqual([
      ['propose', 'unit'],
      ['counter', 'enterprise'],
      ['followShare', 'coordinator'],
    ])
    const mine = await world.as.ok('enterprise', 'enterprise.getTimeline', { timelineId: id })
    expect(mine.unit.name).toBe('市住房城乡建设局')
    // The talks go on, and end in days that bind the new unit.
    await world.as.ok('housingStaff', 'enterprise.accept', { timelineId: id, round: 1 })
    const { measures } = await world.as.ok('housingStaff', 'task.get', { taskId: 'new-unit' })
    expect(measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-08-15', '2020-08-15'])
  })

  it('goes on as the next round of the new unit, not as talks of its own', async () => {
    const id = await proposed('new-unit-offers')
    await counter(id)
    await reassign('new-unit-offers')
    const again = await world.as.ok(
      'housingStaff',
      'enterprise.propose',
      offerOn('new-unit-offers'),
    )
    expect(again).toMatchObject({ id, state: 'proposed' })
    expect(
      await world.as.refusal('waterStaff', 'enterprise.propose', offerOn('new-unit-offers')),
    ).toBe('ACCESS.UNIT')
  })

  it('is told to the firm and to the new unit at once', async () => {
    const id = await proposed('new-unit-told')
    await engine.clear()
    for (const who of ['enterprise', 'housingStaff', 'waterStaff'])
      await engine.allow(`openid-${who}`, 'timeline', 3)
    await reassign('new-unit-told')
    await engine.run('2019-11-18T10:00')
    const told = engine.sent.filter(({ page }) => page?.endsWith(id))
    expect(told.map(({ openid, data }) => [openid, data.phrase2]).sort()).toEqual([
      ['openid-enterprise', '换了单位'],
      ['openid-housingStaff', '换了单位'],
    ])
  })

  it('of another unit of the same task stays where it is', async () => {
    const taskId = 'new-unit-other'
    await world.ledger.draft(draftTask(taskId))
    const affected = { enterpriseIds: ['farm'], leadUnitId: 'water' }
    const both = assignment(taskId, ['water', 'housing'], affected)
    await world.as.ok('coordinator', 'task.assign', both)
    const { id } = await world.as.ok('housingStaff', 'enterprise.propose', offerOn(taskId))
    await reassign(taskId, 'farming-maonan')
    const { unit, history } = await world.as.ok('housingStaff', 'enterprise.getTimeline', {
      timelineId: id,
    })
    expect([unit.id, history.length]).toEqual(['housing', 1])
  })
})

describe('agreed days', () => {
  it('bind the new unit as they did the old one, and the firm’s report waits for its word', async () => {
    const taskId = 'new-unit-agreed'
    const id = await proposed(taskId)
    await world.as.ok('enterprise', 'enterprise.accept', { timelineId: id, round: 1 })
    const said = { on: '2019-11-18', words: '已接通', paperNumber: '1号' }
    const node = { timelineId: id, measureId: 'm1' }
    await world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
    await reassign(taskId)
    expect(await owedBy('waterStaff', taskId)).toEqual([])
    expect(await owedBy('housingStaff', id)).toEqual(['confirmNode'])
    expect(await owedBy('enterprise', id)).toEqual(['finishMeasure'])
    const read = await world.as.ok('housingStaff', 'task.get', { taskId })
    expect(read.measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-06-30', '2020-06-30'])
    const dueOn = (await world.as.ok('housingStaff', 'notifier.listTodo', {})).items
      .filter((row) => row.thingId === taskId && row.kind === 'finishMeasure')
      .map((row) => row.dueOn)
    expect(new Set(dueOn)).toEqual(new Set(['2020-06-30']))
    expect(await world.as.refusal('waterStaff', 'enterprise.returnNode', { ...node, reason })).toBe(
      'ACCESS.UNIT',
    )
    await world.as.ok('housingStaff', 'enterprise.returnNode', { ...node, reason: '缺报告' })
  })

  it('follow a share that was sent back and ends', async () => {
    const taskId = 'new-unit-dropped'
    await world.ledger.draft(draftTask(taskId))
    const affected = { enterpriseIds: ['farm'], leadUnitId: 'housing' }
    const both = assignment(taskId, ['housing', 'water'], affected)
    await world.as.ok('coordinator', 'task.assign', both)
    const { id } = await world.as.ok('waterStaff', 'enterprise.propose', offerOn(taskId))
    await world.as.ok('enterprise', 'enterprise.accept', { timelineId: id, round: 1 })
    await world.as.ok('waterStaff', 'task.returnAssignment', { taskId, reason: '不归我们' })
    const dropped = { taskId, fromUnitId: 'water', toUnitId: 'housing', reason }
    await world.as.ok('coordinator', 'task.dropShare', dropped)
    const read = await world.as.ok('housingStaff', 'enterprise.getTimeline', { timelineId: id })
    expect(read).toMatchObject({ side: 'unit', state: 'agreed' })
    const { assignments } = await world.as.ok('coordinator', 'task.get', { taskId })
    expect(assignments.map(({ unit }) => unit.id)).toEqual(['housing'])
  })
})
