import type { Organization } from '../../support/organization'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let people: TaskWorld['organization']
let as: TaskWorld['as']
let underway: TaskWorld['underway']

beforeAll(async () => {
  ;({ app, as, underway, organization: people } = await openTaskWorld())
})
afterAll(() => app.close())

const said = { on: '2019-11-18', words: '截污管已接通', paperNumber: '茂建函〔2019〕1号' }

/** What somebody owes on one thing, as the to-do list shows it. */
const owedOn = async (who: keyof Organization, thingId: string) => {
  const rows = []
  for (let cursor: string | undefined; ;) {
    const page = await as.ok(who, 'notifier.listTodo', cursor === undefined ? {} : { cursor })
    rows.push(...page.items.filter((row) => row.thingId === thingId))
    if (page.cursor === null) return rows
    cursor = page.cursor
  }
}

const openObligations = async (taskId: string) =>
  (await owedOn('waterStaff', taskId)).map(({ kind, node }) => `${kind} ${node}`)

const partOf = async (who: keyof Organization, taskId: string, id: string) => {
  const { parts } = await as.ok(who, 'task.get', { taskId })
  return parts.find((part) => part.id === id)
}

describe('a measure reported done', () => {
  it('stops being owed in the same transaction, and is owed again when it is returned', async () => {
    const taskId = await underway('done-and-back')
    const onPart = { taskId, partId: 'measure.m1.water' }
    expect(await openObligations(taskId)).toContain('finishMeasure m1-water')
    const changed = await as.ok('waterStaff', 'task.reportDone', { ...onPart, ...said })
    expect(changed.events).toContain('undoDone')
    expect(await openObligations(taskId)).not.toContain('finishMeasure m1-water')
    expect(await openObligations(taskId)).toContain('finishMeasure m2-water')

    await as.ok('housingStaff', 'task.returnDone', { ...onPart, reason: '照片看不清管口' })
    expect(await openObligations(taskId)).toContain('finishMeasure m1-water')
    const { history } = await as.ok('waterStaff', 'task.get', { taskId })
    expect(history.slice(0, 2).map(({ event, note }) => [event, note])).toEqual([
      ['returnDone', '措施m1：照片看不清管口'],
      ['reportDone', '措施m1：截污管已接通'],
    ])
  })

  it('is shown to the lead with what was said, and to the firm and the village not at all', async () => {
    const taskId = await underway('done-shown')
    const onPart = { taskId, partId: 'measure.m1.water' }
    await as.ok('waterStaff', 'task.reportDone', { ...onPart, ...said, on: '2019-06-01' })
    expect(await partOf('housingStaff', taskId, onPart.partId)).toMatchObject({
      doneOn: '2019-06-01',
      report: { words: said.words, beforeAssignment: true, noPart: false },
      events: ['returnDone'],
    })
    expect((await partOf('waterStaff', taskId, onPart.partId))?.events).toEqual(['undoDone'])
    const seen = await as.ok('enterprise', 'task.get', { taskId })
    expect([seen.parts, seen.extensions, seen.extendable]).toEqual([[], [], []])
    expect(JSON.stringify(seen)).not.toContain(said.words)
  })

  it('is done on the day of the last share', async () => {
    const taskId = await underway('two-shares')
    const day = async () => (await as.ok('coordinator', 'task.get', { taskId })).measures[0]?.doneOn
    const report = (who: 'housingStaff' | 'waterStaff', unit: string, on: string) =>
      as.ok(who, 'task.reportDone', { taskId, partId: `measure.m1.${unit}`, ...said, on })
    await report('waterStaff', 'water', '2019-11-17')
    expect(await day()).toBeNull()
    await report('housingStaff', 'housing', '2019-11-10')
    expect(await day()).toBe('2019-11-17')
  })

  it('is refused ahead of today, without proof, of a part of another unit and twice', async () => {
    const taskId = await underway('done-refused')
    const onPart = { taskId, partId: 'measure.m1.water' }
    const refusal = (more: object, who: keyof Organization = 'waterStaff') =>
      as.refusal(who, 'task.reportDone', { ...onPart, ...said, ...more })
    expect(await refusal({ on: '2019-11-19' })).toBe('TASK.DATE_AHEAD')
    expect(await refusal({ paperNumber: null })).toBe('TASK.PROOF_NUMBER')
    expect(await refusal({ words: ' ' })).toMatch(/TASK.WORDS_REQUIRED|INPUT.INVALID/)
    expect(await refusal({}, 'housingStaff')).toBe('ACCESS.UNIT')
    expect(await refusal({}, 'coordinator')).toBe('ACCESS.ROLE')
    expect(await refusal({ partId: 'measure.m9.water' })).toBe('THING.NOT_FOUND')
    await as.ok('waterStaff', 'task.reportDone', { ...onPart, ...said })
    expect(await refusal({})).toBe('THING.STATE')
    // Nobody judges the own work: the lead's own share is the office's to return.
    const own = { taskId, partId: 'measure.m1.housing' }
    await as.ok('housingStaff', 'task.reportDone', { ...own, ...said })
    const back = { ...own, reason: '不实' }
    expect(await as.refusal('housingLeader', 'task.returnDone', back)).toBe('ACCESS.UNIT')
    await as.ok('coordinator', 'task.returnDone', back)
  })

  it('of two reports at once one is kept, and the other reads who was first and what they said', async () => {
    const taskId = await underway('done-twice-at-once')
    const partId = 'measure.m1.housing'
    const both = ['housingStaff', 'housingLeader'] as const
    const report = (who: (typeof both)[number]) =>
      app.call(
        people[who].openid,
        'task.reportDone',
        { taskId, partId, ...said, words: `${who}说已接通` },
        { actAs: people[who].actAs },
      )
    const replies = await Promise.all(both.map(report))
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
    const [won, lost] = replies[0]!.ok ? both : ([both[1], both[0]] as const)
    expect(replies[both.indexOf(lost)]).toMatchObject({ error: { code: 'THING.STATE' } })
    const { history } = await as.ok(lost, 'task.get', { taskId })
    const reports = history.filter(({ event }) => event === 'reportDone')
    expect(reports).toMatchObject([{ unitName: '市住房城乡建设局' }])
    expect(await partOf(lost, taskId, partId)).toMatchObject({
      report: { words: `${won}说已接通` },
    })
  })

  it('meets the agreed day of the firm too', async () => {
    const taskId = await underway('done-agreed')
    await as.ok('housingStaff', 'enterprise.propose', {
      taskId,
      enterpriseId: 'farm',
      dates: [
        { measureId: 'm1', on: '2020-03-31' },
        { measureId: 'm2', on: '2020-05-31' },
      ],
      reason: null,
    })
    const { timelines } = await as.ok('housingStaff', 'task.get', { taskId })
    const timelineId = timelines[0]!.id
    await as.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
    const owedByFirm = async () =>
      (await owedOn('enterprise', timelineId))
        .filter(({ kind }) => kind === 'finishMeasure')
        .map(({ dueOn }) => dueOn)
    expect(await owedByFirm()).toEqual(['2020-03-31', '2020-05-31'])
    for (const [who, unit] of [
      ['housingStaff', 'housing'],
      ['waterStaff', 'water'],
    ] as const)
      await as.ok(who, 'task.reportDone', { taskId, partId: `measure.m1.${unit}`, ...said })
    expect(await owedByFirm()).toEqual(['2020-05-31'])
  })
})

describe('an extension', () => {
  const request = {
    part: { kind: 'task' as const },
    to: '2021-06-30',
    reason: '汛期',
    plan: '赶工',
  }

  it('moves the day beside the printed one, and what is owed with it', async () => {
    const taskId = await underway('extended')
    const before = await as.ok('housingStaff', 'task.get', { taskId })
    expect(before.extendable).toEqual([{ part: { kind: 'task' }, text: null, from: '2020-12-31' }])
    await as.ok('housingStaff', 'task.extend', { taskId, ...request })
    const asked = await as.ok('coordinator', 'task.get', { taskId })
    expect(asked.extensions).toMatchObject([
      { state: 'endorsed', from: '2020-12-31', to: '2021-06-30', decidedOn: null },
    ])
    expect(asked.extensions[0]?.events).toEqual(['grantExtension', 'refuseExtension'])
    expect(asked.dueOn).toBe('2020-12-31')
    await as.ok('coordinator', 'task.grantExtension', {
      taskId,
      decisionNumber: '茂环督〔2019〕9号',
    })
    const after = await as.ok('housingStaff', 'task.get', { taskId })
    expect([after.dueOn, after.deadline.countedOn]).toEqual(['2021-06-30', '2020-12-31'])
    const [end] = (await owedOn('housingStaff', taskId)).filter(({ kind }) => kind === 'finishTask')
    expect(end?.dueOn).toBe('2021-06-30')
  })

  it('is one at a time, the lead’s for the whole, and taken back before it is decided', async () => {
    const taskId = await underway('extension-once')
    expect(await as.refusal('waterStaff', 'task.extend', { taskId, ...request })).toBe(
      'ACCESS.UNIT',
    )
    await as.ok('housingStaff', 'task.extend', { taskId, ...request })
    expect(await as.refusal('housingStaff', 'task.extend', { taskId, ...request })).toBe(
      'TASK.EXTENSION_OPEN',
    )
    await as.ok('housingStaff', 'task.withdrawExtension', { taskId })
    await as.ok('housingStaff', 'task.extend', { taskId, ...request })
    await as.ok('coordinator', 'task.refuseExtension', { taskId, reason: '理由不足' })
    const { extensions } = await as.ok('housingStaff', 'task.get', { taskId })
    expect(extensions.map(({ state, refusedReason }) => [state, refusedReason])).toEqual([
      ['refused', '理由不足'],
      ['withdrawn', null],
    ])
  })
})
