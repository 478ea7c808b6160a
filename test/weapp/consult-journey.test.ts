import { draftTask, openLedger } from '@/test/functions/task/ledger'
import { openAs } from './open-as'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'

/** 征求意见 from the draft to the answer, in the compiled bundle: office, firm and village. */

const villageCode = '440902101201'
const dueOn = '2019-11-29'

let cloud: TaskWorld['app']
let people: TaskWorld['organization']
let as: TaskWorld['as']
beforeAll(async () => {
  ;({ app: cloud, organization: people, as } = await openTaskWorld())
})
afterAll(() => cloud.close())

const drafted = async (taskId: string) => {
  const villageCodes = [villageCode]
  await openLedger(cloud).draft(draftTask(taskId, { villageCodes, enterpriseIds: ['farm'] }))
  return taskId
}
const consultPage = (taskId: string) => `/subpackages/unit/consult/index?id=${taskId}`
const seenBy = async (who: 'coordinator' | 'enterprise' | 'villageOfficer', taskId: string) =>
  (await as.ok(who, 'task.get', { taskId })).consultation

test('the office asks whom the list names, from the draft’s own page', async () => {
  const taskId = await drafted('weapp-consult')
  const app = await openAs(cloud, people.coordinator.openid, '市整改办')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('问村里和企业，每条意见都答复')
  await app.tap('问村里和企业，每条意见都答复')
  await app.waitFor('上塘村')
  expect(app.has('某某养殖有限公司')).toBe(true)
  expect(app.has('请选最迟哪天答复')).toBe(true)
  await app.pick('最迟哪天答复', dueOn)
  await app.tap('发出征求意见')
  await app.waitFor('已发出')
  expect(await seenBy('coordinator', taskId)).toMatchObject({ dueOn, opinions: [] })
  await app.close()
})

test('a firm says what should be otherwise; what it typed outlives the page', async () => {
  const taskId = await drafted('weapp-firm-says')
  const asked = { taskId, villageCodes: [villageCode], enterpriseIds: ['farm'], dueOn }
  await as.ok('coordinator', 'task.consult', asked)
  const app = await openAs(cloud, people.enterprise.openid, '某某养殖有限公司')
  await app.open(consultPage(taskId))
  await app.waitFor('拟定的措施')
  expect(app.has('请先选有没有意见')).toBe(true)
  await app.tap('有意见')
  expect(app.has('请写清想怎么改')).toBe(true)
  await app.type('哪一条、想怎么改、为什么', '设备要定制，改到年底')
  await app.open(consultPage(taskId))
  await app.waitFor('拟定的措施')
  expect(app.valueOf('哪一条、想怎么改、为什么')).toBe('设备要定制，改到年底')
  await app.tap('提交意见')
  await app.waitFor('改意见')
  expect(await seenBy('enterprise', taskId)).toMatchObject({
    opinions: [{ agrees: false, words: '设备要定制，改到年底' }],
  })
  expect((await seenBy('villageOfficer', taskId))?.opinions).toEqual([])
  await app.tap('改意见')
  await app.waitFor('改好了，重新提交')
  await app.tap('没有意见')
  await app.tap('改好了，重新提交')
  await app.waitFor('没有意见，不用答复')
  await app.close()
})

test('the office answers 采纳 and changes the measure; the firm reads it', async () => {
  const taskId = await drafted('weapp-answers')
  const asked = { taskId, villageCodes: [], enterpriseIds: ['farm'], dueOn }
  await as.ok('coordinator', 'task.consult', asked)
  await as.ok('enterprise', 'task.sayOnDraft', { taskId, agrees: false, words: '分两期' })
  const office = await openAs(cloud, people.coordinator.openid, '市整改办')
  await office.open(consultPage(taskId))
  await office.waitFor('分两期')
  await office.tap('采纳')
  await office.type('理由，村里和企业会看到', '分期更稳')
  await office.tap('改哪条措施')
  await office.tap('1. 措施m1')
  await office.type('改成', '分两期建成')
  await office.tap('答复')
  await office.waitFor('都答复了，去交办')
  await office.close()
  const { measures } = await as.ok('coordinator', 'task.get', { taskId })
  expect(measures[0]!.text).toBe('分两期建成')
  const firm = await openAs(cloud, people.enterprise.openid, '某某养殖有限公司')
  await firm.open(consultPage(taskId))
  await firm.waitFor('整改办的答复：采纳')
  expect(firm.has('分期更稳')).toBe(true)
  expect(firm.has('1. 分两期建成')).toBe(true)
  await firm.close()
})

test('the office records a paper for a village that has no phone', async () => {
  const taskId = await drafted('weapp-paper')
  const asked = { taskId, villageCodes: [villageCode], enterpriseIds: [], dueOn }
  await as.ok('coordinator', 'task.consult', asked)
  const app = await openAs(cloud, people.coordinator.openid, '市整改办')
  await app.open(consultPage(taskId))
  await app.waitFor('登记纸质意见')
  // One alone was asked: nobody has to say whose paper it is.
  expect(app.has('请选择')).toBe(false)
  await app.type('纸质意见的文号或编号', '上塘〔2019〕3号')
  await app.tap('没有意见')
  await app.tap('登记纸质意见')
  await app.waitFor('纸质意见：上塘〔2019〕3号')
  expect(await seenBy('coordinator', taskId)).toMatchObject({
    parties: [{ name: '上塘村', spoke: true }],
  })
  await app.close()
})
