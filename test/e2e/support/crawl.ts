import type { Page } from 'playwright-core'
import { actions, type ActionName } from '@/contract/actions'
import { violationsOn } from './axe'

/** What is tapped changes nothing: no write leaves the page, and no file. */
export const letNothingBeWritten = async (page: Page): Promise<void> => {
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

/**
 * What is seen, after a tap on the button at a place of the topmost layer where one is given; null
 * where another button stands there by now.
 */
const look = (page: Page, tap: { place: number; name: string } | null): Promise<Layer | null> =>
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
  /** What axe finds wrong with it. */
  readonly faults: readonly string[]
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
  const tapAll = async (above: readonly string[]): Promise<boolean> => {
    const { buttons = [] } = (await look(page, null)) ?? {}
    for (const [place, name] of buttons.entries()) {
      const key = [kind, ...above, name.replace(/\d+/g, '#')].join(' > ')
      if (tried.has(key)) continue
      const seen = await look(page, { place, name }).catch(() => null)
      // Not tapped yet: the one before it led away, or changed the page.
      if (!seen && here() === address && place > 0) return false
      tried.add(key)
      if (!seen || here() !== address || seen.open.length < above.length) return false
      const title = seen.open[above.length]
      if (title === undefined) continue
      found.push({ title, faults: await violationsOn(page) })
      if (!(await tapAll([...above, title]))) return false
      await closeDownTo(page, above.length)
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

const closeDownTo = async (page: Page, layers: number): Promise<void> => {
  for (let before = Infinity; ;) {
    const open = (await look(page, null))?.open.length ?? 0
    if (open <= layers || open >= before) return
    before = open
    await page.keyboard.press('Escape')
  }
}
