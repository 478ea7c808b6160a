import { parse } from 'acorn'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { type Demonstration, startDemonstration } from '../support/demonstration'
import { newerBuiltIns, newerInterfaces, removeNewer } from '../support/newer-built-ins'
import { openBrowser, visit } from './support/browser'
import { Person } from './support/person'
import { everyPage } from './support/pages'

jest.setTimeout(600_000)

describe('the oldest browser that is declared', () => {
  let demonstration: Demonstration
  let browser: Browser

  beforeAll(async () => {
    demonstration = await startDemonstration()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await demonstration?.close()
  })

  it('is missing what the pages would fall over', () => {
    const named = newerBuiltIns.map(({ owner, member }) => `${owner}.${member}`)
    expect(named).toEqual(
      expect.arrayContaining([
        'Array.at',
        'Array.flatMap',
        'Object.fromEntries',
        'Promise.allSettled',
      ]),
    )
    expect(named).not.toEqual(expect.arrayContaining(['Array.includes']))
    expect(newerInterfaces.length).toBeGreaterThan(1000)
  })

  it.each([
    ['a resident', null],
    ['the office', /综合协调 市整改办/],
    ['a unit', /市生态环境局 经办/],
    ['an enterprise', /环保专员/],
  ] as const)('opens every page as %s', async (_who, role) => {
    const visitor = await visit(browser, demonstration.origin)
    await visitor.page.addInitScript(removeNewer, [...newerBuiltIns, ...newerInterfaces])
    const person = new Person(visitor.page, demonstration.origin)
    if (role) await person.become(role)
    // Not only words of its own: the server was asked, and its answer is drawn.
    await person.opens('pages/register/index')
    await person.reads(/最迟.*月.*日/)
    for (const route of everyPage) {
      await person.opens(route)
      const shell = visitor.page.locator('.page-shell, .wide-shell').filter({ visible: true })
      await shell.first().waitFor({ timeout: 10_000 })
      expect((await shell.first().innerText()).length).toBeGreaterThan(2)
      expect({ route, faults: visitor.faults.splice(0) }).toEqual({ route, faults: [] })
    }
    await visitor.close()
  })

  it('can read every script: no syntax of a later year, no look behind', () => {
    const folder = path.resolve(__dirname, '../../dist/h5')
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    )
    for (const file of scripts) {
      const source = readFileSync(path.join(folder, file), 'utf8')
      expect(() => parse(source, { ecmaVersion: 2019, sourceType: 'script' })).not.toThrow()
      expect([file, /\(\?<[=!]/.test(source)]).toEqual([file, false])
    }
  })
})
