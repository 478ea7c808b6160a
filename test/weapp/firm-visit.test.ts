import { talksIn } from '@/test/functions/enterprise/talks'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { type TestApp, startApp } from '@/test/support/app'
import { administratorOpenid } from '@/test/support/environment'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { openAs } from './open-as'

/** A visit to a firm on the pages as compiled: asked for, notified, written down, answered by the firm. */

let cloud: TestApp
let people: Organization
let talks: ReturnType<typeof talksIn>
beforeAll(async () => {
  cloud = await startApp({ startAt: '2019-11-18T09:00:00+08:00' })
  people = await buildOrganization(cloud)
  talks = talksIn(cloud, people)
})
afterAll(() => cloud.close())

const visitOf = (visitId: string) => talks.ok('coordinator', 'enterprise.getVisit', { visitId })
const open = (who: keyof Organization, identity: string) =>
  openAs(cloud, people[who].openid, identity)
const page = (visitId: string) => `/subpackages/enterprise/visit/index?id=${visitId}`

const asked = async (taskId: string) => {
  const { id } = await talks.ok('inspector', 'enterprise.askVisit', {
    ...{ taskId, enterpriseId: 'farm', bodyId: 'bureau', on: '2019-11-18' },
    matters: [{ words: '收集池有没有渗漏', measureId: null }],
  })
  return id
}

test('intake asks from the task, the body notifies, corrects and records, the firm dissents and rates', async () => {
  const taskId = await talks.taskFor('task-visited')
  const intake = await open('intake', '市整改办')
  await intake.open(`/subpackages/unit/task/index?id=${taskId}`)
  await intake.waitFor('请执法单位入企检查')
  await intake.tap('请执法单位入企检查')
  await intake.waitFor('企业看不到是谁提的')
  expect(intake.has('请先选执法单位')).toBe(true)
  await intake.tap('选执法单位')
  await intake.waitFor('市生态环境局')
  await intake.tap('市生态环境局')
  await intake.pick('最好哪天去', '2019-11-18')
  await intake.type('第1件', '收集池有没有渗漏')
  await intake.tap('再加一件')
  await intake.type('第2件', '排口封好没有')
  await intake.tap('发给执法单位')
  await intake.waitFor('已发给执法单位')
  const [row] = (await talks.ok('coordinator', 'enterprise.listVisits', {})).items
  const visitId = row!.id
  expect(row?.matters.map(({ words }) => words)).toEqual(['收集池有没有渗漏', '排口封好没有'])
  await intake.close()

  const body = await open('enforcer', '市生态环境局')
  await body.switchTab('pages/todo/index')
  await body.waitFor('发通知')
  await body.open(page(visitId))
  await body.waitFor('最好11月18日前后去')
  expect(body.text()).not.toContain('市整改办')
  await body.tap('发检查通知')
  await body.type('批准文号', '茂环检批〔2019〕3号')
  await body.type('执法人员1姓名', '林某')
  await body.type('执法人员1证号', '粤K0126')
  await body.type('执法人员2姓名', '郑某')
  await body.type('执法人员2证号', '粤K0158')
  await body.tap('个案检查')
  await body.pick('检查日期', '2019-11-18')
  await body.tap('发检查通知', 1)
  await body.waitFor('11月18日来检查')
  await body.tap('改通知')
  await body.type('批准文号', '茂环检批〔2019〕4号')
  await body.tap('改通知', 2)
  await body.waitFor('茂环检批〔2019〕4号')

  await body.tap('写检查记录')
  await body.waitFor('还有2件没写')
  await body.tap('没有问题', 0)
  await body.type('第1件查到什么', '四周干燥')
  await body.tap('没查', 1)
  await body.type('第2件查到什么', '门锁着，下次再看')
  await body.type('记录交给谁', '厂长')
  body.person.photos = [plainJpeg]
  await body.tap('选照片')
  await body.waitFor(() => body.has('第1张照片'))
  await body.tap('送出记录')
  await body.waitFor('11月18日的检查已经做完')
  await body.close()
  expect(await visitOf(visitId)).toMatchObject({
    state: 'recorded',
    record: { receivedBy: '厂长', files: [{ isPhoto: true }] },
  })

  const firm = await open('enterprise', '某某养殖有限公司')
  await firm.switchTab('pages/todo/index')
  await firm.waitFor('入企检查')
  await firm.tap('入企检查')
  await firm.waitFor('市生态环境局')
  await firm.open(page(visitId))
  await firm.waitFor('不亮证件，您可以拒绝检查。')
  expect(firm.text()).not.toContain('市整改办')
  await firm.tap('写不同意见')
  await firm.type('对记录有什么不同意见', '门没有锁')
  await firm.tap('写不同意见', 2)
  await firm.waitFor('门没有锁')
  await firm.tap('有的地方不规范')
  await firm.type('有什么要说的（可以不写）', '没有先亮证件')
  await firm.tap('送出评价')
  await firm.waitFor('您已评价')
  await firm.close()
  expect(await visitOf(visitId)).toMatchObject({
    ...{ state: 'rated', rating: { rating: 'partly', words: '没有先亮证件' } },
  })

  const office = await open('coordinator', '市整改办')
  await office.open('/subpackages/enterprise/visits/index')
  await office.waitFor('有的地方不规范')
  await office.open(page(visitId))
  await office.waitFor('没有先亮证件')
  await office.close()
})

test('who asked takes it back, and the body calls off what it cannot do', async () => {
  const taskId = await talks.taskFor('task-not-visited')
  const first = await asked(taskId)
  const inspector = await open('inspector', '市整改办')
  await inspector.open(page(first))
  await inspector.waitFor('我方提出')
  await inspector.tap('撤回我方要查的事')
  await inspector.waitFor('撤回我方提的事？')
  await inspector.tap('撤回我方要查的事', 1)
  await inspector.waitFor('已撤回')
  expect((await visitOf(first)).state).toBe('cancelled')
  await inspector.close()

  const second = await asked(taskId)
  const body = await open('enforcer', '市生态环境局')
  await body.open(page(second))
  await body.waitFor('不去了')
  await body.tap('不去了')
  await body.type('为什么不去', '已停产')
  await body.tap('取消检查', 1)
  await body.waitFor('这次检查取消了')
  expect((await visitOf(second)).calledOff?.reason).toBe('已停产')
  await body.close()
})

test('the administrator marks an enforcement body with its paper, and takes the mark away', async () => {
  const admin = await openAs(cloud, administratorOpenid, '系统管理员')
  await admin.open('/subpackages/office/people/index?unit=water')
  await admin.waitFor('没有标为执法单位')
  await admin.tap('标为执法单位')
  await admin.type('执法依据（法规或文件名称、文号）', '粤府令〔2019〕2号')
  await admin.tap('标为执法单位', 2)
  await admin.waitFor('粤府令〔2019〕2号')
  await admin.tap('取消标记')
  await admin.waitFor('取消执法单位标记？')
  await admin.tap('取消标记', 1)
  await admin.waitFor('没有标为执法单位')
  await admin.close()
})
