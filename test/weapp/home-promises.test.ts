import { as, admission, reportInput } from '@/test/functions/feedback/desk'
import { residentWorld } from './resident-world'

/** 首页 names the day that somebody really owes: that of the admission first, the answer's after it. */

const world = residentWorld('promises')

const lineOf = async (openid: string, wanted: string) => {
  const app = await world.open(openid)
  await app.waitFor(wanted)
  const text = app.text()
  await app.close()
  return text
}

test('a report that waits is promised a word on its admission; once admitted, its answer', async () => {
  const openid = world.newResident()
  const { id } = await world.cloud.ok(openid, 'feedback.submit', reportInput())
  const before = await lineOf(openid, '告诉您受不受理')
  expect(before).toContain('最迟12月3日告诉您受不受理')
  expect(before).not.toMatch(/最迟\S*答复/)
  await as(world.cloud, world.organization.intake).ok('feedback.admit', admission(id))
  const after = await lineOf(openid, '答复')
  expect(after).toMatch(/最迟2020年1月17日答复/)
  expect(after).not.toContain('受不受理')
})

test('who has reported nothing is promised nothing', async () => {
  const text = await lineOf(world.newResident(), '反映环境问题')
  expect(text).not.toMatch(/最迟/)
})
