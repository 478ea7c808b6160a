import { openTaskWorld, type TaskWorld } from './task-world'
import { casesIn, inPlace, rework, standardWords, twoSteps } from './close-out'
import { uploadsIn } from './uploads'
import { jpegWith } from '../feedback/pictures'

/** 佐证 is replaced, never silently: the old one stays readable, and what rested on it counts no more. */

let app: TaskWorld['app']
let as: TaskWorld['as']
let cases: ReturnType<typeof casesIn>
let upload: ReturnType<typeof uploadsIn>['upload']
let colleague: string

beforeAll(async () => {
  const world = await openTaskWorld()
  ;({ app, as } = world)
  cases = casesIn(as, world.ledger)
  ;({ upload } = uploadsIn(app, as))
  colleague = world.organization.farmingColleague.actAs
})
afterAll(() => app.close())

const partId = 'measure.m1.housing'
const said = { on: '2019-11-18', words: '截污管已接通', paperNumber: '茂建函〔2019〕1号' }
const reason = '照片拍错了管口'

/** Both measures done; the first is proved by this photo and its number. */
const proved = async (taskId: string) => {
  await cases.underway(taskId)
  const fileId = await upload('housingStaff', taskId, jpegWith(`${taskId} first`), '旧.jpg')
  await as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said, photoIds: [fileId] })
  const other = { taskId, partId: 'measure.m2.housing', ...said, paperNumber: '1号' }
  await as.ok('housingStaff', 'task.reportDone', other)
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  return taskId
}
const replace = async (taskId: string) => {
  const fileId = await upload('housingStaff', taskId, jpegWith(`${taskId} second`), '新.jpg')
  const photoIds = [fileId]
  await as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said, photoIds })
}
const evidenceOf = async (taskId: string) =>
  (await as.ok('coordinator', 'task.listEvidence', { taskId, partId })).items.map(
    ({ name, former }) => [name, former],
  )
const undo = (taskId: string) => ({ taskId, partId, reason })
const bothStand = [
  ['新.jpg', false],
  ['旧.jpg', true],
]

it('under a self-check only by taking that back: its leader signs what stands', async () => {
  const taskId = await proved('replaced-self-check')
  await cases.ask(taskId)
  expect(await as.refusal('housingStaff', 'task.undoDone', undo(taskId))).toBe('THING.STATE')
  await as.ok('housingStaff', 'task.withdraw', { taskId })
  expect(await as.refusal('housingStaff', 'task.undoDone', undo(taskId))).toBe('THING.STATE')
  await as.ok('housingStaff', 'task.withdraw', { taskId })
  await as.ok('housingStaff', 'task.undoDone', undo(taskId))
  await replace(taskId)
  expect(await evidenceOf(taskId)).toEqual(bothStand)
  const { state, closeOut, history } = await as.ok('coordinator', 'task.get', { taskId })
  expect(state).toBe('inProgress')
  expect(closeOut?.cycles.at(-1)).toMatchObject({ selfCheck: null, request: null })
  expect(history.find(({ event }) => event === 'undoDone')?.note).toContain(reason)
  // The request cannot be made on the signature that was given for the other photo.
  const request = { taskId, reportNumber: '茂建报〔2019〕8号' }
  expect(await as.refusal('housingStaff', 'task.requestCloseOut', request)).toBe('THING.STATE')
  await as.ok('housingLeader', 'task.selfCheck', {
    taskId,
    standards: standardWords,
    signOffNumber: null,
  })
})

it('under a step that was taken only by a rework: the step counts no more and is due again', async () => {
  const taskId = await proved('replaced-step')
  await cases.ask(taskId)
  const other = { membershipId: colleague }
  await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', other))
  expect(await as.refusal('housingStaff', 'task.withdraw', { taskId })).toBe('TASK.NEXT_STEP_TAKEN')
  expect(await as.refusal('housingStaff', 'task.undoDone', undo(taskId))).toBe('THING.STATE')
  await as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
  await replace(taskId)
  expect(await evidenceOf(taskId)).toEqual(bothStand)
  const { closeOut } = await as.ok('coordinator', 'task.get', { taskId })
  expect(closeOut?.cycles.map(({ checks }) => checks.length)).toEqual([1, 0])
})
