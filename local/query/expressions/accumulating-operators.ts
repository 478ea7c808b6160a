import { accumulators } from './accumulators'
import { combine } from './expression'
import type { Expression, Operator } from './expression'
import { operandsOf } from './named-arguments'

/** Accumulators that also work inside one document: over the elements of one array, or over several operands. */
const NAMES = ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp', '$mergeObjects']

const accumulating =
  (create: NonNullable<ReturnType<typeof accumulators.get>>): Operator =>
  (argument, scope) => {
    const operands = operandsOf(argument, scope)
    const [only] = operands as [Expression]
    return combine(operands, (frame) => {
      const accumulator = create()
      const value = operands.length === 1 ? only.run(frame) : undefined
      if (operands.length !== 1) for (const { run } of operands) accumulator.add(run(frame))
      else if (Array.isArray(value)) for (const item of value) accumulator.add(item)
      else accumulator.add(value)
      return accumulator.result()
    })
  }

export const accumulatingOperators: Record<string, Operator> = Object.fromEntries(
  NAMES.flatMap((name) => {
    const create = accumulators.get(name)
    return create ? [[name, accumulating(create)]] : []
  }),
)
