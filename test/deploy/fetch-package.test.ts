import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './support/command'

/** In npm's place: a folder that is filled by two at once ends as npm itself ends there. */
const npm = `#!${process.execPath}
const { existsSync, mkdirSync, readdirSync, writeFileSync } = require('node:fs')
const package = process.argv.at(-1).split('@')[0]
const { MEETING, MEET } = process.env
writeFileSync(MEETING + '/' + process.pid, '')
const here = setInterval(() => {
  if (readdirSync(MEETING).length < Number(MEET)) return
  clearInterval(here)
  try { writeFileSync('busy', '', { flag: 'wx' }) } catch { process.exit(217) }
  if (package === 'unknown') process.exit(1)
  mkdirSync('node_modules/' + package, { recursive: true })
  writeFileSync('node_modules/' + package + '/package.json', '{}')
}, 5)
`

const folder = mkdtempSync(path.join(tmpdir(), 'fetch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(path.join(folder, 'bin'))
writeFileSync(path.join(folder, 'bin/npm'), npm, { mode: 0o755 })

const source = pathToFileURL(path.join(root, 'scripts/fetch-package.mjs')).href
const script = `
import { fetchPackage } from ${JSON.stringify(source)}
process.exitCode = fetchPackage(...process.argv.slice(1)) ? 0 : 1
`

/** The commands start together: npm in each of them waits until all are there. */
async function fetchAtOnce(name: string, commands: number): Promise<(number | null)[]> {
  const meeting = mkdtempSync(path.join(folder, 'meeting-'))
  const PATH = `${path.join(folder, 'bin')}:${process.env.PATH}`
  const env = { ...process.env, PATH, MEETING: meeting, MEET: String(commands) }
  const place = path.join(folder, 'tools', `${name}@1.0.0`)
  const words = ['--input-type=module', '-e', script, place, name, '1.0.0']
  return Promise.all(
    Array.from(
      { length: commands },
      () =>
        new Promise<number | null>((resolve) => {
          spawn(process.execPath, words, { env, stdio: 'ignore' }).on('close', resolve)
        }),
    ),
  )
}

const kept = () => readdirSync(path.join(folder, 'tools'))

test('commands that fetch one package at once all end with it, whole and once', async () => {
  expect(await fetchAtOnce('tool', 3)).toEqual([0, 0, 0])
  expect(kept()).toEqual(['tool@1.0.0'])
  expect(existsSync(path.join(folder, 'tools/tool@1.0.0/node_modules/tool/package.json'))).toBe(
    true,
  )
})

test('what npm could not bring leaves nothing that looks like it', async () => {
  expect(await fetchAtOnce('unknown', 1)).toEqual([1])
  expect(kept()).not.toContain('unknown@1.0.0')
})
