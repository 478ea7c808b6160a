import { jpegWith } from '../feedback/pictures'
import { casesIn, rework } from './close-out'
import { openTaskWorld, type TaskWorld } from './task-world'
import { uploadsIn } from './uploads'

/** 盖章件: the signed paper of a decision is filed back, and goes with the file of the case. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const uploads = () => uploadsIn(world.app, world.as)

/** Under notice until its days are over; what the upper level closes goes up. */
const awaiting = async (taskId: string, closingLevel: 'city' | 'province') => {
  const { as, ledger, organization } = world
  const cases = casesIn(as, ledger)
  await cases.asked(taskId, {})
  await ledger.database.update('tasks', taskId, { closingLevel })
  await cases.publish(taskId, organization.farmingColleague.actAs)
}

const decision = { decisionNumber: '茂整改〔2019〕3号' }
const paper = (who: 'coordinator' | 'housingStaff' | 'waterStaff', taskId: string, name: string) =>
  uploads().upload(who, taskId, jpegWith(`${taskId} ${name}`), name)

it('stands with the decision and with the upper level’s word, and in the list of the case', async () => {
  const { as, app } = world
  const taskId = 'papers-up'
  await awaiting(taskId, 'province')
  const announced = { taskId, files: [{ fileName: '决定.pdf', size: 9 }] }
  // Under the notice nothing is decided, and nothing filed.
  expect(await as.refusal('coordinator', 'task.prepareUpload', announced)).toBe('ACCESS.ROLE')
  await app.clock.jump(Date.parse('2019-12-09T09:00:00+08:00'))
  await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
  const decided = await paper('coordinator', taskId, '领导小组决定.jpg')
  // What another put there is nobody's paper.
  const foreign = await paper('housingStaff', taskId, '别的.jpg')
  const wrong = { taskId, ...decision, fileIds: [foreign] }
  expect(await as.refusal('coordinator', 'task.approveCloseOut', wrong)).toBe('FILE.MISSING')
  await as.ok('coordinator', 'task.approveCloseOut', { taskId, ...decision, fileIds: [decided] })
  const upper = await paper('coordinator', taskId, '省里复函.jpg')
  await as.ok('coordinator', 'task.recordUpper', {
    ...{ taskId, upperDocumentNumber: '粤环函〔2019〕12号', remarks: '同意销号，按季回头看' },
    ...{ rework: null, fileIds: [upper] },
  })

  const { closeOut } = await as.ok('coordinator', 'task.get', { taskId })
  expect(closeOut?.cycles[0]).toMatchObject({
    approval: { ...decision, papers: 1 },
    upper: { documentNumber: '粤环函〔2019〕12号', remarks: '同意销号，按季回头看', papers: 1 },
  })
  const { evidence } = await as.ok('coordinator', 'papers.getCaseFile', { taskId })
  expect(evidence.map(({ name, use, part }) => [name, use, part])).toEqual([
    ['领导小组决定.jpg', 'decision', '销号决定'],
    ['省里复函.jpg', 'decision', '销号决定'],
  ])
  const page = JSON.stringify(await app.ok(null, 'register.getTask', { taskId }))
  for (const id of [decided, upper]) expect(page).not.toContain(id)
})

it('may come later: a decision without it is one all the same, and a return of the upper level too', async () => {
  const { as, app } = world
  const taskId = 'papers-none'
  await awaiting(taskId, 'province')
  await app.clock.jump(Date.parse('2020-01-06T09:00:00+08:00'))
  await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
  await as.ok('coordinator', 'task.approveCloseOut', { taskId, ...decision })
  const letter = await paper('coordinator', taskId, '退回函.jpg')
  await as.ok('coordinator', 'task.recordUpper', {
    ...{ taskId, upperDocumentNumber: '粤环函〔2020〕1号', remarks: '还有一处没接' },
    ...{ rework: { ...rework, on: '2020-03-31' }, fileIds: [letter] },
  })
  const task = await as.ok('coordinator', 'task.get', { taskId })
  expect(task.closeOut?.cycles[0]).toMatchObject({ approval: { papers: 0 }, upper: { papers: 1 } })
  expect(task.state).toBe('inProgress')
})
