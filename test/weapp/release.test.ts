import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { localTraces } from '@/scripts/upload/check-package.mjs'

const bundle = path.resolve(__dirname, '../../dist/weapp')

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(full) : [full]
  })

/** Identity bar, clock and message box exist in the local build only. */
describe('the deployed mini-program', () => {
  const code = filesBelow(bundle)
    .filter((file) => /\.(js|json|wxml)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

  it.each(localTraces)('holds nothing of the demonstration: %s', (trace) => {
    expect(code.includes(trace)).toBe(false)
  })

  it('writes Chinese as it reads: an escape takes twice the bytes', () => {
    const escapes = code.match(/\\u[4-9][0-9a-f]{3}/gi) ?? []
    // Regular expressions of libraries name ranges of letters.
    expect(escapes.length).toBeLessThan(50)
  })

  it('holds what it should: the report page and its words', () => {
    expect(code.includes('pages/report/index')).toBe(true)
    expect(code.includes('不让办理单位知道我是谁')).toBe(true)
  })
})
