import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import type { Expression } from '../expressions/expression'
import { typeName } from '../../ground/bson-types'
import { valueText } from '../expressions/value-text'
import type { Request, Stage, StageCompiler } from './stage'

const replacing = ({ run }: Expression, { frame }: Request): Stage =>
  function* (documents) {
    for (const document of documents) {
      frame.root = document
      const root = run(frame)
      if (!isPlainObject(root)) {
        throw requestFailed(
          `'newRoot' expression must evaluate to an object, but resulting value was: ${valueText(root)}. Type of resulting value: '${typeName(root)}'. Input document: ${valueText(document)}`,
        )
      }
      yield root
    }
  }

export const replaceRoot: StageCompiler = (specification, { scope, request }) => {
  if (!isPlainObject(specification)) {
    throw requestFailed(
      `expected an object as specification for $replaceRoot stage, got ${typeName(specification)}`,
    )
  }
  const { newRoot, ...rest } = specification
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined)
    throw requestFailed(
      `unrecognized option to $replaceRoot stage: ${unknown}, only valid option is 'newRoot'.`,
    )
  if (newRoot === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage')
  return replacing(scope.operand(newRoot), request)
}

export const replaceWith: StageCompiler = (specification, { scope, request }) =>
  replacing(scope.operand(specification), request)
