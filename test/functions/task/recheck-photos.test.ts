import { jpegWith } from '../feedback/pictures'
import { casesIn } from './close-out'
import { openDatabase } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'
import { uploadsIn } from './uploads'

/** 回头看: what the inspector photographed stands with the finding and in the file of the case. */

let app: TaskWorld['app']
let as: TaskWorld['as']
let cases: ReturnType<typeof casesIn>
let uploads: ReturnType<typeof uploadsIn>
const taskId = 'recheck-photos'

beforeAll(async () => {
  const world = await openTaskWorld()
  ;({ app, as } = world)
  cases = casesIn(as, world.ledger)
  uploads = uploadsIn(app, as)
  await cases.publish(await cases.asked(taskId), world.organization.farmingColleague.actAs)
})
afterAll(() => app.close())

const recheck = (photoIds: string[]) => ({ taskId, relapsed: true, words: '又有黑水', photoIds })
const seen = (nth: number) =>
  as.ok('coordinator', 'task.listRecheckFiles', { taskId, cycle: 1, nth })

it('keeps what was photographed with the finding, for who reads the task as staff', async () => {
  await app.clock.jump(Date.parse('2019-12-09T09:00:00+08:00'))
  await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
  const decisionNumber = '茂整改〔2019〕3号'
  await as.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })

  // No step of this chain was one that an inspector takes: who looks again shows it all the same.
  const chain = [{ level: 'trade', unitId: 'water' }]
  await openDatabase(app).update('tasks', taskId, { acceptanceChain: chain })
  const bytes = jpegWith('where it was taken')
  const photo = await uploads.upload('inspector', taskId, bytes, '排口.jpg')
  const foreign = await uploads.upload('housingStaff', taskId, jpegWith('another'), '别的.jpg')
  const refusal = (id: string) => as.refusal('inspector', 'task.recheck', recheck([id]))
  expect(await refusal(foreign)).toBe('FILE.MISSING')
  // 反弹 is a finding that others can see.
  const unseen = { taskId, relapsed: true, words: '又有黑水' }
  expect(await as.refusal('inspector', 'task.recheck', unseen)).toBe('TASK.PHOTO_REQUIRED')
  expect(await as.refusal('inspector', 'task.recheck', recheck([]))).toBe('TASK.PHOTO_REQUIRED')
  await as.ok('inspector', 'task.recheck', recheck([photo]))
  // A second look without any is a look all the same.
  await as.ok('inspector', 'task.recheck', { taskId, relapsed: false, words: '水是清的' })

  const { closeOut } = await as.ok('coordinator', 'task.get', { taskId })
  expect(closeOut?.cycles[0]?.rechecks).toMatchObject([
    { relapsed: true, words: '又有黑水', photos: 1 },
    { relapsed: false, photos: 0 },
  ])
  const { items } = await seen(0)
  expect(items).toMatchObject([{ fileId: photo, camera: null }])
  const stored = Buffer.from(await (await fetch(items[0]!.url!)).arrayBuffer())
  expect(stored.includes('where it was taken')).toBe(false)
  expect((await seen(1)).items).toEqual([])

  const outside = { taskId, cycle: 1, nth: 0 }
  expect(await as.refusal('coordinator', 'task.listRecheckFiles', { ...outside, nth: 2 })).toBe(
    'THING.NOT_FOUND',
  )
  const page = JSON.stringify(await app.ok(null, 'register.getTask', { taskId }))
  expect(page).not.toContain(photo)
})

it('stands in the file of the case, named as what was seen after close-out', async () => {
  const { evidence } = await as.ok('coordinator', 'papers.getCaseFile', { taskId })
  expect(evidence.map(({ name, use, part }) => [name, use, part])).toEqual([
    ['排口.jpg', 'recheck', '办结以后的现场'],
  ])
})
