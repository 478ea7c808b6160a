import { parse } from 'acorn'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { errorTexts } from '@/copy/errors'
import { shellWords } from '@/copy/shell'
import { type Demonstration, startDemonstration } from '../support/demonstration'
import { newerBuiltIns, newerInterfaces, removeNewer } from '../support/newer-built-ins'
import { openBrowser } from './support/browser'
import { bringFurther } from './support/further'
import { everyPage } from './support/pages'
import { personaAt } from './support/persona'
import { addressesOf, pathOf, thingsOf } from './support/things'
import { openids, pages, type Who } from './support/who-works-where'

jest.setTimeout(600_000)

describe('the oldest browser that is declared', () => {
  let demonstration: Demonstration
  let browser: Browser
  const known = new Set<string>()

  beforeAll(async () => {
    demonstration = await startDemonstration()
    await bringFurther(demonstration.origin)
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

  /** Pages that were opened with what they are for: all but those of one matter, and of these with one that is there. */
  const drawn = new Set<string>()
  const refusals = [...Object.values(errorTexts), shellWords.failed('CLIENT.OFFLINE').title]
  const isOfOneMatter = (route: string) => route.includes('?:')

  it.each(Object.keys(pages) as Who[])(
    'shows the %s every page with what is there to see',
    async (who) => {
      const persona = await personaAt(browser, demonstration.origin, openids[who])
      const things = await thingsOf(persona)
      await persona.page.addInitScript(removeNewer, [...newerBuiltIns, ...newerInterfaces])
      for (const route of pages[who])
        for (const address of addressesOf(route, things, known)) {
          await persona.steps(address)
          const shell = persona.page.locator('.page-shell, .wide-shell').filter({ visible: true })
          const words = await shell.first().innerText()
          const isFound = isOfOneMatter(route) && !address.includes('id=none')
          // What stands in place of a page: nothing was found, or it did not come.
          const blocks = await shell.locator('.face-block').filter({ visible: true }).all()
          const signs = (await Promise.all(blocks.map((each) => each.innerText()))).join('\n')
          const refused = refusals.filter((text) => signs.includes(text))
          const faults = persona.faults.splice(0)
          expect({ address, refused: isFound ? refused : [], faults }).toEqual({
            address,
            refused: [],
            faults: [],
          })
          expect(words.length).toBeGreaterThan(isFound ? 20 : 2)
          if (isFound || !isOfOneMatter(route)) drawn.add(pathOf(route))
        }
      await persona.close()
    },
  )

  it('has drawn every page, and each page of one matter with a matter', () => {
    expect(everyPage.filter((page) => !drawn.has(page))).toEqual([])
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
