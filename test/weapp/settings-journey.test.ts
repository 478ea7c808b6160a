import path from 'node:path'
import type { ActionInput } from '@/contract/actions'
import { type TestApp, startApp } from '@/test/support/app'
import { administratorOpenid } from '@/test/support/environment'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import { emptyStorage } from './simulator/phone'

/** 期限和提醒, from the administrator's page of the compiled mini-program. */

const dist = path.resolve(__dirname, '../../dist/weapp')

let cloud: TestApp
let people: Organization

beforeAll(async () => {
  cloud = await startApp({ startAt: '2026-03-02T09:00:00+08:00' })
  people = await buildOrganization(cloud)
})
afterAll(() => cloud.close())

const openSettings = async (storage = phone()) => {
  const app = await openMiniProgram({
    dist,
    storage,
    bridge: bridgeTo(cloud, administratorOpenid),
    path: 'subpackages/office/people/index',
  })
  await app.tap('期限和提醒')
  await app.waitFor('还没有改动')
  return app
}
const phone = () => {
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(people.administrator.actAs))
  return storage
}
const settings = () =>
  cloud.ok(administratorOpenid, 'identity.getSettings', {}, { actAs: people.administrator.actAs })
const anotherChanges = async (changes: ActionInput<'identity.changeSettings'>['changes']) => {
  const invited = { role: 'administrator', unitKey: 'office', regionCode: '440900' } as const
  const { code } = await cloud.ok(
    administratorOpenid,
    'identity.invite',
    { ...invited, name: '王主任' },
    { actAs: people.administrator.actAs },
  )
  const { membership } = await cloud.ok('openid-wang', 'identity.acceptInvitation', { code })
  const { latest } = await settings()
  const input = { version: latest.version, changes }
  await cloud.ok('openid-wang', 'identity.changeSettings', input, { actAs: membership.id })
}
const admitDays = '受理或不受理群众反映（天）'

test('a value out of its bounds cannot be sent; one inside counts from tomorrow and is told with its maker', async () => {
  const app = await openSettings()
  expect(app.text()).toContain('还没有人改过')
  await app.tap('群众反映（8项）')
  await app.waitFor('今天按15天，可填1到15')
  await app.type(admitDays, '16')
  await app.waitFor('这样填不行：可填1到15')
  expect(app.text()).toContain('“受理或不受理群众反映”填得不对')
  await app.type(admitDays, '10')
  await app.tap('保存1项改动')
  await app.waitFor('受理或不受理群众反映：15 → 10天。从明天起算')
  expect((await settings()).latest.version).toBe(1)
  await app.tap('保存')
  await app.waitFor('第2版，2026年3月3日起算')
  expect(app.text()).toContain('受理或不受理群众反映：15 → 10天')
  expect(app.text()).toContain('系统管理 2026年3月2日改')
  await app.tap('群众反映（8项）')
  await app.waitFor('今天按15天，2026年3月3日起10天')
  await app.close()
})

test('what was typed is there again, and is refused in words when somebody else was first', async () => {
  const storage = phone()
  const first = await openSettings(storage)
  await first.tap('待办和提醒（14项）')
  await first.type('到期前几天提醒（天）', '20、5、1')
  await first.waitFor('保存1项改动')
  await first.close()

  const app = await openMiniProgram({
    dist,
    storage,
    bridge: bridgeTo(cloud, administratorOpenid),
    path: 'subpackages/office/settings/index',
  })
  await app.waitFor('保存1项改动')
  await anotherChanges([{ name: 'verifyDays', values: [25] }])
  await app.tap('保存1项改动')
  await app.waitFor('30、7、3、1、0 → 20、5、1天')
  await app.tap('保存')
  await app.waitFor('刚才有别人改过')
  await app.waitFor('第3版')
  expect(app.text()).toContain('王主任 2026年3月2日改')
  await app.tap('保存')
  await app.waitFor('第4版')
  const inForce = (await settings()).latest.items.find(({ name }) => name === 'reminderDaysBefore')
  expect(inForce?.values).toEqual([20, 5, 1])
  await app.close()
})
