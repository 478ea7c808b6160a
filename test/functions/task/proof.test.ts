import type { ActionInput } from '@/contract/actions'
import { buildOrganization, type Organization } from '../../support/organization'
import { startApp, type TestApp } from '../../support/app'
import { plainPng } from '../feedback/pictures'
import { casesIn, standardWords } from './close-out'
import { actingAs, assignment, draftTask, type Ledger, openLedger, plan } from './ledger'
import { uploadsIn } from './uploads'

/** 以什么证明: named by the plan, shown with the word that it is done, held by signature and self-check. */

let app: TestApp
let as: ReturnType<typeof actingAs>
let ledger: Ledger
let cases: ReturnType<typeof casesIn>

beforeAll(async () => {
  app = await startApp()
  const organization: Organization = await buildOrganization(app)
  as = actingAs(app, organization)
  ledger = openLedger(app)
  cases = casesIn(as, ledger)
})
afterAll(() => app.close())

type Plan = ActionInput<'task.submitPlan'>['plan']
type Proof = NonNullable<Plan['measures'][number]['proof']>

const said = { on: '2019-11-18', words: '截污管已接通' }
const number = { paperNumber: '茂建函〔2019〕1号' }
const photo = async (taskId: string) => {
  const { upload } = uploadsIn(app, as)
  return { photoIds: [await upload('housingStaff', taskId, plainPng, '整改后.png')] }
}
const planOf = (proof: Proof) => plan(['m1', 'm2'], '2020-06-30', proof)
const withWords = (proof: Proof, proofWords: string): Plan => {
  const { measures, ...rest } = planOf(proof)
  return { ...rest, measures: measures.map((each) => ({ ...each, proofWords })) }
}
/** Signed for by the housing bureau, nothing planned. */
const signed = async (taskId: string) => {
  await ledger.draft(draftTask(taskId))
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
  await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
  return taskId
}
const approved = async (taskId: string, given: Plan) => {
  await signed(taskId)
  await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: given })
  await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  return taskId
}
const get = (taskId: string) => as.ok('housingStaff', 'task.get', { taskId })
const partOf = async (taskId: string, id = 'measure.m1.housing') =>
  (await get(taskId)).parts.find((part) => part.id === id)!
const done = (taskId: string, proof: object) => ({
  ...{ taskId, partId: 'measure.m1.housing', ...said, paperNumber: null },
  ...proof,
})
const refused = (taskId: string, proof: object) =>
  as.refusal('housingStaff', 'task.reportDone', done(taskId, proof))

describe('a plan', () => {
  it('without what will prove each measure is refused, and nothing of it is kept', async () => {
    const taskId = await signed('proof-bad')
    const whole = planOf(['photo'])
    const withProof = (proof: unknown, more: object = {}) => ({
      taskId,
      plan: {
        ...whole,
        measures: whole.measures.map(({ proof: _, ...each }) => ({
          ...each,
          ...(proof !== undefined && { proof }),
          ...more,
        })),
      } as Plan,
    })
    const why = (input: ActionInput<'task.submitPlan'>) =>
      as.refusal('housingStaff', 'task.submitPlan', input)
    expect(await why(withProof([]))).toBe('TASK.PLAN_INCOMPLETE')
    expect(await why(withProof(undefined))).toBe('TASK.PLAN_INCOMPLETE')
    const second = {
      ...whole,
      measures: [whole.measures[0]!, { ...whole.measures[1]!, proof: [] }],
    }
    expect(await why({ taskId, plan: second })).toBe('TASK.PLAN_INCOMPLETE')
    for (const odd of [['video'], ['photo', null], 'photo', null, {}, Array(4).fill('photo')])
      expect(await why(withProof(odd))).toBe('INPUT.INVALID')
    for (const words of ['', ' ', '证'.repeat(101), 7])
      expect(await why(withProof(['photo'], { proofWords: words }))).toBe('INPUT.INVALID')
    const { assignments, history } = await get(taskId)
    expect(assignments[0]).toMatchObject({ state: 'signedFor', plan: null })
    expect(history.map(({ event }) => event)).not.toContain('submitPlan')
    await as.ok(
      'housingStaff',
      'task.submitPlan',
      withProof(['photo'], { proofWords: '证'.repeat(100) }),
    )
  })

  it('says it to who approves it, each kind once and in one order, and binds once it is approved', async () => {
    const taskId = await signed('proof-shown')
    const given = withWords(['paperNumber', 'photo', 'photo'], '验收意见、前后对比照片')
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: given })
    const { assignments, parts } = await as.ok('coordinator', 'task.get', { taskId })
    expect(assignments[0]!.plan!.measures[0]).toMatchObject({
      proof: ['photo', 'paperNumber'],
      proofWords: '验收意见、前后对比照片',
    })
    expect(parts[0]).toMatchObject({ proof: [], proofWords: null, lacking: [] })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    expect(await partOf(taskId)).toMatchObject({
      ...{ proof: ['photo', 'paperNumber'], lacking: [] },
      proofWords: '验收意见、前后对比照片',
    })
  })
})

describe('a measure said done', () => {
  it('shows all that the plan names: what is missing is refused by its name, and nothing is kept', async () => {
    const taskId = await approved('proof-missing', planOf(['photo', 'paperNumber']))
    const seen = await photo(taskId)
    expect(await refused(taskId, {})).toBe('TASK.PROOF_PHOTO')
    expect(await refused(taskId, number)).toBe('TASK.PROOF_PHOTO')
    expect(await refused(taskId, seen)).toBe('TASK.PROOF_NUMBER')
    // A photo of before the work proves nothing of it.
    const before = { beforeIds: seen.photoIds, ...number }
    expect(await refused(taskId, before)).toBe('TASK.PROOF_PHOTO')
    expect(await partOf(taskId)).toMatchObject({ doneOn: null, report: null })
    const { items } = await as.ok('coordinator', 'task.listEvidence', {
      ...{ taskId, partId: 'measure.m1.housing' },
    })
    expect(items).toEqual([])
    await as.ok('housingStaff', 'task.reportDone', done(taskId, { ...seen, ...number }))
    expect(await partOf(taskId)).toMatchObject({ doneOn: '2019-11-18', lacking: [] })
  })

  it('by a plan of before it was asked takes any one, and none is still refused', async () => {
    const taskId = await approved('proof-earlier', planOf(['photo', 'file', 'paperNumber']))
    const doc = (await ledger.database.get('tasks', taskId))!
    const assignments = (doc['assignments'] as { plan: Plan }[]).map((share) => ({
      ...share,
      plan: {
        ...share.plan,
        measures: share.plan.measures.map(({ proof: _, ...each }) => each),
      },
    }))
    await ledger.database.update('tasks', taskId, { assignments })
    const task = await get(taskId)
    expect(task.assignments[0]!.plan!.measures[0]!.proof).toBeUndefined()
    expect(task.parts[0]).toMatchObject({ proof: [], lacking: [] })
    expect(await refused(taskId, {})).toBe('TASK.EVIDENCE_MISSING')
    await as.ok('housingStaff', 'task.reportDone', done(taskId, number))
    expect((await partOf(taskId)).doneOn).toBe('2019-11-18')
    // Amended it names a proof as every new plan.
    const amend = (given: Plan) => ({ taskId, plan: given, reason: '写明证明' })
    const none = plan(['m1', 'm2'], '2020-06-29', [])
    expect(await as.refusal('housingStaff', 'task.amendPlan', amend(none))).toBe(
      'TASK.PLAN_INCOMPLETE',
    )
    await as.ok('housingStaff', 'task.amendPlan', amend(planOf(['paperNumber'])))
  })
})

describe('an amended plan', () => {
  it('leaves done what was said done, and holds signature and self-check till what it names is there', async () => {
    const taskId = await cases.doneByTwo('proof-amended')
    await as.ok('housingLeader', 'task.signShare', { taskId, signOffNumber: null })
    const missing = async () =>
      (await as.ok('waterStaff', 'task.get', { taskId })).closeOut?.missing
    expect(await missing()).toEqual([])
    const reason = '验收要看照片'
    const more = { taskId, plan: planOf(['photo', 'paperNumber']), reason }
    await as.ok('housingStaff', 'task.amendPlan', more)
    // The plan that stands binds until the new one is approved.
    expect(await missing()).toEqual([])
    await as.ok('waterStaff', 'task.approvePlan', { taskId, unitId: 'housing' })

    expect(await partOf(taskId)).toMatchObject({
      ...{ doneOn: '2019-11-18', proof: ['photo', 'paperNumber'], lacking: ['photo'] },
    })
    const { assignments } = await get(taskId)
    const share = assignments.find(({ unit }) => unit.id === 'housing')!
    expect(share).toMatchObject({ signature: { on: null, lapsed: true } })
    expect(share.events).not.toContain('signShare')
    expect(
      await as.refusal('housingLeader', 'task.signShare', { taskId, signOffNumber: null }),
    ).toBe('TASK.PROOF_PHOTO')
    expect(await missing()).toEqual([{ event: 'selfCheck', code: 'TASK.PROOF_PHOTO' }])
    const whole = { taskId, standards: standardWords, signOffNumber: '茂水〔2019〕7号' }
    expect(await as.refusal('waterStaff', 'task.selfCheck', whole)).toBe('TASK.PROOF_PHOTO')

    const { parts } = await get(taskId)
    const seen = await photo(taskId)
    for (const { id: partId, lacking } of parts)
      if (lacking.length > 0) {
        await as.ok('housingStaff', 'task.undoDone', { taskId, partId, reason })
        const again = { ...done(taskId, { ...number, ...seen }), partId }
        await as.ok('housingStaff', 'task.reportDone', again)
      }
    await as.ok('housingLeader', 'task.signShare', { taskId, signOffNumber: null })
    await as.ok('waterStaff', 'task.selfCheck', whole)
  })
})
