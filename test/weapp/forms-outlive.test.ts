import path from 'node:path'
import { talksIn } from '@/test/functions/enterprise/talks'
import { admission, answerOf, as, reportInput } from '@/test/functions/feedback/desk'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { type TestApp, startApp } from '@/test/support/app'
import {
  buildOrganization,
  type ColleagueName,
  type Organization,
} from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openMiniProgram, type OpenOptions } from './simulator/open-mini-program'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/** What a person typed or chose outlives a refresh, a lost network and a closed program. */

const dist = path.resolve(__dirname, '../../dist/weapp')
const restored = '恢复了上次没发出的内容'

let cloud: TestApp
let organization: Organization
let talks: ReturnType<typeof talksIn>

beforeAll(async () => {
  cloud = await startApp()
  organization = await buildOrganization(cloud)
  talks = talksIn(cloud, organization)
})
afterAll(() => cloud.close())

/** A colleague's phone, on which they have chosen to act in their role. */
const openAs = async (name: ColleagueName, route: string, more: Partial<OpenOptions> = {}) => {
  const { openid, actAs } = organization[name]
  const storage = more.storage ?? { entries: new Map(), files: new Map() }
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  return openMiniProgram({ dist, bridge: bridgeTo(cloud, openid), path: route, ...more, storage })
}

/** The page is hidden and shown without a network: what it asks for again fails. */
const loseAndReturn = async (app: RunningMiniProgram) => {
  await app.setNetwork('offline')
  await app.leaveAndReturn()
  await app.waitFor('没有网络，这是')
}

const answered = async (openid: string) => {
  const { id } = await cloud.ok(openid, 'feedback.submit', reportInput())
  await as(cloud, organization.intake).ok('feedback.admit', admission(id))
  await as(cloud, organization.intake).ok('feedback.assign', { feedbackId: id, unitId: 'housing' })
  await as(cloud, organization.housingStaff).ok('feedback.submitAnswer', answerOf(id))
  await as(cloud, organization.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
  return id
}

describe('商定时间', () => {
  const counterOffer = async (app: RunningMiniProgram) => {
    await app.waitFor('最晚2020年12月31日')
    await app.tap('同意', 0)
    await app.tap('另提', 1)
    await app.pick('我们提的日期', '2020-08-15')
    await app.type('为什么要另提', '设备订货约75天，已签合同。')
    await app.type('技术方案', '先建临时池，再换膜。')
  }
  const standsThere = (app: RunningMiniProgram) => {
    expect(app.text()).toContain('1项同意，1项另提')
    expect(app.text()).toContain('晚46天')
    expect(app.valueOf('为什么要另提')).toBe('设备订货约75天，已签合同。')
    expect(app.valueOf('技术方案')).toBe('先建临时池，再换膜。')
  }

  test('answers, dates, reason and plan outlive a refresh that fails, and are sent as shown', async () => {
    const timelineId = await talks.proposed('task-outlives')
    const app = await openAs('enterprise', `subpackages/enterprise/timeline/index?id=${timelineId}`)
    await counterOffer(app)
    await loseAndReturn(app)
    standsThere(app)

    await app.setNetwork('online')
    await app.waitFor(() => !app.has('没有网络，这是'))
    standsThere(app)
    await app.tap('发出意见')
    await app.waitFor('企业另提了日期，等单位回复')
    const { measures, reason } = await talks.ok('housingStaff', 'enterprise.getTimeline', {
      timelineId,
    })
    expect(measures.map(({ enterpriseOn }) => enterpriseOn)).toEqual(['2020-06-30', '2020-08-15'])
    expect(reason).toBe('设备订货约75天，已签合同。')
    await app.close()
  })

  test('they are there again after the program was closed, and can be emptied', async () => {
    const timelineId = await talks.proposed('task-closed-program')
    const route = `subpackages/enterprise/timeline/index?id=${timelineId}`
    const first = await openAs('enterprise', route)
    await counterOffer(first)
    await first.close()

    const next = await openAs('enterprise', route, { storage: first.storage })
    await next.waitFor(restored)
    standsThere(next)
    await next.tap('清空')
    await next.waitFor('清空写过的内容？')
    await next.tap('清空', 1)
    await next.waitFor(() => !next.has(restored))
    expect(next.text()).not.toContain('1项同意，1项另提')
    expect(next.has('还有措施没选')).toBe(true)
    await next.close()

    const last = await openAs('enterprise', route, { storage: first.storage })
    await last.waitFor('最晚2020年12月31日')
    expect(last.has(restored)).toBe(false)
    await last.close()
  })

  test('a counter-proposal without a network waits in its own page, and goes once with its file', async () => {
    const timelineId = await talks.proposed('task-waits')
    const app = await openAs('enterprise', `subpackages/enterprise/timeline/index?id=${timelineId}`)
    await counterOffer(app)
    app.person.document = { name: '方案.pdf', bytes: Buffer.from('%PDF-1.4 plan') }
    await app.tap('加一个文件')
    await app.waitFor('方案.pdf')
    await app.setNetwork('offline')
    await app.tap('发出意见')
    await app.waitFor('未送达')
    expect(app.has('发出意见')).toBe(false)
    await app.setNetwork('online')
    await app.waitFor('企业另提了日期，等单位回复', 15_000)
    const seen = await talks.ok('housingStaff', 'enterprise.getTimeline', { timelineId })
    expect(seen.planFiles).toHaveLength(1)
    expect(seen.round).toBe(1)
    await app.close()
  })

  test('another offer asks for the choices anew and keeps the words', async () => {
    const timelineId = await talks.proposed('task-new-offer')
    const route = `subpackages/enterprise/timeline/index?id=${timelineId}`
    const app = await openAs('enterprise', route)
    await counterOffer(app)
    // The same firm counters from elsewhere, and the unit offers again.
    await talks.ok('enterprise', 'enterprise.counter', talks.counterOf(timelineId, 1))
    await talks.ok('housingStaff', 'enterprise.propose', talks.proposal('task-new-offer'))
    await app.leaveAndReturn()
    await app.waitFor('对方换了日期，请重新选')
    expect(app.text()).not.toContain('1项同意')
    await app.tap('另提', 0)
    await app.tap('同意', 1)
    expect(app.valueOf('为什么要另提')).toBe('设备订货约75天，已签合同。')
    await app.close()
  })
})

describe('the reporter', () => {
  test('words of a rating outlive a refresh that fails and a closed program', async () => {
    const openid = 'openid-outlives-rater'
    const id = await answered(openid)
    const options = { dist, bridge: bridgeTo(cloud, openid), path: `pages/progress/index?id=${id}` }
    const app = await openMiniProgram(options)
    await app.waitFor('办了一半')
    await app.tap('办了一半')
    await app.type('哪里还没办好？', '雨天还是有味道')
    await loseAndReturn(app)
    expect(app.valueOf('哪里还没办好？')).toBe('雨天还是有味道')
    await app.close()

    const next = await openMiniProgram({ ...options, storage: app.storage })
    await next.waitFor(restored)
    expect(next.valueOf('哪里还没办好？')).toBe('雨天还是有味道')
    await next.tap('发出评价')
    await next.waitFor('已记下，谢谢您')
    expect(next.has(restored)).toBe(false)
    await next.close()
  })

  test('words beside 办了一半 are not sent with 办好了, where they are not shown', async () => {
    const openid = 'openid-unseen-rater'
    const id = await answered(openid)
    const app = await openMiniProgram({
      dist,
      bridge: bridgeTo(cloud, openid),
      path: `pages/progress/index?id=${id}`,
    })
    await app.waitFor('办了一半')
    await app.tap('办了一半')
    await app.type('哪里还没办好？', '其实办好了')
    await app.tap('办好了')
    expect(app.has('哪里还没办好？')).toBe(false)
    await app.tap('发出评价')
    await app.waitFor('已办结')
    const original = await as(cloud, organization.intake).ok('feedback.openOriginal', {
      feedbackId: id,
      reason: '核对评价',
    })
    expect(original.ratings).toMatchObject([{ rating: 'done', words: '' }])
    await app.close()
  })

  test('a sheet that was closed opens with its words, and sends what it shows', async () => {
    const openid = 'openid-sheet-reopened'
    const { id } = await cloud.ok(openid, 'feedback.submit', reportInput())
    const app = await openMiniProgram({
      dist,
      bridge: bridgeTo(cloud, openid),
      path: `pages/progress/index?id=${id}`,
    })
    await app.waitFor('补充情况')
    await app.tap('补充情况')
    await app.type('又发生了什么、还有什么要说的？', '今天又排了一次')
    await app.tap('关闭')
    await app.tap('补充情况')
    await app.waitFor(restored)
    expect(app.valueOf('又发生了什么、还有什么要说的？')).toBe('今天又排了一次')
    await app.type('又发生了什么、还有什么要说的？', '今天又排了两次')
    await app.tap('补充情况', 1)
    await app.waitFor('今天又排了两次')
    const { supplements } = await cloud.ok(openid, 'feedback.get', { feedbackId: id })
    expect(supplements.map(({ words }) => words)).toEqual(['今天又排了两次'])

    await app.tap('补充情况')
    expect(app.has(restored)).toBe(false)
    expect(app.valueOf('又发生了什么、还有什么要说的？')).toBe('')
    await app.close()
  })

  test('a report is written down when the page is left, and when the program is', async () => {
    const openid = 'openid-hides'
    const options = { dist, bridge: bridgeTo(cloud, openid) }
    const app = await openMiniProgram(options)
    await app.tap('反映环境问题')
    await app.type('哪里、发生了什么？', '刚打完')
    // Sooner than typing pauses: the phone's own gesture.
    await app.hide()
    expect([...app.storage.entries.values()].join()).toContain('刚打完')
    await app.close()
  })

  test('a report is written down while typing, before the page is left', async () => {
    const app = await openMiniProgram({ dist, bridge: bridgeTo(cloud, 'openid-types') })
    await app.tap('反映环境问题')
    await app.type('哪里、发生了什么？', '还没打完')
    await app.waitFor('草稿已存在手机')
    expect([...app.storage.entries.values()].join()).toContain('还没打完')
    await app.close()
  })
})

describe('a phone that is full', () => {
  test('says that it kept nothing, and never that it did', async () => {
    const app = await openMiniProgram({ dist, bridge: bridgeTo(cloud, 'openid-full') })
    await app.tap('反映环境问题')
    app.storage.entries.set = () => {
      throw new Error('setStorageSync:fail exceed storage max size')
    }
    await app.type('哪里、发生了什么？', '存不下的话')
    expect(app.has('草稿已存在手机')).toBe(false)
    await app.waitFor('手机没存住，请先别退出')
    expect(app.has('草稿已存在手机')).toBe(false)
    await app.close()
  })
})

describe('staff', () => {
  test('a plan with persons, dates and proof outlives a refresh that fails and a closed program', async () => {
    const taskId = await talks.taskFor('task-plan-outlives')
    await talks.ok('housingStaff', 'task.signFor', {
      taskId,
      person: '李工',
      phone: '0668-2000001',
    })
    const route = `subpackages/unit/plan/index?id=${taskId}`
    const app = await openAs('housingStaff', route)
    await app.waitFor('请选第1条措施以什么证明')
    await app.tap('照片')
    await app.type('目标', '建成污水处理设施')
    await app.type('总责任人', '王主任')
    await app.setNetwork('offline')
    await app.leaveAndReturn()
    expect(app.valueOf('目标')).toBe('建成污水处理设施')
    await app.close()

    const next = await openAs('housingStaff', route, { storage: app.storage })
    await next.waitFor(restored)
    expect(next.valueOf('目标')).toBe('建成污水处理设施')
    expect(next.valueOf('总责任人')).toBe('王主任')
    expect(next.has('请选第2条措施以什么证明')).toBe(true)
    await next.close()
  })

  test('an assignment half decided is there again', async () => {
    const taskId = await talks.draft('task-assign-outlives').then(() => 'task-assign-outlives')
    const route = `subpackages/office/assign/index?id=${taskId}`
    const app = await openAs('coordinator', route)
    await app.waitFor('责任单位')
    await app.tap('加一个', 1)
    await app.waitFor('市水务局')
    await app.tap('市水务局')
    await app.close()
    const next = await openAs('coordinator', route, { storage: app.storage })
    await next.waitFor(restored)
    expect(next.has('去掉市水务局')).toBe(true)
    await next.close()
  })

  test('an answer with its photo waits without a network and goes once', async () => {
    const { id } = await cloud.ok('openid-answer-waits', 'feedback.submit', reportInput())
    await as(cloud, organization.intake).ok('feedback.admit', admission(id))
    await as(cloud, organization.intake).ok('feedback.assign', {
      feedbackId: id,
      unitId: 'housing',
    })
    const app = await openAs('housingStaff', `subpackages/unit/feedback/index?id=${id}`)
    await app.waitFor('报答复')
    await app.tap('报答复')
    await app.tap('情况属实')
    await app.type('查到什么、做了什么、现在怎样', '已清淤并封堵排口')
    app.person.photos = [plainJpeg]
    await app.tap('选照片')
    await app.waitFor(() => app.has('第1张照片'))
    await app.setNetwork('offline')
    await app.tap('报答复', 1)
    await app.waitFor('未送达')
    await app.setNetwork('online')
    await app.waitFor('已报，等整改办审核', 15_000)
    const handled = await as(cloud, organization.coordinator).ok('feedback.getHandled', {
      feedbackId: id,
    })
    expect(handled.answers).toHaveLength(1)
    expect(handled.answers[0]!.photos).toHaveLength(1)
    await app.close()
  })
})
