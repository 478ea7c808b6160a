import { plainJpeg } from '@/test/functions/feedback/pictures'
import { admission, fireTimer } from '@/test/functions/feedback/desk'
import { dump, whereIs } from '@/test/functions/feedback/dump'
import { casesIn } from '@/test/functions/task/close-out'
import { actingAs, openLedger } from '@/test/functions/task/ledger'
import type { Organization } from '@/test/support/organization'
import { openAs } from './open-as'
import { residentWorld, wordsBox } from './resident-world'

/** What a resident says of a notice and of a closed task, and what becomes of it, on the pages as compiled. */

const world = residentWorld('objects')
const phone = '13912345678'
const said = '下雨后坡脚还有黑水流进沟里'

const as = () => actingAs(world.cloud, world.organization)
const published = async (taskId: string) => {
  const cases = casesIn(as(), openLedger(world.cloud))
  return cases.publish(await cases.asked(taskId), world.organization.farmingColleague.actAs)
}
const openAsStaff = (who: keyof Organization, identity: string) =>
  openAs(world.cloud, world.organization[who].openid, identity)

test('a resident objects from the notice page; intake alone reads it, the office upholds it', async () => {
  const taskId = await published('objected')
  const openid = world.newResident()
  const resident = await world.open(openid, { path: `pages/task/index?id=${taskId}` })
  await resident.waitFor('公示还剩10个工作日，看做了什么')
  await resident.tap('公示还剩10个工作日，看做了什么')
  await resident.waitFor('谁查的')
  await resident.tap('提出异议')
  await resident.waitFor('先选哪里不对')
  await resident.tap('没整改到位')
  await resident.type('看到了什么', said)
  resident.person.photos = [plainJpeg, plainJpeg]
  await resident.tap('选照片')
  await resident.waitFor(() => resident.has('第2张照片'))
  expect(resident.has('留个电话，才能答复您')).toBe(true)
  await resident.type('怎么联系您', phone)
  await resident.tap('送出异议')
  await resident.waitFor('已送到，')
  expect(resident.calls('subscriptionPopup')).toHaveLength(1)
  expect(resident.has(said)).toBe(true)

  // Neither words nor telephone stand anywhere but sealed.
  const stored = await dump(world.cloud)
  for (const secret of [phone, said]) expect(whereIs(stored, secret)).toEqual([])
  const { items } = await as().ok('coordinator', 'feedback.listObjections', { open: true })
  const objectionId = items[0]!.id
  const office = await openAsStaff('coordinator', '市整改办')
  await office.open(`/subpackages/unit/objection/index?id=${objectionId}`)
  await office.waitFor('等受理写摘要')
  expect(office.text()).not.toContain(said)
  expect(office.has('看原话和电话')).toBe(false)

  const intake = await openAsStaff('intake', '市整改办')
  await intake.open(`/subpackages/unit/objection/index?id=${objectionId}`)
  await intake.waitFor('看原话和电话')
  expect(intake.text()).not.toContain(said)
  await intake.tap('看原话和电话')
  await intake.waitFor(said)
  expect(intake.text()).toContain(phone)
  await intake.type('摘要', '坡脚渗黑水')
  await intake.tap('交整改办')
  await intake.waitFor('已交整改办')
  await intake.close()

  await office.open(`/subpackages/unit/objection/index?id=${objectionId}`)
  await office.waitFor('坡脚渗黑水')
  await office.tap('受理')
  await office.waitFor('受理这件异议？')
  await office.tap('受理')
  await office.waitFor('成立，退回整改')
  await office.tap('成立，退回整改')
  await office.waitFor(() => office.has('请先写原因'))
  await office.type('为什么成立', '现场确有黑水渗出')
  await office.type('要再做什么', '封堵坡脚渗口')
  await office.pick('改到哪天', '2020-03-31')
  await office.tap('异议成立', 1)
  await office.waitFor('已转入整改')
  await office.close()
  expect((await as().ok('housingStaff', 'task.get', { taskId })).state).toBe('inProgress')

  // The unit answers what was demanded as a part of its own, with evidence newer than the demand.
  const unit = await openAsStaff('housingStaff', '市住房城乡建设局')
  await unit.open(`/subpackages/unit/task/index?id=${taskId}`)
  await unit.waitFor('封堵坡脚渗口')
  await unit.tap('报完成')
  await unit.type('做了什么', '坡脚渗口已封堵')
  await unit.type('文号', '茂建验〔2019〕9号')
  // The part has one, the sheet is called so, and its button is the last.
  await unit.tap('报完成', 2)
  await unit.waitFor('已报完成')
  await unit.close()
  const { parts } = await as().ok('housingStaff', 'task.get', { taskId })
  expect(parts.find(({ id }) => id === 'demand.2.0')?.doneOn).not.toBeNull()

  await resident.leaveAndReturn()
  await resident.open(`/subpackages/resident/objection/index?objection=${objectionId}`)
  await resident.waitFor('异议成立，已退回重新整改')
  expect(resident.has('现场确有黑水渗出')).toBe(true)
  await resident.close()
})

test('又反弹了 on a closed task brings an inspector, who finds it back, and the office reopens it', async () => {
  const taskId = await published('back-again')
  const closedOn = '2019-12-09'
  await world.cloud.clock.jump(Date.parse(`${closedOn}T09:00:00+08:00`))
  await fireTimer(world.cloud, 'task')
  const decisionNumber = '茂整改〔2019〕3号'
  await as().ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })

  const openid = world.newResident()
  const resident = await world.open(openid, { path: `pages/task/index?id=${taskId}` })
  await resident.waitFor('又反弹了，反映一下')
  await resident.tap('又反弹了，反映一下')
  await resident.waitFor(() => resident.page.route === 'pages/report/index')
  await resident.type(wordsBox, '排口又流黑水了')
  await resident.tap('直接提交')
  await resident.waitFor('已收到，最迟')
  const [report] = await world.reportsOf(openid)
  await as().ok('intake', 'feedback.admit', admission(report!.id))

  const inspector = await openAsStaff('inspector', '市整改办')
  await inspector.open(`/subpackages/unit/task/index?id=${taskId}`)
  await inspector.waitFor('回头看')
  await inspector.tap('回头看')
  await inspector.waitFor('不提前说，看现场还好不好。')
  await inspector.tap('又反弹了')
  await inspector.type('看到了什么', '排口有黑水')
  await inspector.waitFor('又反弹了，请附一张现场照片')
  inspector.person.photos = [plainJpeg]
  await inspector.tap('选照片')
  await inspector.waitFor(() => inspector.has('第1张照片'))
  // The page's own button under the sheet goes by the same words.
  await inspector.tap('记下回头看', 1)
  await inspector.waitFor('已记下')
  await inspector.close()

  const office = await openAsStaff('coordinator', '市整改办')
  await office.open(`/subpackages/unit/task/index?id=${taskId}`)
  await office.waitFor('12月9日回头看，有反弹')
  await office.tap('看现场照片1张')
  await office.waitFor(() => office.has('第1张现场照片'))
  await office.tap('关闭')
  await office.tap('重新整改')
  await office.type('发现了什么', '回头看发现排口又有黑水')
  await office.type('要再做什么', '接通最后一处截污管')
  await office.pick('新的期限', '2020-03-31')
  await office.tap('反弹，重新整改', 1)
  await office.waitFor('已转入整改')
  await office.open('/subpackages/office/repeats/index')
  await office.waitFor('重开1次')
  expect(office.text()).toContain('回头看发现反弹1次')
  await office.close()

  await resident.open(`/pages/task/index?id=${taskId}`)
  await resident.waitFor('又反弹了')
  expect(resident.has('又反弹了，反映一下')).toBe(false)
  expect(resident.text()).not.toContain('排口有黑水')
  await resident.close()
})
