import type { Page } from 'playwright-core'
import { actions, type ActionName } from '@/contract/actions'
import { smallTargetsOn, violationsOn } from './axe'
import { keepsFocus, takesFocusBack } from './focus'

/** What is tapped changes nothing: no write leaves the page, and no file; nobody is called up. */
export const letNothingBeWritten = async (page: Page): Promise<void> => {
  // A browser without a telephone asks what to do, in a window of its own that takes the keys.
  await page.addInitScript(() => {
    const { navigation } = window as unknown as { navigation: EventTarget }
    navigation.addEventListener('navigate', (event) => {
      const { destination } = event as Event & { destination: { url: string } }
      if (destination.url.startsWith('tel:')) event.preventDefault()
    })
  })
  await page.route('**/call/*', (route) => {
    const { action } = route.request().postDataJSON() as { action: ActionName }
    return actions[action].writes ? route.abort() : route.continue()
  })
  await page.route('**/cos/**', (route) => route.abort())
}

interface Layer {
  /** Names of the buttons of the topmost layer: the page, or the sheet that lies on it. */
  readonly buttons: readonly string[]
  /** Titles of what is open, the topmost last. */
  readonly open: readonly string[]
}

interface Tap {
  readonly place: number
  readonly name: string
}

/**
 * What is seen, after a tap on the button at a place of the topmost layer where one is given; null
 * where another button stands there by now.
 */
const look = (page: Page, tap: Tap | null): Promise<Layer | null> =>
  page.evaluate(async (tap) => {
    const shown = (within: ParentNode, selector: string) =>
      Array.from(within.querySelectorAll<HTMLElement>(selector)).filter(
        (each) => each.getClientRects().length > 0 && !each.closest('.local-bar'),
      )
    const nameOf = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.innerText
    const dialogs = () => shown(document, '[role=dialog], [role=alertdialog]')
    const buttons = () =>
      shown(dialogs().slice(-1)[0] ?? document, '.tappable[role=button]:not(a, .sheet__close)')
    if (tap) {
      const button = buttons()[tap.place]
      if (!button || nameOf(button) !== tap.name) return null
      // As by a key, so that a sheet has somebody to give the focus back to.
      button.focus({ preventScroll: true })
      button.click()
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return {
      buttons: buttons().map(nameOf),
      open: dialogs().map((each) => each.getAttribute('aria-label') ?? ''),
    }
  }, tap)

export interface OpenedSheet {
  readonly title: string
  /** What axe finds wrong with it, targets that are too small, and where the focus goes astray. */
  readonly faults: readonly string[]
}

/** What is wrong with the sheet that lies on top. */
export const faultsOfSheet = async (page: Page): Promise<string[]> => [
  ...(await violationsOn(page)),
  ...(await smallTargetsOn(page)),
  ...(await keepsFocus(page)),
]

const buttonsOf = async (page: Page) => (await look(page, null))?.buttons ?? []

const startingAfter = (from: number, buttons: readonly string[]) => {
  const all = [...buttons.entries()]
  return [...all.slice(from + 1), ...all.slice(0, from + 1)]
}

interface Opened {
  readonly title: string
  /** What it lies on: also where it stands in the place of the sheet in which was tapped. */
  readonly below: readonly string[]
}

const whatOpened = (open: readonly string[], above: readonly string[]): Opened | null => {
  const title = open[above.length] ?? open.at(-1)
  if (title === undefined || (open.length <= above.length && title === above.at(-1))) return null
  return { title, below: open.length > above.length ? above : above.slice(0, -1) }
}

/** How often one page is begun anew: as often as a tap leads away. */
const mostTimes = 40

/**
 * Taps every button of the page, and of the sheets that open, and looks at each sheet while it is
 * open.
 * @param tried buttons that were tapped before on a page of this kind; those of this one come in
 * @param again loads the page anew, after a tap that led away
 */
export const openSheets = async (
  page: Page,
  kind: string,
  tried: Set<string>,
  again: () => Promise<void>,
): Promise<OpenedSheet[]> => {
  const found: OpenedSheet[] = []
  // What stands before the hash differs from load to load.
  const here = () => new URL(page.url()).hash
  const address = here()
  /** @returns false when the page is another one by now */
  const lookInto = async ({ title, below }: Opened, above: readonly string[], name: string) => {
    const isReplaced = below !== above
    // A sheet that becomes another one with each tap is looked at once.
    const became = `${[kind, ...above].join(' > ')} becomes another`
    if (isReplaced && tried.has(became)) return false
    if (isReplaced) tried.add(became)
    const faults = await faultsOfSheet(page)
    found.push({ title, faults })
    if (!(await tapAll([...below, title])) || isReplaced) return false
    if (!(await closesDownTo(page, above.length))) faults.push('Escape does not close it')
    faults.push(...(await takesFocusBack(page, name)))
    return true
  }
  const follow = (
    { open, buttons }: Layer,
    above: readonly string[],
    tapped: Tap,
    before: readonly string[],
  ) => {
    const opened = whatOpened(open, above)
    if (opened) return lookInto(opened, above, tapped.name)
    // What it unfolded is tapped before it is folded again.
    return buttons.join() === before.join() || tapAll(above, tapped.place)
  }
  const tapAll = async (above: readonly string[], from = -1): Promise<boolean> => {
    const buttons = await buttonsOf(page)
    for (const [place, name] of startingAfter(from, buttons)) {
      const key = [kind, ...above, name.replace(/\d+/g, '#')].join(' > ')
      if (tried.has(key)) continue
      const seen = await look(page, { place, name }).catch(() => null)
      // Not tapped yet: the one before it led away, or changed the page.
      if (!seen && here() === address && place > 0) return false
      tried.add(key)
      if (!seen || here() !== address || seen.open.length < above.length) return false
      if (!(await follow(seen, above, { place, name }, buttons))) return false
    }
    return true
  }
  // A page that was left is begun anew, without what led away.
  for (let begun = 1; !(await tapAll([])); begun += 1) {
    if (begun > mostTimes) throw new Error(`${kind} is another page at every look`)
    await again()
  }
  return found
}

/** The title of the sheet on top; null where none is open. */
export const topSheet = async (page: Page): Promise<string | null> =>
  (await look(page, null))?.open.at(-1) ?? null

/** @returns whether Escape closed what lies above */
const closesDownTo = async (page: Page, layers: number): Promise<boolean> => {
  for (let before = Infinity; ;) {
    const open = (await look(page, null))?.open.length ?? 0
    if (open <= layers || open >= before) return open <= layers
    before = open
    await page.keyboard.press('Escape')
  }
}
