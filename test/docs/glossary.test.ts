import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')
const folders = ['domain', 'contract', 'copy', 'cloudfunctions', 'src']

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })

interface Entry {
  readonly term: string
  readonly identifiers: readonly string[]
  readonly cells: number
}

/** Rows of every table: term, identifiers in code marks, meaning, source. */
const entriesOf = (page: string): Entry[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*(-|term)/.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => ({
      term: (cells[0] ?? '').trim(),
      identifiers: [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
      cells: cells.filter((cell) => cell.trim() !== '').length,
    }))

const entries = entriesOf(readFileSync(join(root, 'docs', 'glossary.md'), 'utf8'))
const words = new Set(
  folders
    .flatMap((folder) => filesIn(join(root, folder)))
    .flatMap((path) => readFileSync(path, 'utf8').match(/[A-Za-z][A-Za-z0-9]*/g) ?? []),
)

describe('the glossary', () => {
  it('names only identifiers that stand in the source', () => {
    const missing = entries.flatMap(({ term, identifiers }) =>
      identifiers.filter((name) => !words.has(name)).map((name) => `${term}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('gives each term an identifier, a meaning and a source', () => {
    expect(entries.length).toBeGreaterThan(80)
    expect(
      entries.filter(({ identifiers, cells }) => identifiers.length === 0 || cells !== 4),
    ).toEqual([])
  })

  it('lists each term once', () => {
    const terms = entries.map(({ term }) => term)
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  })

  it('would miss an identifier that was renamed', () => {
    expect(words.has('rectificationTaskThatNobodyWrote')).toBe(false)
  })
})
