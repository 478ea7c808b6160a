import { type ProofKind, proofKinds } from '@/domain/proof'
import { recurringDeadline, stagedDeadline } from '@/domain/task/deadline'
import { amendPlan, approvePlan, signShare } from '@/domain/task/assignment-transitions'
import { selfCheck } from '@/domain/task/close-out-transitions'
import { namedPlan, whyNotPlan } from '@/domain/task/plan'
import { lackingOf } from '@/domain/task/part-proof'
import { partsOf } from '@/domain/task/part'
import { recordNoPart, reportDone, undoDone } from '@/domain/task/part-transitions'
import type {
  Measure,
  PlannedMeasure,
  RectificationPlan,
  RectificationTask,
} from '@/domain/task/task'
import { RuleError } from '@/domain/refusal'
import { leaderOf, staffOf } from '../actors'
import { measure, planDueOn, planned, task, taskFacts, withoutProof } from '../builders'
import { on } from '../calendars'
import { refusalOf as refusedBy } from '../refusals'

/** The refusal with its fields; null where it is taken. */
const refusalOf = (work: () => unknown): string | null => {
  let isTaken = false
  const refused = () => {
    work()
    isTaken = true
    throw new RuleError('THING.STATE')
  }
  const refusal = refusedBy(refused)
  return isTaken ? null : refusal
}

const today = '2018-11-05'
const days = on(today)

const planWith = (more: Partial<PlannedMeasure>): RectificationPlan => {
  const plan = planDueOn('2018-12-01')
  return { ...plan, measures: plan.measures.map((each) => ({ ...each, ...more })) }
}
/** Both units owe m1; the plan of `doer` says what will prove it, that of `lead` is of before it was asked. */
const underway = (plan: Partial<PlannedMeasure>, change: Partial<Measure> = {}) =>
  task({
    state: 'inProgress',
    measures: [measure(change)],
    assignments: [planned('lead'), { ...planned('doer'), plan: planWith(plan) }],
  })

const shown = {
  photo: { photoIds: ['p'] },
  file: { fileIds: ['f'] },
  paperNumber: { paperNumber: '7' },
} satisfies Record<ProofKind, object>
const bare = { on: today, words: 'done', photoIds: [], fileIds: [], paperNumber: null }
const said = (kinds: readonly ProofKind[]) =>
  Object.assign({ ...bare }, ...kinds.map((kind) => shown[kind])) as typeof bare
const say = (
  of: RectificationTask,
  kinds: readonly ProofKind[],
  id = 'measure.m1.doer',
  unitId = 'doer',
) => reportDone(of, id, said(kinds), staffOf(unitId), days)

const subsets = proofKinds.reduce<ProofKind[][]>(
  (all, kind) => [...all, ...all.map((each) => [...each, kind])],
  [[]],
)
const codes = {
  photo: 'TASK.PROOF_PHOTO',
  file: 'TASK.PROOF_FILE',
  paperNumber: 'TASK.PROOF_NUMBER',
} satisfies Record<ProofKind, string>
const fields = { photo: 'photoIds', file: 'fileIds', paperNumber: 'paperNumber' } as const

describe('what will prove a measure', () => {
  it('is named by a new plan, at least one kind for each measure, once each in one order', () => {
    const why = (proof: ProofKind[] | undefined) => {
      const plan = withoutProof(planDueOn('2018-12-01'))
      const measures = plan.measures.map((each) => ({ ...each, ...(proof && { proof }) }))
      return whyNotPlan(task(), 'doer', { ...plan, measures }, today)
    }
    expect(why(['file'])).toBeNull()
    for (const none of [undefined, []])
      expect(why(none)).toEqual({
        code: 'TASK.PLAN_INCOMPLETE',
        fields: ['plan.measures.0.proof'],
      })
    const named = namedPlan(planWith({ proof: ['paperNumber', 'photo', 'paperNumber'] }))
    expect(named.measures[0]!.proof).toEqual(['photo', 'paperNumber'])
  })

  it('is shown whole with the word that it is done: what is missing is named', () => {
    for (const named of subsets)
      for (const brought of subsets) {
        const lacking = named.filter((kind) => !brought.includes(kind))
        const refused = refusalOf(() => say(underway({ proof: named }), brought))
        if (brought.length === 0 && named.length === 0)
          expect(refused).toBe('TASK.EVIDENCE_MISSING photoIds fileIds paperNumber')
        else
          expect(refused).toBe(
            lacking.length === 0
              ? null
              : [codes[lacking[0]!], ...lacking.map((kind) => fields[kind])].join(' '),
          )
      }
    const blank = { ...bare, paperNumber: ' ' }
    const report = () =>
      reportDone(
        underway({ proof: ['paperNumber'] }),
        'measure.m1.doer',
        blank,
        staffOf('doer'),
        days,
      )
    expect(refusalOf(report)).toBe('TASK.PROOF_NUMBER paperNumber')
  })

  it('binds who planned it so: another unit’s share, and a plan of before it was asked, take any one', () => {
    const of = underway({ proof: ['photo', 'file'] })
    for (const kind of proofKinds)
      expect(refusalOf(() => say(of, [kind], 'measure.m1.lead', 'lead'))).toBeNull()
    const waiting = {
      ...of,
      state: 'assigned' as const,
      assignments: of.assignments.map((share) => ({ ...share, state: 'planSubmitted' as const })),
    }
    expect(partsOf(waiting).every(({ proof }) => proof === undefined)).toBe(true)
  })

  it('holds each site and each time that stands for the measure', () => {
    const proof = ['photo'] as const
    const site = { id: 'a', name: 'a', place: 'east', unitId: 'doer' }
    const sites = underway({ proof }, { sites: [site] })
    expect(refusalOf(() => say(sites, ['file'], 'site.m1.a'))).toBe('TASK.PROOF_PHOTO photoIds')
    expect(refusalOf(() => say(sites, ['photo'], 'site.m1.a'))).toBeNull()
    const deadline = recurringDeadline('每季度巡查一次', '2018-12-31')
    const time = 'occurrence.m1.doer.2018-12-31'
    const duty = underway({ proof }, { deadline })
    expect(refusalOf(() => say(duty, ['file'], time))).toBe('TASK.PROOF_PHOTO photoIds')
    expect(refusalOf(() => say(duty, ['photo'], time))).toBeNull()
  })

  it('leaves a milestone, a stage and what is no task of the unit with any one, or none', () => {
    const proof = ['photo'] as const
    const milestones = [{ id: '1', text: 'dig', dueOn: '2018-11-30', weight: 100 }]
    const steps = underway({ proof, milestones })
    expect(refusalOf(() => say(steps, ['file'], 'milestone.m1.doer.1'))).toBeNull()
    const staged = stagedDeadline('分两步', [
      { on: '2018-11-30', result: 'half' },
      { on: '2018-12-31', result: 'all' },
    ])
    const stages = underway({ proof }, { deadline: staged })
    expect(refusalOf(() => say(stages, ['file'], 'stage.m1.doer.0'))).toBeNull()
    const why = { reason: 'not here' }
    const none = recordNoPart(underway({ proof }), 'measure.m1.doer', why, leaderOf('lead'), days)
    const part = partsOf(none).find(({ id }) => id === 'measure.m1.doer')!
    expect(lackingOf(none, part)).toEqual([])
  })
})

describe('an amended plan that names more', () => {
  const proven = () => {
    const one = say(underway({ proof: ['photo'] }), ['photo'])
    return say(one, ['photo'], 'measure.m1.lead', 'lead')
  }
  const amended = (of: RectificationTask, proof: ProofKind[], proofWords?: string) => {
    const plan = planWith({ proof, ...(proofWords !== undefined && { proofWords }) })
    const asked = amendPlan(of, { plan, reason: 'asked for' }, staffOf('doer'), days)
    return approvePlan(asked, { unitId: 'doer' }, leaderOf('lead'), days)
  }
  const lacking = (of: RectificationTask) =>
    partsOf(of).map((part) => [part.id, lackingOf(of, part)])
  const sign = (of: RectificationTask) =>
    signShare(of, { signOffNumber: null }, leaderOf('doer'), days)
  const words = 'x'
  const check = (of: RectificationTask) =>
    selfCheck(
      of,
      {
        standards: {
          ...{ measuresDone: words, violationsPunished: words, normsMet: words },
          ...{ likeProblemsDone: words, treatedAtSource: words },
        },
        signOffNumber: null,
        noticeFirst: false,
      },
      leaderOf('lead'),
      taskFacts(days),
    )

  it('is another plan by its proof alone, in kinds or in words', () => {
    expect(refusalOf(() => amended(proven(), ['photo']))).toBe('TASK.NOTHING_AMENDED')
    expect(refusalOf(() => amended(proven(), ['photo'], 'before and after'))).toBeNull()
    expect(refusalOf(() => amended(proven(), ['paperNumber']))).toBeNull()
  })

  it('leaves done what was said done, and holds signature and self-check till it is shown', () => {
    const before = proven()
    expect(refusalOf(() => check(sign(before)))).toBeNull()
    const after = amended(before, ['photo', 'paperNumber'])
    expect(after.measures[0]!.doneOn).toBe(today)
    expect(lacking(after)).toEqual([
      ['measure.m1.lead', []],
      ['measure.m1.doer', ['paperNumber']],
    ])
    expect(refusalOf(() => sign(after))).toBe('TASK.PROOF_NUMBER')
    const signature = { on: today, byId: 'leader-doer', signOffNumber: null }
    const signed = {
      ...after,
      assignments: after.assignments.map((share) =>
        share.unitId === 'doer' ? { ...share, signature } : share,
      ),
    }
    expect(refusalOf(() => check(signed))).toBe('TASK.PROOF_NUMBER')
    const open = undoDone(after, 'measure.m1.doer', { reason: 'more' }, staffOf('doer'), days)
    const whole = say(open, ['photo', 'paperNumber'])
    expect(lacking(whole).flatMap(([, kinds]) => kinds)).toEqual([])
    expect(refusalOf(() => check(sign(whole)))).toBeNull()
  })

  it('that names less asks for less', () => {
    expect(refusalOf(() => check(sign(amended(proven(), ['photo'], 'any photo'))))).toBeNull()
  })
})

it('of what comes again and again the self-check rests on the first time only', () => {
  const deadline = recurringDeadline('每季度巡查一次', '2018-09-30')
  const first = say(
    underway({ proof: ['photo'] }, { deadline }),
    ['photo'],
    'occurrence.m1.doer.2018-09-30',
  )
  const later = {
    ...first,
    assignments: first.assignments.map((share) =>
      share.unitId === 'doer' ? { ...share, plan: planWith({ proof: ['file'] }) } : share,
    ),
  }
  const lacks = (of: RectificationTask) =>
    partsOf(of)
      .filter(({ unitId }) => unitId === 'doer')
      .map((part) => lackingOf(of, part))
  expect(lacks(later)[0]).toEqual(['file'])
  const report = first.done[0]!
  const second = { ...report, partId: 'occurrence.m1.doer.2018-12-31', photoIds: [] }
  const rolled = {
    ...later,
    measures: [measure({ deadline: { ...deadline, past: ['2018-09-30'], nextOn: '2018-12-31' } })],
    done: [{ ...report, fileIds: ['f'] }, second],
  }
  expect(lacks(rolled)).toEqual([[], []])
})
