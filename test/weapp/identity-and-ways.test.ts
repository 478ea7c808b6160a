import path from 'node:path'
import { talksIn } from '@/test/functions/enterprise/talks'
import { admission, as, reportInput } from '@/test/functions/feedback/desk'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { type TestApp, startApp } from '@/test/support/app'
import {
  buildOrganization,
  type ColleagueName,
  type Organization,
} from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openMiniProgram, type OpenOptions } from './simulator/open-mini-program'
import { type Bridge, emptyStorage } from './simulator/phone'

/** Who the person is without a network, what refusals say, and every way to a page. */

const dist = path.resolve(__dirname, '../../dist/weapp')

let cloud: TestApp
let organization: Organization
let talks: ReturnType<typeof talksIn>
let strangers = 0

beforeAll(async () => {
  cloud = await startApp()
  organization = await buildOrganization(cloud)
  talks = talksIn(cloud, organization)
})
afterAll(() => cloud.close())

const newPerson = () => `openid-ways-${++strangers}`
const open = (openid: string, more: Partial<OpenOptions> = {}) =>
  openMiniProgram({ dist, bridge: bridgeTo(cloud, openid), ...more })
const openAs = (name: ColleagueName, route: string, more: Partial<OpenOptions> = {}) => {
  const { openid, actAs } = organization[name]
  const storage = more.storage ?? emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  return open(openid, { path: route, ...more, storage })
}

describe('started without a network', () => {
  test('staff stay who they were, with the time of it, and are asked again when it is back', async () => {
    const first = await openAs('housingStaff', 'pages/mine/index')
    await first.waitFor('市住房城乡建设局')
    await first.close()

    const app = await openAs('housingStaff', 'pages/mine/index', {
      storage: first.storage,
      network: 'offline',
    })
    await app.waitFor('市住房城乡建设局')
    expect(app.text()).toMatch(/没有网络，这是\d+月\d+日\d\d:\d\d的身份/)
    expect(app.has('待办')).toBe(true)
    await app.setNetwork('online')
    await app.waitFor(() => !app.has('没有网络，这是'))
    await app.close()
  })

  test('a resident whom no server knew yet is asked for consent once the network is back', async () => {
    const app = await open(newPerson(), { network: 'offline' })
    await app.tap('反映环境问题')
    await app.setNetwork('online')
    await app.type('哪里、发生了什么？', '刚连上网')
    await app.tap('提交并接收办理通知')
    await app.waitFor('已收到，最迟')
    expect(app.calls('subscriptionPopup')).toHaveLength(1)
    await app.close()
  })

  test('who the person is is asked again on show and on pull', async () => {
    const openid = newPerson()
    let [asked, answered] = [0, 0]
    const real = bridgeTo(cloud, openid)
    const bridge: Bridge = {
      ...real,
      async callFunction(name, data) {
        const isAsking = (data as { action: string }).action === 'identity.whoAmI'
        if (isAsking) asked += 1
        const reply = await real.callFunction(name, data)
        if (isAsking) answered += 1
        return reply
      },
    }
    const app = await open(openid, { bridge })
    await app.waitFor('反映环境问题')
    const atStart = asked
    // While one question is under way another one is not sent.
    await app.waitFor(() => answered === atStart)
    await app.leaveAndReturn()
    await app.waitFor(() => answered === atStart + 1)
    await app.pullDown()
    await app.waitFor(() => answered === atStart + 2)
    expect(asked).toBe(atStart + 2)
    await app.waitFor(() => app.calls('stopPullDownRefresh').length > 0)
    await app.close()
  })

  test('我的 works: nothing on it fails in silence', async () => {
    const app = await open(newPerson(), { network: 'offline', path: 'pages/mine/index' })
    await app.waitFor('没有网络，还没认出您的身份')
    await app.tap('再同意一次')
    await app.waitFor('没有同意，进度可以随时在这里看')
    await app.tap('我的反映')
    await app.waitFor('没取到')
    await app.close()
  })
})

describe('a permission that was refused', () => {
  test.each([
    ['拍照', 'camera', '没有相机权限'],
    ['选照片', 'album', '没有相册权限'],
  ] as const)(
    '%s says so and offers the settings, where it can be given',
    async (button, scope, title) => {
      const app = await open(newPerson())
      await app.tap('反映环境问题')
      app.person.denies.add(scope)
      app.person.allowsInSettings = [scope]
      app.person.photos = [plainJpeg]
      await app.tap(button)
      await app.waitFor(() => app.modals.length > 0)
      expect(app.modals[0]!.title).toBe(title)
      await app.waitFor(() => app.calls('openSetting').length > 0)
      await app.tap(button)
      await app.waitFor(() => app.has('第1张照片'))
      await app.close()
    },
  )

  test('the phone’s own refusal leads to the phone’s settings', async () => {
    const app = await open(newPerson())
    await app.tap('反映环境问题')
    app.person.phoneDenies.add('camera')
    await app.tap('拍照')
    await app.waitFor(() => app.calls('openAppAuthorizeSetting').length > 0)
    await app.close()
  })

  test('the microphone says so', async () => {
    const app = await open(newPerson())
    await app.tap('反映环境问题')
    app.person.denies.add('record')
    await app.press('按住说话')
    await app.waitFor(() => app.modals.some((modal) => modal.title === '没有话筒权限'))
    await app.close()
  })

  test('the privacy popup that was refused says that it comes again', async () => {
    const app = await open(newPerson())
    await app.tap('反映环境问题')
    app.person.acceptsPrivacy = false
    app.person.photos = [plainJpeg]
    await app.tap('选照片')
    await app.waitFor(() => app.modals.some((modal) => modal.content.includes('请再点一次并同意')))
    app.person.acceptsPrivacy = true
    await app.tap('选照片')
    await app.waitFor(() => app.has('第1张照片'))
    await app.close()
  })

  test('a file that may not be taken from a chat says so, and is taken once it may be', async () => {
    const timelineId = await talks.proposed('task-refused-file')
    const route = `subpackages/enterprise/timeline/index?id=${timelineId}`
    const app = await openAs('enterprise', route)
    await app.waitFor('最晚2020年12月31日')
    await app.tap('另提', 0)
    app.person.document = { name: '方案.pdf', bytes: Buffer.from('%PDF-1.4 plan') }
    app.person.acceptsPrivacy = false
    await app.tap('加一个文件')
    await app.waitFor(() => app.modals.some(({ title }) => title === '没有取文件的权限'))
    expect(app.modals.at(-1)!.content).toContain('请再点一次并同意')
    app.person.acceptsPrivacy = true
    app.person.phoneDenies.add('file')
    await app.tap('加一个文件')
    await app.waitFor(() => app.calls('openAppAuthorizeSetting').length > 0)
    expect(app.has('方案.pdf')).toBe(false)
    app.person.phoneDenies.delete('file')
    await app.tap('加一个文件')
    await app.waitFor('方案.pdf')
    await app.close()
  })

  test('going back from the chat is no refusal either', async () => {
    const timelineId = await talks.proposed('task-no-file')
    const route = `subpackages/enterprise/timeline/index?id=${timelineId}`
    const app = await openAs('enterprise', route)
    await app.waitFor('最晚2020年12月31日')
    await app.tap('另提', 0)
    await app.tap('加一个文件')
    expect(app.modals).toEqual([])
    await app.close()
  })

  test('going back from the camera is no refusal and says nothing', async () => {
    const app = await open(newPerson())
    await app.tap('反映环境问题')
    await app.tap('拍照')
    expect(app.modals).toEqual([])
    await app.close()
  })
})

describe('an appointment that was ended', () => {
  test('takes its to-do off the phone with the first answer that says so, before the next show', async () => {
    const { administrator } = organization
    const openid = newPerson()
    const invited = {
      role: 'unitStaff',
      unitKey: 'housing',
      regionCode: '440900',
      name: '临时',
    } as const
    const by = as(cloud, administrator)
    const { code } = await by.ok('identity.invite', invited)
    const { membership } = await cloud.ok(openid, 'identity.acceptInvitation', { code })
    const storage = emptyStorage()
    storage.entries.set('zgt.actAs', JSON.stringify(membership.id))
    const app = await open(openid, { path: 'pages/todo/index', storage })
    await app.waitFor('群众反映')
    await by.ok('identity.endMembership', { membershipId: membership.id })
    await app.open('/subpackages/enterprise/timeline/index?id=any')
    await app.waitFor(() => !storage.entries.has('zgt.actAs'))
    await app.waitFor('当前身份不能办这件事')
    await app.close()
  })
})

describe('a refusal says what it is', () => {
  test('an unknown report', async () => {
    const app = await open(newPerson(), { path: 'pages/progress/index?id=nothing-here' })
    await app.waitFor('没找到，可能已撤回或编号不对')
    expect(app.has('返回')).toBe(true)
    await app.close()
  })

  test('a wrong code', async () => {
    const app = await open(newPerson(), { path: 'pages/progress/index?code=AAAAAAAAAAAA' })
    await app.waitFor('没找到，可能已撤回或编号不对')
    await app.close()
  })

  test('a wrong role', async () => {
    const taskId = await talks.taskFor('task-wrong-role')
    const route = `subpackages/office/release/index?id=${taskId}`
    const app = await openAs('housingStaff', route)
    await app.waitFor('当前身份不能办这件事')
    await app.close()
  })

  test('a failing function is the machine’s fault, not a lost network', async () => {
    const openid = newPerson()
    const bridge: Bridge = {
      ...bridgeTo(cloud, openid),
      callFunction: () =>
        Promise.reject(
          new Error('cloud.callFunction:fail Error: errCode: -504002 functions execute fail'),
        ),
    }
    const app = await open(openid, { bridge, path: 'pages/my-reports/index' })
    await app.waitFor('系统出了点问题，内容没有丢')
    expect(app.has('没有网络')).toBe(false)
    await app.close()
  })
})

describe('the way to a page', () => {
  test('a double tap opens one page', async () => {
    const app = await open(newPerson())
    await app.waitFor('反映环境问题')
    await app.doubleTap('反映环境问题')
    expect(app.page.stack).toEqual(['pages/home/index', 'pages/report/index'])
    await app.close()
  })

  test('a page that cannot be fetched says so', async () => {
    const app = await openAs('housingStaff', 'pages/todo/index')
    await app.waitFor('群众反映')
    await app.close()
    const offline = await openAs('housingStaff', 'pages/todo/index', {
      storage: app.storage,
      network: 'offline',
    })
    await offline.waitFor('群众反映')
    await offline.tap('群众反映')
    await offline.waitFor('这一页没打开，请检查网络后再点一次')
    await offline.close()
  })

  test.each(['id=%E0%A4%A', 'id=%', 'scene=%25', 'code=%zz', 'scene=a%3D%25'])(
    'a malformed parameter (%s) opens a page with words',
    async (query) => {
      const app = await open(newPerson(), { path: `pages/progress/index?${query}` })
      await app.waitFor(() => app.text().length > 0)
      await app.close()
      const task = await open(newPerson(), { path: `pages/task/index?${query}` })
      await task.waitFor(() => task.text().length > 0)
      await task.close()
    },
  )

  test('a 小程序码 of a task carries its 32 characters and opens it', async () => {
    const id = 'a'.repeat(32)
    let asked: unknown
    const openid = newPerson()
    const real = bridgeTo(cloud, openid)
    const bridge: Bridge = {
      ...real,
      callFunction(name, data) {
        const { action, input } = data as { action: string; input: unknown }
        if (action === 'register.getTask') asked = input
        return real.callFunction(name, data)
      },
    }
    const app = await open(openid, { bridge, path: `pages/task/index?scene=${id}` })
    await app.waitFor('没找到')
    expect(asked).toEqual({ taskId: id })
    await app.close()
  })

  test('an address that leads nowhere is a page', async () => {
    const app = await open(newPerson(), { path: 'pages/nowhere/index' })
    await app.waitFor('没有这一页')
    await app.tap('回首页')
    await app.waitFor('反映环境问题')
    await app.close()
  })

  test.each(['pages/task', 'subpackages/resident/notice'])(
    '%s can be forwarded and opens the same task',
    async (page) => {
      const app = await open(newPerson(), { path: `${page}/index?id=t1` })
      expect(app.share().path).toBe(`/${page}/index?id=t1`)
      await app.close()
    },
  )
})

describe('the counter and the limit', () => {
  test('count as a person does, and lose nothing of a long paste', async () => {
    const app = await open(newPerson())
    await app.tap('反映环境问题')
    await app.type('哪里、发生了什么？', '𠮷𠮷')
    expect(app.text()).toContain('2 / 2000')
    // What the counter allows goes, also where a character is two of the machine's units.
    await app.type('哪里、发生了什么？', '𠮷'.repeat(1500))
    expect(app.text()).toContain('1500 / 2000')
    expect(app.text()).not.toContain('太长了')
    const long = '长'.repeat(2005)
    await app.type('哪里、发生了什么？', long)
    expect(app.valueOf('哪里、发生了什么？')).toBe(long)
    expect(app.text()).toContain('2005 / 2000')
    await app.tap('直接提交')
    await app.waitFor('太长了，请删掉5个字')
    await app.close()
  })
})

describe('signing for a task', () => {
  const openTask = async (id: string) => {
    const taskId = await talks.taskFor(id)
    const app = await openAs('housingStaff', `subpackages/unit/task/index?id=${taskId}`)
    await app.waitFor('签收')
    await app.tap('签收')
    await app.waitFor('签收这项任务')
    return { app, taskId }
  }

  test('asks for consent in the tap, and what was given is recorded', async () => {
    const { app, taskId } = await openTask('task-signed')
    expect(app.has('请先填责任人')).toBe(true)
    await app.type('责任人', '李工')
    expect(app.has('请先填联系电话')).toBe(true)
    await app.type('联系电话', '0668-2000001')
    await app.tap('签收', 1)
    await app.waitFor('已签收')
    expect(app.calls('subscriptionPopup')).toHaveLength(1)
    await app.waitFor(() => app.storage.entries.get('zgt.outbox') === '[]')
    const me = await cloud.ok(organization.housingStaff.openid, 'identity.whoAmI', {})
    expect(me.consents.find(({ template }) => template === 'deadline')).toMatchObject({ left: 1 })
    const task = await talks.ok('housingStaff', 'task.get', { taskId })
    expect(task.assignments[0]).toMatchObject({ state: 'signedFor', personName: '李工' })
    await app.close()
  })

  test('fills in who signed last, and nobody types it twice', async () => {
    const first = await openTask('task-first-signed')
    await first.app.type('责任人', '王工')
    await first.app.type('联系电话', '0668-2000002')
    await first.app.tap('签收', 1)
    await first.app.waitFor('已签收')
    await first.app.close()
    const taskId = await talks.taskFor('task-next-signed')
    const route = `subpackages/unit/task/index?id=${taskId}`
    const app = await openAs('housingStaff', route, { storage: first.app.storage })
    await app.waitFor('签收')
    await app.tap('签收')
    await app.waitFor('签收这项任务')
    expect(app.valueOf('责任人')).toBe('王工')
    await app.close()
  })
})

test('intake clears only the photos that it has seen, and reads why it cannot go on', async () => {
  const { id } = await cloud.ok('openid-ways-admit', 'feedback.submit', reportInput())
  const app = await openAs('intake', `subpackages/unit/feedback/index?id=${id}`)
  await app.waitFor('受理')
  await app.tap('受理')
  await app.waitFor('受理，写摘要')
  expect(app.has('请先写摘要')).toBe(true)
  await app.type('摘要', admission(id).summary)
  expect(app.has('请先选污染类型')).toBe(true)
  await app.tap('水')
  await app.tap('受理', 1)
  await app.waitFor('已受理')
  const handled = await as(cloud, organization.intake).ok('feedback.getHandled', { feedbackId: id })
  expect(handled).toMatchObject({ state: 'admitted', summary: admission(id).summary })
  await app.close()
})
