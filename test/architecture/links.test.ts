import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What leads to a page is a link in a browser (`wayTo`): it can be opened in a new tab. */

const src = path.resolve(__dirname, '../../src')
const onTapThatOpens = /onTap(?:=\{|: )\(\) =>\s*(?:void )?(?:openPage|openTab)\(/

test('no row, button or text opens a page by its tap alone', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  expect(files.length).toBeGreaterThan(300)
  const found = files.filter(
    (file) =>
      !file.startsWith('pages/gallery/') &&
      onTapThatOpens.test(readFileSync(path.join(src, file), 'utf8')),
  )
  expect(found).toEqual([])
})
