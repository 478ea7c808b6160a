import { assignment, draftTask, measure, openDatabase, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']

beforeAll(async () => {
  ;({ app, ledger, as } = await openTaskWorld())
})
afterAll(() => app.close())

const drafted = async (id: string, change: Parameters<typeof draftTask>[1] = {}) => {
  await ledger.draft(draftTask(id, change))
  return id
}
const assigned = async (id: string, units: string[], lead: string | null = null) => {
  await drafted(id)
  await as.ok('coordinator', 'task.assign', assignment(id, units, { leadUnitId: lead }))
  return id
}

describe('from draft to rectification', () => {
  it('goes from draft through signing and planning to 整改中', async () => {
    const taskId = await drafted('whole-path')
    const given = await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
    expect(given.state).toBe('assigned')

    const signed = await as.ok('housingStaff', 'task.signFor', {
      taskId,
      person: '李某',
      phone: '0668-2111111',
    })
    expect(signed).toMatchObject({
      state: 'assigned',
      events: ['setPoint', 'setSites', 'submitPlan', 'extend'],
    })

    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    const approved = await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    expect(approved.state).toBe('inProgress')

    const page = await as.ok('housingStaff', 'task.get', { taskId })
    expect(page.assignments).toMatchObject([
      { unit: { id: 'housing', name: '市住房城乡建设局' }, state: 'planned', personName: '李某' },
    ])
    expect(page.history.map(({ event }) => event)).toEqual([
      'approvePlan',
      'submitPlan',
      'signFor',
      'assign',
      'imported',
    ])
  })

  it('stays 已交办 until every responsible unit’s plan is approved', async () => {
    const taskId = await assigned('two-units', ['housing', 'water'], 'housing')
    for (const name of ['housingStaff', 'waterStaff'] as const) {
      await as.ok(name, 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
      await as.ok(name, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    }
    // The lead approves the others' plans; its own is the office's to approve.
    const first = await as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
    expect(first.state).toBe('assigned')
    expect(
      await as.refusal('housingLeader', 'task.approvePlan', { taskId, unitId: 'housing' }),
    ).toBe('ACCESS.UNIT')
    const second = await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    expect(second.state).toBe('inProgress')
  })

  it('gives a plan back with the reason, and takes it again', async () => {
    const taskId = await assigned('plan-back', ['housing'])
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await as.ok('coordinator', 'task.returnPlan', { taskId, unitId: 'housing', reason: '缺责任人' })
    const page = await as.ok('housingStaff', 'task.get', { taskId })
    expect(page.assignments[0]).toMatchObject({ state: 'signedFor', returnedReason: '缺责任人' })
    expect(page.history[0]).toMatchObject({ event: 'returnPlan', note: '缺责任人' })
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
  })

  it('lets the unit take its plan back until it is decided, and send another one', async () => {
    const taskId = await assigned('plan-withdrawn', ['housing'])
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    const submit = { taskId, plan: plan(['m1', 'm2']) }
    await as.ok('housingStaff', 'task.submitPlan', submit)
    expect(await as.refusal('waterStaff', 'task.withdrawPlan', { taskId })).toBe('ACCESS.UNIT')
    await as.ok('housingStaff', 'task.withdrawPlan', { taskId })
    const page = await as.ok('housingStaff', 'task.get', { taskId })
    expect(page.assignments[0]).toMatchObject({ state: 'signedFor', plan: { goals: '完成截污' } })
    expect(page.history[0]).toMatchObject({ event: 'withdrawPlan' })
    const approve = { taskId, unitId: 'housing' }
    expect(await as.refusal('coordinator', 'task.approvePlan', approve)).toBe('THING.STATE')
    await as.ok('housingStaff', 'task.submitPlan', submit)
    await as.ok('coordinator', 'task.approvePlan', approve)
    expect(await as.refusal('housingStaff', 'task.withdrawPlan', { taskId })).toBe('THING.STATE')
  })

  it('returns a task that is not ours and gives it to another unit', async () => {
    const taskId = await assigned('wrong-unit', ['water'])
    await as.ok('waterStaff', 'task.returnAssignment', { taskId, reason: '属住建部门职责' })
    expect(
      await as.refusal('waterStaff', 'task.signFor', {
        taskId,
        person: '李某',
        phone: '0668-2111111',
      }),
    ).toBe('THING.STATE')
    await as.ok('coordinator', 'task.reassign', {
      taskId,
      fromUnitId: 'water',
      toUnitId: 'housing',
      reason: '不是它的职责',
    })
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    // The first unit has no part in it any more.
    expect(await as.refusal('waterStaff', 'task.get', { taskId })).toBe('ACCESS.UNIT')
  })

  it('ends a share that was sent back where another responsible unit remains and takes it', async () => {
    const taskId = await assigned('dropped', ['water'], 'housing')
    const given = { taskId, fromUnitId: 'water', toUnitId: 'housing', reason: '由牵头单位办' }
    const eventsOf = async () => {
      const { assignments } = await as.ok('coordinator', 'task.get', { taskId })
      return assignments.find(({ unit }) => unit.id === 'water')?.events ?? []
    }
    // Not before it was sent back, and then by nobody but the office.
    expect(await as.refusal('coordinator', 'task.dropShare', given)).toBe('THING.STATE')
    expect(await eventsOf()).not.toContain('dropShare')
    await as.ok('waterStaff', 'task.returnAssignment', { taskId, reason: '不属本单位' })
    expect(await eventsOf()).toContain('dropShare')
    expect(await as.refusal('housingLeader', 'task.dropShare', given)).toBe('ACCESS.ROLE')
    expect(await as.refusal('coordinator', 'task.reassign', given)).toBe('THING.STATE')
    const stranger = { ...given, toUnitId: 'farming-maonan' }
    expect(await as.refusal('coordinator', 'task.dropShare', stranger)).toBe('THING.STATE')
    await as.ok('coordinator', 'task.dropShare', given)
    const { assignments, history, measures } = await as.ok('housingStaff', 'task.get', { taskId })
    expect(assignments.map(({ unit }) => unit.id)).toEqual(['housing'])
    expect(history[0]).toMatchObject({ event: 'dropShare', note: '由牵头单位办' })
    expect(measures).toHaveLength(2)
    const owed = await as.ok('coordinator', 'notifier.listTodo', {})
    const kinds = owed.items.filter(({ thingId }) => thingId === taskId).map(({ kind }) => kind)
    expect(kinds).not.toContain('reassign')
    expect(await as.refusal('waterStaff', 'task.get', { taskId })).toBe('ACCESS.UNIT')
  })

  it('gives a share that its unit cannot carry out to another, also while the others are at work', async () => {
    const taskId = await assigned('nobody-acts', ['water'], 'housing')
    const signer = { person: '李某', phone: '0668-2111111' }
    const planOf = async (name: 'housingStaff' | 'waterStaff' | 'farmingStaff') => {
      await as.ok(name, 'task.signFor', { taskId, ...signer })
      await as.ok(name, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    }
    await planOf('housingStaff')
    await planOf('waterStaff')
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    await as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
    const given = { taskId, fromUnitId: 'water', toUnitId: 'farming-maonan', reason: '机构撤并' }
    expect(await as.refusal('waterStaff', 'task.reassign', given)).toBe('ACCESS.ROLE')
    await as.ok('coordinator', 'task.reassign', given)
    const { state, history } = await as.ok('coordinator', 'task.get', { taskId })
    expect([state, history[0]?.event]).toEqual(['inProgress', 'reassign'])
    const owed = await as.ok('farmingStaff', 'notifier.listTodo', {})
    const kinds = owed.items.filter(({ thingId }) => thingId === taskId).map(({ kind }) => kind)
    expect(kinds).toContain('signFor')
    await planOf('farmingStaff')
    await as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'farming-maonan' })
    const after = await as.ok('coordinator', 'task.get', { taskId })
    expect(after.assignments.map((share) => [share.unit.id, share.state])).toEqual([
      ['housing', 'planned'],
      ['farming-maonan', 'planned'],
    ])
  })

  it('refuses to give it to a unit that nobody knows', async () => {
    const taskId = await assigned('no-such-unit', ['water'])
    await as.ok('waterStaff', 'task.returnAssignment', { taskId, reason: '不属本单位' })
    expect(
      await as.refusal('coordinator', 'task.reassign', {
        taskId,
        fromUnitId: 'water',
        toUnitId: 'nobody',
        reason: '不是它的职责',
      }),
    ).toBe('THING.NOT_FOUND')
  })

  it('gives nothing to a firm or to a unit in which nobody could do it', async () => {
    const taskId = await drafted('nobody-there')
    const give = (unitId: string, change: Parameters<typeof assignment>[2] = {}) =>
      as.refusal('coordinator', 'task.assign', assignment(taskId, [unitId], change))
    // The office of the county has a coordinator, and nobody who would do the work.
    for (const unitId of ['farm', 'office-dianbai', 'branch-shangtang'])
      expect([unitId, await give(unitId)]).toEqual([unitId, 'ORGANIZATION.NOBODY_THERE'])
    expect(await give('housing', { leadUnitId: 'office-dianbai' })).toBe(
      'ORGANIZATION.NOBODY_THERE',
    )
    const returned = await assigned('nobody-there-either', ['water'])
    await as.ok('waterStaff', 'task.returnAssignment', { taskId: returned, reason: '不属本单位' })
    for (const toUnitId of ['farm', 'office-dianbai']) {
      const share = { taskId: returned, fromUnitId: 'water', toUnitId, reason: '试' }
      expect(await as.refusal('coordinator', 'task.reassign', share)).toBe(
        'ORGANIZATION.NOBODY_THERE',
      )
    }
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
  })

  it('knows who decides and who could do it, however many work in a unit', async () => {
    const database = openDatabase(app)
    const [one] = await database.find(
      'memberships',
      { unitId: 'housing', endedAt: null },
      { limit: 1 },
    )
    const others = Array.from({ length: 110 }, (_, at) => `many-${String(at).padStart(3, '0')}`)
    for (const _id of others) await database.put('memberships', { ...one!, _id, personId: _id })
    const taskId = await drafted('many-there')
    const give = assignment(taskId, ['housing'], { leadUnitId: 'office-dianbai' })
    expect(await as.refusal('coordinator', 'task.assign', give)).toBe('ORGANIZATION.NOBODY_THERE')
    await as.ok(
      'coordinator',
      'task.assign',
      assignment(taskId, ['housing'], { leadUnitId: 'water' }),
    )
    for (const _id of others) await database.remove('memberships', _id)
    const few = await assigned('few-there', ['housing'], 'water')
    const [deciders, same] = await Promise.all(
      [taskId, few].map(async (id) => (await database.get('tasks', id))!.deciders as unknown[]),
    )
    expect(deciders!.length).toBeGreaterThan(0)
    expect(deciders).toEqual(same)
  })

  it('splits a collective unit into one draft per unit, in the unit’s own place', async () => {
    const taskId = await drafted('collective', {
      collectiveUnits: ['各县市区'],
      regionCodes: ['440900'],
    })
    expect(await as.refusal('coordinator', 'task.assign', assignment(taskId, ['housing']))).toBe(
      'TASK.COLLECTIVE_UNIT',
    )
    const { taskIds } = await as.ok('coordinator', 'task.split', {
      taskId,
      unitIds: ['farming-maonan', 'office-dianbai'],
    })
    const child = await as.ok('coordinator', 'task.get', { taskId: taskIds[1]! })
    expect(child).toMatchObject({ number: '27-2', state: 'draft' })
    expect(child.regions.map(({ code }) => code)).toEqual(['440904'])
    // The county's own office goes on with its child, and not with the neighbour's.
    await as.ok('coordinatorDianbai', 'task.assign', assignment(taskIds[1]!, ['water']))
    expect(
      await as.refusal('coordinatorDianbai', 'task.assign', assignment(taskIds[0]!, ['water'])),
    ).toBe('ACCESS.REGION')
  })

  it('cancels a task together with its children', async () => {
    const taskId = await drafted('cancelled', { collectiveUnits: ['各镇'] })
    const { taskIds } = await as.ok('coordinator', 'task.split', {
      taskId,
      unitIds: ['housing', 'water'],
    })
    await as.ok('coordinator', 'task.assign', assignment(taskIds[0]!, ['housing']))
    await as.ok('coordinator', 'task.cancelTask', { taskId, reason: '重复列入' })
    for (const id of [taskId, ...taskIds])
      expect((await as.ok('coordinator', 'task.get', { taskId: id })).state).toBe('cancelled')
    const todo = await as.ok('housingStaff', 'notifier.listTodo', {})
    expect(todo.items.some(({ thingId }) => taskIds.includes(thingId))).toBe(false)
  })

  it('cancels what lies below the children too', async () => {
    const top = await drafted('cancelled-top')
    const middle = await drafted('cancelled-middle', { parentId: top })
    const bottom = await drafted('cancelled-bottom', { parentId: middle })
    await as.ok('coordinator', 'task.cancelTask', { taskId: top, reason: '重复列入' })
    for (const taskId of [top, middle, bottom])
      expect((await as.ok('coordinator', 'task.get', { taskId })).state).toBe('cancelled')
  })

  it('ends the talks about a cancelled task’s dates, and what was owed on them', async () => {
    const taskId = await drafted('cancelled-talks')
    const affected = assignment(taskId, ['housing'], { enterpriseIds: ['farm'] })
    await as.ok('coordinator', 'task.assign', affected)
    const { id: timelineId } = await as.ok('housingStaff', 'enterprise.propose', {
      taskId,
      enterpriseId: 'farm',
      dates: ['m1', 'm2'].map((measureId) => ({ measureId, on: '2020-06-30' })),
      reason: null,
    })
    const owed = async () =>
      (await as.ok('enterprise', 'notifier.listTodo', {})).items.map(({ thingId }) => thingId)
    expect(await owed()).toContain(timelineId)
    await as.ok('coordinator', 'task.cancelTask', { taskId, reason: '重复列入' })
    expect(await owed()).not.toContain(timelineId)
    const accept = { timelineId, round: 1 }
    expect(await as.refusal('enterprise', 'enterprise.accept', accept)).toBe('THING.STATE')
    expect(await as.refusal('otherEnterprise', 'enterprise.accept', accept)).toBe('ACCESS.UNIT')
    const seen = await as.ok('enterprise', 'enterprise.getTimeline', { timelineId })
    expect(seen.events).toEqual([])
    const { items } = await as.ok('enterprise', 'enterprise.listTimelines', {})
    expect(items.find(({ id }) => id === timelineId)?.events).toEqual([])
  })

  it('has the unit’s own measures where the list prints none, and never none at all', async () => {
    const bare = await drafted('no-measures', { measures: [] })
    const usual = await drafted('two-measures')
    for (const taskId of [bare, usual]) {
      await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
      const person = { person: '李某', phone: '0668-2111111' }
      await as.ok('housingStaff', 'task.signFor', { taskId, ...person })
    }
    const refused = (taskId: string, given: ReturnType<typeof plan>) =>
      as.refusal('housingStaff', 'task.submitPlan', { taskId, plan: given })
    for (const taskId of [bare, usual])
      expect(await refused(taskId, plan([]))).toBe('TASK.PLAN_INCOMPLETE')
    // Of its own it has words; where the list prints some, none is added.
    const written = (...texts: string[]) => {
      const own = plan(texts.map((_text, place) => `own.${place + 1}`))
      return {
        ...own,
        measures: own.measures.map((each, place) => ({ ...each, text: texts[place]! })),
      }
    }
    expect(await refused(bare, plan(['own.1']))).toBe('TASK.PLAN_INCOMPLETE')
    expect(await refused(usual, written('清淤', '截污', '巡查'))).toBe('TASK.PLAN_INCOMPLETE')
    const submit = (taskId: string, ...texts: string[]) =>
      as.ok('housingStaff', 'task.submitPlan', { taskId, plan: written(...texts) })
    await submit(bare, '先清淤')
    const read = () => as.ok('housingStaff', 'task.get', { taskId: bare })
    expect((await read()).measures).toEqual([])
    const back = { taskId: bare, unitId: 'housing' }
    await as.ok('coordinator', 'task.returnPlan', { ...back, reason: '再写细些' })
    await submit(bare, '清淤两公里', '每月巡查')
    expect((await as.ok('coordinator', 'task.approvePlan', back)).state).toBe('inProgress')
    const page = await read()
    expect(page.assignments).toMatchObject([
      { plan: { measures: [{ text: '清淤两公里' }, { text: '每月巡查' }] } },
    ])
    expect(page.measures).toMatchObject([
      { id: 'own.1', text: '清淤两公里', units: { responsible: [{ id: 'housing' }] } },
      { id: 'own.2', text: '每月巡查' },
    ])
    expect(page.parts.map(({ text, dueOn }) => [text, dueOn])).toEqual([
      ['清淤两公里', '2020-06-30'],
      ['每月巡查', '2020-06-30'],
    ])
    const report = { on: '2019-11-18', words: '清完了', paperNumber: '1号' }
    await as.ok('housingStaff', 'task.reportDone', {
      ...{ taskId: bare, partId: page.parts[0]!.id },
      ...report,
    })
    expect((await read()).measures[0]?.doneOn).toBe('2019-11-18')
    // The measures are the unit's now: the plan is amended as any other.
    const amended = plan(['own.1', 'own.2'], '2020-05-31')
    await as.ok('housingStaff', 'task.amendPlan', { taskId: bare, plan: amended, reason: '提前' })
  })

  it('lets only who made a draft throw it away', async () => {
    const taskId = await drafted('own-draft')
    expect(await as.refusal('coordinator', 'task.cancelDraft', { taskId })).toBe('ACCESS.OWNER')
    const { taskIds } = await as.ok('coordinator', 'task.split', {
      taskId: await drafted('own-split', { collectiveUnits: ['各镇'] }),
      unitIds: ['housing', 'water'],
    })
    expect(await as.refusal('otherCoordinator', 'task.cancelDraft', { taskId: taskIds[0]! })).toBe(
      'ACCESS.OWNER',
    )
    const gone = await as.ok('coordinator', 'task.cancelDraft', { taskId: taskIds[0]! })
    expect(gone.state).toBe('cancelled')
  })

  it('shows a consulted village and firm the draft, and nobody else', async () => {
    const taskId = await drafted('consulted')
    expect(await as.refusal('villageOfficer', 'task.get', { taskId })).toBe('ACCESS.UNIT')
    await as.ok('coordinator', 'task.consult', {
      taskId,
      villageCodes: ['440902101201'],
      enterpriseIds: ['farm'],
      dueOn: '2019-11-29',
    })
    expect((await as.ok('villageOfficer', 'task.get', { taskId })).state).toBe('consulting')
    expect((await as.ok('enterprise', 'task.get', { taskId })).enterprises).toEqual([
      { id: 'farm', name: '某某养殖有限公司' },
    ])
    expect(await as.refusal('otherEnterprise', 'task.get', { taskId })).toBe('ACCESS.UNIT')
    expect(await as.refusal('housingStaff', 'task.get', { taskId })).toBe('ACCESS.UNIT')
  })
})

describe('what a plan and an assignment need', () => {
  it('refuses a plan date after the deadline and takes the last day itself', async () => {
    const taskId = await assigned('plan-dates', ['housing'])
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    const send = (dueOn: string) => ({ taskId, plan: plan(['m1', 'm2'], dueOn) })
    expect(await as.refusal('housingStaff', 'task.submitPlan', send('2021-01-01'))).toBe(
      'TASK.DATE_AFTER_DEADLINE',
    )
    expect(await as.refusal('housingStaff', 'task.submitPlan', send('2019-11-17'))).toBe(
      'TASK.DATE_PAST',
    )
    await as.ok('housingStaff', 'task.submitPlan', send('2020-12-31'))
  })

  it('refuses a plan that leaves a measure out', async () => {
    const taskId = await assigned('plan-short', ['housing'])
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    expect(
      await as.refusal('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1']) }),
    ).toBe('TASK.PLAN_INCOMPLETE')
  })

  it('refuses several responsible units without a lead', async () => {
    const taskId = await drafted('no-lead')
    expect(
      await as.refusal('coordinator', 'task.assign', assignment(taskId, ['housing', 'water'])),
    ).toBe('TASK.NO_SINGLE_LEAD')
  })

  it('asks for a date where the list gives none', async () => {
    const deadline = {
      kinds: ['immediate' as const],
      text: '立行立改',
      stages: [],
      startsOn: null,
      nextOn: null,
      event: null,
      countedOn: null,
      provisional: false,
    }
    const taskId = await drafted('no-date', { deadline })
    expect(await as.refusal('coordinator', 'task.assign', assignment(taskId, ['housing']))).toBe(
      'TASK.NO_COUNTED_DATE',
    )
    await as.ok(
      'coordinator',
      'task.assign',
      assignment(taskId, ['housing'], { countedOn: '2019-12-15' }),
    )
  })

  it('knows villages as villages and firms as firms', async () => {
    const taskId = await drafted('wrong-kinds')
    const give = (change: Parameters<typeof assignment>[2]) =>
      as.refusal('coordinator', 'task.assign', assignment(taskId, ['housing'], change))
    expect(await give({ villageCodes: ['440902101'] })).toBe('THING.NOT_FOUND')
    expect(await give({ enterpriseIds: ['water'] })).toBe('THING.NOT_FOUND')
    expect(await give({ leadUnitId: 'nobody' })).toBe('THING.NOT_FOUND')
  })

  it('gives a measure’s own unit a share of its own', async () => {
    const taskId = await drafted('own-measure', {
      measures: [
        measure('m1'),
        measure('m2', {
          units: {
            lead: [],
            responsible: ['water'],
            supporting: [],
            supervising: [],
            accepting: [],
          },
        }),
      ],
    })
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
    const page = await as.ok('waterStaff', 'task.get', { taskId })
    expect(page.assignments.map(({ unit }) => unit.id)).toEqual(['housing', 'water'])
  })
})
