import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { combine, constant, isNullish, isTrue } from './expression'
import type { Expression, Operator, Scope } from './expression'
import { binary, checkCount, operandsOf, unary } from './named-arguments'
import { areEqual, compareInExpressions } from './ordering'
import { typeName } from '../../ground/bson-types'

/** $and and $or stop at the first operand that decides. */
const junction =
  (deciding: boolean): Operator =>
  (argument, scope) => {
    const operands = operandsOf(argument, scope)
    // A constant that decides makes the whole constant, whatever the others hold.
    const decided = operands.some(
      (operand) => operand.constant && isTrue(operand.run({ root: {}, slots: [] })) === deciding,
    )
    if (decided) return constant(deciding)
    return combine(operands, (frame) => {
      for (const { run } of operands) if (isTrue(run(frame)) === deciding) return deciding
      return !deciding
    })
  }

const comparison = (decide: (order: number) => boolean): Operator =>
  binary((left, right) => decide(compareInExpressions(left, right)))

function conditionParts(argument: unknown, scope: Scope): Expression[] {
  if (!isPlainObject(argument)) {
    const operands = operandsOf(argument, scope)
    checkCount('$cond', operands.length, 3, 3)
    return operands
  }
  for (const key of Object.keys(argument)) {
    if (!['if', 'then', 'else'].includes(key))
      throw requestFailed(`Unrecognized parameter to $cond: ${key}`)
  }
  return ['if', 'then', 'else'].map((key) => {
    if (!Object.hasOwn(argument, key)) throw requestFailed(`Missing '${key}' parameter to $cond`)
    return scope.operand(argument[key])
  })
}

const $cond: Operator = (argument, scope) => {
  const parts = conditionParts(argument, scope)
  const [condition, yes, no] = parts as [Expression, Expression, Expression]
  return combine(parts, (frame) => (isTrue(condition.run(frame)) ? yes : no).run(frame))
}

const $ifNull: Operator = (argument, scope) => {
  const operands = operandsOf(argument, scope)
  checkCount('$ifNull', operands.length, 2, 2)
  const [value, replacement] = operands as [Expression, Expression]
  return combine(operands, (frame) => {
    const found = value.run(frame)
    return isNullish(found) ? replacement.run(frame) : found
  })
}

type Branch = readonly [condition: Expression, result: Expression]

function compileBranch(branch: unknown, scope: Scope): Branch {
  if (!isPlainObject(branch)) {
    throw requestFailed(`$switch expected each branch to be an object, found: ${typeName(branch)}`)
  }
  for (const key of Object.keys(branch)) {
    if (key !== 'case' && key !== 'then')
      throw requestFailed(`$switch found an unknown argument to a branch: ${key}`)
  }
  if (!Object.hasOwn(branch, 'case'))
    throw requestFailed("$switch requires each branch have a 'case' expression")
  if (!Object.hasOwn(branch, 'then'))
    throw requestFailed("$switch requires each branch have a 'then' expression.")
  return [scope.operand(branch.case), scope.operand(branch.then)]
}

function switchBranches(argument: Record<string, unknown>, scope: Scope): Branch[] {
  const { branches = [] } = argument
  if (!Array.isArray(branches)) {
    throw requestFailed(`$switch expected an array for 'branches', found: ${typeName(branches)}`)
  }
  if (branches.length === 0) throw requestFailed('$switch requires at least one branch.')
  return branches.map((branch) => compileBranch(branch, scope))
}

const $switch: Operator = (argument, scope) => {
  if (!isPlainObject(argument)) {
    throw requestFailed(`$switch requires an object as an argument, found: ${typeName(argument)}`)
  }
  for (const key of Object.keys(argument)) {
    if (key !== 'branches' && key !== 'default')
      throw requestFailed(`$switch found an unknown argument: ${key}`)
  }
  const branches = switchBranches(argument, scope)
  const otherwise = Object.hasOwn(argument, 'default') ? scope.operand(argument.default) : undefined
  return {
    constant: false,
    run: (frame) => {
      for (const [condition, result] of branches)
        if (isTrue(condition.run(frame))) return result.run(frame)
      if (otherwise) return otherwise.run(frame)
      throw requestFailed(
        '$switch could not find a matching branch for an input, and no default was specified.',
      )
    },
  }
}

export const logic: Record<string, Operator> = {
  $and: junction(false),
  $or: junction(true),
  $not: unary((value) => !isTrue(value)),
  $cmp: binary((left, right) => Math.sign(compareInExpressions(left, right))),
  $eq: binary(areEqual),
  $ne: binary((left, right) => !areEqual(left, right)),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cond,
  $ifNull,
  $switch,
}
