import { type TestApp, startApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { as, reportInput, uploadPhoto } from './desk'

/** Whatever keeps WeChat from judging a photo or a text, the desk does not read that it passed. */

let app: TestApp
let people: Organization

beforeAll(async () => {
  app = await startApp({ pushed: true })
  people = await buildOrganization(app)
})
afterAll(() => app.close())

const post = async (path: string, body: unknown) => {
  const response = await fetch(`${app.origin}/_local/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBeLessThan(300)
}
const strike = (path: string, fault: object) =>
  post('faults', { id: 'struck', action: `wechat.wxa/${path}`, ...fault })
afterEach(async () => {
  await fetch(`${app.origin}/_local/faults/struck`, { method: 'DELETE' })
  await post('wechat/pushes', { times: 1 })
})

const flagOf = async (feedbackId: string) => {
  const look = { feedbackId, reason: '受理' }
  return (await as(app, people.intake).ok('feedback.openOriginal', look)).contentFlag
}
const flagOfPhoto = async (openid: string) => {
  const photoIds = [await uploadPhoto(app, openid)]
  const { id } = await app.ok(openid, 'feedback.submit', reportInput({ photoIds }))
  return flagOf(id)
}

const asyncCheck = 'media_check_async'

test.each([
  ['no verdict is ever pushed', () => post('wechat/pushes', { times: 0 })],
  ['the check is slow to start', () => strike(asyncCheck, { kind: 'delay', ms: 5_000 })],
  [
    'the reporter was away too long',
    () => strike(asyncCheck, { kind: 'error', errcode: 61010, errmsg: 'code is expired' }),
  ],
])('a photo is unchecked where %s', async (name, hinder) => {
  await hinder()
  expect(await flagOfPhoto(`openid-${name.length}`)).toBe('unchecked')
})

test('words are risky where WeChat says so by the code of its first version', async () => {
  await strike('msg_sec_check', { kind: 'error', errcode: 87014, errmsg: 'risky content' })
  const { id } = await app.ok('openid-old-form', 'feedback.submit', reportInput())
  expect(await flagOf(id)).toBe('risky')
})
