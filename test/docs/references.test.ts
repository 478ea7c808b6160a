import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A comment or a page that names a file of the repository names one that is there. */

const root = path.resolve(__dirname, '../..')
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((name) => existsSync(path.join(root, name)))

const folders = 'contract|copy|cloudfunctions|database|docs|domain|local|scripts|src|test'
const named = new RegExp(
  `(?<![\\w./@-])(?:${folders})/[\\w./-]+\\.(?:tsx|ts|mjs|cjs|md|json)\\b`,
  'g',
)
const inComments = /^\s*(\/\/|\/?\*)/

const lacking = (name: string, text: string): string[] =>
  (text.match(named) ?? [])
    .filter((reference) => !existsSync(path.join(root, reference)))
    .map((reference) => `${name} → ${reference}`)

test('in comments', () => {
  const sources = files.filter((name) => /\.(tsx?|[mc]js)$/.test(name))
  const found = sources.flatMap((name) => {
    const lines = readFileSync(path.join(root, name), 'utf8').split('\n')
    return lacking(name, lines.filter((line) => inComments.test(line)).join('\n'))
  })
  expect(sources.length).toBeGreaterThan(1000)
  expect(found).toEqual([])
})

test('in the papers', () => {
  const papers = files.filter((name) => name.endsWith('.md'))
  expect(papers.length).toBeGreaterThan(20)
  expect(
    papers.flatMap((name) => lacking(name, readFileSync(path.join(root, name), 'utf8'))),
  ).toEqual([])
})

test('one that is gone is found', () => {
  expect(lacking('a.ts', '/** `contract/task-parts.ts` */ docs/glossary.md')).toEqual([
    'a.ts → contract/task-parts.ts',
  ])
})
