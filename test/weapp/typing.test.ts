import path from 'node:path'
import { openMiniProgram } from './simulator/open-mini-program'
import type { Bridge } from './simulator/phone'

/**
 * What is typed stays out of `setData`: an echo that comes back late puts a slow phone's box to
 * where it was, and the last letters are lost.
 */

const dist = path.resolve(__dirname, '../../dist/weapp')
const silent: Bridge = {
  callFunction: () => Promise.reject(new Error('request:fail')),
  uploadFile: () => Promise.reject(new Error('no storage')),
}

/** No two neighbours alike, so that every piece of it is recognised. */
const letters = (count: number) =>
  Array.from({ length: count }, (_, place) => String.fromCharCode(0x4e00 + place)).join('')

/** Any three letters in a row that were typed. */
const carries = (json: string, typed: string) =>
  Array.from({ length: typed.length - 2 }, (_, at) => typed.slice(at, at + 3)).some((piece) =>
    json.includes(piece),
  )

test('2,000 letters of a report are typed without one setData that carries them', async () => {
  const app = await openMiniProgram({ dist, bridge: silent, path: 'pages/report/index' })
  const typed = letters(2000)
  const field = '哪里、发生了什么？'
  const updates = await app.updatesDuring(() => app.typeLetters(field, typed))
  expect(updates.filter((json) => carries(json, typed))).toEqual([])
  expect(app.valueOf(field)).toBe(typed)
  // The counter still follows, so what is counted here are the updates of a page that lives.
  expect(updates.length).toBeGreaterThan(0)
  expect(app.text()).toContain('2000 / 2000')
  await app.close()
})

test('nor is a line of text, such as a lookup code', async () => {
  const app = await openMiniProgram({ dist, bridge: silent, path: 'pages/lookup/index' })
  const updates = await app.updatesDuring(() => app.typeLetters('查询码', 'K7M294QX'))
  expect(updates.filter((json) => carries(json, 'K7M294QX'))).toEqual([])
  expect(app.valueOf('查询码')).toBe('K7M294QX')
  await app.close()
})
