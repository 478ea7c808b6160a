import path from 'node:path'
import { type TestApp, startApp } from '@/test/support/app'
import { administratorOpenid } from '@/test/support/environment'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import { emptyStorage } from './simulator/phone'

/** 单位和人员, from the administrator's page of the compiled mini-program. */

const dist = path.resolve(__dirname, '../../dist/weapp')

let cloud: TestApp
let people: Organization

beforeAll(async () => {
  cloud = await startApp()
  people = await buildOrganization(cloud)
})
afterAll(() => cloud.close())

test('a colleague who leaves hands over: the code is shown, and ends the one before when taken', async () => {
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(people.administrator.actAs))
  const app = await openMiniProgram({
    dist,
    storage,
    bridge: bridgeTo(cloud, administratorOpenid),
    path: 'subpackages/office/people/index?unit=water',
  })
  await app.waitFor('waterStaff')
  await app.tap('交接：把waterStaff的身份交给别人')
  await app.waitFor('原来的人自动停用')
  await app.type('接手人的姓名', '小陈')
  await app.tap('交接', 2)
  await app.waitFor('给小陈')
  const code = /[2-9A-HJKMNP-TV-Z]{10}/.exec(app.text())?.[0] ?? ''
  const { membership } = await cloud.ok('openid-chen', 'identity.acceptInvitation', { code })
  expect(membership.unit.id).toBe('water')
  const before = await cloud.ok(people.waterStaff.openid, 'identity.whoAmI', {})
  expect(before.memberships).toEqual([])
  await app.close()
})
