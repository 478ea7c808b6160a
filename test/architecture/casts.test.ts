import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(__dirname, '../..')

/**
 * Assertions (`as`, apart from `as const`): for every thousand lines of all, and in all of what is
 * deployed and of its stores. What comes from outside is looked at instead (`domain/known.ts`,
 * `cloudfunctions/_stores/stored.ts`). These limits only fall: whoever takes casts away lowers them.
 */
const limits = { everyThousandLines: 3, inDeployed: 42, inStores: 2 }

const deployed = ['domain', 'contract', 'copy', 'cloudfunctions', 'src']
const folders = [...deployed, 'local']

const files = folders.flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name)),
)

const castsIn = (text: string, file: string): number => {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  let casts = 0
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) casts += 1
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind))
  return casts
}

const counted = files.map((file) => {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  return { file, lines: text.split('\n').length, casts: castsIn(text, file) }
})
const castsOf = (rows: readonly { casts: number }[]): number =>
  rows.reduce((sum, { casts }) => sum + casts, 0)

test('what is counted: each assertion once, and no `as const`', () => {
  expect(castsIn('const a = [1] as const; const b = c as unknown as D', 'a.ts')).toBe(2)
})

test('assertions grow no more frequent', () => {
  const lines = counted.reduce((sum, row) => sum + row.lines, 0)
  expect((castsOf(counted) / lines) * 1000).toBeLessThanOrEqual(limits.everyThousandLines)
})

test('what is deployed asserts no more than it did', () => {
  const rows = counted.filter(({ file }) => deployed.includes(file.split(path.sep)[0]!))
  expect(castsOf(rows)).toBeLessThanOrEqual(limits.inDeployed)
})

test('the stores assert no more than they did', () => {
  const stores = counted.filter(({ file }) => file.startsWith('cloudfunctions/_stores/'))
  expect(castsOf(stores)).toBeLessThanOrEqual(limits.inStores)
})
