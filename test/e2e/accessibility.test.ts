import type { Browser } from 'playwright-core'
import type { ActionOutput } from '@/contract/actions'
import { type Demonstration, startDemonstration } from '../support/demonstration'
import { testEnvironment } from '../support/environment'
import { smallTargetsOn, violationsOn } from './support/axe'
import { openBrowser } from './support/browser'
import { faultsOfSheet, letNothingBeWritten, openSheets, topSheet } from './support/crawl'
import { keepsFocus } from './support/focus'
import { bringFurther } from './support/further'
import { everyPage } from './support/pages'
import { Person } from './support/person'
import { type Persona, personaAt } from './support/persona'
import { drawnSheets } from './support/sheets'
import { ways } from './support/ways'

jest.setTimeout(600_000)

type Who =
  | 'resident'
  | 'newcomer'
  | 'village'
  | 'committee'
  | 'enterprise'
  | 'factory'
  | 'unit'
  | 'lead'
  | 'town'
  | 'closing'
  | 'signing'
  | 'county'
  | 'checking'
  | 'office'
  | 'intake'
  | 'publisher'
  | 'inspector'
  | 'enforcer'
  | 'leader'
  | 'administrator'

const openids: Readonly<Record<Who | 'nameless', string>> = {
  resident: 'demo-resident',
  newcomer: 'demo-newcomer',
  nameless: 'demo-nameless',
  village: 'demo-village',
  committee: 'demo-committee',
  enterprise: 'demo-enterprise',
  factory: 'demo-stone',
  unit: 'demo-farming-staff',
  lead: 'demo-housing-staff',
  town: 'demo-town-staff',
  closing: 'demo-agriculture-staff',
  signing: 'demo-agriculture-leader',
  county: 'demo-dianbai-staff',
  checking: 'demo-city-checker-2',
  office: 'demo-coordinator',
  intake: 'demo-intake',
  publisher: 'demo-publisher',
  inspector: 'demo-inspector',
  leader: 'demo-leader',
  enforcer: 'demo-enforcer',
  administrator: testEnvironment.FIRST_ADMINISTRATOR,
}

const tabs = ['pages/home', 'pages/todo', 'pages/register', 'pages/mine']

/**
 * Every page, by who works there. `:task` is one that this person can open, `:task.assign` one on
 * which they are offered that, `:task*` enough of them to be offered everything there is.
 */
const pages: Readonly<Record<Who, readonly string[]>> = {
  resident: [
    ...tabs,
    ...['pages/report', 'pages/my-reports', 'pages/progress?:own*', 'pages/lookup'],
    ...['pages/task?:released', 'pages/complaint', 'pages/join', 'pages/not-found'],
    ...['subpackages/resident/notice?:released', 'subpackages/village/own?:released'],
    ...['subpackages/resident/objection?:released', 'subpackages/papers/check'],
    ...['subpackages/about/privacy', 'subpackages/about/looks', 'subpackages/about/messages'],
    // A staff page whose address was typed.
    ...['subpackages/office/people', 'subpackages/unit/ledger'],
  ],
  // Has named no village yet.
  newcomer: ['subpackages/village/own?:released.noVillage'],
  village: [...tabs, 'pages/report', 'pages/my-reports', 'subpackages/village/asked?:released'],
  committee: ['subpackages/village/asked?:released', 'subpackages/unit/task?:task*'],
  factory: ['subpackages/enterprise/timeline?:timeline*'],
  lead: ['subpackages/unit/task?:task*'],
  town: ['subpackages/unit/task?:task*', 'subpackages/unit/feedback?:report*'],
  closing: ['subpackages/unit/task?:task*'],
  signing: ['subpackages/unit/task?:task*', 'subpackages/unit/self-check?:task.selfCheck'],
  county: ['subpackages/unit/task?:task*', 'subpackages/enterprise/timeline?:timeline*'],
  checking: ['subpackages/unit/task?:task*', 'subpackages/unit/verify?:task.verify'],
  enterprise: [
    ...tabs,
    ...['subpackages/enterprise/timelines', 'subpackages/enterprise/timeline?:timeline*'],
    ...['subpackages/enterprise/visits', 'subpackages/enterprise/visit?:visit*'],
  ],
  unit: [
    ...tabs,
    ...[
      'subpackages/unit/ledger',
      'subpackages/unit/task?:task*',
      'subpackages/unit/plan?:task.submitPlan',
    ],
    ...['subpackages/unit/self-check?:task.selfCheck', 'subpackages/unit/reminders'],
    ...['subpackages/unit/sites?:task', 'subpackages/unit/camera'],
    ...['subpackages/unit/desk', 'subpackages/unit/feedback?:report*'],
    ...['subpackages/enterprise/timelines', 'subpackages/unit/propose?:task'],
  ],
  office: [
    ...tabs,
    ...[
      'subpackages/unit/ledger',
      'subpackages/unit/task?:task*',
      'subpackages/unit/chain?:task.changeChain',
    ],
    ...['subpackages/unit/verify?:task.verify', 'subpackages/office/assign?:task.assign'],
    ...['subpackages/office/release?:task.checkSecrecy', 'subpackages/office/call-list'],
    'subpackages/office/repeats',
    ...['subpackages/office/imports', 'subpackages/office/import?:batch*', 'subpackages/unit/desk'],
    ...[
      'subpackages/office/import?:batch.parsed&at=1',
      'subpackages/office/import?:batch.parsed&at=2',
    ],
    ...['subpackages/village/opinion?:task', 'subpackages/village/summary?:task'],
    ...['subpackages/village/visit?:task', 'subpackages/papers/case-file?:task'],
    ...['subpackages/unit/consult?:task.consult', 'subpackages/unit/consult?:task.sayOnDraft'],
    ...['subpackages/office/release?:task.choosesPhotos'],
    ...['subpackages/unit/objections', 'subpackages/office/rounds', 'subpackages/office/round'],
  ],
  intake: [
    ...tabs,
    ...[
      'subpackages/unit/desk',
      'subpackages/unit/feedback?:report*',
      'subpackages/unit/objections',
    ],
    'subpackages/unit/objection?:task',
  ],
  inspector: [
    ...[...tabs, 'subpackages/unit/ledger', 'subpackages/unit/task?:task*'],
    'subpackages/unit/feedback?:report.submitSecondAnswer',
    'subpackages/village/resident-visit',
    ...['subpackages/enterprise/ask-visit?:task.askVisit', 'subpackages/enterprise/visit?:visit*'],
  ],
  enforcer: [...tabs, ...['subpackages/enterprise/visits', 'subpackages/enterprise/visit?:visit*']],
  publisher: [...tabs, 'subpackages/office/release?:task.checkOpenness'],
  leader: [...tabs, 'subpackages/unit/ledger', 'subpackages/unit/task?:task*'],
  administrator: [
    ...tabs,
    'subpackages/office/people',
    'subpackages/office/roster',
    'subpackages/office/watch',
    'subpackages/office/settings',
  ],
}

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

interface Offered {
  readonly id: string
  readonly events: readonly string[]
}
type Kind = 'task' | 'released' | 'own' | 'report' | 'timeline' | 'visit' | 'batch'
type Things = Readonly<Record<Kind, readonly Offered[]>>

/** What each thing of a list offers this person. */
const offersOf = async (
  page: { readonly items: readonly { readonly id: string }[] } | null,
  read: (id: string) => Promise<{ readonly events: readonly string[] } | null> | null,
): Promise<Offered[]> => {
  const offers: Offered[] = []
  for (const { id } of page?.items ?? [])
    offers.push({ id, events: (await read(id))?.events ?? [] })
  return offers
}

/** What can be done with a task, and what its page has to look at. */
const seenOn = ({ events, ...task }: ActionOutput<'task.get'>): string[] => {
  const { cycles = [] } = task.closeOut ?? {}
  const reports = task.parts.flatMap(({ report }) => report ?? [])
  const hasPhotos = reports.some(({ photos }) => photos > 0)
  const seen = {
    askVisit: task.asksVisit,
    evidence: reports.some(({ photos, files }) => photos + files > 0),
    siteFiles: cycles.some(({ checks }) =>
      checks.some(({ measures }) => measures.some(({ photos }) => photos > 0)),
    ),
    recheckFiles: cycles.some(({ rechecks }) => rechecks.some(({ photos }) => photos > 0)),
    correctEvent: events.includes('enterEvent') && task.deadline.event?.entered != null,
    choosesPhotos: hasPhotos && events.includes('choosePhotos') && cycles.at(-1)?.notice === null,
  }
  const more = Object.entries(seen).flatMap(([name, isThere]) => (isThere ? [name] : []))
  return [...events.filter((event) => event !== 'enterEvent' || !seen.correctEvent), ...more]
}

const thingsOf = async ({ call }: Persona): Promise<Things> => ({
  task: await offersOf(await call('task.listLedger', { filter: {} }), async (taskId) => {
    const task = await call('task.get', { taskId })
    return task && { events: seenOn(task) }
  }),
  released: await offersOf(await call('register.listTasks', { filter: {} }), async (taskId) => {
    const own = await call('opinion.getOwn', { taskId })
    return own && { events: [own.speaking] }
  }),
  own: await offersOf(await call('feedback.listMine', {}), (feedbackId) =>
    call('feedback.get', { feedbackId }),
  ),
  report: await offersOf(await call('feedback.listDesk', {}), (feedbackId) =>
    call('feedback.getHandled', { feedbackId }),
  ),
  timeline: await offersOf(await call('enterprise.listTimelines', {}), (timelineId) =>
    call('enterprise.getTimeline', { timelineId }),
  ),
  visit: await offersOf(await call('enterprise.listVisits', {}), (visitId) =>
    call('enterprise.getVisit', { visitId }),
  ),
  batch: await offersOf(await call('documents.listBatches', {}), async (batchId) => {
    const found = await call('documents.getBatch', { batchId })
    return found && { events: [found.batch.state] }
  }),
})

const pathOf = (route: string) => `${route.split('?')[0]}/index`

/**
 * @param known what was offered before, to anybody; what this route offers comes in
 * @returns the addresses that a route of the table stands for
 */
const addressesOf = (route: string, things: Things, known = new Set<string>()): string[] => {
  const [, kind, wanted, more = ''] = /\?:(\w+)([^&]*)(&.*)?$/.exec(route) ?? []
  if (kind === undefined) return [pathOf(route)]
  const offers = things[kind as Kind]
  const fits = offers.find(({ events }) => events.includes(wanted?.slice(1) ?? ''))
  const chosen =
    wanted === '*'
      ? offers.filter(({ events }, place) => {
          const isNew = events.some((event) => !known.has(`${kind} ${event}`))
          for (const event of events) known.add(`${kind} ${event}`)
          return isNew || place === 0
        })
      : [fits ?? offers[0]]
  // A thing that this person has none of: the page says so.
  const ids = chosen.length > 0 ? chosen.map((thing) => thing?.id ?? 'none') : ['none']
  return ids.map((id) => `${pathOf(route)}?id=${id}${more}`)
}

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
