import { releasableTaskFields } from '@/domain/release/release'
import type { TestApp } from '../../support/app'
import type { Colleague } from '../../support/organization'
import { fireTimer, invite } from '../feedback/desk'
import { objectionTo } from '../feedback/objection-world'
import { doneAll, inPlace, standardWords, twoSteps } from './close-out'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let world: TaskWorld
let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
/** The office's own people who do the work, and the leader's secretary. */
const newcomers = {
  officeStaff: ['unitStaff', 'office', '440900'],
  officeLeader: ['unitLeader', 'office', '440900'],
  secretary: ['cityLeader', 'housing', '440900'],
} as const
type Newcomer = keyof typeof newcomers
const posts = new Map<string, Colleague>()

beforeAll(async () => {
  world = await openTaskWorld()
  ;({ app, organization, as } = world)
  for (const [name, post] of Object.entries(newcomers))
    posts.set(name, await invite(app, organization, name, post))
})
afterAll(() => app.close())

const does = <A extends Parameters<TestApp['ok']>[1]>(
  name: Newcomer,
  action: A,
  input: Parameters<typeof app.ok<A>>[2],
) => app.ok(posts.get(name)!.openid, action, input, { actAs: posts.get(name)!.actAs })

const kindsOwed = async (openid: string, actAs: string, taskId: string) => {
  const { items } = await app.ok(openid, 'notifier.listTodo', {}, { actAs })
  return items.filter(({ thingId }) => thingId === taskId).map(({ kind }) => kind)
}
const owedBy = (who: 'coordinator' | 'cityLeader' | 'publisher', taskId: string) =>
  kindsOwed(organization[who].openid, organization[who].actAs, taskId)
const eventsOf = async (who: 'coordinator' | 'cityLeader', taskId: string) =>
  (await as.ok(who, 'task.get', { taskId })).events

/** The office answers for the task and does it alone. */
const ofTheOffice = async (taskId: string) => {
  await world.ledger.draft(draftTask(taskId))
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['office']))
  const signer = { person: '李某', phone: '0668-2111111' }
  await does('officeStaff', 'task.signFor', { taskId, ...signer })
  await does('officeStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
}

const goTo = (day: string) => app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))

describe('a task that the office does itself', () => {
  const taskId = 'office-own'

  it('has its plan approved by the leader, who is asked in the office’s place', async () => {
    await ofTheOffice(taskId)
    const share = { taskId, unitId: 'office' }
    expect(await owedBy('coordinator', taskId)).not.toContain('approvePlan')
    expect(await owedBy('cityLeader', taskId)).toEqual(
      expect.arrayContaining(['approvePlan', 'checkSecrecy']),
    )
    expect(await as.refusal('coordinator', 'task.approvePlan', share)).toBe('ACCESS.UNIT')
    const { assignments } = await as.ok('cityLeader', 'task.get', { taskId })
    expect(assignments[0]?.events).toContain('approvePlan')
    await as.ok('cityLeader', 'task.approvePlan', share)
  })

  it('has what it says done returned by the leader, and more time granted', async () => {
    await doneAll((input) => does('officeStaff', 'task.reportDone', input), taskId, 'office')
    const part = { taskId, partId: 'measure.m1.office', reason: '照片看不清' }
    expect(await as.refusal('coordinator', 'task.returnDone', part)).toBe('ACCESS.UNIT')
    await as.ok('cityLeader', 'task.returnDone', part)
    await does('officeStaff', 'task.reportDone', {
      taskId,
      partId: 'measure.m1.office',
      on: '2019-11-18',
      words: '重拍',
      paperNumber: '茂整改办〔2019〕2号',
    })
    await does('officeStaff', 'task.extend', {
      taskId,
      part: { kind: 'task' },
      to: '2021-06-30',
      reason: '雨季',
      plan: '六月底前',
    })
    const decided = { taskId, decisionNumber: '茂整改〔2019〕3号' }
    expect(await as.refusal('coordinator', 'task.grantExtension', decided)).toBe('ACCESS.UNIT')
    await as.ok('cityLeader', 'task.grantExtension', decided)
  })

  it('is released by two who are not of it: the leader and the secretary', async () => {
    await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
    const said = { standards: standardWords, signOffNumber: null }
    // As one that was given out before anybody asked who decides: the self-check asks.
    const stored = await world.ledger.database.get('tasks', taskId)
    const { deciders, ...older } = stored!
    expect(deciders).toBeDefined()
    await world.ledger.database.put('tasks', { ...older, _id: taskId })
    await does('officeLeader', 'task.selfCheck', { taskId, ...said })
    await does('officeStaff', 'task.requestCloseOut', { taskId, reportNumber: '1' })
    const second = { membershipId: organization.farmingColleague.actAs }
    await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', second))
    await as.ok('farmingColleague', 'task.confirmCheck', { taskId })
    await as.ok('waterStaff', 'task.verify', inPlace(taskId, 'city'))
    const preview = await as.ok('coordinator', 'task.previewRelease', { taskId })
    expect(preview).toMatchObject({ check: null, mayEdit: true })
    const read = { taskId, fields: [...releasableTaskFields], digest: preview.digest }
    expect(await as.refusal('coordinator', 'task.checkSecrecy', read)).toBe('ACCESS.UNIT')
    expect(await as.refusal('publisher', 'task.checkOpenness', read)).toBe('ACCESS.UNIT')
    expect(await as.ok('cityLeader', 'task.previewRelease', { taskId })).toMatchObject({
      check: 'secrecy',
    })
    const { digest, places } = preview
    const opened = { taskId, digest, places: places.all }
    await as.ok('cityLeader', 'task.readPlaces', { ...opened, check: 'secrecy' })
    await as.ok('cityLeader', 'task.checkSecrecy', read)
    expect(await as.refusal('cityLeader', 'task.checkOpenness', read)).toBe('ACCESS.SAME_PERSON')
    expect(await owedBy('publisher', taskId)).toEqual([])
    expect(await does('secretary', 'task.previewRelease', { taskId })).toMatchObject({
      check: 'openness',
    })
    await does('secretary', 'task.readPlaces', { ...opened, check: 'openness' })
    await does('secretary', 'task.checkOpenness', read)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
  })

  it('leaves an objection, from its original words to the reply, to the leader', async () => {
    const { objection } = await app.ok(
      'openid-objects',
      'feedback.lodgeObjection',
      objectionTo(taskId),
    )
    expect(objection?.state).toBe('lodged')
    const { items } = await as.ok('cityLeader', 'notifier.listTodo', {})
    const row = items.find(({ kind }) => kind === 'summarizeObjection')
    expect(row).toBeDefined()
    const objectionId = row!.thingId
    expect(await as.refusal('intake', 'feedback.openObjection', { objectionId })).toBe(
      'ACCESS.UNIT',
    )
    await as.ok('cityLeader', 'feedback.openObjection', { objectionId })
    await as.ok('cityLeader', 'feedback.summarizeObjection', {
      objectionId,
      summary: '坡脚有黑水',
      clearedPhotoIds: [],
    })
    expect(await as.refusal('coordinator', 'feedback.admitObjection', { objectionId })).toBe(
      'ACCESS.UNIT',
    )
    await as.ok('cityLeader', 'feedback.admitObjection', { objectionId })
    await as.ok('cityLeader', 'feedback.rejectObjection', { objectionId, reply: '现场无渗水' })
  })

  it('is closed by the leader’s record of the decision', async () => {
    await goTo('2019-12-02')
    await fireTimer(app, 'task')
    const decided = { taskId, decisionNumber: '茂整改〔2019〕9号' }
    expect(await eventsOf('coordinator', taskId)).not.toContain('approveCloseOut')
    expect(await eventsOf('cityLeader', taskId)).toContain('approveCloseOut')
    expect(await as.refusal('coordinator', 'task.approveCloseOut', decided)).toBe('ACCESS.UNIT')
    expect((await as.ok('cityLeader', 'task.approveCloseOut', decided)).state).toBe('closed')
  })

  it('is not looked at again by an inspector of the office', async () => {
    const seen = { taskId, relapsed: false, words: '没有反弹' }
    expect(await as.refusal('inspector', 'task.recheck', seen)).toBe('ACCESS.UNIT')
  })
})

describe('a task that another unit does', () => {
  it('is decided by the office, and the leader has no say in it', async () => {
    const taskId = 'housing-own'
    await world.ledger.draft(draftTask(taskId))
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李', phone: '0668-2111111' })
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    expect(await owedBy('cityLeader', taskId)).toEqual([])
    expect(await as.refusal('cityLeader', 'task.approvePlan', { taskId, unitId: 'housing' })).toBe(
      'ACCESS.ROLE',
    )
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  })
})
