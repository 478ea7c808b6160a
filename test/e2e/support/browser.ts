import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Nothing of the browser itself may reach out: the pages must work from one address alone. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The browser's own controls, such as the date field, in the language of the pages.
  '--lang=zh-CN',
]

/** @param more flags beside those of every browser, e.g. where a name leads to */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> => {
  const executablePath = executables.find(existsSync)
  if (!executablePath) throw new Error('no chromium: npm test installs it or says how')
  return chromium.launch({ executablePath, headless: true, args: [...flags, ...more] })
}

export interface Visit {
  readonly page: Page
  /** Requests to any other host, page errors and failed loads seen so far. */
  readonly faults: string[]
  close(): Promise<void>
}

const sizes = {
  phone: { width: 375, height: 812 },
  wide: { width: 1440, height: 900 },
  board: { width: 1920, height: 1080 },
}

/** A fresh visitor: own cookies and storage. Watches for foreign requests and page errors. */
export const visit = async (
  browser: Browser,
  origin: string,
  size: keyof typeof sizes = 'phone',
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: sizes[size],
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size === 'phone',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob|about|tel):/.test(url))
      faults.push(`foreign: ${url}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  return { page, faults, close: () => context.close() }
}
