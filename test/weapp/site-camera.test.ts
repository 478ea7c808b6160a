import { partWords } from '@/copy/task-parts'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/** 现场拍照 in the compiled mini-program: the camera, the place, each of them refused. */

let world: TaskWorld

beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const openForm = async (taskId: string): Promise<RunningMiniProgram> => {
  await world.underway(taskId)
  const app = await openAs(world.app, world.organization.waterStaff.openid, '市水务局')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('完成情况')
  await app.tap('报完成', 0)
  await app.waitFor('整改后照片')
  return app
}

const shootAndSend = async (app: RunningMiniProgram) => {
  await app.tap('现场拍', 0)
  await app.waitFor('照片上写明时间和地点')
  await app.tap('拍照')
  await app.waitFor(() => app.has('第1张照片'))
}

const evidence = async (taskId: string) =>
  (await world.as.ok('housingStaff', 'task.listEvidence', { taskId, partId: 'measure.m1.water' }))
    .items

const send = async (app: RunningMiniProgram) => {
  await app.type('做了什么', '管道已接通')
  // Its plan names a paper by its number.
  await app.type(partWords.paperNumber, '茂水函〔2019〕6号')
  await app.tap('报完成', 3)
  await app.waitFor('已报完成')
}

test('a photo carries time and place on it and beside it, and stands in the form again', async () => {
  const app = await openForm('shot-with-place')
  app.person.photos = [plainJpeg]
  app.person.location = { latitude: 21.6631, longitude: 110.9252 }
  await shootAndSend(app)
  expect(app.calls('fillText').map(({ args }) => args.text)).toEqual([
    expect.stringContaining('2019年11月18日'),
    '北纬21.6631° 东经110.9252°',
  ])
  await send(app)
  expect(await evidence('shot-with-place')).toMatchObject([
    { use: 'after', camera: { timeAgrees: true, hasPlace: true } },
  ])
  await app.close()
})

test('where the place is refused the photo is taken all the same, its place cannot be told', async () => {
  const app = await openForm('shot-no-place')
  app.person.photos = [plainJpeg]
  app.person.location = null
  await shootAndSend(app)
  expect(app.calls('fillText').map(({ args }) => args.text)).toContain('地点无法判断')
  await send(app)
  expect(await evidence('shot-no-place')).toMatchObject([
    { camera: { timeAgrees: true, hasPlace: false } },
  ])
  await app.close()
})

test('where the camera is refused the phone’s own takes its place, without a mark', async () => {
  const app = await openForm('shot-refused')
  app.person.denies.add('camera')
  await app.tap('现场拍', 0)
  await app.waitFor('照片上写明时间和地点')
  await app.tap('拍照')
  await app.waitFor('用手机相机拍')
  app.person.denies.delete('camera')
  app.person.photos = [plainJpeg]
  await app.tap('用手机相机拍')
  await app.waitFor(() => app.has('第1张照片'))
  await send(app)
  expect(await evidence('shot-refused')).toMatchObject([{ camera: null }])
  await app.close()
})

test('opened by its address it asks for nothing and says where to begin', async () => {
  const app = await openAs(world.app, world.organization.waterStaff.openid, '市水务局')
  await app.open('/subpackages/unit/camera/index')
  await app.waitFor('请在报完成或现场核查里点“现场拍”。')
  expect(app.calls('getLocation')).toEqual([])
  await app.close()
})

test('the firm’s form opens it where the network is gone, and the photo waits for its check', async () => {
  const taskId = await world.underway('shot-by-firm')
  const dates = ['m1', 'm2'].map((measureId) => ({ measureId, on: '2020-06-30' }))
  const offer = { taskId, enterpriseId: 'farm', dates, reason: null }
  const { id: timelineId } = await world.as.ok('waterStaff', 'enterprise.propose', offer)
  await world.as.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
  // By the phone's own network, as in a firm's yard: what waits for WLAN does not come.
  const { openid } = world.organization.enterprise
  const app = await openAs(world.app, openid, '某某养殖有限公司', 'mobile')
  await app.open(`/subpackages/enterprise/timeline/index?id=${timelineId}`)
  await app.waitFor('已商定')
  await app.tap('报完成', 0)
  await app.waitFor('整改后照片')
  await app.setNetwork('offline')
  app.person.photos = [plainJpeg]
  await shootAndSend(app)
  expect(app.text()).toContain('待核对')
  await app.type('做了什么', '设备装好了')
  await app.tap('报完成', 3)
  await app.waitFor('未送达')
  expect(app.text()).toContain('第1张：现场拍，2019年11月18日')
  expect(app.text()).toContain('待核对')
  await app.setNetwork('online')
  await app.waitFor(() => !app.storage.entries.get('zgt.outbox')?.includes('waiting'), 15_000)
  const { measures } = await world.as.ok('waterStaff', 'enterprise.getTimeline', { timelineId })
  expect(measures[0]?.node?.state).toBe('reported')
  await app.close()
})
