import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, organizationByCalls } from '../../support/organization'
import type { Organization } from '../../support/organization'
import { dumpTexts } from '../feedback/dump'

/** What no two cities have in common: keys, sealed words, moments. */
const masked = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uuid')
    .replace(/[0-9a-f]{32,64}/g, 'key')
    .replace(/"test(\.[\w+/=]+)+"/g, '"sealed"')
    .replace(/\b157\d{10}\b/g, 'moment')

const contentOf = async (app: TestApp) =>
  [...(await dumpTexts(app))].map(([name, texts]) => [name, [...texts.values()].map(masked).sort()])

describe('the city that is put into a fresh cloud', () => {
  let called: TestApp
  let kept: TestApp
  let people: Organization
  beforeAll(async () => {
    ;[called, kept] = await Promise.all([startApp(), startApp()])
    await organizationByCalls(called)
    people = await buildOrganization(kept)
  })
  afterAll(() => Promise.all([called.close(), kept.close()]))

  it('is, document by document, the one that calls build', async () => {
    const content = await contentOf(kept)
    expect(content.filter(([, texts]) => texts!.length > 0).length).toBeGreaterThan(8)
    expect(content).toEqual(await contentOf(called))
  })

  it('holds the logs of a test against the same words', () => {
    const [own, other] = [kept, called].map((app) => app.said())
    expect(own!.words).toContain('openid-housingStaff')
    expect(own!.openids).toEqual(other!.openids)
    expect(own!.words.map(masked).sort()).toEqual(other!.words.map(masked).sort())
  })

  it('is known to WeChat, which checks words only for who used the application', async () => {
    const wechat = async (path: string, body: object) =>
      (await fetch(`${kept.origin}/wechat/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then((reply) => reply.json())) as { access_token: string; errcode: number }
    const { access_token: token } = await wechat('cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: 'wx0000000000000000',
      secret: 'local-app-secret',
    })
    const check = (openid: string) =>
      wechat(`wxa/msg_sec_check?access_token=${token}`, {
        ...{ openid, version: 2, scene: 2, content: '水渠' },
      }).then(({ errcode }) => errcode)
    for (const { openid } of Object.values(people)) expect(await check(openid)).toBe(0)
    expect(await check('openid-stranger')).toBe(61010)
  })

  it('knows everybody by the session and the membership that it names', async () => {
    for (const { openid, actAs, unitId } of Object.values(people)) {
      const { memberships } = await kept.ok(openid, 'identity.whoAmI', {})
      expect(memberships).toMatchObject([{ id: actAs, unit: { id: unitId } }])
    }
  })
})
