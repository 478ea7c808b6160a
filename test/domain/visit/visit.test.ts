import type { Actor } from '@/domain/organization/actor'
import type { Unit } from '@/domain/organization/unit'
import { firmsSeen } from '@/domain/visit/as-evidence'
import { endsAfter, recountVisit, visitTurnOn } from '@/domain/visit/last-day'
import { obligationsOfVisit } from '@/domain/visit/owed'
import { stateFor, visitReaderKeyOf, visitReadersOf, visitSideOf } from '@/domain/visit/readers'
import {
  addDissent,
  cancelVisit,
  endUnmade,
  followVisitedTask,
  joinVisit,
  mayAskVisit,
  notifyVisit,
  planVisit,
  rateVisit,
  recordVisit,
  withdrawMatters,
} from '@/domain/visit/transitions'
import { dayOf, isOwnWork } from '@/domain/visit/visit'
import { allowedVisitEvents, whyNotVisit } from '@/domain/visit/workflow'
import { actor, city, county, leaderOf, otherCounty, staffOf } from '../actors'
import { cycle, planned, task, visit, visitNotice, visitRecord } from '../builders'
import { calendarOf, on } from '../calendars'
import { refusalOf } from '../refusals'

const bureau: Unit = {
  ...{ id: 'bureau', name: 'bureau', kind: 'department', regionCode: county },
  ...{ aliases: [], phone: null, enforcementPaper: 'law 1' },
}
const desk = actor('intake', { unitId: 'desk' })
const inspector = actor('inspector', { unitId: 'office' })
const enforcer = actor('enforcer', { unitId: 'bureau' })
const plant = actor('enterpriseAgent', { unitId: 'plant' })
const asked = (more: Parameters<typeof task>[0] = {}) =>
  task({ state: 'inProgress', enterpriseIds: ['plant'], assignments: [planned('lead')], ...more })
/** At the county's step. */
const verifying = asked({
  state: 'verifying',
  cycles: [cycle({ request: { on: '2018-06-01', reportNumber: '3', byId: 'lead' } })],
})
const matters = [{ words: 'does the pond leak', measureId: 'm1' }]
const of = { id: 'v1', ordinal: 1, enterpriseId: 'plant', bodyId: 'bureau' }

const facts = (today: string, of = asked(), body: Unit | null = bureau) => ({
  ...on(today),
  asking: { task: of, body },
})
const plan = (
  more: { given?: object; by?: Actor; of?: ReturnType<typeof task>; body?: Unit | null } = {},
) =>
  planVisit(
    of,
    { on: '2018-06-11', matters, ...more.given },
    more.by ?? desk,
    facts('2018-06-04', more.of, more.body === undefined ? bureau : more.body),
  )
const notice = visitNotice()
const record = visitRecord()
const notified = visit({ state: 'notified', notice: visitNotice() })
const recorded = visit({ state: 'recorded', notice: visitNotice(), record: visitRecord() })

describe('a visit is asked for', () => {
  it('by the step, an inspector or intake, with matters and a day within 20 working days', () => {
    expect(plan()).toMatchObject({ state: 'planned', lastOn: '2018-07-02', askedOn: '2018-06-04' })
    expect(plan({ by: inspector }).askings).toMatchObject([{ role: 'inspector', unitId: 'office' }])
    expect(plan({ by: staffOf('acceptor'), of: verifying }).state).toBe('planned')
    expect(refusalOf(() => plan({ by: staffOf('acceptor') }))).toBe('ACCESS.ROLE')
    expect(refusalOf(() => plan({ by: staffOf('lead'), of: verifying }))).toBe('ACCESS.UNIT')
    expect(plan({ given: { on: '2018-07-02' } }).state).toBe('planned')
    expect(refusalOf(() => plan({ given: { on: '2018-07-03' } }))).toBe('VISIT.DAY_LATE on')
    expect(refusalOf(() => plan({ given: { on: '2018-06-03' } }))).toBe('TASK.DATE_PAST on')
  })

  it('by no office whose unit does the work, nor of another region', () => {
    for (const role of ['intake', 'inspector'] as const) {
      expect(refusalOf(() => plan({ by: actor(role, { unitId: 'doer' }) }))).toBe('ACCESS.UNIT')
      const elsewhere = actor(role, { unitId: 'desk', regionCode: otherCounty })
      expect(refusalOf(() => plan({ by: elsewhere }))).toBe('ACCESS.REGION')
    }
  })

  it('of an affected firm, of a task that was given out', () => {
    expect(refusalOf(() => plan({ of: asked({ enterpriseIds: ['other'] }) }))).toBe(
      'VISIT.NOT_AFFECTED enterpriseId',
    )
    expect(refusalOf(() => plan({ of: asked({ assignments: [] }) }))).toBe('THING.STATE')
    expect(refusalOf(() => plan({ of: asked({ state: 'cancelled' }) }))).toBe('THING.STATE')
  })

  it('at a body that is marked with its legal paper, and can have power of enforcement', () => {
    const unmarked = { ...bureau, enforcementPaper: ' ' }
    for (const body of [null, unmarked, { ...bureau, kind: 'specialGroup' } as const])
      expect(refusalOf(() => plan({ body }))).toBe('VISIT.BODY bodyId')
  })

  it('with words of each matter, about measures of the task', () => {
    const given = (list: object[]) => refusalOf(() => plan({ given: { matters: list } }))
    expect(given([])).toBe('TASK.WORDS_REQUIRED matters')
    expect(given([{ words: ' ', measureId: null }])).toBe('TASK.WORDS_REQUIRED matters')
    expect(given([{ words: 'x', measureId: 'm9' }])).toBe('TASK.WORDS_REQUIRED matters')
  })

  it('where the page asks: only who may, of a task with a firm', () => {
    const may = (who: Actor, of = asked()) => mayAskVisit(of, who, on('2018-06-04'))
    expect(may(desk)).toBe(true)
    expect(may(inspector)).toBe(true)
    expect(may(staffOf('acceptor'))).toBe(false)
    expect(may(staffOf('acceptor'), verifying)).toBe(true)
    expect(may(actor('coordinator'))).toBe(false)
    expect(may(enforcer)).toBe(false)
    expect(may(desk, asked({ enterpriseIds: [] }))).toBe(false)
  })
})

describe('综合查一次', () => {
  const join = (to = visit(), today = '2018-06-05', wished = '2018-06-08') =>
    joinVisit(to, { on: wished, matters }, inspector, facts(today))

  it('adds to the visit that goes on, planned or notified, and moves no last day', () => {
    const joined = join()
    expect(joined.matters.map(({ id }) => id)).toEqual(['1', '2'])
    expect(joined).toMatchObject({ state: 'planned', lastOn: '2018-07-02' })
    expect(dayOf(joined)).toBe('2018-06-08')
    expect(join(notified)).toMatchObject({ state: 'notified', notice: { on: '2018-06-12' } })
    expect(joined.tasks).toHaveLength(1)
  })

  it('wishes for no day after the last one, and joins none that can no longer be made', () => {
    expect(join(visit(), '2018-06-25', '2018-07-20').askings[1]?.wishedOn).toBe('2018-07-02')
    expect(join(notified, '2018-07-02', '2018-07-02').matters).toHaveLength(2)
    expect(refusalOf(() => join(notified, '2018-07-03', '2018-07-03'))).toBe('VISIT.DAY_LATE on')
    expect(refusalOf(() => join(recorded))).toBe('THING.STATE')
  })

  it('takes as many as one visit can look at', () => {
    const one = visit().matters[0]!
    const many = Array.from({ length: 29 }, (_, at) => ({ ...one, id: `1.${at}` }))
    expect(join(visit({ matters: many })).matters).toHaveLength(30)
    expect(refusalOf(() => join(visit({ matters: [...many, one] })))).toBe(
      'VISIT.MATTERS_TOO_MANY matters',
    )
    const full = whyNotVisit(
      visit({ matters: [...many, one] }),
      'askVisit',
      desk,
      facts('2018-06-05'),
    )
    expect(full?.code).toBe('VISIT.MATTERS_TOO_MANY')
    expect(whyNotVisit(visit({ matters: many }), 'askVisit', desk, facts('2018-06-05'))).toBeNull()
  })

  it('gives back what one office asked for, and goes on with the rest', () => {
    const both = join()
    const left = withdrawMatters(both, desk, on('2018-06-05'))
    expect(left).toMatchObject({ state: 'planned', matters: [{ id: '2' }] })
    // An id is never used again.
    expect(join(left).matters.map(({ id }) => id)).toEqual(['2', '3'])
    expect(withdrawMatters(left, inspector, on('2018-06-05')).state).toBe('cancelled')
    expect(refusalOf(() => withdrawMatters(left, desk, on('2018-06-05')))).toBe('ACCESS.ROLE')
  })

  it('is given back by a colleague too, staff or leader, and by no other desk', () => {
    const asking = { ...visit().askings[0]!, role: 'unitStaff', unitId: 'acceptor' } as const
    const byStep = visit({ askings: [asking] })
    expect(withdrawMatters(byStep, leaderOf('acceptor'), on('2018-06-05')).state).toBe('cancelled')
    for (const other of [staffOf('doer'), actor('intake', { unitId: 'acceptor' })])
      expect(refusalOf(() => withdrawMatters(byStep, other, on('2018-06-05')))).toBe('ACCESS.ROLE')
  })
})

describe('the notice', () => {
  const notify = (more: object = {}, today = '2018-06-06', by = enforcer) =>
    notifyVisit(visit(), 'notifyVisit', { ...notice, ...more }, by, on(today))

  it('is given by the body, with approval, two officers and a day up to the last', () => {
    expect(notify()).toMatchObject({ state: 'notified', notice: { givenOn: '2018-06-06' } })
    expect(notify({ on: '2018-07-02' }).notice?.on).toBe('2018-07-02')
    expect(refusalOf(() => notify({ on: '2018-07-03' }))).toBe('VISIT.DAY_LATE on')
    expect(refusalOf(() => notify({ on: '2018-06-05' }))).toBe('TASK.DATE_PAST on')
    expect(refusalOf(() => notify({}, '2018-07-03'))).toBe('VISIT.DAY_LATE on')
    expect(refusalOf(() => notify({ approvalNumber: ' ' }))).toBe(
      'TASK.PAPER_NUMBER_REQUIRED approvalNumber',
    )
    const other = actor('enforcer', { unitId: 'other-bureau' })
    expect(refusalOf(() => notify({}, '2018-06-06', other))).toBe('ACCESS.UNIT')
    expect(refusalOf(() => notify({}, '2018-06-06', inspector))).toBe('ACCESS.ROLE')
  })

  it('names two persons with a certificate each', () => {
    const [lin, zheng] = notice.officers
    for (const officers of [
      [lin],
      [lin, lin],
      [lin, { name: 'Zheng', certificate: 'K0126 ' }],
      [lin, { name: 'Lin', certificate: 'K0158' }],
      [lin, { ...zheng, certificate: '' }],
    ])
      expect(refusalOf(() => notify({ officers }))).toBe('VISIT.OFFICERS officers')
  })

  it('is corrected while nothing is recorded', () => {
    const correct = (of: typeof notified) =>
      notifyVisit(of, 'correctVisit', { ...notice, on: '2018-06-20' }, enforcer, on('2018-06-13'))
    expect(correct(notified)).toMatchObject({ state: 'notified', notice: { on: '2018-06-20' } })
    expect(refusalOf(() => correct(recorded))).toBe('THING.STATE')
    expect(refusalOf(() => correct(visit()))).toBe('THING.STATE')
  })
})

describe('the record', () => {
  const write = (more: object = {}, today = '2018-06-12', of = notified) =>
    recordVisit(of, { ...record, ...more }, enforcer, on(today))

  it('is of no day before the notified one, none to come and none after the last', () => {
    expect(write().state).toBe('recorded')
    expect(write({}, '2018-06-13').record?.recordedOn).toBe('2018-06-13')
    expect(refusalOf(() => write({ on: '2018-06-11' }))).toBe('VISIT.DAY_EARLY on')
    expect(refusalOf(() => write({ on: '2018-06-13' }))).toBe('TASK.DATE_AHEAD on')
    expect(write({ on: '2018-07-02' }, '2018-07-04').state).toBe('recorded')
    expect(refusalOf(() => write({ on: '2018-07-03' }, '2018-07-04'))).toBe('VISIT.DAY_LATE on')
    const early = allowedVisitEvents(notified, enforcer, on('2018-06-11'))
    expect(early).toEqual(['cancelVisit', 'correctVisit'])
    expect(allowedVisitEvents(notified, enforcer, on('2018-06-12'))).toContain('recordVisit')
  })

  it('says of each matter what was found, once, also that it was not looked at', () => {
    const [found] = record.findings
    expect(write({ findings: [{ ...found, inOrder: null }] }).state).toBe('recorded')
    for (const findings of [
      [],
      [found, found],
      [{ ...found, words: ' ' }],
      [{ ...found, matterId: '9.9' }],
    ])
      expect(refusalOf(() => write({ findings }))).toBe('VISIT.FINDINGS findings')
  })

  it('is given to somebody of the firm and comes with a photo or paper', () => {
    expect(refusalOf(() => write({ receivedBy: ' ' }))).toBe('TASK.REASON_REQUIRED receivedBy')
    expect(refusalOf(() => write({ fileIds: [] }))).toBe('TASK.EVIDENCE_MISSING fileIds')
    expect(refusalOf(() => write({}, '2018-06-12', visit()))).toBe('THING.STATE')
  })
})

describe('the firm', () => {
  it('adds its dissent once, before or after it rates', () => {
    const said = addDissent(recorded, 'the pond is new', plant, on('2018-06-13'))
    expect(said.dissent).toEqual({ words: 'the pond is new', on: '2018-06-13' })
    expect(refusalOf(() => addDissent(said, 'again', plant, on('2018-06-13')))).toBe('THING.STATE')
    const rated = rateVisit(recorded, { rating: 'partly', words: null }, plant, on('2018-06-13'))
    expect(addDissent(rated, 'x', plant, on('2018-06-14')).dissent).not.toBeNull()
    expect(refusalOf(() => addDissent(recorded, ' ', plant, on('2018-06-13')))).toBe(
      'TASK.REASON_REQUIRED words',
    )
  })

  it('rates once, and nothing keeps who of the firm did', () => {
    const rated = rateVisit(recorded, { rating: 'improper', words: null }, plant, on('2018-06-13'))
    expect(rated).toMatchObject({ state: 'rated', rating: { rating: 'improper' } })
    expect(JSON.stringify(rated)).not.toContain(plant.personId)
    const again = () => rateVisit(rated, { rating: 'proper', words: null }, plant, on('2018-06-14'))
    expect(refusalOf(again)).toBe('THING.STATE')
  })

  it('knows of no visit before its notice', () => {
    expect(visitSideOf(visit(), plant)).toBeNull()
    expect(visitSideOf(notified, plant)).toBe('firm')
    expect(visitSideOf(notified, actor('enterpriseAgent', { unitId: 'other' }))).toBeNull()
    expect(visitReadersOf(visit(), city)).not.toContain('firm:plant')
    expect(visitReadersOf(notified, city)).toContain('firm:plant')
  })
})

describe('a visit that nobody makes', () => {
  const end = (of: typeof notified, today: string) =>
    endUnmade(of, actor('system'), on(today)).state

  it('ends after its last day; one that was notified may still be written down for 3 working days', () => {
    expect(visitTurnOn(visit(), on('2018-06-04'))).toBe('2018-07-03')
    expect(endsAfter(notified, on('2018-06-04'))).toBe('2018-07-05')
    expect(visitTurnOn(notified, on('2018-06-04'))).toBe('2018-07-06')
    expect(visitTurnOn(recorded, on('2018-06-04'))).toBeNull()
    expect(refusalOf(() => end(visit(), '2018-07-02'))).toBe('THING.STATE')
    expect(end(visit(), '2018-07-03')).toBe('notMade')
    expect(refusalOf(() => end(notified, '2018-07-05'))).toBe('THING.STATE')
    expect(end(notified, '2018-07-06')).toBe('notMade')
    expect(refusalOf(() => end(recorded, '2018-08-01'))).toBe('THING.STATE')
  })

  it('is called off by the body with a reason', () => {
    const off = (reason: string) => cancelVisit(notified, reason, enforcer, on('2018-06-07'))
    expect(off('closed down')).toMatchObject({
      state: 'cancelled',
      calledOff: { reason: 'closed down', on: '2018-06-07' },
    })
    expect(refusalOf(() => off(' '))).toBe('TASK.REASON_REQUIRED reason')
  })

  it('is counted anew once the year is published', () => {
    const until2018 = calendarOf({}, (year) => year <= 2018)
    const late = planVisit(of, { on: '2018-12-20', matters }, desk, {
      ...on('2018-12-17', until2018),
      asking: { task: asked(), body: bureau },
    })
    expect(late).toMatchObject({ lastOn: '2019-01-14', lastProvisional: true })
    const holidays = calendarOf({ holidays: ['2019-01-01'] })
    expect(recountVisit(late, on('2018-12-18', holidays))).toMatchObject({
      lastOn: '2019-01-15',
      lastProvisional: false,
    })
    expect(recountVisit(visit(), on('2018-12-18', holidays))).toEqual(visit())
    const over = { ...late, state: 'cancelled' } as const
    expect(recountVisit(over, on('2018-12-18', holidays))).toBe(over)
  })
})

describe('who reads a visit', () => {
  const made = visit({ state: 'recorded', notice: visitNotice(), record: visitRecord() })

  it('is the body, who asked, the office and 督导 of the region, and no unit that does the work', () => {
    expect(visitSideOf(visit(), enforcer)).toBe('body')
    expect(visitSideOf(visit(), desk)).toBe('asker')
    expect(visitSideOf(visit(), actor('intake', { unitId: 'other' }))).toBeNull()
    expect(visitSideOf(visit(), actor('coordinator'))).toBe('office')
    expect(visitSideOf(visit(), inspector)).toBe('inspector')
    for (const role of ['coordinator', 'inspector'] as const)
      expect(visitSideOf(visit(), actor(role, { regionCode: otherCounty }))).toBeNull()
    for (const unitId of ['lead', 'doer']) expect(visitSideOf(made, staffOf(unitId))).toBeNull()
  })

  it('is the step’s unit once there is something to decide on', () => {
    expect(visitSideOf(visit(), staffOf('acceptor'))).toBeNull()
    expect(visitSideOf(notified, staffOf('acceptor'))).toBeNull()
    for (const state of ['recorded', 'rated', 'notMade'] as const)
      expect(visitSideOf({ ...made, state }, leaderOf('acceptor'))).toBe('step')
  })

  it('lists by a key that the visit has for those who read it, and for no others', () => {
    const who = [
      ...[desk, inspector, enforcer, plant, actor('coordinator'), actor('cityLeader')],
      ...[staffOf('acceptor'), staffOf('lead'), actor('enforcer', { unitId: 'other' })],
      actor('coordinator', { regionCode: county }),
      actor('coordinator', { regionCode: otherCounty }),
    ]
    for (const each of [visit(), notified, made])
      for (const one of who) {
        const key = visitReaderKeyOf(one)
        const listed = key !== null && visitReadersOf(each, city).includes(key)
        expect([each.state, one.role, one.unitId, listed]).toEqual([
          ...[each.state, one.role, one.unitId],
          visitSideOf(each, one) !== null,
        ])
      }
  })

  it('learns that it was rated only as the firm or the office', () => {
    expect((['firm', 'office'] as const).map((side) => stateFor(side, 'rated'))).toEqual([
      'rated',
      'rated',
    ])
    for (const side of ['body', 'asker', 'step', 'inspector'] as const)
      expect(stateFor(side, 'rated')).toBe('recorded')
  })

  it('reads where the body looks at its own work', () => {
    expect(isOwnWork(visit())).toBe(false)
    expect(isOwnWork(visit({ bodyId: 'doer' }))).toBe(true)
  })
})

describe('what is owed on a visit', () => {
  const owed = (of: ReturnType<typeof visit>) =>
    obligationsOfVisit(of, { ...on('2018-06-04'), rootRegion: city }).map(
      ({ kind, dueOn, unitId, roles, title }) => [kind, dueOn, unitId, ...roles, title].join(' '),
    )

  it('is the body’s: the notice by the day wished for, the record by the day of the visit', () => {
    expect(owed(visit())).toEqual(['notifyVisit 2018-06-11 bureau enforcer sewage of the town'])
    expect(owed(notified)).toEqual(['recordVisit 2018-06-12 bureau enforcer sewage of the town'])
    for (const state of ['recorded', 'rated', 'cancelled', 'notMade'] as const)
      expect(owed({ ...recorded, state })).toEqual([])
  })
})

describe('what a step keeps of visits', () => {
  const byStep = (more: Parameters<typeof visit>[0] = {}) => {
    const [asking] = visit().askings
    return visit({ askings: [{ ...asking!, role: 'unitStaff', unitId: 'acceptor' }], ...more })
  }
  const made = { state: 'recorded', notice: visitNotice(), record: visitRecord() } as const
  const reopened = (on: string) =>
    asked({
      cycles: [
        cycle(),
        cycle({
          ordinal: 2,
          rework: { cause: 'reopened', on, reason: 'again', dueOn: on, demands: [] },
        }),
      ],
    })

  it('is the finding of its measure once made or given up, and nothing of what can still be made', () => {
    expect(firmsSeen(asked(), [byStep(made)])).toMatchObject([
      { visitId: 'v1', enterpriseId: 'plant', bodyId: 'bureau', on: visitRecord().on },
    ])
    expect(firmsSeen(asked(), [byStep({ ...made, state: 'rated' })])).toHaveLength(1)
    expect(firmsSeen(asked(), [byStep({ state: 'notMade' })])).toMatchObject([
      { on: null, fileIds: [], findings: [{ measureId: 'm1', inOrder: null, words: '' }] },
    ])
    for (const state of ['planned', 'notified', 'cancelled'] as const)
      expect(firmsSeen(asked(), [byStep({ state })])).toEqual([])
  })

  it('leaves out what intake asked for, what is of no measure or another task, and an earlier cycle', () => {
    expect(firmsSeen(asked(), [visit(made)])).toEqual([])
    const [matter] = visit().matters
    const other = byStep({ ...made, matters: [{ ...matter!, measureId: null }] })
    expect(firmsSeen(asked(), [other])).toEqual([])
    expect(firmsSeen(asked({ id: 'task-2' }), [byStep(made)])).toEqual([])
    expect(firmsSeen(reopened('2018-06-04'), [byStep(made)])).toHaveLength(1)
    expect(firmsSeen(reopened('2018-06-05'), [byStep(made)])).toEqual([])
  })

  it('says that the body looked at its own work by the units as they are now', () => {
    const [own] = firmsSeen(asked({ units: { ...asked().units, responsible: ['bureau'] } }), [
      byStep(made),
    ])
    expect(own?.isOwnWork).toBe(true)
    expect(firmsSeen(asked(), [byStep(made)])[0]?.isOwnWork).toBe(false)
  })

  it('follows the chain and the units of its task, and is left alone where they are the same', () => {
    const chain = [{ level: 'city', unitId: 'another' }] as const
    const now = asked({ acceptanceChain: chain })
    const followed = followVisitedTask(visit(), now)
    expect(followed?.tasks).toMatchObject([{ taskId: 'task-1', stepUnitIds: ['another'] }])
    expect(followed && followVisitedTask(followed, now)).toBeNull()
    expect(followVisitedTask(visit(), asked({ id: 'task-2' }))).toBeNull()
  })
})

describe('a visit of several tasks and offices', () => {
  const other = { ...visit().tasks[0]!, taskId: 'task-2' }

  it('follows the one that was changed', () => {
    const both = visit({ tasks: [other, visit().tasks[0]!] })
    const moved = followVisitedTask(both, asked({ number: '二十八' }))
    expect(moved?.tasks).toEqual([other, expect.objectContaining({ number: '二十八' })])
    const unnamed = asked({ acceptanceChain: [{ level: 'city', unitId: null }] })
    expect(followVisitedTask(both, unnamed)?.tasks[1]?.stepUnitIds).toEqual([])
  })

  it('is expected on the earliest day that somebody wishes for, and no later than the last one', () => {
    const [asking] = visit().askings
    const wishes = (...days: string[]) =>
      dayOf(visit({ askings: days.map((wishedOn) => ({ ...asking!, wishedOn })) }))
    expect(wishes('2018-06-20', '2018-06-12', '2018-06-15')).toBe('2018-06-12')
    expect(wishes()).toBe('2018-07-02')
  })

  it('asks for all that a notice and a record need, also where nothing of it was brought', () => {
    const why = (event: 'notifyVisit' | 'recordVisit', of: typeof notified, given?: object) =>
      whyNotVisit(of, event, enforcer, { ...on('2018-06-12'), ...(given && { given }) })?.code ??
      null
    const day = { on: '2018-06-12', approvalNumber: '1' }
    expect(why('notifyVisit', visit(), day)).toBe('VISIT.OFFICERS')
    expect(why('notifyVisit', visit())).toBeNull()
    expect(why('recordVisit', notified, { on: '2018-06-12' })).toBe('VISIT.FINDINGS')
    const bare = { ...record, fileIds: undefined }
    expect(why('recordVisit', notified, bare)).toBe('TASK.EVIDENCE_MISSING')
    expect(why('recordVisit', notified)).toBeNull()
  })
})
