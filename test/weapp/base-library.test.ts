import fs from 'node:fs'
import path from 'node:path'

/**
 * The least base library is the one that `project.config.json` names (and that is set in the
 * console, docs/deploy.md): nothing that the program calls may be younger.
 */
const root = path.resolve(__dirname, '../..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const { libVersion } = JSON.parse(read('project.config.json')) as { libVersion: string }
const vendor = read('node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
/** Functions of `wx` itself: what it hands out has methods of the same names, of other ages. */
const typings = vendor.slice(vendor.search(/interface Wx \{/))

const number = (version: string) =>
  version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)

/** From the vendor's own typings: the comment above the function. */
const sinceOf = (api: string): string => {
  const found = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s+${api}[<(]`).exec(typings)
  return /需要基础库： ?\`([\d.]+)\`/.exec(found?.[1] ?? '')?.[1] ?? '1.0.0'
}

/** Components have no typings: what the vendor's pages say. */
const components: Readonly<Record<string, string>> = { 'root-portal': '2.25.2' }

const sources = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => read(path.join(folder, file)))

const called = [
  ...new Set(
    sources('src').flatMap((text) => [...text.matchAll(/\bTaro\.(\w+)/g)].map(([, name]) => name!)),
  ),
].filter((name) => new RegExp(` ${name}[<(]`).test(typings))

test('every function that is called is in the least base library', () => {
  expect(called.length).toBeGreaterThan(20)
  expect(called).toEqual(expect.arrayContaining(['chooseMedia', 'requestSubscribeMessage']))
  const young = called.filter((api) => number(sinceOf(api)) > number(libVersion))
  expect(young.map((api) => `${api} ${sinceOf(api)}`)).toEqual([])
  expect(number(sinceOf('getFuzzyLocation'))).toBe(number('2.25.0'))
})

test('every component that is drawn is in the least base library', () => {
  const templates = read('dist/weapp/base.wxml')
  for (const [component, since] of Object.entries(components)) {
    expect(templates).toContain(`<${component}`)
    expect(number(since)).toBeLessThanOrEqual(number(libVersion))
  }
})
