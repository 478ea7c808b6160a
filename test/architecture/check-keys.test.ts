import { keyOfTest } from '@/scripts/check/unit.mjs'

const page = 'src/page.ts'
const reader = 'cloudfunctions/documents/importer/read.ts'
const day = 'domain/calendar/day.ts'
const command = 'scripts/import.mjs'

const reaching = { imports: [], reaches: true }
const graph = new Map([
  ['test/importer/command-line.test.ts', reaching],
  ['test/domain/calendar/zones.test.ts', reaching],
  ['test/architecture/check.test.ts', reaching],
  ['test/docs/links.test.ts', reaching],
  ['test/domain/day.test.ts', { imports: [day], reaches: false }],
  [day, { imports: [], reaches: false }],
])
const names = [page, reader, day, command, ...graph.keys()]
const tests = [...graph.keys()].filter((name) => name.startsWith('test/'))

/** Which tests run again once this file has changed. */
const againAfter = (changed: string): string[] => {
  const before = new Map(names.map((name) => [name, `${name} 1`]))
  const after = new Map([...before, [changed, `${changed} 2`]])
  const [was, is] = [keyOfTest({ files: before, graph }), keyOfTest({ files: after, graph })]
  return tests.filter((name) => was(name) !== is(name)).map((name) => name.split('/').at(-1)!)
}

describe('after one changed file', () => {
  test.each([
    [page, ['links.test.ts']],
    [reader, ['command-line.test.ts', 'links.test.ts']],
    [day, ['command-line.test.ts', 'zones.test.ts', 'links.test.ts', 'day.test.ts']],
    [command, ['command-line.test.ts', 'check.test.ts', 'links.test.ts']],
    ['test/docs/links.test.ts', ['links.test.ts']],
  ])('%s the tests that look at it run again', (changed, expected) => {
    expect(againAfter(changed)).toEqual(expected)
  })
})
