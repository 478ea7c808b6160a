import type { Browser } from 'playwright-core'
import { type Demonstration, startDemonstration } from '../support/demonstration'
import { smallTargetsOn, violationsOn } from './support/axe'
import { openBrowser } from './support/browser'
import { faultsOfSheet, letNothingBeWritten, openSheets, topSheet } from './support/crawl'
import { keepsFocus } from './support/focus'
import { bringFurther } from './support/further'
import { everyPage } from './support/pages'
import { Person } from './support/person'
import { type Persona, personaAt } from './support/persona'
import { drawnSheets } from './support/sheets'
import { addressesOf, pathOf, thingsOf } from './support/things'
import { ways } from './support/ways'
import { openids, pages, type Who } from './support/who-works-where'

// The walk of every page took 450 s beside another worker: twice that and more, for a slower machine.
jest.setTimeout(1_200_000)

/** A sheet of every kind: where it is, and what opens it. */
const sheets: readonly (readonly [Who, string, RegExp])[] = [
  ['resident', 'pages/report', /^在哪里/],
  ['village', 'pages/progress?:own', /补充情况/],
  ['village', 'pages/mine', /^换身份$/],
  ['office', 'subpackages/unit/ledger', /^全部状态/],
  ['office', 'subpackages/office/imports', /导入清单|导入/],
  ['intake', 'subpackages/unit/feedback?:report', /^受理$/],
  ['administrator', 'subpackages/office/people', /^选单位$/],
]

/** Of these one sheet has the title of what it was opened for: that one of them was opened is all that is asked. */
const chosenTitles: readonly string[] = [
  'src/features/staff-task/components/assign-sheets.tsx: titles[choosing]',
  'src/features/staff-task/components/assign-sheets.tsx: titles.category',
  'src/features/staff-task/components/assign-sheets.tsx: titles.village',
  'src/features/staff-task/components/decision-sheet.tsx: said.title',
  'src/features/staff-task/components/rework-sheet.tsx: said.title',
]

test('every page there is stands in the list', () => {
  const known = new Set(Object.values(pages).flatMap((own) => own.map((route) => pathOf(route))))
  expect(everyPage.filter((page) => !known.has(page))).toEqual([])
})

describe('read by a screen reader and by keys', () => {
  let demonstration: Demonstration
  let browser: Browser
  let person: Persona | null = null
  const opened: string[] = []
  const known = new Set<string>()
  const tried = new Set<string>()
  const becomes = async (who: Who | 'nameless', size?: 'wide') => {
    const persona = await personaAt(browser, demonstration.origin, openids[who], size)
    return { person: persona, things: await thingsOf(persona) }
  }

  /** Every page of somebody, with every sheet that opens on it. @returns what is wrong */
  const walk = async (who: Who): Promise<string[]> => {
    const { person, things } = await becomes(who)
    await letNothingBeWritten(person.page)
    const faults: string[] = []
    for (const route of pages[who])
      for (const address of addressesOf(route, things, known)) {
        const again = () => person.goes(address)
        await again()
        const found = [...(await violationsOn(person.page)), ...(await smallTargetsOn(person.page))]
        faults.push(...found.map((fault) => `${route}: ${fault}`))
        for (const sheet of await openSheets(person.page, kindOf(route, who), tried, again)) {
          opened.push(sheet.title)
          faults.push(...sheet.faults.map((fault) => `${route}, ${sheet.title}: ${fault}`))
        }
      }
    faults.push(...person.faults)
    await person.close()
    return faults
  }
  // The tabs and what residents use are another page for everybody, a staff page is one.
  const kindOf = (route: string, who: Who) =>
    route.startsWith('pages/') ? `${route} ${who}` : pathOf(route)
  const walks = new Map<Who, readonly string[]>()

  beforeAll(async () => {
    demonstration = await startDemonstration()
    await bringFurther(demonstration.origin)
    browser = await openBrowser()
    const waiting = Object.keys(pages) as Who[]
    // Side by side: most of a page's time is spent waiting.
    const next = async (): Promise<void> => {
      const who = waiting.shift()
      if (!who) return
      // Whoever cannot be walked is a fault of their own, and the others are walked all the same.
      walks.set(who, await walk(who).catch((error: unknown) => [String(error)]))
      await next()
    }
    await Promise.all([next(), next(), next()])
  })
  afterAll(async () => {
    await browser?.close()
    await demonstration?.close()
  })
  afterEach(async () => {
    expect(person?.faults ?? []).toEqual([])
    await person?.close()
    person = null
  })
  const visits = async (who: Who | 'nameless', size?: 'wide') => {
    const visitor = await becomes(who, size)
    ;({ person } = visitor)
    return visitor
  }

  it.each(Object.keys(pages) as Who[])(
    'every page of the %s and every sheet on it has no fault of level A or AA, and targets of 48',
    (who) => expect(walks.get(who)).toEqual([]),
  )

  it('nor have the office’s pages on a wide screen', async () => {
    const { person, things } = await visits('office', 'wide')
    const faults: string[] = []
    for (const route of ['subpackages/unit/ledger', 'subpackages/office/imports']) {
      await person.goes(addressesOf(route, things)[0]!)
      if (route.endsWith('ledger')) {
        await person.page.keyboard.press('j')
        await person.page.getByRole('link', { name: '打开整页' }).waitFor()
      }
      faults.push(...(await violationsOn(person.page)).map((fault) => `${route}: ${fault}`))
    }
    await person.goes(addressesOf('subpackages/office/release?:task.editNotice', things)[0]!)
    const { page } = person
    await page.locator('.notice-paper .notice-mark').nth(1).click()
    await page.locator('.tappable').filter({ hasText: '改文字', visible: true }).last().click()
    await page.getByRole('dialog').filter({ visible: true }).last().waitFor()
    opened.push((await topSheet(page)) ?? '')
    const found = [...(await violationsOn(page)), ...(await keepsFocus(page))]
    faults.push(...found.map((fault) => `notice desk: ${fault}`))
    expect(faults).toEqual([])
  })

  it.each(ways)('nor has what $who comes to on $route', async ({ who, route, walk }) => {
    const { person, things } = await visits(who)
    await person.goes(addressesOf(route, things)[0]!)
    const faults: string[] = []
    await walk(new Person(person.page, demonstration.origin), async () => {
      const title = (await topSheet(person.page)) ?? 'no sheet'
      opened.push(title)
      faults.push(...(await faultsOfSheet(person.page)).map((fault) => `${title}: ${fault}`))
    })
    expect(faults).toEqual([])
  })

  it('there is no sheet that was not opened', () => {
    const { known: drawn, unknown } = drawnSheets()
    const missing = drawn.filter(({ title }) => !opened.some((each) => title.test(each)))
    expect(missing.map((sheet) => sheet.where)).toEqual([])
    expect(unknown).toEqual(chosenTitles)
  })

  it.each(sheets)(
    'a sheet of the %s on %s takes the focus, keeps it and gives it back',
    async (...[who, route, name]) => {
      const { person, things } = await visits(who)
      const { page } = person
      await person.goes(addressesOf(route, things)[0]!)
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
    const { person } = await visits('office', 'wide')
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
