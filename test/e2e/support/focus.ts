import type { Page } from 'playwright-core'

/** Whether the sheet that lies on top has the focus, or where it is instead. */
const whereFocusIs = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const dialogs = Array.from(
      document.querySelectorAll<HTMLElement>('[role=dialog], [role=alertdialog]'),
    ).filter((each) => each.getClientRects().length > 0)
    const { activeElement } = document
    if (!dialogs.at(-1) || dialogs.at(-1)!.contains(activeElement)) return null
    return `${activeElement?.className} ${activeElement?.getAttribute('aria-label') ?? ''}`
  })

/** The sheet on top takes the focus and keeps it: no Tab leads out of it, forwards or back. */
export const keepsFocus = async (page: Page): Promise<string[]> => {
  const faults: string[] = []
  for (const key of [null, 'Shift+Tab', 'Tab', 'Tab']) {
    if (key) await page.keyboard.press(key)
    const elsewhere = await whereFocusIs(page)
    if (elsewhere) faults.push(`after ${key ?? 'it opened'} the focus is at ${elsewhere}`)
  }
  return faults
}

/**
 * A sheet that was closed gives the focus back to what opened it.
 * @param name of the button that opened it; one that went with its sheet is owed nothing
 */
export const takesFocusBack = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(async (name) => {
    const nameOf = (each: Element | null) =>
      each?.getAttribute('aria-label') ?? (each as HTMLElement | null)?.innerText
    const isThere = () =>
      Array.from(document.querySelectorAll<HTMLElement>('.tappable')).some(
        (each) => each.getClientRects().length > 0 && nameOf(each) === name,
      )
    for (let waited = 0; waited < 1000; waited += 20) {
      if (nameOf(document.activeElement) === name) return []
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return isThere() ? [`the focus does not come back to ${name}`] : []
  }, name)
