import { as, villageCode } from '@/test/functions/feedback/desk'
import { casesIn } from '@/test/functions/task/close-out'
import { actingAs, assignment, draftTask, openLedger } from '@/test/functions/task/ledger'
import { homeWords } from '@/copy/home'
import { progressWords } from '@/copy/report'
import { residentWorld, wordsBox } from './resident-world'
import { emptyStorage } from './simulator/phone'

/** What only somebody who reports for themselves may be promised. */
const toResidents = [
  homeWords.protected,
  progressWords.hidden,
  progressWords.anonymous,
  '单位看不到您是谁',
]

/** 村支书 speaks for a villager: the own village is known, and whom and when is written down. */

const world = residentWorld('village')

test('a branch reports for a villager with name, telephone and the day of the consent', async () => {
  const { openid, actAs } = world.organization.villageOfficer
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  const app = await world.open(openid, { storage })
  // Nobody asks the branch where it is.
  await app.waitFor('我村')
  await app.waitFor('上塘村')
  // The office knows who fills in: only the villager is promised to stay unseen.
  expect(app.has(homeWords.protectedVillager)).toBe(true)
  expect(app.has(homeWords.protected)).toBe(false)
  await app.tap('反映环境问题')
  await app.waitFor('替村民反映')
  for (const words of toResidents) expect(app.has(words)).toBe(false)
  await app.type(wordsBox, '他家门口的水沟又臭了')
  await app.tap('提交')
  await app.waitFor('请先填村民姓名')
  await app.type('村民姓名', '陈大爷')
  await app.type('村民电话（可不填）', '13800000000')
  await app.pick('本人哪天同意的', '2019-11-16')
  await app.tap('本人已同意由村里代填')
  await app.tap('提交')
  await app.waitFor('已收到')
  for (const words of toResidents) expect(app.has(words)).toBe(false)
  const [sent] = (await world.cloud.ok(openid, 'feedback.listMine', {}, { actAs })).items
  await app.open(`/pages/progress/index?id=${sent!.id}`)
  await app.waitFor(progressWords.villager)
  for (const words of toResidents) expect(app.has(words)).toBe(false)
  await app.close()

  const intake = as(world.cloud, world.organization.intake)
  const { items } = await intake.ok('feedback.listDesk', {})
  const [report] = items.filter(({ origin }) => origin === 'village')
  expect(report?.region?.name).toBe('上塘村')
  const look = { feedbackId: report!.id, reason: '受理' }
  expect(await intake.ok('feedback.openOriginal', look)).toMatchObject({
    contactName: '陈大爷',
    contactPhone: '13800000000',
    consentOn: '2019-11-16',
  })
  // Beside what the officer reports privately, not among it.
  expect((await world.cloud.ok(openid, 'feedback.listMine', {})).items).toEqual([])
})

test('of the register the branch reads its own village’s tasks first, and of no other village', async () => {
  const { cloud, organization } = world
  const ledger = openLedger(cloud)
  const acting = actingAs(cloud, organization)
  const villages = { 'of-the-village': [villageCode], 'of-another': [] }
  for (const [taskId, villageCodes] of Object.entries(villages)) {
    await ledger.draft(draftTask(taskId, { title: `${taskId}的任务` }))
    await acting.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], { villageCodes }))
    await casesIn(acting, ledger).release(taskId)
  }
  const { openid, actAs } = organization.villageOfficer
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  const app = await world.open(openid, { storage })
  const lists = () => app.text().split(new RegExp(`${homeWords.myVillage}|${homeWords.latest}`))
  // Each list comes by itself, and the village's task stands in both.
  await app.waitFor(() => lists()[1]?.includes('of-the-village的任务') ?? false)
  await app.waitFor(() => lists()[2]?.includes('of-another的任务') ?? false)
  const [, own = '', all = ''] = lists()
  expect(own).toContain('of-the-village的任务')
  expect(own).not.toContain('of-another的任务')
  expect(all).toContain('of-another的任务')
  await app.close()
})
