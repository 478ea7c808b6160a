import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { Browser, Page } from 'playwright-core'
import { visit, type Visit } from './browser'

type Size = Parameters<typeof visit>[2]

/** Somebody of the demonstration at the pages, without the way through its bar. */
export interface Persona extends Visit {
  /** Loads the page anew by its address and waits until it is there with what it shows. */
  goes(route: string): Promise<void>
  /**
   * Opens the page within the document that is there, which takes the page before away; anew, where that one led
   * elsewhere or is the same.
   */
  steps(route: string): Promise<void>
  /** As the pages call, to find what can be looked at. */
  call<N extends ActionName>(action: N, input: ActionInput<N>): Promise<ActionOutput<N> | null>
}

/** What stands in place of a page that does not come. */
const whatIsThere = async (page: Page): Promise<string> => {
  const body = await page.evaluate(() => ({
    readyState: document.readyState,
    text: document.body.innerText.slice(0, 300),
    html: document.body.innerHTML.slice(0, 600),
  }))
  return `no page at ${page.url()}: ${JSON.stringify(body)}`
}

const settled = async (page: Page) => {
  // A tab that was left is kept in the document, unseen.
  const shells = page.locator('.page-shell, .wide-shell').filter({ visible: true })
  await shells
    .first()
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error(await whatIsThere(page), { cause: error })
    })
  // By what it is and not by a script: an engine of the declared list may lack what the driver's own scripts need.
  await page.locator('.skeleton-list').first().waitFor({ state: 'detached' })
}

/** Waits until nothing has been on its way for a moment: what a page shows asks for more. */
const quiet = (page: Page): (() => Promise<void>) => {
  let underway = 0
  let changes = 0
  const counts = (by: number) => () => {
    underway += by
    changes += 1
  }
  page.on('request', counts(1))
  page.on('requestfinished', counts(-1))
  page.on('requestfailed', counts(-1))
  return async () => {
    for (let seen = -1; underway > 0 || seen !== changes;) {
      seen = changes
      await page.waitForTimeout(80)
    }
  }
}

export const personaAt = async (
  browser: Browser,
  origin: string,
  openid: string,
  size?: Size,
): Promise<Persona> => {
  const visitor = await visit(browser, origin, size)
  const { page } = visitor
  const { request } = page.context()
  const callAs =
    (actAs?: string) =>
    async <N extends ActionName>(action: N, input: ActionInput<N>) => {
      const data = { action, input, ...(actAs && { actAs }) }
      const reply = await request.post(`${origin}/call/${action.split('.')[0]}`, { data })
      const { ok, data: output } = (await reply.json()) as { ok: boolean; data: ActionOutput<N> }
      return ok ? output : null
    }
  await request.post(`${origin}/_local/session`, { data: { openid } })
  const actAs = (await callAs()('identity.whoAmI', {}))?.memberships[0]?.id
  if (actAs)
    await page.addInitScript(
      (id) => localStorage.setItem('zgt.actAs', JSON.stringify({ data: id })),
      actAs,
    )
  const isQuiet = quiet(page)
  let visits = 0
  let opened: string | null = null
  const here = () => new URL(page.url()).hash
  const comes = async (route: string) => {
    await settled(page)
    await isQuiet()
    await settled(page)
    opened = `#/${route}`
  }
  const opens = async (route: string) => {
    // Another query, or the browser takes it for a step within the same document.
    await page.goto(`${origin}/?${(visits += 1)}#/${route}`)
    await comes(route)
  }
  /** A load that never ends is said and begun once more: on a loaded machine a browser loses one. */
  const goes = async (route: string) => {
    try {
      await opens(route)
    } catch (error) {
      console.warn(`begun once more: ${String(error)}`)
      await opens(route)
    }
  }
  const seen = (selector: string) => page.locator(selector).filter({ visible: true }).first()
  const steps = async (route: string) => {
    // Taro goes back to a page that lies below and has the same path, whatever it shows: then a new document.
    if (here() !== opened || here() === `#/${route}`) return goes(route)
    const left = await seen('.taro_page').getAttribute('id')
    const { origin: at, search } = new URL(page.url())
    await page.goto(`${at}/${search}#/${route}`)
    await seen(`.taro_page[id="${left}"]`).waitFor({ state: 'hidden' })
    await seen(`.taro_page[id^="/${route.split('?')[0]}"]`).waitFor()
    await comes(route)
  }
  return { ...visitor, goes, steps, call: callAs(actAs) }
}
