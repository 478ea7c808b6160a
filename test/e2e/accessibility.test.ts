import type { Browser } from 'playwright-core'
import { type Demonstration, startDemonstration } from '../support/demonstration'
import { testEnvironment } from '../support/environment'
import { smallTargetsOn, violationsOn } from './support/axe'
import { openBrowser } from './support/browser'
import { everyPage } from './support/pages'
import { type Persona, personaAt } from './support/persona'

jest.setTimeout(600_000)

type Who =
  'resident' | 'village' | 'enterprise' | 'unit' | 'office' | 'intake' | 'publisher' | 'inspector'
type Ids = Readonly<Record<'task' | 'released' | 'own' | 'report' | 'timeline' | 'batch', string>>

const openids: Readonly<Record<Who | 'leader' | 'administrator', string>> = {
  resident: 'demo-resident',
  village: 'demo-village',
  enterprise: 'demo-enterprise',
  unit: 'demo-farming-staff',
  office: 'demo-coordinator',
  intake: 'demo-intake',
  publisher: 'demo-publisher',
  inspector: 'demo-inspector',
  leader: 'demo-leader',
  administrator: testEnvironment.FIRST_ADMINISTRATOR,
}

const tabs = ['pages/home', 'pages/todo', 'pages/register', 'pages/mine']

/** Every page, by who works there; `:id` is one that this person can open. */
const pages: Readonly<Record<keyof typeof openids, readonly string[]>> = {
  resident: [
    ...tabs,
    ...['pages/report', 'pages/my-reports', 'pages/progress?:own', 'pages/lookup'],
    ...['pages/task?:released', 'pages/complaint', 'pages/join', 'pages/not-found'],
    ...['subpackages/resident/notice?:released', 'subpackages/village/own?:released'],
    ...['subpackages/resident/objection?:released', 'subpackages/papers/check'],
    ...['subpackages/about/privacy', 'subpackages/about/looks', 'subpackages/about/messages'],
    // A staff page whose address was typed.
    ...['subpackages/office/people', 'subpackages/unit/ledger'],
  ],
  village: [...tabs, 'pages/report', 'pages/my-reports', 'subpackages/village/asked?:released'],
  enterprise: [
    ...tabs,
    ...['subpackages/enterprise/timelines', 'subpackages/enterprise/timeline?:timeline'],
  ],
  unit: [
    ...tabs,
    ...['subpackages/unit/ledger', 'subpackages/unit/task?:task', 'subpackages/unit/plan?:task'],
    ...['subpackages/unit/self-check?:task', 'subpackages/unit/reminders'],
    ...['subpackages/unit/sites?:task', 'subpackages/unit/camera'],
    ...['subpackages/unit/desk', 'subpackages/unit/feedback?:report'],
    ...['subpackages/enterprise/timelines', 'subpackages/unit/propose?:task'],
  ],
  office: [
    ...tabs,
    ...['subpackages/unit/ledger', 'subpackages/unit/task?:task', 'subpackages/unit/chain?:task'],
    ...['subpackages/unit/verify?:task', 'subpackages/office/assign?:task'],
    ...['subpackages/office/release?:task', 'subpackages/office/call-list'],
    'subpackages/office/repeats',
    ...['subpackages/office/imports', 'subpackages/office/import?:batch', 'subpackages/unit/desk'],
    ...['subpackages/village/opinion?:task', 'subpackages/village/summary?:task'],
    ...['subpackages/village/visit?:task', 'subpackages/papers/case-file?:task'],
    'subpackages/unit/consult?:task',
    ...['subpackages/unit/objections', 'subpackages/office/rounds', 'subpackages/office/round'],
  ],
  intake: [
    ...tabs,
    ...[
      'subpackages/unit/desk',
      'subpackages/unit/feedback?:report',
      'subpackages/unit/objections',
    ],
    'subpackages/unit/objection?:task',
  ],
  inspector: [...tabs, 'subpackages/unit/ledger', 'subpackages/unit/task?:task'],
  publisher: [...tabs, 'subpackages/office/release?:task'],
  leader: [...tabs, 'subpackages/unit/ledger', 'subpackages/unit/task?:task'],
  administrator: [
    ...tabs,
    'subpackages/office/people',
    'subpackages/office/roster',
    'subpackages/office/watch',
  ],
}

/** A sheet of every kind: where it is, and what opens it. */
const sheets: readonly (readonly [Who | 'administrator', string, RegExp])[] = [
  ['resident', 'pages/report', /^在哪里/],
  ['village', 'pages/progress?:own', /补充情况/],
  ['village', 'pages/mine', /^换身份$/],
  ['office', 'subpackages/unit/ledger', /^全部状态/],
  ['office', 'subpackages/office/imports', /导入清单|导入/],
  ['intake', 'subpackages/unit/feedback?:report', /^受理$/],
  ['administrator', 'subpackages/office/people', /^选单位$/],
]

const firstOf = (page: { items: readonly { id: string }[] } | null) => page?.items[0]?.id ?? 'none'

const idsOf = async ({ call }: Persona): Promise<Ids> => ({
  task: firstOf(await call('task.listLedger', { filter: {} })),
  released: firstOf(await call('register.listTasks', { filter: {} })),
  own: firstOf(await call('feedback.listMine', {})),
  report: firstOf(await call('feedback.listDesk', {})),
  timeline: firstOf(await call('enterprise.listTimelines', {})),
  batch: firstOf(await call('documents.listBatches', {})),
})

const pathOf = (route: string) => `${route.split('?')[0]}/index`

const addressOf = (route: string, ids: Ids) => {
  const [, id] = route.split('?:')
  return `${pathOf(route)}${id ? `?id=${ids[id as keyof Ids]}` : ''}`
}

test('every page there is stands in the list', () => {
  const known = new Set(Object.values(pages).flatMap((own) => own.map((route) => pathOf(route))))
  expect(everyPage.filter((page) => !known.has(page))).toEqual([])
})

describe('read by a screen reader and by keys', () => {
  let demonstration: Demonstration
  let browser: Browser
  let person: Persona | null = null

  beforeAll(async () => {
    demonstration = await startDemonstration()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await demonstration?.close()
  })
  afterEach(async () => {
    expect(person?.faults).toEqual([])
    await person?.close()
    person = null
  })
  const becomes = async (who: keyof typeof openids, size?: 'wide') => {
    person = await personaAt(browser, demonstration.origin, openids[who], size)
    return { person, ids: await idsOf(person) }
  }

  it.each(Object.keys(pages) as (keyof typeof pages)[])(
    'every page of the %s has no fault of level A or AA, and targets of 48',
    async (who) => {
      const { person, ids } = await becomes(who)
      const faults: string[] = []
      for (const route of pages[who]) {
        await person.goes(addressOf(route, ids))
        const found = [...(await violationsOn(person.page)), ...(await smallTargetsOn(person.page))]
        faults.push(...found.map((fault) => `${route}: ${fault}`))
      }
      expect(faults).toEqual([])
    },
  )

  it('nor have the office’s pages on a wide screen', async () => {
    const { person, ids } = await becomes('office', 'wide')
    const faults: string[] = []
    for (const route of ['subpackages/unit/ledger', 'subpackages/office/imports']) {
      await person.goes(addressOf(route, ids))
      if (route.endsWith('ledger')) {
        await person.page.keyboard.press('j')
        await person.page.getByRole('link', { name: '打开整页' }).waitFor()
      }
      faults.push(...(await violationsOn(person.page)).map((fault) => `${route}: ${fault}`))
    }
    expect(faults).toEqual([])
  })

  it.each(sheets)(
    'a sheet of the %s on %s takes the focus, keeps it and gives it back',
    async (...[who, route, name]) => {
      const { person, ids } = await becomes(who)
      const { page } = person
      await person.goes(addressOf(route, ids))
      const opener = page.locator('.tappable').filter({ hasText: name, visible: true }).last()
      await opener.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog').filter({ visible: true }).last()
      await dialog.waitFor()
      const inside = () =>
        dialog.evaluate(
          (panel) => panel === document.activeElement || panel.contains(document.activeElement),
        )
      expect(await inside()).toBe(true)
      expect(await violationsOn(page)).toEqual([])
      for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
        await page.keyboard.press(key)
        expect(await inside()).toBe(true)
      }
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await page.waitForFunction(
        (element) => element === document.activeElement,
        await opener.elementHandle(),
      )
    },
  )

  it('what leads to a page opens in a new tab on a wide screen', async () => {
    const { person } = await becomes('office', 'wide')
    const { page } = person
    await person.goes('subpackages/unit/ledger/index')
    const row = page.locator('.data-table__open').first()
    const opened = page.context().waitForEvent('page')
    await row.click({ modifiers: ['ControlOrMeta'] })
    const tab = await opened
    await tab.waitForURL(/unit\/task\/index\?id=/)
    await tab.getByText('反馈问题').first().waitFor()
    // Where it was pressed nothing has moved.
    expect(page.url()).toContain('unit/ledger')
    for (const name of ['群众反映', '导入核对'])
      expect(await page.getByRole('link', { name }).getAttribute('href')).toMatch(
        /^#\/subpackages\//,
      )
  })
})
