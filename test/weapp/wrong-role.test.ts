import fs from 'node:fs'
import path from 'node:path'
import { errorTexts } from '@/copy/errors'
import { onlyForWords } from '@/copy/only-for'
import { shellWords } from '@/copy/shell'
import { turnWords } from '@/copy/staff-task'
import { todoWords } from '@/copy/todo'
import type { Organization } from '@/test/support/organization'
import { assignment, draftTask, openLedger } from '@/test/functions/task/ledger'
import { bridgeTo } from './bridge'
import { residentWorld } from './resident-world'
import { openMiniProgram } from './simulator/open-mini-program'
import { type AppJson, emptyStorage } from './simulator/phone'

/** A page whose address was typed or forwarded, in a role that it is not for: it says so. */

const world = residentWorld('wrong-role')
const dist = path.resolve(__dirname, '../../dist/weapp')

const forResidents = /^subpackages\/(about|resident|papers\/check|village\/own)\//
const { subPackages = [] } = JSON.parse(
  fs.readFileSync(path.join(dist, 'app.json'), 'utf8'),
) as AppJson
const staffPages = subPackages
  .flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  .filter((page) => !forResidents.test(page))

/** What a person who may not be here reads: one of these, and a way on. */
const refusals = [
  errorTexts['ACCESS.ROLE'],
  errorTexts['ACCESS.UNIT'],
  errorTexts['ACCESS.OWNER'],
  errorTexts['THING.NOT_FOUND'],
  onlyForWords.switch,
]

const openAs = (who: keyof Organization, route: string) => {
  const { openid, actAs } = world.organization[who]
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  return openMiniProgram({ dist, bridge: bridgeTo(world.cloud, openid), path: route, storage })
}

test.each(staffPages)('%s tells a villager whose page it is', async (page) => {
  const app = await world.open(world.newResident(), { path: `${page}?id=unknown` })
  await app.waitFor(() => refusals.some((words) => app.has(words)))
  expect([shellWords.back, onlyForWords.switch].some((words) => app.has(words))).toBe(true)
  await app.close()
})

/** Each opens every staff page: where it is not theirs there is a sentence, and never nothing. */
const roles = [
  'housingStaff',
  'enterprise',
  'villageOfficer',
  'cityLeader',
  'administrator',
] as const

describe.each(roles)('%s', (role) => {
  test.each(staffPages)('reads something on %s', async (page) => {
    const app = await openAs(role, `${page}?id=unknown`)
    await app.waitFor(() => app.text().replace(shellWords.secrecy, '').trim().length >= 8)
    await app.close()
  })
})

test('the list of people is the administrator’s, and the unit is not chosen by anybody else', async () => {
  const stranger = await openAs('cityLeader', 'subpackages/office/people/index')
  await stranger.waitFor('“单位和人员”由系统管理员使用')
  expect(stranger.text()).toContain('您现在的身份是市领导')
  expect(stranger.has('选单位')).toBe(false)
  await stranger.tap(onlyForWords.switch)
  await stranger.waitFor(() => stranger.page.route === 'pages/mine/index')
  await stranger.close()
  const app = await openAs('administrator', 'subpackages/office/people/index')
  await app.waitFor('选单位')
  await app.close()
})

describe('a form about a task, opened by who may not send it', () => {
  beforeAll(async () => {
    await openLedger(world.cloud).draft(draftTask('typed'))
    const { openid, actAs } = world.organization.coordinator
    await world.cloud.ok(openid, 'task.assign', assignment('typed', ['housing']), { actAs })
  })

  // The share is not signed for: nobody has a plan or a self-check to send.
  test.each([
    'subpackages/unit/plan/index',
    'subpackages/unit/self-check/index',
    'subpackages/unit/chain/index',
    'subpackages/office/assign/index',
  ])('%s says whose turn it is', async (page) => {
    const app = await openAs('housingLeader', `${page}?id=typed`)
    await app.waitFor(turnWords.nobody)
    expect(app.has(onlyForWords.switch)).toBe(true)
    await app.close()
  })
})

describe('the tabs', () => {
  const tabs = ['pages/home/index', 'pages/todo/index', 'pages/register/index', 'pages/mine/index']
  test.each(tabs)('%s says something true to who has no role', async (tab) => {
    const app = await world.open(world.newResident(), { path: tab })
    await app.waitFor(() => app.text().length > 20)
    if (tab === 'pages/todo/index') expect(app.has(todoWords.resident)).toBe(true)
    await app.close()
  })

  test.each(['cityLeader', 'administrator', 'publisher', 'inspector'] as const)(
    '%s finds for whom they act on every tab, and what they work with',
    async (who) => {
      for (const tab of ['pages/home/index', 'pages/todo/index']) {
        const app = await openAs(who, tab)
        await app.waitFor(todoWords.actingFor)
        await app.waitFor(who === 'administrator' ? todoWords.people : todoWords.ledger)
        expect(app.has('没取到')).toBe(false)
        await app.close()
      }
    },
  )
})
