import path from 'node:path'
import { type TestApp, startApp } from '@/test/support/app'
import { buildOrganization } from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'

/** Who cannot type speaks: a voice note in the compiled mini-program. */

const dist = path.resolve(__dirname, '../../dist/weapp')

let cloud: TestApp
beforeAll(async () => {
  cloud = await startApp()
  await buildOrganization(cloud)
})
afterAll(() => cloud.close())

const openForm = async (openid: string) => {
  const app = await openMiniProgram({
    dist,
    bridge: bridgeTo(cloud, openid),
    path: 'pages/report/index',
  })
  await app.waitFor('按住说话')
  return app
}

test('a voice note alone is a report', async () => {
  const openid = 'openid-weapp-speaker'
  const app = await openForm(openid)
  await app.press('按住说话')
  await app.waitFor('松开结束')
  await app.release('松开结束')
  await app.waitFor('语音3秒')
  await app.tap('直接提交')
  await app.waitFor('已收到，最迟', 15_000)
  const { items } = await cloud.ok(openid, 'feedback.listMine', {})
  expect(items).toHaveLength(1)
  await app.close()
})

test('a recording in an MP4 container, as iPhones make it, is taken too', async () => {
  const openid = 'openid-weapp-iphone'
  const app = await openForm(openid)
  app.person.voice = Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom\0\0\0\0', 'latin1')
  await app.press('按住说话')
  await app.waitFor('松开结束')
  await app.release('松开结束')
  await app.waitFor('语音3秒')
  await app.tap('直接提交')
  await app.waitFor('已收到，最迟', 15_000)
  await app.close()
})

test('a short touch leaves no recording that goes on without a finger', async () => {
  const app = await openForm('openid-weapp-short')
  for (let times = 0; times < 2; times += 1) {
    await app.tap('按住说话')
    await app.waitFor('语音3秒')
    expect(app.has('松开结束')).toBe(false)
  }
  await app.close()
})
