import { requestFailed } from '../../ground/cloud-error'
import { bsonText } from '../../ground/bson-text'
import { fieldCondition } from './condition'
import type { Condition } from './condition'
import { countNumber, truncated } from './whole-number'

/** `$mod`: divisor, remainder and field are cut to whole numbers. */
export function remainder(path: string, value: unknown): Condition {
  if (!Array.isArray(value)) throw requestFailed('malformed mod, needs to be an array')
  if (value.length < 2) throw requestFailed('malformed mod, not enough elements')
  if (typeof value[0] !== 'number') throw requestFailed('malformed mod, divisor not a number')
  if (value.length > 2) throw requestFailed('malformed mod, too many elements')
  const [divisor, rest] = [truncated(value[0]), truncated(value[1])]
  if (divisor === 0) throw requestFailed('divisor cannot be 0')
  return fieldCondition(
    path,
    (field) =>
      typeof field === 'number' &&
      Number.isFinite(field) &&
      (Math.trunc(field) % divisor) + 0 === rest,
  )
}

function bitPosition(value: unknown): bigint {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(`bit positions must be an integer but got: ${bsonText(value)}`)
  if (value > 0x7fffffff || value < -0x80000000)
    throw requestFailed(
      `bit positions cannot be represented as a 32-bit signed integer: ${bsonText(value)}`,
    )
  if (value < 0) throw requestFailed(`bit positions must be >= 0 but got: ${bsonText(value)}`)
  // Whole numbers have 64 bits here; higher positions repeat the sign.
  return 1n << BigInt(Math.min(value, 63))
}

function bitMask(name: string, value: unknown): bigint {
  if (Array.isArray(value))
    return value.reduce<bigint>((mask, position) => mask | bitPosition(position), 0n)
  if (typeof value === 'number') return BigInt(countNumber(name, value))
  throw requestFailed(
    `${name} takes an Array, a number, or a BinData but received: ${bsonText(value)}`,
  )
}

export type BitOperator = '$bitsAllSet' | '$bitsAllClear' | '$bitsAnySet' | '$bitsAnyClear'

const bitTests: Record<BitOperator, (bits: bigint, mask: bigint) => boolean> = {
  $bitsAllSet: (bits, mask) => (bits & mask) === mask,
  $bitsAllClear: (bits, mask) => (bits & mask) === 0n,
  $bitsAnySet: (bits, mask) => (bits & mask) !== 0n,
  $bitsAnyClear: (bits, mask) => (bits & mask) !== mask,
}

export const bits =
  (operator: BitOperator) =>
  (path: string, value: unknown): Condition => {
    const mask = bitMask(operator, value)
    const fits = bitTests[operator]
    return fieldCondition(
      path,
      (field) =>
        typeof field === 'number' &&
        Number.isInteger(field) &&
        Math.abs(field) < 2 ** 63 &&
        fits(BigInt.asUintN(64, BigInt(field)), mask),
    )
  }
