import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong with what the page shows now: one line each, empty when nothing is. */
export const violationsOn = async (page: Page): Promise<string[]> => {
  // What is still coming in is half transparent; what turns for ever is not waited for.
  await page.evaluate(async () => {
    const coming = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(coming.map(({ finished }) => finished))
  })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate((runOnly) => {
    const { axe } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<AxeResults> }
    }
    // A target that a bar lies over until the page is scrolled is none too small: `smallTargetsOn`.
    const rules = { 'target-size': { enabled: false } }
    return axe.run(document, { runOnly, rules, resultTypes: ['violations'] })
  }, tags)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}

/** What can be tapped and is smaller than 48 × 48 (docs: decisions on targets). */
export const smallTargetsOn = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>('.tappable, button, input, textarea')
    return Array.from(targets).flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      // The demonstration's strip is part of no deployed page.
      if (target.closest('.local-bar') || width === 0) return []
      // Words of a sentence that are marked in it are as high as its line.
      if (getComputedStyle(target).display === 'inline') return []
      if (width >= least && height >= least) return []
      const name = target.getAttribute('aria-label') ?? target.innerText
      return [`${target.className} ${name} ${Math.round(width)} × ${Math.round(height)}`]
    })
  }, 47.5)
