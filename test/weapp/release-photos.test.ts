import { jpegWith } from '@/test/functions/feedback/pictures'
import { casesIn, doneAll, standardWords, twoSteps } from '@/test/functions/task/close-out'
import { actingAs, openLedger } from '@/test/functions/task/ledger'
import { uploadsIn } from '@/test/functions/task/uploads'
import { openAs } from './open-as'
import { residentWorld } from './resident-world'

/** 整改前后 with a notice, on the pages as compiled: the office chooses, the publisher sees, a resident reads. */

const world = residentWorld('photos')
const as = () => actingAs(world.cloud, world.organization)

const taskId = 'notice-photos'

const verified = async () => {
  const acting = as()
  const cases = casesIn(acting, openLedger(world.cloud))
  const { upload } = uploadsIn(world.cloud, acting)
  await cases.underway(taskId)
  const photo = (name: string) => upload('housingStaff', taskId, jpegWith(name), `${name}.jpg`)
  const beforeIds = [await photo('before one'), await photo('before two')]
  const photoIds = [await photo('after one'), await photo('after two')]
  await doneAll(
    (input) => {
      const isFirst = input.partId === 'measure.m1.housing'
      const photos = isFirst ? { beforeIds, photoIds } : {}
      return acting.ok('housingStaff', 'task.reportDone', { ...input, ...photos })
    },
    taskId,
    'housing',
  )
  await acting.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const said = { standards: standardWords, signOffNumber: null }
  await acting.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  await acting.ok('housingStaff', 'task.requestCloseOut', {
    taskId,
    reportNumber: '茂建报〔2019〕8号',
  })
  await cases.pass(taskId, world.organization.farmingColleague.actAs)
}

const openCheck = async (who: 'coordinator' | 'publisher') => {
  const app = await openAs(world.cloud, world.organization[who].openid, '市整改办')
  await app.open(`/subpackages/office/release/index?id=${taskId}`)
  await app.waitFor('公开审查')
  return app
}

/** 逐处看: a tap on each place that was not read; each is kept by the server before the next. */
const readsAll = async (app: Awaited<ReturnType<typeof openCheck>>) => {
  const left = () => app.findAll('没看：').length
  for (let before = left(); before > 0; before = left()) {
    await app.tap('没看：')
    await app.waitFor(() => left() < before)
  }
}

test('the office chooses a pair, the publisher lets it out, and a resident sees it with the notice', async () => {
  await verified()
  const office = await openCheck('coordinator')
  await office.waitFor('没有选，公示里不放照片')
  await office.tap('选照片')
  await office.waitFor('和现在选的一样')
  await office.tap('第1组放进公示 整改后：措施m1')
  await office.waitFor('公示里放这1组')
  await office.tap('公示里放这1组', 1)
  await office.waitFor('整改前后照片，1组随公示公开')
  expect(office.has('整改前：措施m1')).toBe(true)
  await office.waitFor('还有13处没看，不能审')
  await readsAll(office)
  await office.tap('没有涉密和工作秘密，保密审查通过')
  await office.waitFor('已记下保密审查')
  await office.close()

  const publisher = await openCheck('publisher')
  await publisher.waitFor('整改前后照片，1组随公示公开')
  expect(publisher.has('选照片')).toBe(false)
  // Those that go out are places of the text too: a tap shows each large.
  await readsAll(publisher)
  expect(publisher.has('13处都看过，还没审')).toBe(true)
  expect(publisher.calls('previewImage')).toHaveLength(2)
  await publisher.tap('可以公开，公开审查通过')
  await publisher.waitFor('已公开')
  await publisher.close()
  await as().ok('coordinator', 'task.publishNotice', { taskId })

  const resident = await world.open(world.newResident(), { path: `pages/task/index?id=${taskId}` })
  await resident.waitFor('整改前后')
  expect(resident.has('整改前：措施m1')).toBe(true)
  await resident.tap('公示还剩10个工作日，看做了什么')
  await resident.waitFor('谁查的')
  await resident.tap('整改后：措施m1')
  expect(resident.calls('previewImage')).toHaveLength(1)
  // Whoever is asked what they think of it sees what it is about.
  await resident.open(`/subpackages/village/own/index?id=${taskId}`)
  await resident.waitFor(() => resident.has('整改前：措施m1'))
  await resident.close()
})
