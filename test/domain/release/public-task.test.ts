import {
  hasSameText,
  onlyReleased,
  publicDueOf,
  publicDueOfMeasure,
  publicFactsOf,
  type PublicNames,
  publicTextOf,
} from '@/domain/release/public-task'
import { releasableTaskFields, type ReleasableTaskField } from '@/domain/release/release'
import { noUnits } from '@/domain/organization/unit'
import type { Asking } from '@/domain/task/asking'
import { fixedDeadline, longTermDeadline } from '@/domain/task/deadline'
import { taskStates, type RectificationTask } from '@/domain/task/task'
import { noFacts } from '@/domain/task/kept-facts'
import {
  assignment,
  checker,
  cycle,
  doneReport,
  measure,
  planned,
  recheck,
  task,
  verification,
} from '../builders'
import { county, village } from '../actors'

const names: PublicNames = {
  unit: (id) => ({ name: `unit ${id}`, phone: id === 'lead' ? '0668-1' : null }),
  region: (code) => `place ${code}`,
}
const textOf = (more: Partial<RectificationTask> = {}) => publicTextOf(task(more), names)
const factsOf = (more: Partial<RectificationTask> = {}, asking: typeof noFacts.asking = null) =>
  publicFactsOf({ ...task(more), asking }, {}, null)

describe('the text that becomes public', () => {
  it('names who answers, with the telephone of a unit and no person', () => {
    expect(textOf()).toMatchObject({
      number: '二十七',
      unitName: 'unit lead',
      units: [
        { role: 'lead', name: 'unit lead', phone: '0668-1' },
        { role: 'responsible', name: 'unit doer', phone: null },
        { role: 'supporting', name: 'unit helper', phone: null },
      ],
      dueOn: '2018-12-31',
      dueText: '2018年12月底前',
      regions: [{ code: county, name: `place ${county}` }],
      villages: [],
      result: null,
    })
    expect(textOf({ units: noUnits }).unitName).toBe('')
  })

  it('gives a measure its own day and units, else the whole’s day', () => {
    const own = measure({
      id: 'm2',
      units: { ...noUnits, responsible: ['doer'] },
      deadline: fixedDeadline('6月底前', '2018-06-30'),
    })
    expect(textOf({ measures: [measure(), own] }).measures).toEqual([
      expect.objectContaining({ dueOn: '2018-12-31', dueText: '', unitNames: [] }),
      expect.objectContaining({
        dueOn: '2018-06-30',
        dueText: '6月底前',
        unitNames: ['unit doer'],
      }),
    ])
  })

  it('has a result once everybody has checked it: what was done, and how many looked', () => {
    const done = {
      completedOn: '2018-06-02',
      measures: [measure({ doneOn: '2018-06-01' }), measure({ id: 'm2' })],
      assignments: [planned('doer')],
      done: [doneReport('m1', 'doer', { words: 'the sewer is built' })],
    }
    const steps = [
      verification([checker('a'), checker('b')]),
      verification([checker('c'), checker('d')], { level: 'city', unitId: 'upper-acceptor' }),
    ]
    const request = { on: '2018-06-03', byId: 'lead-1', reportNumber: '1' }
    const after = (checks: typeof steps) =>
      textOf({ ...done, state: 'verifying', cycles: [cycle({ request, checks })] }).result
    expect(after(steps.slice(0, 1))).toBeNull()
    expect(after(steps)).toMatchObject({
      completedOn: '2018-06-02',
      done: [{ measureId: 'm1', on: '2018-06-01' }],
      checks: [
        { level: 'county', unitName: 'unit acceptor', checkers: 2 },
        { level: 'city', unitName: 'unit upper-acceptor', checkers: 2 },
      ],
    })
    // A notice before the request shows what was done, and nobody who has checked it.
    const before = textOf({ ...done, cycles: [cycle({ preNoticeAsked: true })] })
    expect(before.result).toMatchObject({ completedOn: '2018-06-02', checks: [] })
  })

  it('is another one when what is shown changes, and the same when something else does', () => {
    const before = task()
    expect(hasSameText(before, { ...before, assignments: [assignment('doer')] })).toBe(true)
    expect(hasSameText(before, { ...before, goals: ['clean water'] })).toBe(false)
    expect(hasSameText(before, { ...before, villageCodes: [village] })).toBe(false)
  })

  /** What is left of the text when this field was kept back. */
  const blanked: Readonly<Record<ReleasableTaskField, object>> = {
    title: { title: '' },
    problem: { problem: '' },
    category: { category: 'other' },
    goals: { goals: [] },
    measures: { measures: [] },
    units: { units: [], unitName: '' },
    deadline: { dueOn: null, dueText: '' },
    regions: { regions: [] },
    villages: { villages: [] },
    result: { result: null },
    photos: {},
  }

  it.each(releasableTaskFields)('hides %s where it was not released, and nothing else', (field) => {
    const whole = textOf({ villageCodes: [village] })
    const released = releasableTaskFields.filter((each) => each !== field)
    const shown = onlyReleased(whole, releasableTaskFields, released)
    expect(shown).toMatchObject(blanked[field])
    const touched = Object.keys(blanked[field])
    const alsoInMeasures = field === 'units' || field === 'deadline'
    for (const [key, value] of Object.entries(whole))
      if (!touched.includes(key) && !(key === 'measures' && alsoInMeasures))
        expect([key, shown[key as keyof typeof shown]]).toEqual([key, value])
    if (field === 'units') expect(shown.measures.map(({ unitNames }) => unitNames)).toEqual([[]])
    if (field === 'deadline') expect(shown.measures.map(({ dueOn }) => dueOn)).toEqual([null])
  })
})

/** A course whose whole was signed on that day. */
const signedOff = (on: string) => [
  cycle({
    selfCheck: { on, words: {} as never, byId: 'leader', signOffNumber: null },
  }),
]

describe('the facts beside the text', () => {
  const asked: Asking = {
    id: 'asking-1',
    dueOn: '2018-06-19',
    villageCodes: [village],
    heardCodes: [],
    isAnswered: false,
  }
  const done = {
    measures: [measure({ doneOn: '2018-06-01' })],
    completedOn: '2018-06-01',
    cycles: signedOff('2018-06-02'),
  }
  const published = ['preNotice', 'underNotice', 'awaitingApproval', 'reportedUp', 'closed']

  it.each(taskStates)(
    'of a task that is %s say what was done only once it was published',
    (state) => {
      const facts = factsOf({ ...done, state })
      const isPublished = published.includes(state)
      expect(facts.doneOn).toEqual(isPublished ? { m1: '2018-06-01' } : {})
      expect(facts.history.find(({ event }) => event === 'selfCheck')).toEqual({
        event: 'selfCheck',
        on: isPublished ? '2018-06-02' : null,
        done: isPublished,
      })
    },
  )

  it('say that it was signed for when every unit has, on the last of the days', () => {
    const signed = (...days: (string | null)[]) =>
      factsOf({
        assignments: days.map((signedOn, place) => assignment(`u${place}`, { signedOn })),
      }).history.find(({ event }) => event === 'signFor')?.on
    expect(signed()).toBeNull()
    expect(signed('2018-06-05')).toBe('2018-06-05')
    expect(signed('2018-06-05', null)).toBeNull()
    expect(signed('2018-06-05', '2018-06-07')).toBe('2018-06-07')
  })

  it('give the decision of a closed task and of no other', () => {
    const decided = { cycles: [cycle({ approval: { on: '2018-07-01', decisionNumber: '7' } })] }
    expect(factsOf({ ...decided, state: 'closed' }).decisionNumber).toBe('7')
    expect(factsOf({ ...decided, state: 'reportedUp' }).decisionNumber).toBeNull()
    expect(factsOf({ state: 'closed' }).decisionNumber).toBeNull()
  })

  it('say that the villages were answered once that is published, and not before', () => {
    const asking = { ...asked, isAnswered: true }
    expect(factsOf({ state: 'underNotice' }, asking).opinionsAnswered).toBe(true)
    expect(factsOf({ state: 'underNotice' }, asked).opinionsAnswered).toBe(false)
    expect(factsOf({ state: 'underNotice' }).opinionsAnswered).toBe(false)
    expect(factsOf({ state: 'verifying' }, asking).opinionsAnswered).toBe(false)
  })

  it('say of each look back whether it lasted, in no words', () => {
    const rechecks = [recheck('2018-09-01', false), recheck('2018-10-01', true)]
    expect(factsOf({ state: 'closed', cycles: [cycle({ rechecks })] }).rechecks).toEqual([
      { on: '2018-09-01', relapsed: false },
      { on: '2018-10-01', relapsed: true },
    ])
  })

  it.each([
    // Before its notice is out nothing of the course is public that the office has not said.
    ['inProgress', { assign: '2018-06-04', startRectifying: '2018-06-08' }],
    [
      'underNotice',
      {
        assign: '2018-06-04',
        startRectifying: '2018-06-08',
        selfCheck: '2018-09-01',
        requestCloseOut: '2018-09-05',
        publishNotice: '2018-09-10',
      },
    ],
    [
      'closed',
      {
        assign: '2018-06-04',
        startRectifying: '2018-06-08',
        selfCheck: '2018-09-01',
        requestCloseOut: '2018-09-05',
        publishNotice: '2018-09-10',
        approveCloseOut: '2018-09-30',
      },
    ],
  ] as const)('say of a task in the state %s on which day it came so far', (state, days) => {
    const reached = {
      inProgress: '2018-06-08',
      verifying: '2018-09-05',
      underNotice: '2018-09-10',
      closed: '2018-09-30',
    }
    const cycles = signedOff('2018-09-01')
    const of = task({ state, assignments: [assignment('doer')], completedOn: '2018-08-20', cycles })
    const { history } = publicFactsOf({ ...of, asking: null }, reached, null)
    const said = history.filter(({ done }) => done).map(({ event, on }) => [event, on])
    expect(Object.fromEntries(said)).toEqual(days)
    const unknown = publicFactsOf({ ...of, assignments: [], asking: null }, {}, null).history
    const kept = unknown.filter(({ event }) => event !== 'selfCheck')
    expect(kept.map(({ on }) => on)).toEqual(kept.map(() => null))
  })

  it('count the sites of a measure that is done', () => {
    const sites = [
      { id: 's1' },
      { id: 's2' },
    ] as unknown as RectificationTask['measures'][0]['sites']
    const of = (doneOn: string | null) =>
      factsOf({ state: 'closed', measures: [measure({ sites, doneOn })] }).sitesDone
    expect(of('2018-06-01')).toEqual({ m1: 2 })
    expect(of(null)).toBeUndefined()
    const one = measure({ sites: sites.slice(0, 1), doneOn: '2018-06-01' })
    const none = measure({ id: 'm2', doneOn: '2018-06-01' })
    expect(factsOf({ state: 'closed', measures: [one, none] }).sitesDone).toEqual({ m1: 1 })
    expect(factsOf({ state: 'closed', measures: [none] })).not.toHaveProperty('sitesDone')
  })
})

describe('a day as residents read it', () => {
  const text = textOf()
  const [first] = text.measures
  const facts = factsOf()
  const moved = { from: '2018-12-31', to: '2019-03-31' }

  it('is the released one, or the one it was moved to with the first beside it', () => {
    expect(publicDueOf({ text, facts })).toEqual({
      dueOn: '2018-12-31',
      dueProvisional: false,
      printedOn: null,
      reopened: false,
    })
    const granted = { ...facts, moved: { whole: moved, measures: {} } }
    expect(publicDueOf({ text, facts: granted })).toMatchObject({
      dueOn: '2019-03-31',
      printedOn: '2018-12-31',
      reopened: false,
    })
    const reopened = {
      ...facts,
      moved: { whole: { ...moved, reopened: true as const }, measures: {} },
    }
    expect(publicDueOf({ text, facts: reopened }).reopened).toBe(true)
  })

  it('stays hidden where the deadline was not released, whatever moved it', () => {
    const hidden = { ...text, dueOn: null }
    const later = {
      ...facts,
      moved: { whole: moved, measures: {} },
      nextTimes: { whole: '2020-12-31', measures: {} },
    }
    expect(publicDueOf({ text: hidden, facts: later }).dueOn).toBeNull()
  })

  it('of a measure is what was agreed with the firm, else the next time, else what it was moved to', () => {
    const agreed = { ...facts, agreedOn: { m1: '2018-10-01' } }
    expect(publicDueOfMeasure({ facts: agreed }, first!).dueOn).toBe('2018-10-01')
    expect(publicDueOfMeasure({ facts: agreed }, { ...first!, dueOn: null }).dueOn).toBeNull()
    const next = { ...facts, nextTimes: { whole: null, measures: { m1: '2019-12-31' } } }
    expect(publicDueOfMeasure({ facts: next }, first!).dueOn).toBe('2019-12-31')
    const put = { ...facts, moved: { whole: null, measures: { m1: moved } } }
    expect(publicDueOfMeasure({ facts: put }, first!)).toMatchObject({ printedOn: '2018-12-31' })
    expect(publicDueOfMeasure({ facts }, first!).dueOn).toBe('2018-12-31')
  })
})

describe('what comes again, was moved, or was said in the villages', () => {
  const past = ['2018-09-30']
  const yearly = { ...longTermDeadline('长期坚持', '2019-12-31'), past }

  it('is told with its next time once a first one is over', () => {
    const own = measure({ id: 'm2', deadline: yearly })
    expect(factsOf({ measures: [measure(), own] }).nextTimes).toEqual({
      whole: null,
      measures: { m2: '2019-12-31' },
    })
    expect(factsOf({ deadline: yearly }).nextTimes).toEqual({ whole: '2019-12-31', measures: {} })
    const first = measure({ deadline: { ...yearly, past: [] } })
    expect(factsOf({ measures: [first] })).not.toHaveProperty('nextTimes')
  })

  it('is told of the measure that was moved, and of no other', () => {
    const put = { ...fixedDeadline('6月底前', '2018-06-30'), extendedTo: '2018-09-30' }
    const { moved } = factsOf({ measures: [measure({ id: 'm2', deadline: put }), measure()] })
    expect(Object.keys(moved?.measures ?? {})).toEqual(['m2'])
  })

  it('stands in the notice as its summary was released, beside a check that no unit made', () => {
    const villagesSaid = { words: 'content', counts: null }
    const checks = [verification([checker('a'), checker('b')], { level: 'province', unitId: null })]
    const { result } = textOf({
      state: 'underNotice',
      completedOn: '2018-06-02',
      acceptanceChain: [{ level: 'province', unitId: null }],
      cycles: [
        cycle({
          request: { on: '2018-06-03', byId: 'a', reportNumber: '1' },
          checks,
          villagesSaid,
        }),
      ],
    })
    expect(result).toMatchObject({
      checks: [{ level: 'province', unitName: '', checkers: 2 }],
      villages: villagesSaid,
    })
  })
})
