import path from 'node:path'
import { standardWords, twoSteps } from '@/test/functions/task/close-out'
import { type Organization } from '@/test/support/organization'
import { releasableTaskFields } from '@/domain/release/release'
import { bridgeTo } from './bridge'
import { openAs } from './open-as'
import { sign } from './signing'
import { openMiniProgram } from './simulator/open-mini-program'
import type { RunningMiniProgram } from './simulator/running-mini-program'
import { readAll } from '../functions/task/read-places'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'

/** From the last done part to close-out, on the pages of the compiled mini-program. */

const dist = path.resolve(__dirname, '../../dist/weapp')

let cloud: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']

beforeAll(async () => {
  ;({ app: cloud, organization, as, cases } = await openTaskWorld())
})
afterAll(() => cloud.close())

/** As a colleague with one role gets to the task: choose the identity, then the to-do. */
const openTask = async (
  who: keyof Organization,
  identity: string,
  taskId: string,
): Promise<RunningMiniProgram> => {
  const app = await openAs(cloud, organization[who].openid, identity)
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  await app.waitFor('验收和办结')
  return app
}

const eachStandard = [
  ['措施都做完了：写一句', standardWords.measuresDone],
  ['违法的已处理：写一句', standardWords.violationsPunished],
  ['达到法律和标准要求：写一句', standardWords.normsMet],
  ['同样的问题一起改：写一句', standardWords.likeProblemsDone],
  ['从源头管住，能长久：写一句', standardWords.treatedAtSource],
] as const

test('the leader says a word on each standard, and so signs', async () => {
  const taskId = await cases.done('journey-self-check')
  const app = await openTask('housingLeader', '市住房城乡建设局', taskId)
  await app.tap('办结前自查')
  await app.waitFor('2项都有证据')
  expect(app.has('请先写：措施都做完了')).toBe(true)
  for (const [label, words] of eachStandard) await app.type(label, words)
  await app.type('有争议的标准（没有可不填）', '一级A还是一级B')
  expect(app.has('请先填由谁来定有争议的标准')).toBe(true)
  await app.type('由谁来定这条标准', '市生态环境局')
  expect(app.has('请先写为什么有争议、为什么由它来定')).toBe(true)
  await app.type('为什么有争议，为什么由它来定', '环评只写了一级')
  await app.tap('自查完成，报送')
  await app.waitFor('单位负责人已签')
  expect(app.text()).toContain(
    '标准有争议：一级A还是一级B，由市生态环境局来定，因为：环评只写了一级',
  )
  expect(app.text()).toContain('还不能申请验收：验收链没定好')
  const { closeOut, state } = await as.ok('housingLeader', 'task.get', { taskId })
  expect(state).toBe('selfChecked')
  expect(closeOut?.cycles[0]?.selfCheck?.words).toEqual(standardWords)
  await app.close()
})

test('staff prepare the self-check, and the leader signs what they wrote', async () => {
  const taskId = await cases.done('journey-prepared')
  const staff = await openTask('housingStaff', '市住房城乡建设局', taskId)
  await staff.tap('办结前自查')
  await staff.waitFor('2项都有证据')
  expect(staff.has('自查完成，报送')).toBe(false)
  for (const [label, words] of eachStandard) await staff.type(label, words)
  await staff.tap('备好，请负责人签字')
  await staff.waitFor('验收和办结')
  await staff.tap('办结前自查')
  await staff.waitFor('11月18日已备好，等负责人签字。')
  await staff.close()

  const leader = await openTask('housingLeader', '市住房城乡建设局', taskId)
  await leader.tap('办结前自查')
  await leader.waitFor('经办11月18日备好的，在下面。')
  await leader.tap('自查完成，报送')
  await leader.waitFor('单位负责人已签')
  await leader.close()
  const { closeOut } = await as.ok('housingLeader', 'task.get', { taskId })
  expect(closeOut?.cycles[0]?.selfCheck).toMatchObject({ words: standardWords, papers: 0 })
})

test('staff record the paper that the leader signed by its scan alone', async () => {
  const taskId = await cases.doneByTwo('journey-scan')
  const document = { name: '负责人签字件.pdf', bytes: Buffer.from('%PDF-1.4 signed') }
  const shares = await openTask('housingStaff', '市住房城乡建设局', taskId)
  shares.person.document = document
  await shares.tap('签本单位自查')
  await shares.tap('加盖章件', 1)
  await shares.waitFor('负责人签字件.pdf')
  await shares.tap('都做完了，签字', 1)
  await shares.waitFor('11月18日已签')
  await shares.close()

  const staff = await openTask('waterStaff', '市水务局', taskId)
  staff.person.document = document
  await staff.tap('办结前自查')
  await staff.waitFor('负责人签字盖章件1份，在卷宗里')
  for (const [label, words] of eachStandard) await staff.type(label, words)
  await staff.tap('加盖章件')
  await staff.waitFor('负责人签字件.pdf')
  await staff.tap('自查完成，报送')
  await staff.waitFor('负责人签字盖章件1份，在卷宗里')
  await staff.close()
  const { closeOut, state } = await as.ok('waterStaff', 'task.get', { taskId })
  expect(state).toBe('selfChecked')
  expect(closeOut?.cycles[0]?.selfCheck).toMatchObject({ signOffNumber: null, papers: 1 })
})

test('the leader of another unit signs its share, for which the unit that answers for it all waits', async () => {
  const taskId = await cases.doneByTwo('journey-share')
  const waits = await openTask('waterStaff', '市水务局', taskId)
  expect(waits.text()).toContain('还不能自查：还有责任单位没签本单位的自查')
  await waits.tap('看还差什么')
  await waits.waitFor('各责任单位负责人签字')
  expect(waits.text()).toContain('还没签')
  await waits.close()

  const staff = await openTask('housingStaff', '市住房城乡建设局', taskId)
  await staff.tap('签本单位自查')
  await staff.waitFor('本单位报完成的2项')
  expect(staff.has('请先填负责人签字件的文号，或加盖章件')).toBe(true)
  await staff.close()

  const app = await openTask('housingLeader', '市住房城乡建设局', taskId)
  await app.tap('签本单位自查')
  await app.waitFor('您是负责人，点下面就是签字，文号可以不填')
  await app.tap('都做完了，签字', 1)
  await app.waitFor('11月18日已签')
  await app.close()
  const { assignments } = await as.ok('housingLeader', 'task.get', { taskId })
  expect(assignments.find(({ unit }) => unit.id === 'housing')?.signature?.on).toBe('2019-11-18')

  const checks = await openTask('waterStaff', '市水务局', taskId)
  expect(checks.text()).not.toContain('还不能自查')
  await checks.tap('办结前自查')
  await checks.waitFor('各责任单位负责人签字')
  expect(checks.text()).toContain('11月18日已签')
  await checks.close()
})

test('where the round asks for a notice first the office publishes it, and the unit waits', async () => {
  const { id: roundId } = await as.ok('coordinator', 'documents.registerRound', {
    name: '先公示',
    level: 'provincial',
    kind: 'inspection',
    feedbackOn: '2019-10-08',
    expected: null,
    noticeFirst: true,
    chain: [...twoSteps.chain],
    closingLevel: 'city',
  })
  const taskId = await cases.done('journey-pre-notice', {}, { roundId })
  const said = { standards: standardWords, signOffNumber: null }
  await as.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  await cases.release(taskId)
  const unit = await openTask('housingStaff', '市住房城乡建设局', taskId)
  expect(unit.text()).toContain('还不能申请验收：这一轮要先公示')
  await unit.close()

  const app = await openTask('coordinator', '市整改办', taskId)
  await app.tap('发验收前公示')
  await app.waitFor('现在发验收前公示？')
  await app.tap('发验收前公示')
  await app.waitFor('验收前公示11月18日至11月29日，10个工作日')
  expect((await as.ok('coordinator', 'task.get', { taskId })).state).toBe('preNotice')
  await app.close()
})

test('the office names who accepts, and the unit asks for it and takes it back', async () => {
  const taskId = await cases.done('journey-request')
  const said = { standards: standardWords, signOffNumber: null }
  await as.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  const office = await openTask('coordinator', '市整改办', taskId)
  await office.tap('定验收单位')
  await office.waitFor('请先选县级验收单位')
  await office.tap('选单位', 0)
  await office.waitFor('茂南区农业农村局')
  await office.tap('茂南区农业农村局')
  await office.tap('选单位', 1)
  await office.waitFor('市水务局')
  await office.tap('市水务局')
  await office.tap('定下来')
  await office.waitFor('验收和办结')
  await office.close()
  const named = (await as.ok('coordinator', 'task.get', { taskId })).closeOut?.chain
  expect(named?.map(({ level, unit }) => ({ level, unitId: unit?.id }))).toEqual(twoSteps.chain)

  const app = await openTask('housingStaff', '市住房城乡建设局', taskId)
  await app.tap('申请验收')
  await app.type('验收申请报告的文号', '茂建报〔2019〕8号')
  await app.tap('申请验收', 1)
  await app.waitFor('报告茂建报〔2019〕8号')
  expect((await as.ok('housingStaff', 'task.get', { taskId })).state).toBe('verifying')
  await app.tap('撤回')
  await app.waitFor('撤回这一步？')
  await app.tap('撤回')
  await app.waitFor('已撤回')
  expect((await as.ok('housingStaff', 'task.get', { taskId })).state).toBe('selfChecked')
  await app.close()
})

test('two check on site, the second confirms, and a measure that is missed sends it back', async () => {
  const taskId = await cases.asked('journey-verify')
  const county = await openTask('farmingStaff', '茂南区农业农村局', taskId)
  await county.tap('现场核查')
  await county.waitFor('还有2项没看')
  await county.tap('到位', 0)
  await county.tap('到位', 1)
  await county.waitFor('farmingColleague')
  await county.tap('farmingColleague')
  await sign(county)
  await county.type('写一句结论', '两处都接通')
  expect(county.has('第1条没有现场照片，请拍一张或写明凭什么定的')).toBe(true)
  await county.type('第1条：没拍照片，凭什么定的', '看了验收单')
  await county.type('第2条：没拍照片，凭什么定的', '看了验收单')
  await county.tap('通过，签名')
  await county.waitFor('还没确认')
  await county.close()

  const second = await openTask('farmingColleague', '茂南区农业农村局', taskId)
  await second.tap('确认是我查的')
  await second.waitFor('确认这次验收有您？')
  await second.tap('确认是我查的')
  await second.waitFor(() => !second.has('还没确认'))
  await second.close()

  const city = await openTask('waterStaff', '市水务局', taskId)
  await city.tap('现场核查')
  await city.waitFor('还有2项没看')
  await city.tap('不到位', 0)
  await city.type('第1条：看到了什么', '还有一处没接')
  await city.tap('到位', 1)
  await city.type('第2条：没拍照片，凭什么定的', '看了验收单')
  await city.type('姓名', '王工')
  await city.type('单位', '市环科院')
  await sign(city)
  await city.type('写一句结论', '一处没接，退回')
  expect(city.has('有1项不到位，只能退回。原定期限不变。')).toBe(true)
  await city.pick('改到哪天', '2020-03-31')
  await city.tap('退回再改，签名')
  await city.waitFor('改到2020年3月31日，原定期限不变')
  await city.close()
  const { closeOut, state } = await as.ok('coordinator', 'task.get', { taskId })
  expect(state).toBe('inProgress')
  expect(closeOut?.cycles[1]?.rework?.demands).toMatchObject([{ words: '还有一处没接' }])
})

test('the office publishes the notice, and a resident reads what was done and who checked it', async () => {
  const taskId = await cases.asked('journey-notice')
  await cases.pass(taskId, organization.farmingColleague.actAs)
  const digest = await readAll(as.ok, taskId)
  const read = { taskId, fields: [...releasableTaskFields], digest }
  await as.ok('coordinator', 'task.checkSecrecy', read)
  await as.ok('publisher', 'task.checkOpenness', read)
  const office = await openTask('coordinator', '市整改办', taskId)
  await office.tap('发公示')
  await office.waitFor('现在发公示？')
  await office.tap('发公示')
  await office.waitFor('公示11月18日至11月29日，10个工作日')
  await office.close()

  const app = await openMiniProgram({
    dist,
    bridge: bridgeTo(cloud, 'openid-reader'),
    path: `pages/task/index?id=${taskId}`,
  })
  await app.waitFor('公示还剩10个工作日，看做了什么')
  await app.tap('公示还剩10个工作日，看做了什么')
  await app.waitFor('公示中，还剩10个工作日')
  expect(app.text()).toContain('截污管已接通')
  expect(app.text()).toContain('2人，没有参与整改，11月18日通过')
  expect(app.text()).not.toContain('farmingColleague')
  await app.close()
})

test('the tap that says a part is done asks whether a message may come', async () => {
  const taskId = await cases.underway('journey-report-done')
  const app = await openTask('housingStaff', '市住房城乡建设局', taskId)
  await app.tap('报完成')
  await app.type('做了什么', '管网已接通')
  await app.type('文号', '茂建验〔2019〕3号')
  // Two parts have one, the sheet is called so, and its button is the last.
  await app.tap('报完成', 3)
  await app.waitFor('已报完成')
  expect(app.calls('subscriptionPopup')).toHaveLength(1)
  await app.close()
})
