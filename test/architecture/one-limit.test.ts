import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** How much may be typed and handed in stands once, in `limits.ts` beside the inputs: forms count by the same numbers. */

const root = path.resolve(__dirname, '../..')

/** What no action takes as it stands: parsed apart, or sent nowhere. */
const ownNumbers = [
  'src/features/chain-check/components/chain-check-page.tsx',
  'src/features/settings/components/setting-fields.tsx',
]
/** Digits of a year, a month or a number of months. */
const mostDigits = 4

const isNumber = (node: ts.Node): boolean =>
  ts.isNumericLiteral(node)
    ? Number(node.text.replaceAll('_', '')) > mostDigits
    : ts.isBinaryExpression(node) && isNumber(node.left)

const valueOf = (node: ts.Node): ts.Node | undefined => {
  if (ts.isJsxAttribute(node) && node.initializer && ts.isJsxExpression(node.initializer))
    return node.initializer.expression
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) return node.initializer
  return undefined
}
const isLimit = (node: ts.Node): boolean =>
  (ts.isJsxAttribute(node) || ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
  /^max([A-Z]|$)/.test(node.name.getText())

/** Limits of a file that are written as numbers. */
const ownLimitsIn = (name: string, text: string): string[] => {
  const found: string[] = []
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const look = (node: ts.Node): void => {
    const value = valueOf(node)
    if (isLimit(node) && value && isNumber(value)) found.push(`${name}: ${node.getText()}`)
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

test('no form has a number of its own', () => {
  const forms = ['src/features', 'src/acting'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  const found = forms.flatMap((name) =>
    ownLimitsIn(name, readFileSync(path.join(root, name), 'utf8')),
  )
  expect(forms.length).toBeGreaterThan(200)
  expect(found.filter((line) => !ownNumbers.some((name) => line.startsWith(name)))).toEqual([])
})

test.each([
  ['const maxWords = 500', 1],
  ['const maxBytes = 20 * 1024 * 1024', 1],
  ['const dialog = { max: 60 }', 1],
  ['const box = <Box max={300} />', 1],
  ['const box = <Box max={maxReason} />', 0],
  ['const year = <Box max={4} />', 0],
])('a number is found where it is one: %s', (text, count) => {
  expect(ownLimitsIn('a.tsx', text)).toHaveLength(count)
})
