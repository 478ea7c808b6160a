import { closeOutWords, verifyWords } from '@/copy/close-out'
import { disputeWords } from '@/copy/dispute'
import { invite } from '@/test/functions/feedback/desk'
import { casesIn, inPlace } from '@/test/functions/task/close-out'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'
import { sign } from './signing'

/** 验收: by somebody lent from another county, by a second who has not confirmed, and back into work. */

let world: TaskWorld
let cases: ReturnType<typeof casesIn>

beforeAll(async () => {
  world = await openTaskWorld()
  cases = casesIn(world.as, world.ledger)
})
afterAll(() => world.app.close())

const taskPage = (taskId: string) => `/subpackages/unit/task/index?id=${taskId}`
const lentUnit = '电白区农业农村局'

/** A farming office of another county, with two who check for it. */
const lentChecker = async () => {
  const { openid, actAs } = world.organization.administrator
  const unit = {
    ...{ key: 'farming-dianbai', name: lentUnit, kind: 'department' as const },
    ...{ regionCode: '440904', aliases: [], phone: null },
  }
  const brought = { regions: [], units: [unit] }
  await world.app.ok(openid, 'identity.importOrganization', brought, { actAs })
  const place = ['unitStaff', 'farming-dianbai', '440904'] as const
  await invite(world.app, world.organization, '周某', place)
  return invite(world.app, world.organization, '吴某', place)
}

test('the office names a unit of another county, whose checker finds the form on the to-do, also offline', async () => {
  const lent = await lentChecker()
  const taskId = await cases.done('journey-lent')
  const office = await openAs(world.app, world.organization.coordinator.openid, '市整改办')
  await office.open(`/subpackages/unit/chain/index?id=${taskId}`)
  await office.waitFor('请先选县级验收单位')
  for (const [place, unit] of [lentUnit, '市水务局'].entries()) {
    await office.tap('选单位', place)
    await office.waitFor(unit)
    await office.tap(unit)
  }
  await office.tap('定下来')
  await office.waitFor(() => office.page.route !== 'subpackages/unit/chain/index')
  await office.close()
  await cases.ask(taskId)

  const app = await openAs(world.app, lent.openid, lentUnit)
  await app.switchTab('pages/todo/index')
  await app.waitFor('验收')
  await app.tap('验收 石湖镇生活污水直排')
  await app.waitFor('还有2项没看')
  expect(app.page.route).toBe('subpackages/unit/verify/index')
  await app.waitFor('周某')
  await app.setNetwork('offline')
  await app.tap(verifyWords.inPlace, 0)
  await app.tap(verifyWords.inPlace, 1)
  await app.type(verifyWords.judgedBy(1), '看了验收单')
  await app.type(verifyWords.judgedBy(2), '看了验收单')
  await app.tap('周某')
  await sign(app)
  await app.type(verifyWords.conclusionWords, '两处都接通')
  await app.tap(verifyWords.pass)
  await app.waitFor('未送达')
  await app.setNetwork('online')
  await app.waitFor(() => !app.storage.entries.get('zgt.outbox')?.includes('waiting'), 15_000)
  await app.close()
  const { closeOut } = await world.as.ok('coordinator', 'task.get', { taskId })
  expect(closeOut?.cycles[0]?.checks).toMatchObject([
    { level: 'county', passed: true, checkers: [{ name: '吴某' }, { name: '周某' }] },
  ])
  // Nothing but this task of another county is theirs to read.
  const other = await cases.asked('journey-not-lent')
  const refused = await world.app.refusal(
    lent.openid,
    'task.get',
    { taskId: other },
    { actAs: lent.actAs },
  )
  expect(refused).toMatch(/^(ACCESS|THING)\./)
})

test('who has not confirmed is shown until they have, and who was not there makes the step due again', async () => {
  const taskId = await cases.asked('journey-unconfirmed')
  const membershipId = world.organization.farmingColleague.actAs
  await world.as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', { membershipId }))
  const waiting = closeOutWords.checker('farmingColleague', '茂南区农业农村局', true, false)
  const office = await openAs(world.app, world.organization.coordinator.openid, '市整改办')
  await office.open(taskPage(taskId))
  await office.waitFor(waiting)
  await office.close()

  const second = await openAs(
    world.app,
    world.organization.farmingColleague.openid,
    '茂南区农业农村局',
  )
  await second.switchTab('pages/todo/index')
  await second.waitFor('确认验收')
  await second.tap('确认 石湖镇生活污水直排')
  await second.waitFor(closeOutWords.denyCheck)
  await second.tap(closeOutWords.denyCheck)
  await second.type(closeOutWords.denyLabel, '那天没有去')
  await second.tap(closeOutWords.denyCheck, 1)
  await second.waitFor(closeOutWords.denied)
  await second.close()
  expect(
    (await world.as.ok('coordinator', 'task.get', { taskId })).closeOut?.cycles[0]?.checks,
  ).toEqual([])
})

test('a standard in dispute is named with who fixes it; rework is read with its demand and its day', async () => {
  const taskId = await cases.asked('journey-dispute')
  const app = await openAs(world.app, world.organization.farmingStaff.openid, '茂南区农业农村局')
  await app.open(taskPage(taskId))
  await app.waitFor(closeOutWords.verify)
  await app.tap(closeOutWords.verify)
  await app.waitFor('还有2项没看')
  await app.tap(verifyWords.notInPlace, 0)
  await app.type(verifyWords.seenOf(1), '还有一处没接')
  await app.tap(verifyWords.inPlace, 1)
  expect(app.has(verifyWords.unseen(2))).toBe(true)
  await app.type(verifyWords.judgedBy(2), '看了验收单')
  await app.type('姓名', '王工')
  await app.type('单位', '市环科院')
  await sign(app)
  await app.type(verifyWords.conclusionWords, '一处没接')
  await app.type(disputeWords.disputed, '一级A还是一级B')
  expect(app.has(disputeWords.fixedByNeeded)).toBe(true)
  await app.type(disputeWords.fixedBy, '市生态环境局')
  await app.type(disputeWords.why, '环评只写了一级')
  await app.pick(verifyWords.reworkOn, '2020-03-31')
  await app.tap(verifyWords.return)
  await app.waitFor('改到2020年3月31日，原定期限不变')
  await app.close()

  const unit = await openAs(world.app, world.organization.housingStaff.openid, '市住房城乡建设局')
  await unit.switchTab('pages/todo/index')
  await unit.waitFor('还有一处没接')
  await unit.tap('报完成 还有一处没接')
  await unit.waitFor('改到2020年3月31日，原定期限不变')
  expect(unit.text()).toContain('市住房城乡建设局：还有一处没接')
  expect(unit.text()).toContain(
    '标准有争议：一级A还是一级B，由市生态环境局来定，因为：环评只写了一级',
  )
  expect(unit.canTap('报完成：还有一处没接')).toBe(true)
  expect((await world.as.ok('housingStaff', 'task.get', { taskId })).dueOn).toBe('2020-12-31')
  await unit.close()
})
