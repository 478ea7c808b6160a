import type { ActionInput, ActionName } from '@/contract/actions'
import type { Organization } from '../../support/organization'
import { contentOf, differences, undisturbed } from '../every-action/content'
import { casesIn } from './close-out'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

/** 报完成 and its kind before a unit may say anything done, and after the task has ended. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const signer = { person: '李某', phone: '0668-2111111' }
const led = { leadUnitId: 'water', enterpriseIds: ['farm'] }

const drafted = async (taskId: string) => {
  await world.ledger.draft(draftTask(taskId))
}
const consulted = async (taskId: string) => {
  await drafted(taskId)
  const asked = { villageCodes: [], enterpriseIds: ['farm'], dueOn: '2019-12-31' }
  await world.as.ok('coordinator', 'task.consult', { taskId, ...asked })
}
const assigned = async (taskId: string) => {
  await drafted(taskId)
  const input = assignment(taskId, ['housing', 'water'], led)
  await world.as.ok('coordinator', 'task.assign', input)
}
const signedFor = async (taskId: string) => {
  await assigned(taskId)
  await world.as.ok('housingStaff', 'task.signFor', { taskId, ...signer })
}
const planHandedIn = async (taskId: string) => {
  await signedFor(taskId)
  await world.as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
}
const returned = async (taskId: string) => {
  await assigned(taskId)
  await world.as.ok('housingStaff', 'task.returnAssignment', { taskId, reason: '不归本单位' })
}
const cancelled = async (taskId: string) => {
  await casesIn(world.as, world.ledger).doneByTwo(taskId)
  const reason = '并到另一项'
  await world.as.ok('coordinator', 'task.cancelTask', { taskId, reason })
}

const part = { partId: 'measure.m1.housing' }
const said = { on: '2019-11-18', words: '截污管已接通', paperNumber: '茂建函〔2019〕1号' }
const reason = '还漏水'

type Attempt = readonly [who: keyof Organization, action: ActionName, more: object]
const attempts: readonly Attempt[] = [
  ['housingStaff', 'task.reportDone', { ...part, ...said }],
  ['housingLeader', 'task.reportDone', { ...part, ...said }],
  ['coordinator', 'task.reportDone', { ...part, ...said }],
  ['housingStaff', 'task.undoDone', { ...part, reason }],
  ['waterStaff', 'task.returnDone', { ...part, reason }],
  ['coordinator', 'task.returnDone', { ...part, reason }],
  ['housingLeader', 'task.signShare', { signOffNumber: null }],
]

const codesIn = async (taskId: string): Promise<string[]> => {
  const codes: string[] = []
  for (const [who, action, more] of attempts) {
    const input = { taskId, ...more } as unknown as ActionInput<typeof action>
    codes.push(await world.as.refusal(who, action, input))
  }
  return codes
}

/** Before it is given out there is no share and no part: a unit learns nothing of the task. */
const nothingThere = ['THING.NOT_FOUND', 'THING.NOT_FOUND', 'ACCESS.ROLE']
const beforeAssigned = [...nothingThere, ...Array<string>(3).fill('THING.NOT_FOUND'), 'ACCESS.UNIT']
/** Whoever has a part in it reads that it is not the time; the office judges the lead's own alone. */
const notNow = [
  ...['THING.STATE', 'THING.STATE', 'ACCESS.ROLE', 'THING.STATE', 'THING.STATE'],
  ...['ACCESS.UNIT', 'THING.STATE'],
]

describe('done said, taken back, returned or signed for', () => {
  it.each([
    ['of a draft', 'draft', drafted, beforeAssigned],
    ['while the draft is out for opinions', 'consulted', consulted, beforeAssigned],
    ['of a share that is not signed for', 'assigned', assigned, notNow],
    ['of a share without a plan', 'signed-for', signedFor, notNow],
    ['of a share whose plan is not approved', 'plan-handed-in', planHandedIn, notNow],
    ['of a share that was sent back', 'returned', returned, notNow],
    ['of a task that was cancelled with everything done', 'cancelled', cancelled, notNow],
  ] as const)('%s is refused, and nothing is stored', async (_rule, name, bring, codes) => {
    const taskId = `not-yet-${name}`
    await bring(taskId)
    const seen = await undisturbed(world.app, async () => {
      const before = await contentOf(world.app)
      const refused = await codesIn(taskId)
      const changed = differences(before, await contentOf(world.app))
      return { refused, changed: [...changed] }
    })
    expect(seen).toEqual({ refused: codes, changed: [] })
  })
})
