import type { ActionInput } from '@/contract/actions'
import { fireTimer } from '../feedback/desk'
import { dump } from '../feedback/dump'
import { type TestApp, startApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { talksIn } from './talks'

/** A visit to the farm, from the asking to the firm's word. It begins on Monday 18 November 2019. */

let app: TestApp
let people: Organization
let talks: ReturnType<typeof talksIn>
beforeAll(async () => {
  app = await startApp({ startAt: '2019-11-18T09:00:00+08:00' })
  people = await buildOrganization(app)
  talks = talksIn(app, people)
})
afterAll(() => app.close())

const on = (day: string) => app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))

const asking = (
  taskId: string,
  more: Partial<ActionInput<'enterprise.askVisit'>> = {},
): ActionInput<'enterprise.askVisit'> => ({
  ...{ taskId, enterpriseId: 'farm', bodyId: 'bureau', on: '2019-11-25' },
  matters: [{ words: '收集池有没有渗漏', measureId: 'm1' }],
  ...more,
})
const notice = {
  ...{ approvalNumber: '茂环检批〔2019〕3号', kind: 'singleCase' as const, on: '2019-11-22' },
  officers: [
    { name: '林某', certificate: '粤K0126' },
    { name: '郑某', certificate: '粤K0158' },
  ],
}

const seen = (who: keyof Organization, visitId: string) =>
  talks.ok(who, 'enterprise.getVisit', { visitId })

const paper = async (visitId: string): Promise<string> => {
  const bytes = Buffer.from('%PDF-1.4 record')
  const announced = { visitId, fileName: '记录.pdf', size: bytes.length }
  const { target } = await talks.ok('enforcer', 'enterprise.prepareVisitUpload', announced)
  await app.put(target, bytes)
  return target.fileId
}

const record = async (visitId: string, day: string) => {
  const { matters } = await seen('enforcer', visitId)
  return {
    ...{ visitId, on: day, receivedBy: '厂长', fileIds: [await paper(visitId)] },
    findings: matters.map(({ id }) => ({ matterId: id, inOrder: true, words: '四周干燥' })),
  }
}

test('a visit is asked for by two offices and made once; the firm never reads by whom', async () => {
  const first = await talks.taskFor('task-visit-1')
  const second = await talks.taskFor('task-visit-2')
  const { id: visitId, state } = await talks.ok('intake', 'enterprise.askVisit', asking(first))
  expect(state).toBe('planned')
  expect(await talks.refusal('enterprise', 'enterprise.getVisit', { visitId })).toBe(
    'THING.NOT_FOUND',
  )
  expect((await talks.ok('enterprise', 'enterprise.listVisits', {})).items).toEqual([])
  const joined = await talks.ok(
    'inspector',
    'enterprise.askVisit',
    asking(second, { matters: [{ words: '排口封好没有', measureId: null }] }),
  )
  expect(joined.id).toBe(visitId)

  const todo = await talks.ok('enforcer', 'notifier.listTodo', {})
  expect(JSON.stringify(todo)).toContain('notifyVisit')
  await talks.ok('enforcer', 'enterprise.notifyVisit', { visitId, ...notice })
  const firm = await seen('enterprise', visitId)
  expect(firm.matters.map(({ words, isOwn }) => [words, isOwn])).toEqual([
    ['收集池有没有渗漏', false],
    ['排口封好没有', false],
  ])
  const body = await seen('enforcer', visitId)
  for (const view of [firm, body])
    expect(JSON.stringify(view)).not.toMatch(/intake|inspector|asking|"office"/)
  expect((await seen('intake', visitId)).matters.map(({ isOwn }) => isOwn)).toEqual([true, false])

  expect(firm.events).toEqual([])
  expect(
    await talks.refusal('enforcer', 'enterprise.prepareVisitUpload', {
      ...{ visitId, fileName: '记录.pdf', size: 10 },
    }),
  ).toBe('VISIT.DAY_EARLY')
  await on('2019-11-22')
  const written = await record(visitId, '2019-11-22')
  await talks.ok('enforcer', 'enterprise.recordVisit', written)
  // The firm reads that it may dissent; whoever asked, that somebody was there.
  const told = (await dump(app, ['outbox'])).get('outbox')!.map((doc) => JSON.stringify(doc))
  const toldWith = (notice: string) =>
    told.filter((doc) => doc.includes(visitId) && doc.includes(`"${notice}"`))
  expect(toldWith('visitRecorded')).toEqual([expect.stringContaining('"unitId":"farm"')])
  expect(toldWith('visitMade')).toHaveLength(2)
  expect(await talks.refusal('enforcer', 'enterprise.correctVisit', { visitId, ...notice })).toBe(
    'THING.STATE',
  )
  const made = await seen('enterprise', visitId)
  expect(made.record).toMatchObject({ receivedBy: '厂长', files: [{ isPhoto: false }] })
  expect(made.events).toEqual(['addDissent', 'rateVisit'])

  await talks.ok('enterprise', 'enterprise.addDissent', { visitId, words: '池子是新做的' })
  await talks.ok('enterprise', 'enterprise.rateVisit', { visitId, rating: 'partly', words: null })
  expect((await seen('coordinator', visitId)).rating).toMatchObject({ rating: 'partly' })
  for (const who of ['enforcer', 'intake', 'inspector'] as const)
    expect(await seen(who, visitId)).toMatchObject({
      ...{ state: 'recorded', rating: null },
      dissent: { words: '池子是新做的' },
    })
  // Who of the firm rated stands nowhere beside it.
  const [stored] = (await dump(app)).get('firmVisits')!.filter(({ _id }) => _id === visitId)
  expect(JSON.stringify(stored)).not.toContain(people.enterprise.actAs)
})

test('the units that do the work know of none, and the body that is one of them is said to be', async () => {
  const taskId = await talks.taskFor('task-visit-3')
  const { id: visitId } = await talks.ok('intake', 'enterprise.askVisit', asking(taskId))
  for (const who of ['housingStaff', 'waterStaff', 'cityLeader'] as const)
    expect(await talks.refusal(who, 'enterprise.getVisit', { visitId })).toBe('THING.NOT_FOUND')
  expect((await talks.ok('housingStaff', 'enterprise.listVisits', { taskId })).items).toEqual([])
  expect((await seen('enforcer', visitId)).isOwnWork).toBe(false)
  await talks.ok('intake', 'enterprise.withdrawMatters', { visitId })
  expect((await seen('intake', visitId)).state).toBe('cancelled')
})

test('one that nobody makes ends, and the next one can be asked for', async () => {
  const taskId = await talks.taskFor('task-visit-4')
  const { id } = await talks.ok('intake', 'enterprise.askVisit', asking(taskId))
  await on('2020-01-10')
  await fireTimer(app, 'enterprise')
  expect(await seen('intake', id)).toMatchObject({ state: 'notMade', events: [] })
  const next = await talks.ok('intake', 'enterprise.askVisit', asking(taskId, { on: '2020-01-13' }))
  expect(next.id).not.toBe(id)
  await talks.ok('enforcer', 'enterprise.cancelVisit', { visitId: next.id, reason: '已停产' })
  expect(await seen('intake', next.id)).toMatchObject({
    ...{ state: 'cancelled', calledOff: { reason: '已停产' } },
  })
  // The firm was told of neither.
  expect(await talks.refusal('enterprise', 'enterprise.getVisit', { visitId: id })).toBe(
    'THING.NOT_FOUND',
  )
})

test('two who ask at once meet in one visit', async () => {
  const taskId = await talks.taskFor('task-visit-5')
  const ask = (who: 'intake' | 'inspector') =>
    talks.ok(who, 'enterprise.askVisit', asking(taskId, { on: '2020-01-20' }))
  const [one, other] = await Promise.all([ask('intake'), ask('inspector')])
  expect(one.id).toBe(other.id)
  expect((await seen('enforcer', one.id)).matters).toHaveLength(2)
  await talks.ok('enforcer', 'enterprise.cancelVisit', { visitId: one.id, reason: '改期' })
})

test('only a marked body has enforcers, and stays marked as long as it has', async () => {
  const invite = (unitKey: string) =>
    talks.refusal('administrator', 'identity.invite', {
      ...{ role: 'enforcer', unitKey, regionCode: '440900', name: '林某' },
    })
  expect(await invite('housing')).toBe('ACCESS.UNIT')
  const mark = (unitId: string, paper: string | null) =>
    talks.refusal('administrator', 'identity.markEnforcement', { unitId, paper })
  expect(await mark('branch-shangtang', '粤府令〔2019〕1号')).toBe('ORGANIZATION.NO_ENFORCEMENT')
  expect(await mark('farm', '粤府令〔2019〕1号')).toBe('ORGANIZATION.NO_ENFORCEMENT')
  expect(await mark('bureau', null)).toBe('ORGANIZATION.STAFFED')
  const marking = { unitId: 'housing', paper: '粤府令〔2019〕2号' }
  await talks.ok('administrator', 'identity.markEnforcement', marking)
  const of = () => talks.ok('administrator', 'identity.getUnit', { unitId: 'housing' })
  expect((await of()).enforcementPaper).toBe('粤府令〔2019〕2号')
  // Who inspects or coordinates is no enforcer beside it.
  const { code } = await talks.ok('administrator', 'identity.invite', {
    ...{ role: 'enforcer', unitKey: 'housing', regionCode: '440900', name: '林某' },
  })
  expect(await talks.refusal('inspector', 'identity.acceptInvitation', { code })).toBe(
    'ACCESS.SAME_PERSON',
  )
  const taskId = await talks.taskFor('task-visit-6')
  await talks.ok('administrator', 'identity.markEnforcement', { unitId: 'housing', paper: null })
  expect((await of()).enforcementPaper).toBeNull()
  const unmarked = asking(taskId, { bodyId: 'housing', on: '2020-01-20' })
  expect(await talks.refusal('intake', 'enterprise.askVisit', unmarked)).toBe('VISIT.BODY')
})
