import type { Browser } from 'playwright-core'
import { type Demonstration, startDemonstration } from '../../support/demonstration'
import { openBrowser, visit, type Visit } from './browser'
import { Person } from './person'

export interface Stage {
  readonly visitor: Visit
  readonly person: Person
}

/** A demonstration and one browser at its pages for the tests of a `describe`; a fault on a page fails its test. */
export const onStage = (size?: Parameters<typeof visit>[2]): Stage => {
  let demonstration: Demonstration | undefined
  let browser: Browser | undefined
  let stage: Stage | undefined
  beforeAll(async () => {
    demonstration = await startDemonstration()
    browser = await openBrowser()
    const visitor = await visit(browser, demonstration.origin, size)
    stage = { visitor, person: new Person(visitor.page, demonstration.origin) }
  })
  afterAll(async () => {
    await stage?.visitor.close()
    await browser?.close()
    await demonstration?.close()
  })
  afterEach(() => {
    expect(stage?.visitor.faults.splice(0)).toEqual([])
  })
  const standing = (): Stage => {
    if (!stage) throw new Error('the stage stands from the first test on')
    return stage
  }
  return {
    get visitor() {
      return standing().visitor
    },
    get person() {
      return standing().person
    },
  }
}
