import { plan as planOf } from '../task/ledger'
import { datesOf } from './talks'
import { openTaskWorld, type TaskWorld } from '../task/task-world'

/** Housing leads, water does it too; both plans are approved. Today is 18 November 2019. */
const today = '2019-11-18'
const said = { on: today, words: '新设备装好了', paperNumber: '茂验〔2019〕3号' }

describe('a firm’s node', () => {
  let world: TaskWorld

  beforeAll(async () => {
    world = await openTaskWorld()
  })
  afterAll(() => world.app.close())

  /** Water and the farm agreed on 30 June 2020 for both measures. */
  const agreed = async (name: string) => {
    const taskId = await world.underway(name)
    const offer = { taskId, enterpriseId: 'farm', dates: datesOf('2020-06-30'), reason: null }
    const { id: timelineId } = await world.as.ok('waterStaff', 'enterprise.propose', offer)
    await world.as.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
    return { taskId, timelineId, measureId: 'm1' }
  }
  const owed = async (name: 'enterprise' | 'waterStaff', id: string, kind: string) => {
    const page = await world.as.ok(name, 'notifier.listTodo', {})
    return page.items.filter((item) => item.thingId === id && item.kind === kind)
  }
  const measure = async (timelineId: string) =>
    (await world.as.ok('waterStaff', 'enterprise.getTimeline', { timelineId })).measures[0]!
  const share = async (taskId: string, partId = 'measure.m1.water') =>
    (await world.as.ok('housingStaff', 'task.get', { taskId })).parts.find(
      ({ id }) => id === partId,
    )!

  it('reported done reminds the firm no more and is the unit’s to confirm in five working days', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-reported')
    expect(await owed('enterprise', timelineId, 'finishMeasure')).toHaveLength(2)
    await world.as.ok('enterprise', 'enterprise.reportNode', {
      ...{ taskId, timelineId, measureId },
      ...said,
    })
    expect(await owed('enterprise', timelineId, 'finishMeasure')).toHaveLength(1)
    expect(await owed('waterStaff', timelineId, 'confirmNode')).toMatchObject([
      { dueOn: '2019-11-25' },
    ])
    expect((await share(taskId)).doneOn).toBeNull()
    expect((await measure(timelineId)).node).toMatchObject({
      state: 'reported',
      report: { by: 'enterprise', ...said, confirmDueOn: '2019-11-25', files: [] },
      events: ['confirmNode', 'returnNode'],
    })
  })

  it('confirmed says the unit’s own share done, and returned begins the firm’s reminders again', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-confirmed')
    const node = { timelineId, measureId }
    const report = () =>
      world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
    await report()
    await world.as.ok('waterStaff', 'enterprise.returnNode', { ...node, reason: '缺监测报告' })
    expect(await owed('enterprise', timelineId, 'finishMeasure')).toHaveLength(2)
    expect(await owed('waterStaff', timelineId, 'confirmNode')).toEqual([])
    expect((await measure(timelineId)).node).toMatchObject({
      state: 'open',
      report: null,
      returnedFor: '缺监测报告',
    })
    await report()
    await world.as.ok('waterStaff', 'enterprise.confirmNode', node)
    expect(await share(taskId)).toMatchObject({
      doneOn: today,
      report: { words: '新设备装好了', paperNumber: '茂验〔2019〕3号' },
    })
    expect((await measure(timelineId)).node?.state).toBe('done')
    expect(await owed('waterStaff', taskId, 'finishMeasure')).toHaveLength(1)
  })

  it('taken back by the firm after it was confirmed takes the share with it, until the self-check', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-undone')
    const node = { timelineId, measureId }
    await world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
    await world.as.ok('waterStaff', 'enterprise.confirmNode', node)
    await world.as.ok('enterprise', 'enterprise.undoNode', { ...node, reason: '设备又停了' })
    expect((await share(taskId)).doneOn).toBeNull()
    expect(await owed('enterprise', timelineId, 'finishMeasure')).toHaveLength(2)
    expect(
      await world.as.refusal('enterprise', 'enterprise.undoNode', { ...node, reason: '再撤' }),
    ).toBe('THING.STATE')
  })

  it('stays confirmed, with its day, while the rest is agreed anew and after', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-kept')
    const node = { timelineId, measureId }
    await world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
    await world.as.ok('waterStaff', 'enterprise.confirmNode', node)
    // The whole measure is done once its other unit has said so too.
    const other = { taskId, partId: 'measure.m1.housing', ...said }
    await world.as.ok('housingStaff', 'task.reportDone', other)
    const rest = datesOf('2020-06-20').filter((date) => date.measureId !== measureId)
    const anew = { timelineId, dates: rest, reason: '暴雨停工' }
    await world.as.ok('enterprise', 'enterprise.reopenTerms', anew)
    const read = async () => {
      const input = { timelineId }
      const { measures } = await world.as.ok('waterStaff', 'enterprise.getTimeline', input)
      return measures.map(({ id, agreedOn, enterpriseOn, node: said }) => ({
        ...{ id, agreedOn, enterpriseOn },
        state: said?.state,
      }))
    }
    const done = { id: 'm1', agreedOn: '2020-06-30', enterpriseOn: null, state: 'done' }
    const m2 = { id: 'm2', enterpriseOn: '2020-06-20', state: 'open' }
    expect(await read()).toEqual([done, { ...m2, agreedOn: '2020-06-30' }])
    await world.as.ok('waterStaff', 'enterprise.accept', { timelineId, round: 2 })
    expect(await read()).toEqual([done, { ...m2, agreedOn: '2020-06-20' }])
    const task = await world.as.ok('coordinator', 'task.get', { taskId })
    expect(task.measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-06-30', '2020-06-20'])
  })

  it('confirmed leaves the share open where no firm brought what the unit’s plan names: the unit says it', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-proof')
    const plan = planOf(['m1', 'm2'], '2020-06-30', ['file', 'paperNumber'])
    await world.as.ok('waterStaff', 'task.amendPlan', { taskId, plan, reason: '要验收报告' })
    await world.as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
    const node = { timelineId, measureId }
    await world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
    await world.as.ok('waterStaff', 'enterprise.confirmNode', node)
    expect((await measure(timelineId)).node?.state).toBe('done')
    expect(await share(taskId)).toMatchObject({ doneOn: null, report: null })
    expect(await owed('waterStaff', taskId, 'finishMeasure')).toHaveLength(2)
    const own = { taskId, partId: 'measure.m1.water', ...said }
    expect(await world.as.refusal('waterStaff', 'task.reportDone', own)).toBe('TASK.PROOF_FILE')
  })

  it('leaves a share alone that the unit said done by itself', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-own-share')
    const node = { timelineId, measureId }
    const own = { taskId, partId: 'measure.m1.water', ...said, words: '我们验过了' }
    await world.as.ok('waterStaff', 'task.reportDone', own)
    await world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
    await world.as.ok('waterStaff', 'enterprise.confirmNode', node)
    await world.as.ok('waterStaff', 'enterprise.returnNode', { ...node, reason: '还差一处' })
    expect((await share(taskId)).report?.words).toBe('我们验过了')
  })

  it('is refused ahead of today, without words or proof, to the unit in the firm’s place, and on a measure there is not', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-refused')
    const node = { timelineId, taskId, measureId, ...said }
    const refused = (change: object, who: 'enterprise' | 'waterStaff' = 'enterprise') =>
      world.as.refusal(who, 'enterprise.reportNode', { ...node, ...change })
    expect(await refused({ on: '2019-11-19' })).toBe('TASK.DATE_AHEAD')
    expect(await refused({ words: ' ' })).toBe('INPUT.INVALID')
    expect(await refused({ paperNumber: null })).toBe('TASK.EVIDENCE_MISSING')
    expect(await refused({ photoIds: ['evidence/none.jpg'] })).toBe('FILE.MISSING')
    expect(await refused({ measureId: 'm9' })).toBe('THING.NOT_FOUND')
    expect(await refused({ taskId: 'another' })).toBe('THING.NOT_FOUND')
    expect(await refused({}, 'waterStaff')).toBe('ACCESS.ROLE')
    const confirm = { timelineId, measureId }
    expect(await world.as.refusal('waterStaff', 'enterprise.confirmNode', confirm)).toBe(
      'THING.STATE',
    )
    expect(await world.as.refusal('enterprise', 'enterprise.confirmNode', confirm)).toBe(
      'ACCESS.ROLE',
    )
  })

  it('is proved by the firm’s own files, which both sides open', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-proved')
    const { targets } = await world.as.ok('enterprise', 'task.prepareUpload', {
      taskId,
      files: [{ fileName: '监测报告.pdf', size: 22 }],
    })
    expect(await world.app.put(targets[0]!, Buffer.from('%PDF-1.4 measurements '))).toBe(200)
    const { fileId } = await world.as.ok('enterprise', 'task.confirmUpload', {
      taskId,
      fileId: targets[0]!.fileId,
    })
    await world.as.ok('enterprise', 'enterprise.reportNode', {
      ...{ taskId, timelineId, measureId, ...said, paperNumber: null },
      secretFileIds: [fileId],
    })
    const [file] = (await measure(timelineId)).node!.report!.files
    expect(file).toMatchObject({ name: '监测报告.pdf', isPhoto: false, isSecret: true })
    expect(await (await fetch(file!.url!)).text()).toBe('%PDF-1.4 measurements ')
    const leader = await world.as.ok('cityLeader', 'enterprise.getTimeline', { timelineId })
    expect(leader.measures[0]!.node!.report!.files[0]!.url).toBeNull()
  })

  it('ends with the agreement: the last measure ends it, and it goes on when one is owed again', async () => {
    const { taskId, timelineId } = await agreed('node-ended')
    const both = ['m1', 'm2'] as const
    const state = async () =>
      (await world.as.ok('enterprise', 'enterprise.getTimeline', { timelineId })).state
    for (const measureId of both) {
      const node = { timelineId, measureId }
      await world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
      await world.as.ok('waterStaff', 'enterprise.confirmNode', node)
    }
    // Housing owes its own share of each.
    expect(await state()).toBe('agreed')
    for (const measureId of both) {
      const partId = `measure.${measureId}.housing`
      await world.as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said })
    }
    expect(await state()).toBe('ended')
    const undo = { timelineId, measureId: 'm2', reason: '漏了一处' }
    await world.as.ok('enterprise', 'enterprise.undoNode', undo)
    expect(await state()).toBe('agreed')
    expect(await owed('enterprise', timelineId, 'finishMeasure')).toMatchObject([
      { dueOn: '2020-06-30' },
    ])
  })

  it('of a firm that nobody acts for is reported by the unit, with a paper', async () => {
    const { taskId, timelineId, measureId } = await agreed('node-no-agent')
    const { actAs: membershipId } = world.organization.enterprise
    await world.as.ok('administrator', 'identity.endMembership', { membershipId })
    const node = { timelineId, taskId, measureId, ...said }
    const bare = { ...node, paperNumber: null }
    expect(await world.as.refusal('waterStaff', 'enterprise.reportNode', bare)).toBe(
      'TASK.EVIDENCE_MISSING',
    )
    await world.as.ok('waterStaff', 'enterprise.reportNode', node)
    expect((await measure(timelineId)).node).toMatchObject({
      state: 'reported',
      report: { by: 'unit' },
      events: ['undoNode', 'confirmNode', 'returnNode'],
    })
  })
})
