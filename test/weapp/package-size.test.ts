import fs from 'node:fs'
import path from 'node:path'
import type { AppJson } from './simulator/phone'

const dist = path.resolve(__dirname, '../../dist/weapp')

/** Our own limit for what everyone downloads first; WeChat refuses a package over 2 MB. */
const mainLimit = 512 * 1024
const packageLimit = 2 * 1024 * 1024

/** Licence texts and DevTools' settings are not part of what DevTools uploads. */
const notUploaded = /(\.LICENSE\.txt|^project\.config\.json|\.map)$/

const files = fs
  .readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => !notUploaded.test(file))
  .map((file) => ({ file, stat: fs.statSync(path.join(dist, file)) }))
  .filter(({ stat }) => stat.isFile())
  .map(({ file, stat }) => ({ file, bytes: stat.size }))

const { subPackages = [] } = JSON.parse(
  fs.readFileSync(path.join(dist, 'app.json'), 'utf8'),
) as AppJson
const roots = subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`)

const packageOf = (file: string): string => roots.find((root) => file.startsWith(root)) ?? ''
const filesOf = (root: string) => files.filter(({ file }) => packageOf(file) === root)
const sizeOf = (root: string) => filesOf(root).reduce((sum, { bytes }) => sum + bytes, 0)

const tableOf = (root: string): string =>
  filesOf(root)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 15)
    .map(({ file, bytes }) => `${(bytes / 1024).toFixed(1).padStart(8)} KiB  ${file}`)
    .join('\n')

test('the main package stays within 512 KiB, minified', () => {
  console.log(`main package ${(sizeOf('') / 1024).toFixed(1)} KiB\n${tableOf('')}`)
  const script = fs.readFileSync(path.join(dist, 'app.js'), 'utf8')
  expect(script.length / script.split('\n').length).toBeGreaterThan(500)
  expect(sizeOf('')).toBeLessThanOrEqual(mainLimit)
})

test('no sub-package is larger than WeChat takes', () => {
  const tooLarge = roots.filter((root) => sizeOf(root) > packageLimit)
  expect(tooLarge.map(tableOf)).toEqual([])
})
