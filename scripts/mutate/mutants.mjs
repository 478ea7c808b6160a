/** Small changes to code that a test of the rules should not survive. */
import ts from 'typescript'

const swapped = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.QuestionQuestionToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
])

/** What stands there instead; null: nothing to change here. */
const changeOf = (node) => {
  if (ts.isBinaryExpression(node)) {
    const by = swapped.get(node.operatorToken.kind)
    return by ? { at: node.operatorToken, by } : null
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { at: node, by: 'false' }
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { at: node, by: 'true' }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return { at: node, by: node.operand.getText() }
  if (ts.isNumericLiteral(node)) return { at: node, by: String(Number(node.text) + 1) }
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = node.expression ?? node.condition
    return { at: condition, by: `!(${condition.getText()})` }
  }
  if (ts.isSpreadElement(node)) return { at: node, by: '...[]' }
  return null
}

/**
 * @returns every single change to the text, in order of place: `{ line, from, to, text }`; `text` is the whole
 * file with the change. Types and imports are left alone: the compiler tests those.
 */
export const mutantsOf = (name, text) => {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found = []
  const walk = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return
    const change = changeOf(node)
    if (change) {
      const [start, end] = [change.at.getStart(), change.at.getEnd()]
      found.push({
        line: file.getLineAndCharacterOfPosition(start).line + 1,
        from: text.slice(start, end),
        to: change.by,
        text: text.slice(0, start) + change.by + text.slice(end),
      })
    }
    ts.forEachChild(node, walk)
  }
  walk(file)
  return found
}
