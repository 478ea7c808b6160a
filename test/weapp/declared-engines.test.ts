import fs from 'node:fs'
import path from 'node:path'
import type { AppJson, Bridge } from './simulator/phone'
import { hideNewerBuiltIns } from './simulator/old-engine'
import { openMiniProgram } from './simulator/open-mini-program'
import { writeProgram } from './simulator/write-program'

/** Every page opens on the oldest engine that is declared, where newer built-ins are missing. */

const dist = path.resolve(__dirname, '../../dist/weapp')
const { pages, subPackages = [] } = JSON.parse(
  fs.readFileSync(path.join(dist, 'app.json'), 'utf8'),
) as AppJson
const inPackages = subPackages.flatMap(({ root, pages: own }) =>
  own.map((page) => `${root}/${page}`),
)

const silent: Bridge = {
  callFunction: () => Promise.reject(new Error('no server')),
  uploadFile: () => Promise.reject(new Error('no storage')),
}

let restore: () => void
beforeAll(() => {
  restore = hideNewerBuiltIns()
})
afterAll(() => restore())

test('a script does not find what the engine lacks, and finds what it has', async () => {
  const js = `Page({ data: { found: [
    typeof [].findLast, typeof ''.replaceAll, typeof Promise.allSettled, typeof [].includes
  ].join() } })`
  const parts = { home: { js, wxml: '<view>{{found}}</view>' } }
  const folder = writeProgram({ appJson: { pages: ['home'] }, parts })
  const app = await openMiniProgram({ dist: folder, bridge: silent })
  expect(app.text()).toBe('undefined,undefined,undefined,function')
  expect(Object.hasOwn({ here: 1 }, 'here')).toBe(true)
  await app.close()
  fs.rmSync(folder, { recursive: true })
})

test.each([...pages, ...inPackages])('%s opens and says something', async (route) => {
  const app = await openMiniProgram({ dist, bridge: silent, path: `${route}?id=unknown` })
  await app.waitFor(() => app.text().length > 0)
  await app.close()
})
