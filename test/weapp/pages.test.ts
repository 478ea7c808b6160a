import fs from 'node:fs'
import path from 'node:path'
import { openMiniProgram } from './simulator/open-mini-program'
import type { AppJson, Bridge } from './simulator/phone'

const dist = path.resolve(__dirname, '../../dist/weapp')
const { pages, subPackages = [] } = JSON.parse(
  fs.readFileSync(path.join(dist, 'app.json'), 'utf8'),
) as AppJson
const inPackages = subPackages.flatMap(({ root, pages: own }) =>
  own.map((page) => `${root}/${page}`.replace(/\/+/g, '/')),
)

/** WeChat asks for less; beyond it the view layer stutters. */
const maxSetDataBytes = 256 * 1024

const broken: Bridge = {
  callFunction: async () => ({
    ok: false,
    error: { code: 'INTERNAL', requestId: 'request-of-a-test' },
    now: Date.parse('2019-11-18T09:00:00+08:00'),
  }),
  uploadFile: () => Promise.reject(new Error('no storage')),
}

describe.each([...pages, ...inPackages])('%s', (route) => {
  const open = (more: object = {}) =>
    openMiniProgram({ dist, bridge: broken, path: `${route}?id=unknown`, ...more })

  test('opens and says something when the server fails', async () => {
    const app = await open()
    await app.waitFor(() => app.text().length > 0)
    expect(app.page.route).toBe(route)
    expect(app.largestSetData).toBeLessThan(maxSetDataBytes)
    await app.close()
  })

  test('grows its type with the phone', async () => {
    const app = await open({ fontSize: 24 })
    await app.waitFor(() => app.hasClass('elder'))
    await app.close()
  })
})

test.each(pages)('%s of the main package opens without a network', async (route) => {
  const app = await openMiniProgram({ dist, bridge: broken, path: route, network: 'offline' })
  await app.waitFor(() => app.text().length > 0)
  await app.close()
})
