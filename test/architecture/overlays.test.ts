import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Every panel over a page is one of these: WeChat scrolls what is in them only in a `ScrollView`. */

const src = path.resolve(__dirname, '../../src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, source: readFileSync(path.join(src, file), 'utf8') }))
const whereStands = (mark: RegExp) =>
  sources.flatMap(({ file, source }) => (mark.test(source) ? [file] : [])).sort()

test('only the overlay and what is drawn with a finger hold a movement back', () => {
  expect(whereStands(/\bcatchMove\b(?!`)/)).toEqual([
    'components/frame/sheet/overlay.tsx',
    'features/staff-task/components/signature-field.tsx',
  ])
})

test('every sheet is one of the two that keep their content in a ScrollView', () => {
  expect(whereStands(/<Overlay\b/)).toEqual([
    'components/frame/sheet/confirm-dialog.tsx',
    'components/frame/sheet/index.tsx',
    'components/show/photo-viewer/index.tsx',
  ])
  for (const name of ['index', 'confirm-dialog']) {
    const source = readFileSync(path.join(src, `components/frame/sheet/${name}.tsx`), 'utf8')
    const outside = source.replace(/<ScrollView scrollY[^]*?<\/ScrollView>/g, '')
    const drawn = outside.slice(outside.indexOf('<Overlay'))
    expect([name, /\{children\}/.test(drawn)]).toEqual([name, false])
    expect([name, /\{children\}/.test(source)]).toEqual([name, true])
  }
})
