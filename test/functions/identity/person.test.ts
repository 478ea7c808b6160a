import { buildOrganization, type Organization, units } from '../../support/organization'
import { startApp, type TestApp } from '../../support/app'
import { administratorOpenid, testEnvironment } from '../../support/environment'

let app: TestApp
let organization: Organization

beforeAll(async () => {
  app = await startApp()
  organization = await buildOrganization(app)
})
afterAll(() => app.close())

describe('who I am', () => {
  it('shows everybody the host, the filing number and where to complain', async () => {
    const { host } = await app.ok(null, 'identity.whoAmI', {})
    expect(host).toEqual({
      name: testEnvironment.HOST_NAME,
      cityName: testEnvironment.CITY_NAME,
      cityRegion: testEnvironment.CITY_REGION,
      filingNumber: testEnvironment.FILING_NUMBER,
      complaintPhone: testEnvironment.COMPLAINT_PHONE,
    })
  })

  it('makes no account for a reader', async () => {
    await app.ok('openid-reader', 'identity.whoAmI', {})
    const looks = await app.ok('openid-reader', 'identity.listLooks', {})
    expect(looks.items).toEqual([])
  })
})

describe('the own village', () => {
  it('is remembered, changed and cleared', async () => {
    const set = (regionCode: string | null) =>
      app.ok('openid-villager', 'identity.setVillage', { regionCode })
    expect((await set('440902101201')).village).toEqual({ code: '440902101201', name: '上塘村' })
    expect((await app.ok('openid-villager', 'identity.whoAmI', {})).village?.name).toBe('上塘村')
    expect((await set('440902101202')).village?.name).toBe('下塘村')
    expect((await set(null)).village).toBeNull()
    expect((await app.ok('openid-villager', 'identity.whoAmI', {})).village).toBeNull()
  })

  it('gives no right', async () => {
    await app.ok('openid-villager', 'identity.setVillage', { regionCode: '440902101201' })
    expect(await app.refusal('openid-villager', 'identity.listUnits', {})).toBe('ACCESS.ROLE')
  })

  it('must exist', async () => {
    expect(
      await app.refusal('openid-villager', 'identity.setVillage', { regionCode: '440902101999' }),
    ).toBe('THING.NOT_FOUND')
  })
})

describe('regions', () => {
  it('are read level by level by anybody', async () => {
    const children = async (parentCode: string | null) =>
      (await app.ok(null, 'register.listRegions', { parentCode })).items.map(({ name }) => name)
    expect(await children(null)).toEqual(['茂名市'])
    expect(await children('440900')).toEqual(['茂南区', '电白区'])
    expect(await children('440902101')).toEqual(['上塘村', '下塘村'])
    expect(await children('440902101201')).toEqual([])
  })
})

describe('units to choose among', () => {
  const names = async (input: object, name: keyof Organization = 'coordinator') =>
    (
      await app.ok(organization[name].openid, 'identity.listUnits', input, {
        actAs: organization[name].actAs,
      })
    ).items.map((unit) => unit.name)

  it('are found by words, kind and region', async () => {
    expect(await names({ query: '农业农村' })).toEqual(['茂南区农业农村局'])
    expect((await names({ kind: 'enterprise' })).sort()).toEqual([
      '另一养殖有限公司',
      '某某养殖有限公司',
    ])
    expect(await names({ regionCode: '440904' })).toEqual(['电白区整改办'])
    expect((await names({ regionCode: '440902101' })).length).toBe(4)
    expect(await names({ regionCode: '440902101', kind: 'town' })).toEqual(['石湖镇人民政府'])
    expect(await names({ query: '不存在的' })).toEqual([])
  })

  it('are not for villages and firms to look through', async () => {
    for (const name of ['villageOfficer', 'enterprise'] as const) {
      const { openid, actAs } = organization[name]
      expect(await app.refusal(openid, 'identity.listUnits', {}, { actAs })).toBe('ACCESS.ROLE')
    }
  })

  it('page without losing or repeating one, also where two have one name', async () => {
    const many = Array.from({ length: 65 }, (_, index) => ({
      ...units[2]!,
      key: `many-${index}`,
      name: `分页单位${String(Math.floor(index / 2)).padStart(2, '0')}`,
    }))
    const { administrator } = organization
    await app.ok(
      administratorOpenid,
      'identity.importOrganization',
      { regions: [], units: many },
      {
        actAs: administrator.actAs,
      },
    )
    const seen: string[] = []
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await app.ok(
        administratorOpenid,
        'identity.listUnits',
        { query: '分页单位', cursor },
        { actAs: administrator.actAs },
      )
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.cursor ?? undefined
    }
    expect(seen).toHaveLength(65)
    expect(new Set(seen).size).toBe(65)
  })
})

describe('consents', () => {
  const record = (
    results: { templateId: string; outcome: 'accept' | 'reject' | 'ban' | 'filter' }[],
  ) => app.ok('openid-consenting', 'notifier.recordConsent', { results })

  it('add up per template, and only what was accepted counts', async () => {
    const templateId = testEnvironment.TEMPLATE_ANSWER_READY
    await record([{ templateId, outcome: 'accept' }])
    const { consents } = await record([
      { templateId, outcome: 'accept' },
      { templateId: testEnvironment.TEMPLATE_DEADLINE, outcome: 'reject' },
      { templateId: testEnvironment.TEMPLATE_TIMELINE, outcome: 'ban' },
    ])
    expect(consents.map(({ template, left }) => [template, left])).toEqual([
      ['answerReady', 2],
      ['deadline', 0],
      ['timeline', 0],
    ])
  })

  it('know no template that is not ours', async () => {
    const { consents } = await record([{ templateId: 'somebody-else’s', outcome: 'accept' }])
    expect(consents.reduce((sum, { left }) => sum + left, 0)).toBe(2)
  })
})
