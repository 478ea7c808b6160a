import type { ActionInput } from '@/contract/actions'
import { doneAll, standardWords, twoSteps } from '@/test/functions/task/close-out'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { villageIn } from '@/test/functions/opinion/village'
import { type TestApp, startApp } from '@/test/support/app'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { eventually } from '@/test/support/eventually'
import { openAs } from './open-as'

/** The unit asks the village; a villager and the branch say what they think, in the compiled bundle. */

let cloud: TestApp
let people: Organization
let village: Awaited<ReturnType<typeof villageIn>>

beforeAll(async () => {
  cloud = await startApp()
  people = await buildOrganization(cloud)
  village = await villageIn(cloud, people)
})
afterAll(() => cloud.close())

/** Done, checked by the unit itself and asked to be closed. */
const toCloseOut = async (taskId: string) => {
  const report = (input: ActionInput<'task.reportDone'>) =>
    village.as.ok('housingStaff', 'task.reportDone', input)
  await doneAll(report, taskId, 'housing')
  await village.as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const signed = { taskId, standards: standardWords, signOffNumber: null }
  await village.as.ok('housingLeader', 'task.selfCheck', signed)
  await village.as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '1号' })
}

test('a unit asks the village from the task’s page and sees who has not spoken', async () => {
  const taskId = await village.underway('weapp-asks')
  const app = await openAs(cloud, people.housingStaff.openid, '市住房城乡建设局')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('请村里说、看谁说了')
  // Nothing is done yet: nobody is urged to ask, and may.
  expect(app.has('请村里说看法')).toBe(false)
  const report = (input: ActionInput<'task.reportDone'>) =>
    village.as.ok('housingStaff', 'task.reportDone', input)
  await doneAll(report, taskId, 'housing')
  await app.pullDown()
  await app.waitFor('请村里说看法')
  await app.tap('请村里说看法')
  await app.waitFor('还没问：上塘村')
  await app.tap('请村里说看法')
  await app.waitFor('上塘村党支部')
  expect(app.text()).toContain('上塘村民委员会')
  expect(app.text()).toContain('还没说')
  const { events } = await village.as.ok('housingStaff', 'opinion.listAsked', { taskId })
  expect(events).not.toContain('askVillage')
  await app.close()
})

test('a villager says it from the public page, and changes it', async () => {
  const taskId = await village.asked('weapp-villager')
  const openid = await village.villager('openid-weapp-villager')
  const app = await openAs(cloud, openid, null)
  await app.open(`/pages/task/index?id=${taskId}`)
  await app.waitFor('说说您的看法')
  await app.tap('说说您的看法')
  await app.waitFor('这件事办得怎么样？')
  expect(app.has('先选一个，再送出')).toBe(true)
  await app.tap('不满意')
  await app.type('想说两句', '雨天还是臭')
  await app.tap('送出')
  await app.waitFor('到公示最后一天都可以改')
  const own = () => cloud.ok(openid, 'opinion.getOwn', { taskId })
  expect((await own()).mine).toMatchObject({ satisfaction: 'unsatisfied', words: '雨天还是臭' })
  await app.tap('一半满意')
  await app.tap('改成这样')
  await app.waitFor('已送出')
  // The sentence of the first one may still stand there.
  await eventually(async () => (await own()).mine?.satisfaction, 'half')
  expect((await own()).mine).toMatchObject({ satisfaction: 'half', words: '雨天还是臭' })
  await app.close()
})

test('who lives elsewhere reads why and may still report', async () => {
  const taskId = await village.asked('weapp-elsewhere')
  const openid = await village.villager('openid-weapp-elsewhere', '440902101202')
  const app = await openAs(cloud, openid, null)
  await app.open(`/subpackages/village/own/index?id=${taskId}`)
  await app.waitFor('这件事问的是上塘村的村民')
  expect(app.has('送出')).toBe(false)
  expect(app.has('选错了，改我住的村')).toBe(true)
  await app.close()
})

test('the branch says 不涉及 in one tap from its to-do', async () => {
  const taskId = await village.asked('weapp-branch')
  const app = await openAs(cloud, people.villageOfficer.openid, '上塘村党支部')
  const opinionId = await village.opinionOf(people.villageOfficer, taskId)
  await app.open(`/subpackages/village/opinion/index?id=${opinionId}`)
  await app.waitFor('和本村没有关系？')
  expect(app.has('先选哪天开的会')).toBe(true)
  await app.tap('不涉及')
  await app.waitFor('已记为不涉及本村')
  const { state } = await village
    .by(people.villageOfficer)
    .ok('opinion.getCollective', { opinionId })
  expect(state).toBe('notInvolved')
  await app.close()
})

test('a villager with no signal is not asked to say it again: it waits and goes once', async () => {
  const taskId = await village.asked('weapp-no-signal')
  const openid = await village.villager('openid-weapp-no-signal')
  const app = await openAs(cloud, openid, null)
  await app.open(`/subpackages/village/own/index?id=${taskId}`)
  await app.waitFor('这件事办得怎么样？')
  await app.tap('不满意')
  await app.type('想说两句', '雨天还是臭')
  await app.setNetwork('offline')
  await app.tap('送出')
  await app.waitFor('未送达')
  expect(app.has('送出')).toBe(false)
  await app.setNetwork('online')
  await app.waitFor('到公示最后一天都可以改', 15_000)
  const { mine } = await cloud.ok(openid, 'opinion.getOwn', { taskId })
  expect(mine).toMatchObject({ satisfaction: 'unsatisfied', words: '雨天还是臭' })
  await app.close()
})

test('a villager who cannot type says it with no signal; it goes once, and intake hears it', async () => {
  const taskId = await village.asked('weapp-spoken')
  const openid = await village.villager('openid-weapp-spoken')
  const app = await openAs(cloud, openid, null)
  await app.open(`/subpackages/village/own/index?id=${taskId}`)
  await app.waitFor('这件事办得怎么样？')
  await app.tap('不满意')
  await app.press('按住说话')
  await app.waitFor('松开结束')
  await app.release('松开结束')
  await app.waitFor('语音3秒')
  await app.setNetwork('offline')
  await app.tap('送出')
  await app.waitFor('未送达')
  await app.setNetwork('online')
  await app.waitFor('到公示最后一天都可以改', 15_000)
  const own = async () => (await cloud.ok(openid, 'opinion.getOwn', { taskId })).mine
  const { recording } = (await own())!
  expect(recording).not.toBeNull()
  // Changed in words only, the recording stays with them.
  await app.waitFor('上次送出的录音')
  await app.tap('一半满意')
  await app.tap('改成这样')
  await eventually(async () => (await own())?.satisfaction, 'half')
  expect((await own())!.recording!.fileId).toBe(recording!.fileId)
  await app.close()

  await toCloseOut(taskId)
  const { summaryId } = await village.as.ok('intake', 'opinion.listAsked', { taskId })
  const desk = await openAs(cloud, people.intake.openid, '市整改办')
  await desk.open(`/subpackages/village/summary/index?id=${summaryId}`)
  await desk.waitFor('看原话（留痕）')
  await desk.tap('看原话（留痕）')
  await desk.waitFor('听录音')
  await desk.tap('听录音')
  expect(desk.calls('playAudio')).toHaveLength(1)
  await desk.close()
})

test('who has not said where they live chooses the village and goes on', async () => {
  const taskId = await village.asked('weapp-no-village')
  const app = await openAs(cloud, 'openid-weapp-no-village', null)
  await app.open(`/subpackages/village/own/index?id=${taskId}`)
  await app.waitFor('选我住的村')
  await app.tap('选我住的村')
  for (const place of ['茂南区', '石湖镇', '上塘村']) {
    await app.waitFor(place)
    await app.tap(place)
  }
  await app.waitFor('先选一个，再送出')
  await app.close()
})

test('a villager lets an inspector call, who reads whom after a look and records what was heard', async () => {
  const taskId = await village.asked('weapp-visit')
  const openid = await village.villager('openid-weapp-visit')
  const app = await openAs(cloud, openid, null)
  await app.open(`/subpackages/village/own/index?id=${taskId}`)
  await app.waitFor('这件事办得怎么样？')
  expect(app.has('要不要督导组来听您当面说？')).toBe(false)
  await app.tap('不满意')
  await app.tap('可以来')
  expect(app.has('先填电话，或者选“不用”')).toBe(true)
  await app.type('您的电话', '13912345678')
  await app.tap('送出')
  await app.waitFor('到公示最后一天都可以改')
  await app.close()

  const calling = await openAs(cloud, people.inspector.openid, '市整改办')
  const todo = await village.as.ok('inspector', 'notifier.listTodo', {})
  const row = todo.items.find(({ kind }) => kind === 'visitResident')!
  await calling.open(`/subpackages/village/resident-visit/index?id=${row.thingId}`)
  await calling.waitFor('看电话和原话')
  expect(calling.text()).not.toContain('13912345678')
  await calling.tap('看电话和原话')
  await calling.waitFor('13912345678')
  await calling.pick('哪天见的', '2019-11-18')
  await calling.type('村民怎么说', '说雨天还有味')
  await calling.tap('记下这次上门')
  await calling.waitFor('去过了，电话已删掉。')
  await calling.close()
})

test('an inspector calls on a village that was silent, and on none before its day is over', async () => {
  const taskId = await village.asked('weapp-silent')
  const page = `/subpackages/village/visit/index?id=${taskId}&village=440902101201`
  const early = await openAs(cloud, people.inspector.openid, '市整改办')
  await early.open(page)
  await early.waitFor('眼下不用上门')
  expect(early.has('先选哪天去的')).toBe(false)
  await early.close()

  await cloud.clock.jump(Date.parse('2019-12-10T09:00:00+08:00'))
  const app = await openAs(cloud, people.inspector.openid, '市整改办')
  await app.open(page)
  await app.waitFor('去上塘村')
  app.person.photos = [plainJpeg]
  await app.pick('哪天去的', '2019-12-10')
  await app.type('同去的人', '李某')
  await app.type('见了谁', '村民三户')
  await app.type('他们怎么说', '说雨天还有味')
  await app.tap('拍照')
  await app.waitFor('记下这次上门')
  await app.tap('记下这次上门')
  await eventually(
    async () => (await village.as.ok('inspector', 'opinion.listAsked', { taskId })).toVisit,
    [],
  )
  await app.close()
})

test('a unit that can only take back what it asked for reads whose turn it is', async () => {
  const taskId = await village.underway('weapp-turn', {}, [])
  await toCloseOut(taskId)
  const { events } = await village.as.ok('housingStaff', 'task.get', { taskId })
  expect(events).toEqual(['withdraw'])
  const app = await openAs(cloud, people.housingStaff.openid, '市住房城乡建设局')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('现在轮到：')
  await app.close()
})
