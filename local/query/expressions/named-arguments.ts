import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { combine } from './expression'
import type { Expression, Frame, Operator, Scope } from './expression'

/** The operands of an operator: the elements of an array, or the one value that stands alone. */
export const operandsOf = (argument: unknown, scope: Scope): Expression[] =>
  (Array.isArray(argument) ? (argument as unknown[]) : [argument]).map((operand) =>
    scope.operand(operand),
  )

export function checkCount(name: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return
  throw requestFailed(
    least === most
      ? `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`
      : `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`,
  )
}

export const unary =
  (evaluate: (value: unknown, name: string) => unknown): Operator =>
  (argument, scope, name) => {
    const operands = operandsOf(argument, scope)
    checkCount(name, operands.length, 1, 1)
    const { run } = operands[0] as Expression
    return combine(operands, (frame) => evaluate(run(frame), name))
  }

export const binary =
  (evaluate: (left: unknown, right: unknown, name: string) => unknown): Operator =>
  (argument, scope, name) => {
    const operands = operandsOf(argument, scope)
    checkCount(name, operands.length, 2, 2)
    const [left, right] = operands as [Expression, Expression]
    return combine(operands, (frame) => evaluate(left.run(frame), right.run(frame), name))
  }

/** Between `least` and `most` operands, all evaluated before the operator sees them. */
export const ranged =
  (least: number, most: number, evaluate: (values: unknown[], name: string) => unknown): Operator =>
  (argument, scope, name) => {
    const operands = operandsOf(argument, scope)
    checkCount(name, operands.length, least, most)
    return combine(operands, (frame) =>
      evaluate(
        operands.map(({ run }) => run(frame)),
        name,
      ),
    )
  }

/** Any number of operands. The operator evaluates them one by one, so that a null ends the work before a later error. */
export const variadic =
  (evaluate: (operands: readonly Expression[], frame: Frame, name: string) => unknown): Operator =>
  (argument, scope, name) => {
    const operands = operandsOf(argument, scope)
    return combine(operands, (frame) => evaluate(operands, frame, name))
  }

export interface NamedTexts {
  /** Says that the argument is not an object. */
  notObject: (argument: unknown) => string
  unknown: (key: string) => string
  missing: (key: string) => string
}

/**
 * Splits an operator's argument into its named parts, not yet compiled.
 * @throws CloudError for anything but an object, an unknown part, or one of `required` left out
 */
export function namedArguments(
  argument: unknown,
  required: readonly string[],
  optional: readonly string[],
  texts: NamedTexts,
): Record<string, unknown> {
  if (!isPlainObject(argument)) throw requestFailed(texts.notObject(argument))
  for (const key of Object.keys(argument)) {
    if (!required.includes(key) && !optional.includes(key)) throw requestFailed(texts.unknown(key))
  }
  for (const key of required)
    if (!Object.hasOwn(argument, key)) throw requestFailed(texts.missing(key))
  return argument
}

/** Compiles one named part; undefined when it was left out. */
export const optionalPart = (
  named: Record<string, unknown>,
  key: string,
  scope: Scope,
): Expression | undefined => (Object.hasOwn(named, key) ? scope.operand(named[key]) : undefined)
