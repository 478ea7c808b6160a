import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import { factSources, noFacts } from '@/domain/task/kept-facts'
import { testEnvironment } from '../../support/environment'
import { foldFacts } from '../../support/fold-facts'
import { type Organization } from '../../support/organization'
import { villageCode } from '../feedback/desk'
import { objectionTo } from '../feedback/objection-world'
import { casesIn } from './close-out'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']

beforeAll(async () => {
  ;({ app, organization, ledger, as } = await openTaskWorld())
})
afterAll(() => app.close())

const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)
const facts = async (taskId: string) =>
  (await foldFacts(ledger.database, cipher)).find(({ id }) => id === taskId)!
const sign = (name: keyof Organization, taskId: string) =>
  as.ok(name, 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })

describe('facts that stand on a task', () => {
  it('know who made the draft', async () => {
    await ledger.draft(draftTask('made'))
    const { standing, anew } = await facts('made')
    expect(standing.madeById).not.toBeNull()
    expect(standing).toEqual(anew)
  })

  it('count the children that are open: made by a split or an import, ended one by one', async () => {
    await ledger.draft(draftTask('parent', { collectiveUnits: ['各镇'] }))
    const { taskIds } = await as.ok('coordinator', 'task.split', {
      taskId: 'parent',
      unitIds: ['housing', 'water'],
    })
    await ledger.draft(draftTask('imported-child', { parentId: 'parent' }))
    expect((await facts('parent')).standing.childrenOpen).toBe(3)
    const reason = '重复'
    await as.ok('coordinator', 'task.cancelTask', { taskId: taskIds[0]!, reason })
    expect((await facts('parent')).standing.childrenOpen).toBe(2)
    await as.ok('coordinator', 'task.cancelTask', { taskId: 'parent', reason })
    const { standing, anew } = await facts('parent')
    expect(standing.childrenOpen).toBe(0)
    expect(standing).toEqual(anew)

    await ledger.draft(draftTask('other-parent'))
    await ledger.draft(draftTask('other-child', { parentId: 'other-parent' }))
    expect((await facts('other-parent')).standing.childrenOpen).toBe(1)
  })

  it('name whoever acted for a unit that does the work, and nobody else', async () => {
    const taskId = 'worked'
    await ledger.draft(draftTask(taskId))
    await as.ok('coordinator', 'task.assign', {
      ...assignment(taskId, ['housing', 'farming-maonan'], { leadUnitId: 'housing' }),
      supportingUnitIds: ['town-shihu'],
    })
    await as.ok('farmingStaff', 'task.returnAssignment', { taskId, reason: '不归我局' })
    await as.ok('coordinator', 'task.reassign', {
      taskId,
      fromUnitId: 'farming-maonan',
      toUnitId: 'water',
      reason: '不是它的职责',
    })
    await sign('housingStaff', taskId)
    await sign('waterStaff', taskId)
    await as.ok('waterStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
    const { standing, anew } = await facts(taskId)
    expect(standing.workedOnIt).toHaveLength(4)
    expect(standing).toEqual(anew)
  })

  it('know which villages were asked and heard, and of whom not a word', async () => {
    const taskId = 'asked'
    await ledger.draft(draftTask(taskId))
    const affected = { villageCodes: [villageCode] }
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], affected))
    await sign('housingStaff', taskId)
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    await as.ok('housingStaff', 'task.askVillage', { taskId })
    const { items } = await as.ok('villageOfficer', 'opinion.listAsked', { taskId })
    await as.ok('villageOfficer', 'opinion.sayNotInvolved', { opinionId: items[0]!.id })
    const { standing, anew } = await facts(taskId)
    expect(standing.asking).toMatchObject({ heardCodes: affected.villageCodes })
    expect(standing).toEqual(anew)
  })

  it('count the objections that hold a notice, and forget one when it is decided', async () => {
    const cases = casesIn(as, ledger)
    const taskId = await cases.asked('objected')
    await cases.publish(taskId, organization.farmingColleague.actAs)
    for (const openid of ['openid-one', 'openid-two'])
      await app.ok(openid, 'feedback.lodgeObjection', objectionTo(taskId))
    const { items } = await as.ok('coordinator', 'feedback.listObjections', { open: true })
    const objectionId = items[0]!.id
    const summary = { objectionId, summary: '坡脚有黑水', clearedPhotoIds: [] }
    await as.ok('intake', 'feedback.summarizeObjection', summary)
    await as.ok('coordinator', 'feedback.dismissObjection', { objectionId, reply: '不在范围' })
    const { standing, anew } = await facts(taskId)
    expect(standing.objectionsOpen).toBe(1)
    expect(standing).toEqual(anew)
  })

  it('have each been changed here: a fact without a cause that a test causes fails', async () => {
    const all = await foldFacts(ledger.database, cipher)
    const changed = (fact: keyof typeof factSources) =>
      all.some(({ standing }) => JSON.stringify(standing[fact]) !== JSON.stringify(noFacts[fact]))
    const names = Object.keys(factSources) as (keyof typeof factSources)[]
    expect(names.filter((fact) => !changed(fact))).toEqual([])
  })
})
