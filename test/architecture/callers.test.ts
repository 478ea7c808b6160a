import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { actions } from '@/contract/actions'
import { notOffered } from './not-offered'

const source = path.resolve(__dirname, '../../src')

/** Every text that stands as a value: no comment, no type that only names what an action answers. */
const valuesIn = (file: string): string[] => {
  const found: string[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (ts.isStringLiteral(node)) found.push(node.text)
    ts.forEachChild(node, walk)
  }
  const text = readFileSync(file, 'utf8')
  walk(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX))
  return found
}

describe('the actions', () => {
  const called = new Set(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => valuesIn(path.join(source, file))),
  )

  // A function serves every action of the contract, or it does not compile (`serve`).
  it('are each called by a page, or named with the issue that brings the page', () => {
    const names = Object.keys(actions)
    expect(names.length).toBeGreaterThan(50)
    const withoutCaller = names.filter((name) => !called.has(name)).sort()
    expect(withoutCaller).toEqual(Object.keys(notOffered).sort())
  })

  it('are not taken for called because a type names them', () => {
    const file = path.join(source, 'features/desk/handled.ts')
    expect(readFileSync(file, 'utf8')).toContain("'feedback.getHandled'")
    expect(valuesIn(file)).not.toContain('feedback.getHandled')
  })
})
