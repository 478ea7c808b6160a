import { fireTimer } from '@/test/functions/feedback/desk'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { doneAll, inPlace, twoSteps } from '@/test/functions/task/close-out'
import { uploadsIn } from '@/test/functions/task/uploads'
import { openAs } from './open-as'
import { sign } from './signing'
import type { RunningMiniProgram } from './simulator/running-mini-program'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'

/** 现场核查 where there is no network: opened before, filled in and photographed, sent once. */

let cloud: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']

beforeAll(async () => {
  ;({ app: cloud, organization, as, cases } = await openTaskWorld())
})
afterAll(() => cloud.close())

const verifyPage = (taskId: string) => `/subpackages/unit/verify/index?id=${taskId}`

/** The county's checker with the form opened once, and then without a network. */
const onSite = async (taskId: string): Promise<RunningMiniProgram> => {
  const app = await openAs(cloud, organization.farmingStaff.openid, '茂南区农业农村局')
  await app.open(verifyPage(taskId))
  await app.waitFor('farmingColleague')
  await app.hide()
  await app.setNetwork('offline')
  return app
}

const fillIn = async (app: RunningMiniProgram): Promise<void> => {
  app.person.photos = [plainJpeg]
  await app.tap('到位', 0)
  await app.tap('到位', 1)
  await app.tap('拍照', 0)
  await app.waitFor(() => app.has('第1张照片'))
  await app.type('第2条：没拍照片，凭什么定的', '看了验收单')
  await app.tap('farmingColleague')
  await sign(app)
  await app.type('写一句结论', '两处都接通')
}

const checkOf = async (taskId: string) =>
  (await as.ok('coordinator', 'task.get', { taskId })).closeOut?.cycles[0]?.checks

test('it opens from the to-do without a network, waits, and arrives once with photo and hand', async () => {
  const taskId = await cases.asked('site-waits')
  const app = await onSite(taskId)
  await app.switchTab('pages/todo/index')
  await app.waitFor('没有网络也能打开')
  await app.open(verifyPage(taskId))
  await app.waitFor('没有网络，照样能填')
  await fillIn(app)
  await app.tap('通过，签名')
  await app.waitFor('未送达')
  expect(await checkOf(taskId)).toEqual([])
  await app.setNetwork('online')
  await app.waitFor(() => !app.storage.entries.get('zgt.outbox')?.includes('waiting'), 15_000)
  expect(await checkOf(taskId)).toMatchObject([
    { passed: true, measures: [{ photos: 1 }, { photos: 0 }], checkers: [{}, { signed: true }] },
  ])
  await app.close()
})

test('where others decided the step meanwhile it is kept, and who decided is said', async () => {
  const taskId = await cases.asked('site-late')
  const app = await onSite(taskId)
  await app.open(verifyPage(taskId))
  await app.waitFor('没有网络，照样能填')
  await fillIn(app)
  await app.tap('通过，签名')
  await app.waitFor('未送达')
  const expert = { name: '王工', unitName: '市环科院' }
  await as.ok('farmingColleague', 'task.verify', inPlace(taskId, 'county', expert))
  await app.setNetwork('online')
  await app.waitFor('这一步已经由别人办了', 15_000)
  await app.waitFor('farmingColleague、王工验收')
  expect(app.text()).toContain('两处都接通')
  expect(app.has('第1张照片')).toBe(true)
  expect(await checkOf(taskId)).toHaveLength(1)
  await app.tap('不要了，从手机上删掉')
  await app.waitFor('现在没有要您验收的一级')
  await app.close()
})

test('the photo from before the work lies over the camera, also where the network is gone', async () => {
  const taskId = await cases.underway('site-old-photo')
  const old = await uploadsIn(cloud, as).upload('housingStaff', taskId, plainJpeg, '整改前.jpg')
  await doneAll(
    (input) =>
      as.ok('housingStaff', 'task.reportDone', {
        ...input,
        ...(input.partId.includes('.m1.') && { beforeIds: [old] }),
      }),
    taskId,
    'housing',
  )
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  await cases.ask(taskId)
  const app = await openAs(cloud, organization.farmingStaff.openid, '茂南区农业农村局')
  await app.open(verifyPage(taskId))
  await app.waitFor('farmingColleague')
  await app.waitFor(() => app.storage.files.size >= 1, 15_000)
  await app.hide()
  await app.setNetwork('offline')
  await app.switchTab('pages/todo/index')
  await app.open(verifyPage(taskId))
  await app.waitFor('没有网络，照样能填')
  app.person.photos = [plainJpeg]
  await app.tap('现场拍', 0)
  await app.waitFor('照片上写明时间和地点')
  expect(app.has('不显示整改前的照片')).toBe(true)
  await app.tap('拍照')
  await app.waitFor(() => app.has('第1张照片'))
  expect(app.text()).toContain('待核对')
  await app.close()
})

test('it lies over the camera of whoever looks again after the close-out, too', async () => {
  const taskId = await cases.underway('recheck-old-photo')
  const old = await uploadsIn(cloud, as).upload('housingStaff', taskId, plainJpeg, '整改前.jpg')
  await doneAll(
    (input) =>
      as.ok('housingStaff', 'task.reportDone', {
        ...input,
        ...(input.partId.includes('.m2.') && { beforeIds: [old] }),
      }),
    taskId,
    'housing',
  )
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  await cases.ask(taskId)
  await cases.publish(taskId, organization.farmingColleague.actAs)
  await cloud.clock.jump(Date.parse('2019-12-09T09:00:00+08:00'))
  await fireTimer(cloud, 'task')
  await as.ok('coordinator', 'task.approveCloseOut', {
    taskId,
    decisionNumber: '茂整改〔2019〕3号',
  })
  const app = await openAs(cloud, organization.inspector.openid, '市整改办')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('回头看')
  await app.tap('回头看')
  await app.waitFor('不提前说，看现场还好不好。')
  await app.waitFor('整改前的照片，拍时叠在镜头上', 15_000)
  app.person.photos = [plainJpeg]
  await app.tap('现场拍')
  await app.waitFor('照片上写明时间和地点')
  expect(app.has('不显示整改前的照片')).toBe(true)
  await app.tap('拍照')
  await app.waitFor(() => app.has('第1张照片'))
  await app.close()
})
