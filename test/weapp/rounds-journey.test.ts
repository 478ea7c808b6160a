import { longList, type Office, openOffice } from '@/test/functions/documents/office'
import { type TestApp, startApp } from '@/test/support/app'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { openAs } from './open-as'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/** The coordinator's page of rounds in the compiled mini-program. */

let cloud: TestApp
let organization: Organization
let office: Office

beforeAll(async () => {
  cloud = await startApp()
  organization = await buildOrganization(cloud)
  office = openOffice(cloud, organization)
})
afterAll(() => cloud.close())

const openRounds = async (): Promise<RunningMiniProgram> => {
  const app = await openAs(cloud, organization.coordinator.openid, '市整改办')
  await app.open('/subpackages/office/rounds/index')
  return app
}

const rounds = () => office.ok('coordinator', 'documents.listRounds', {})

test('without any it says so; what is typed stays, and the round is registered with its chain', async () => {
  const app = await openRounds()
  await app.waitFor('还没有登记督察轮次')
  await app.tap('登记一轮')
  await app.waitFor('请先写这一轮叫什么')
  await app.type('这一轮叫什么', '省督察反馈')
  await app.waitFor('请先选哪一级督察')
  await app.tap('省级督察')
  await app.back()
  await app.waitFor('还没有登记督察轮次')

  // Not by a tap: one on the same address within 0.3 s counts as the second of a double tap.
  await app.open('/subpackages/office/round/index')
  await app.waitFor('请先选哪一类')
  expect(app.valueOf('这一轮叫什么')).toBe('省督察反馈')
  await app.tap('回头看')
  await app.pick('哪天反馈的', '2019-10-08')
  await app.type('清单应有几项（可不填）', '0')
  await app.waitFor('请填1到1000的整数')
  await app.type('清单应有几项（可不填）', '3')
  await app.tap('要先公示')
  await app.tap('加上', 2)
  await app.waitFor('还没选单位')
  await app.tap('选单位')
  await app.waitFor('市水务局')
  await app.tap('市水务局')
  await app.tap('登记')
  await app.waitFor('应有3项，还没导入清单')
  expect(app.text()).toContain('全市方案最迟11月18日报出')
  await app.close()

  const [round] = (await rounds()).items
  const found = await office.ok('coordinator', 'documents.getRound', { roundId: round!.id })
  expect(found).toMatchObject({
    name: '省督察反馈',
    level: 'provincial',
    kind: 'lookBack',
    feedbackOn: '2019-10-08',
    expected: 3,
    noticeFirst: true,
    chain: [{ level: 'city', unit: { id: 'water' } }],
  })
})

test('a list that prints fewer is said, and another count is saved', async () => {
  await office.read('coordinator', longList(2), '清单.txt', '省督察反馈')
  const app = await openRounds()
  await app.waitFor('应有3项，清单2项')
  expect(app.has('数目不相符，请核对清单')).toBe(true)
  await app.tap('省督察反馈')
  await app.waitFor('每次改动都记在案')
  await app.type('清单应有几项（可不填）', '2')
  await app.tap('保存')
  await app.waitFor('应有2项，清单2项')
  expect(app.has('数目不相符，请核对清单')).toBe(false)
  await app.close()
})

test('a round that only a list names is registered under that name; once is enough', async () => {
  await office.read('coordinator', longList(2), '清单.txt', '中央督察回头看')
  const app = await openRounds()
  await app.waitFor('清单里写着，还没登记')
  await app.tap('中央督察回头看')
  await app.waitFor('请先选哪一级督察')
  expect(app.valueOf('这一轮叫什么')).toBe('中央督察回头看')
  await app.tap('中央督察')
  await app.tap('回头看')
  await app.pick('哪天反馈的', '2019-10-08')
  await office.ok('otherCoordinator', 'documents.registerRound', {
    name: '中央督察回头看',
    level: 'central',
    kind: 'lookBack',
    feedbackOn: '2019-10-08',
    expected: null,
    noticeFirst: false,
    chain: [],
    closingLevel: 'central',
  })
  await app.tap('登记')
  await app.waitFor('这一轮已经登记过')
  expect(app.valueOf('这一轮叫什么')).toBe('中央督察回头看')
  await app.close()
})
