import path from 'node:path'
import { type TestApp, startApp } from '@/test/support/app'
import { reportInput } from '@/test/functions/feedback/desk'
import { administratorOpenid } from '@/test/support/environment'
import { buildOrganization, type Organization, regions } from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { emptyStorage } from './simulator/phone'
import { openMiniProgram, type OpenOptions } from './simulator/open-mini-program'

/** Lists in sheets are longer than a phone's screen: the last row can be reached as on WeChat. */

const dist = path.resolve(__dirname, '../../dist/weapp')
const many = 40
const numbered = <T>(make: (two: string) => T): T[] =>
  Array.from({ length: many }, (_, at) => make(String(at + 10)))

let cloud: TestApp
let organization: Organization

beforeAll(async () => {
  cloud = await startApp()
  organization = await buildOrganization(cloud)
  const counties = numbered((two) => ({
    code: `4409${two}`,
    name: `第${two}区`,
    level: 'county' as const,
    parentCode: '440900',
  })).filter(({ code }) => regions.every((known) => known.code !== code))
  const villages = numbered((two) => ({
    code: `4409021013${two}`,
    name: `第${two}村`,
    level: 'village' as const,
    parentCode: '440902101',
  }))
  const units = numbered((two) => ({
    key: `unit-${two}`,
    name: `市第${two}局`,
    kind: 'department' as const,
    regionCode: '440900',
    aliases: [],
    phone: '0668-2000000',
  }))
  await cloud.ok(
    administratorOpenid,
    'identity.importOrganization',
    { regions: [...counties, ...villages], units },
    { actAs: organization.administrator.actAs },
  )
})
afterAll(() => cloud.close())

const open = (openid: string, more: Partial<OpenOptions> = {}) =>
  openMiniProgram({ dist, bridge: bridgeTo(cloud, openid), ...more })

test('the last of forty villages is chosen for a report', async () => {
  const app = await open('openid-of-a-resident', { path: 'pages/report/index' })
  await app.waitFor('在哪里')
  await app.tap('在哪里')
  for (const place of ['茂南区', '石湖镇']) {
    await app.waitFor(place)
    await app.tap(place)
  }
  await app.waitFor('第10村')
  expect(await app.swipe('第10村')).toBe('scroll-view')
  await app.tap('第49村')
  await app.waitFor('茂南区石湖镇第49村')
  await app.close()
})

test('the last place of a filter is chosen', async () => {
  const app = await open('openid-of-a-resident', { path: 'pages/register/index' })
  await app.waitFor('茂名市')
  await app.tap('地方 茂名市')
  await app.waitFor('第10区')
  expect(await app.swipe('第10区')).toBe('scroll-view')
  await app.tap('第49区')
  await app.waitFor(() => app.findAll('地方 第49区').length > 0)
  await app.close()
})

test('a desk chooses the last unit found', async () => {
  const { openid, actAs } = organization.intake
  const report = reportInput({ regionCode: null, place: '' })
  const { id } = await cloud.ok('openid-of-a-reporter', 'feedback.submit', report)
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  const route = `subpackages/unit/feedback/index?id=${id}`
  const app = await open(openid, { path: route, storage })
  await app.waitFor(() => app.findAll('受理').length > 0)
  await app.tap('受理')
  await app.tap('加一个，不交给它办')
  await app.waitFor('市第10局')
  expect(await app.swipe('市第10局')).toBe('scroll-view')
  await app.close()
})

/** Sheets with more rows than a phone's screen, each by whom, where, and what opens it. */
test.each([
  {
    what: 'the states of a desk',
    by: 'intake',
    path: 'subpackages/unit/desk/index',
    taps: ['办理状态 全部状态'],
    row: '已受理',
  },
  {
    what: 'the states of the ledger',
    by: 'coordinator',
    path: 'subpackages/unit/ledger/index',
    taps: ['状态 全部状态'],
    row: '整改中',
  },
  {
    what: 'the units of an invitation',
    by: 'administrator',
    path: 'subpackages/office/people/index',
    taps: ['选单位'],
    row: '市第10局',
  },
] as const)('$what scroll inside their sheet', async ({ by, path: route, taps, row }) => {
  const { openid, actAs } = organization[by]
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  const app = await open(openid, { path: route, storage })
  for (const tap of taps) {
    await app.waitFor(() => app.canTap(tap))
    await app.tap(tap)
  }
  await app.waitFor(row)
  expect(await app.swipe(row)).toBe('scroll-view')
  await app.close()
})
