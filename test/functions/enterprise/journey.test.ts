import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { datesOf, talksIn } from './talks'

describe('dates that a unit and an enterprise agree', () => {
  let app: TestApp
  let people: Organization
  let talks: ReturnType<typeof talksIn>

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
    talks = talksIn(app, people)
  })
  afterAll(() => app.close())

  const uploadPlan = async (
    timelineId: string,
    bytes: Buffer,
    fileName = '方案.pdf',
    size = bytes.length,
  ) => {
    const { target } = await talks.ok('enterprise', 'enterprise.preparePlanUpload', {
      timelineId,
      fileName,
      size,
    })
    expect(await app.put(target, bytes)).toBe(200)
    return target.fileId
  }

  it('bind when the enterprise accepts the unit’s table, with both signatures', async () => {
    const id = await talks.proposed('accepted')
    const seen = await talks.ok('enterprise', 'enterprise.getTimeline', { timelineId: id })
    expect(seen).toMatchObject({
      state: 'proposed',
      side: 'enterprise',
      round: 1,
      lastRound: 2,
      latestOn: '2020-12-31',
      unit: { name: '市住房城乡建设局', phone: '0668-2000000' },
      signed: { unit: true, enterprise: false },
      events: ['accept', 'counter', 'refer'],
    })
    const agreed = await talks.ok('enterprise', 'enterprise.accept', { timelineId: id, round: 1 })
    expect(agreed).toEqual({ id, state: 'agreed', events: ['reopenTerms', 'reportNode'] })
    const unit = await talks.ok('housingStaff', 'enterprise.getTimeline', { timelineId: id })
    expect(unit).toMatchObject({
      side: 'unit',
      signed: { unit: true, enterprise: true },
      answerDueOn: null,
    })
    expect(unit.measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-06-30', '2020-06-30'])
    expect(unit.history.map(({ event, by }) => [event, by])).toEqual([
      ['propose', 'unit'],
      ['accept', 'enterprise'],
    ])
  })

  it('are both sides’ days: in their to-dos by the measure’s words, on the task and in its order', async () => {
    const id = await talks.proposed('both-sides')
    const table = { timelineId: id, round: 1 }
    const owed = async (name: 'housingStaff' | 'enterprise') => {
      const found: { title: string; dueOn: string }[] = []
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await talks.ok(name, 'notifier.listTodo', { cursor })
        const own = page.items.filter(
          ({ kind, thingId }) => kind === 'finishMeasure' && [id, 'both-sides'].includes(thingId),
        )
        found.push(...own.map(({ title, dueOn }) => ({ title, dueOn })))
        cursor = page.cursor ?? undefined
      }
      return found
    }
    const task = () => talks.ok('housingStaff', 'task.get', { taskId: 'both-sides' })
    const texts = (await task()).measures.map(({ text }) => text)
    expect((await owed('enterprise')).map(({ dueOn }) => dueOn)).toEqual([])
    await talks.ok('enterprise', 'enterprise.accept', table)
    const agreed = texts.map((title) => ({ title, dueOn: '2020-06-30' }))
    expect(await owed('housingStaff')).toEqual(agreed)
    expect(await owed('enterprise')).toEqual(agreed)
    const { measures, history } = await task()
    expect(measures.map(({ dueOn, agreedOn }) => [dueOn, agreedOn])).toEqual([
      ['2020-06-30', '2020-06-30'],
      ['2020-06-30', '2020-06-30'],
    ])
    expect(history[0]).toMatchObject({ event: 'agreeDates' })
  })

  it('are countered with a reason and a plan, proposed anew, and go to the office after two rounds', async () => {
    const id = await talks.proposed('two-rounds')
    const plan = await uploadPlan(id, Buffer.from('%PDF-1.4 technical plan'))
    const first = { ...talks.counterOf(id, 1), planFileIds: [plan] }
    expect((await talks.ok('enterprise', 'enterprise.counter', first)).state).toBe('countered')

    const read = await talks.ok('housingStaff', 'enterprise.getTimeline', { timelineId: id })
    expect(read).toMatchObject({
      reason: '设备到货要三个月',
      technicalPlan: '先建临时池,再换膜',
      events: ['propose', 'accept', 'refer'],
    })
    expect(read.measures[0]).toMatchObject({
      unitOn: '2020-06-30',
      enterpriseOn: '2020-08-15',
      laterByDays: 46,
      agreedOn: null,
    })
    expect(read.planFiles).toHaveLength(1)
    expect(await (await fetch(read.planFiles[0]!.url)).text()).toBe('%PDF-1.4 technical plan')

    const second = talks.proposal('two-rounds', datesOf('2020-07-15'))
    const again = await talks.ok('housingStaff', 'enterprise.propose', second)
    expect(again).toMatchObject({ id, state: 'proposed' })
    const last = talks.counterOf(id, 2, datesOf('2020-08-01'))
    expect((await talks.ok('enterprise', 'enterprise.counter', last)).state).toBe('referred')

    const listed = await talks.ok('coordinator', 'enterprise.listTimelines', {})
    expect(listed.items.find((item) => item.id === id)).toMatchObject({
      state: 'referred',
      enterprise: { name: '某某养殖有限公司' },
      unitName: '市住房城乡建设局',
      events: ['mediate'],
    })
    const table = { timelineId: id, dates: datesOf('2020-07-25'), reason: '双方各让一步' }
    await talks.ok('coordinator', 'enterprise.mediate', table)
    expect((await talks.ok('housingStaff', 'enterprise.sign', { timelineId: id })).state).toBe(
      'mediated',
    )
    expect(await talks.refusal('housingStaff', 'enterprise.sign', { timelineId: id })).toBe(
      'TIMELINE.SIGNED_ALREADY',
    )
    const halfway = await talks.ok('enterprise', 'enterprise.getTimeline', { timelineId: id })
    expect(halfway.measures.map(({ agreedOn }) => agreedOn)).toEqual([null, null])
    expect((await talks.ok('enterprise', 'enterprise.sign', { timelineId: id })).state).toBe(
      'agreed',
    )
    const bound = await talks.ok('enterprise', 'enterprise.getTimeline', { timelineId: id })
    expect(bound.measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-07-25', '2020-07-25'])
  })

  it('go on binding while terms are reopened', async () => {
    const id = await talks.proposed('reopened')
    await talks.ok('enterprise', 'enterprise.accept', { timelineId: id, round: 1 })
    const input = { timelineId: id, dates: datesOf('2020-09-30'), reason: '暴雨停工' }
    expect((await talks.ok('enterprise', 'enterprise.reopenTerms', input)).state).toBe('proposed')
    const open = await talks.ok('housingStaff', 'enterprise.getTimeline', { timelineId: id })
    expect(open.measures[0]).toMatchObject({ enterpriseOn: '2020-09-30', agreedOn: '2020-06-30' })
    await talks.ok('housingStaff', 'enterprise.accept', { timelineId: id, round: 2 })
    const bound = await talks.ok('housingStaff', 'enterprise.getTimeline', { timelineId: id })
    expect(bound.measures[0]?.agreedOn).toBe('2020-09-30')
  })

  it('go to the office when a side asks for it, and not without a reason', async () => {
    const id = await talks.proposed('asked')
    expect(
      await talks.refusal('enterprise', 'enterprise.refer', { timelineId: id, reason: ' ' }),
    ).toBe('INPUT.INVALID')
    const asked = { timelineId: id, reason: '请整改办协调' }
    expect((await talks.ok('enterprise', 'enterprise.refer', asked)).state).toBe('referred')
  })

  it('are agreed by who gives way while the office has not spoken: it has nothing to mediate then', async () => {
    const id = await talks.proposed('gave-way')
    await talks.ok('enterprise', 'enterprise.counter', talks.counterOf(id, 1))
    await talks.ok('enterprise', 'enterprise.refer', { timelineId: id, reason: '谈不拢' })
    const accept = { timelineId: id, round: 1 }
    expect(await talks.refusal('enterprise', 'enterprise.accept', accept)).toBe('THING.STATE')
    expect((await talks.ok('housingStaff', 'enterprise.accept', accept)).state).toBe('agreed')
    const read = await talks.ok('enterprise', 'enterprise.getTimeline', { timelineId: id })
    expect(read.measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-08-15', '2020-08-15'])
    expect(
      await talks.refusal('coordinator', 'enterprise.mediate', {
        timelineId: id,
        dates: datesOf('2020-07-01'),
        reason: '协调',
      }),
    ).toBe('THING.STATE')
  })

  it('never pass the task’s deadline: its last day is allowed, the next is not', async () => {
    const taskId = await talks.taskFor('deadline')
    const late = talks.proposal(taskId, datesOf('2020-12-31', '2021-01-01'))
    const reply = await app.call(people.housingStaff.openid, 'enterprise.propose', late, {
      actAs: people.housingStaff.actAs,
    })
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'TIMELINE.DATE_AFTER_DEADLINE', fields: ['dates.1.on'] },
    })
    const last = talks.proposal(taskId, datesOf('2020-12-31'))
    const { id } = await talks.ok('housingStaff', 'enterprise.propose', last)
    const counter = talks.counterOf(id, 1, datesOf('2021-01-01'))
    expect(await talks.refusal('enterprise', 'enterprise.counter', counter)).toBe(
      'TIMELINE.DATE_AFTER_DEADLINE',
    )
    await talks.ok('enterprise', 'enterprise.refer', { timelineId: id, reason: '来不及' })
    const table = { timelineId: id, dates: datesOf('2021-01-01'), reason: '宽限' }
    expect(await talks.refusal('coordinator', 'enterprise.mediate', table)).toBe(
      'TIMELINE.DATE_AFTER_DEADLINE',
    )
  })

  it('are a whole table of days that are still to come', async () => {
    const taskId = await talks.taskFor('whole-table')
    const propose = (dates: ReturnType<typeof datesOf>) =>
      talks.refusal('housingStaff', 'enterprise.propose', talks.proposal(taskId, dates))
    expect(await propose(datesOf('2019-11-17'))).toBe('TIMELINE.DATE_PAST')
    expect(await propose(datesOf('2020-06-30').slice(0, 1))).toBe('TIMELINE.DATE_MISSING')
    expect(await propose([{ measureId: 'unknown', on: '2020-06-30' }])).toBe(
      'TIMELINE.DATE_MISSING',
    )
    expect(await propose([{ measureId: 'm1', on: '2020-02-30' }])).toBe('INPUT.INVALID')
    expect(await propose([])).toBe('INPUT.INVALID')
    const today = talks.proposal(taskId, datesOf('2019-11-18'))
    expect((await talks.ok('housingStaff', 'enterprise.propose', today)).state).toBe('proposed')
  })

  it('are countered by other dates, with a reason and a technical plan, in the round that was read', async () => {
    const id = await talks.proposed('countering')
    const counter = (change: object) =>
      talks.refusal('enterprise', 'enterprise.counter', { ...talks.counterOf(id, 1), ...change })
    expect(await counter({ round: 2 })).toBe('TIMELINE.ROUND')
    expect(await counter({ dates: datesOf('2020-06-30') })).toBe('TIMELINE.NOTHING_COUNTERED')
    expect(await counter({ reason: '' })).toBe('INPUT.INVALID')
    expect(
      await talks.refusal('enterprise', 'enterprise.accept', { timelineId: id, round: 2 }),
    ).toBe('TIMELINE.ROUND')
  })

  it('are offered by the responsible unit only, and only to an enterprise the task affects', async () => {
    const taskId = await talks.taskFor('own-only')
    const input = talks.proposal(taskId)
    expect(await talks.refusal('waterStaff', 'enterprise.propose', input)).toBe('ACCESS.UNIT')
    for (const name of ['enterprise', 'coordinator', 'villageOfficer', 'intake'] as const)
      expect(await talks.refusal(name, 'enterprise.propose', input)).toBe('ACCESS.ROLE')
    const unaffected = { ...input, enterpriseId: 'farm-other' }
    expect(await talks.refusal('housingStaff', 'enterprise.propose', unaffected)).toBe(
      'THING.NOT_FOUND',
    )
    await talks.draft('still-a-draft')
    const draft = talks.proposal('still-a-draft')
    expect(await talks.refusal('housingStaff', 'enterprise.propose', draft)).toBe('ACCESS.UNIT')
    const nothing = talks.proposal('no-such-task')
    expect(await talks.refusal('housingStaff', 'enterprise.propose', nothing)).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('are seen and answered by that enterprise, that unit and the office of the region', async () => {
    const id = await talks.proposed('seen-by')
    const get = { timelineId: id }
    const accept = { timelineId: id, round: 1 }
    expect(await talks.refusal('otherEnterprise', 'enterprise.getTimeline', get)).toBe(
      'ACCESS.UNIT',
    )
    expect(await talks.refusal('otherEnterprise', 'enterprise.accept', accept)).toBe('ACCESS.UNIT')
    expect(await talks.refusal('waterStaff', 'enterprise.getTimeline', get)).toBe('ACCESS.UNIT')
    expect(await talks.refusal('coordinatorDianbai', 'enterprise.getTimeline', get)).toBe(
      'ACCESS.REGION',
    )
    expect(await talks.refusal('villageOfficer', 'enterprise.getTimeline', get)).toBe('ACCESS.ROLE')
    expect(await talks.refusal('coordinator', 'enterprise.accept', accept)).toBe('ACCESS.ROLE')
    // Nobody answers the own offer.
    expect(await talks.refusal('housingStaff', 'enterprise.accept', accept)).toBe('THING.STATE')
    expect((await talks.ok('coordinator', 'enterprise.getTimeline', get)).side).toBe('coordinator')
    for (const name of ['otherEnterprise', 'waterStaff', 'coordinatorDianbai'] as const)
      expect((await talks.ok(name, 'enterprise.listTimelines', {})).items).toEqual([])
    expect(await talks.refusal('villageOfficer', 'enterprise.listTimelines', {})).toBe(
      'ACCESS.ROLE',
    )
    for (const name of ['enterprise', 'housingLeader', 'coordinator'] as const) {
      const { items } = await talks.ok(name, 'enterprise.listTimelines', {})
      expect(items.map((item) => item.id)).toContain(id)
    }
  })

  it('are mediated by the office of the region, and by no side', async () => {
    const id = await talks.proposed('mediated-by')
    const table = { timelineId: id, dates: datesOf('2020-07-01'), reason: '协调' }
    expect(await talks.refusal('coordinator', 'enterprise.mediate', table)).toBe('THING.STATE')
    await talks.ok('housingStaff', 'enterprise.refer', { timelineId: id, reason: '谈不拢' })
    expect(await talks.refusal('housingStaff', 'enterprise.mediate', table)).toBe('ACCESS.ROLE')
    expect(await talks.refusal('coordinatorDianbai', 'enterprise.mediate', table)).toBe(
      'ACCESS.REGION',
    )
    expect((await talks.ok('coordinator', 'enterprise.mediate', table)).state).toBe('mediated')
  })

  it('are the same agreement however often the first offer arrives', async () => {
    const input = talks.proposal(await talks.taskFor('once'))
    const as = { actAs: people.housingStaff.actAs, key: 'same-offer' }
    const first = await app.ok(people.housingStaff.openid, 'enterprise.propose', input, as)
    const second = await app.ok(people.housingStaff.openid, 'enterprise.propose', input, as)
    expect(second).toEqual(first)
    const seen = await talks.ok('enterprise', 'enterprise.getTimeline', { timelineId: first.id })
    expect([seen.round, seen.history.length]).toEqual([1, 1])
  })

  it('come with plan files that are what they say, and no others', async () => {
    const id = await talks.proposed('plan-files')
    const prepare = (fileName: string, size: number) =>
      talks.refusal('enterprise', 'enterprise.preparePlanUpload', {
        timelineId: id,
        fileName,
        size,
      })
    expect(await prepare('plan.exe', 100)).toBe('FILE.TYPE')
    expect(await prepare('pdf', 100)).toBe('FILE.TYPE')
    expect(await prepare('方案.pdf', 20 * 1024 * 1024 + 1)).toBe('FILE.TOO_LARGE')
    const byUnit = { timelineId: id, fileName: '方案.pdf', size: 100 }
    expect(await talks.refusal('housingStaff', 'enterprise.preparePlanUpload', byUnit)).toBe(
      'ACCESS.ROLE',
    )

    const counter = (planFileIds: string[]) =>
      talks.refusal('enterprise', 'enterprise.counter', { ...talks.counterOf(id, 1), planFileIds })
    expect(await counter([await uploadPlan(id, Buffer.from('MZ a program'))])).toBe('FILE.TYPE')
    expect(await counter([await uploadPlan(id, Buffer.from('%PDF-1'), '方案.pdf', 7)])).toBe(
      'FILE.CHANGED',
    )
    expect(await counter(['cloud://nowhere/file.pdf'])).toBe('FILE.MISSING')
    const seen = await talks.ok('enterprise', 'enterprise.getTimeline', { timelineId: id })
    expect(seen).toMatchObject({ state: 'proposed', round: 1, planFiles: [] })
  })
})
