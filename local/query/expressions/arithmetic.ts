import { requestFailed } from '../../ground/cloud-error'
import { isNullish } from './expression'
import type { Operator } from './expression'
import { binary, ranged, unary, variadic } from './named-arguments'
import { ExactSum } from './sums'
import { typeName } from '../../ground/bson-types'
import { numberText } from './value-text'

const numeric = (evaluate: (value: number) => number): Operator =>
  unary((value, name) => {
    if (isNullish(value)) return null
    if (typeof value !== 'number')
      throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`)
    return evaluate(value)
  })

/** $divide and $mod: numbers, null for null, and no zero on the right. */
const division = (evaluate: (left: number, right: number) => number): Operator =>
  binary((left, right, name) => {
    if (typeof left === 'number' && typeof right === 'number') {
      if (right === 0) throw requestFailed(`can't ${name} by zero`)
      return evaluate(left, right)
    }
    if (isNullish(left) || isNullish(right)) return null
    throw requestFailed(
      `${name} only supports numeric types, not ${typeName(left)} and ${typeName(right)}`,
    )
  })

function dateAt(milliseconds: number, name: string): Date {
  const date = new Date(Math.trunc(milliseconds))
  if (Number.isNaN(date.getTime())) throw requestFailed(`date overflow in ${name}`)
  return date
}

const $add = variadic((operands, frame, name) => {
  const sum = new ExactSum()
  let isDate = false
  for (const { run } of operands) {
    const value = run(frame)
    if (typeof value === 'number') sum.add(value)
    else if (value instanceof Date) {
      if (isDate) throw requestFailed('only one date allowed in an $add expression')
      isDate = true
      sum.add(value.getTime())
    } else if (isNullish(value)) return null
    else {
      throw requestFailed(`$add only supports numeric or date types, not ${typeName(value)}`)
    }
  }
  return isDate ? dateAt(sum.total, name) : sum.total
})

const $subtract = binary((left, right, name) => {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (isNullish(left) || isNullish(right)) return null
  if (!(left instanceof Date))
    // The server's own text lacks this space too.
    throw requestFailed(`cant $subtract a${typeName(right)} from a ${typeName(left)}`)
  if (right instanceof Date) return left.getTime() - right.getTime()
  if (typeof right !== 'number')
    throw requestFailed(`cant $subtract a ${typeName(right)} from a Date`)
  return dateAt(left.getTime() - Math.trunc(right), name)
})

const $multiply = variadic((operands, frame) => {
  let product = 1
  for (const { run } of operands) {
    const value = run(frame)
    if (isNullish(value)) return null
    if (typeof value !== 'number')
      throw requestFailed(`$multiply only supports numeric types, not ${typeName(value)}`)
    product *= value
  }
  return product
})

/** Refuses what has no logarithm; NaN has NaN. */
const logarithm = (compute: (value: number) => number): Operator =>
  unary((value, name) => {
    if (isNullish(value)) return null
    if (typeof value !== 'number')
      throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`)
    if (value <= 0) {
      throw requestFailed(
        `${name}'s argument must be a positive number, but is ${numberText(value)}`,
      )
    }
    return compute(value)
  })

const $log = binary((value, base) => {
  if (isNullish(value) || isNullish(base)) return null
  if (typeof value !== 'number')
    throw requestFailed(`$log's argument must be numeric, not ${typeName(value)}`)
  if (typeof base !== 'number')
    throw requestFailed(`$log's base must be numeric, not ${typeName(base)}`)
  if (value <= 0) {
    throw requestFailed(`$log's argument must be a positive number, but is ${numberText(value)}`)
  }
  if (base <= 0 || base === 1) {
    throw requestFailed(
      `$log's base must be a positive number not equal to 1, but is ${numberText(base)}`,
    )
  }
  return Math.log(value) / Math.log(base)
})

const $pow = binary((base, exponent) => {
  if (isNullish(base) || isNullish(exponent)) return null
  if (typeof base !== 'number')
    throw requestFailed(`$pow's base must be numeric, not ${typeName(base)}`)
  if (typeof exponent !== 'number')
    throw requestFailed(`$pow's exponent must be numeric, not ${typeName(exponent)}`)
  if (base === 0 && exponent < 0)
    throw requestFailed('$pow cannot take a base of 0 and a negative exponent')
  // C's pow: 1 to any power is 1, where JavaScript says NaN for NaN and infinities.
  if (base === 1 || (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent))) return 1
  return base ** exponent
})

const $sqrt = numeric((value) => {
  if (value < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0")
  return Math.sqrt(value)
})

/** Digits of a number as the server sees them when it rounds: 15 significant ones. */
function scaled(value: number, place: number): { digits: bigint; drop: number } {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  const digits = BigInt(mantissa.replace('.', ''))
  return { digits, drop: 14 - Number(exponent) - place }
}

/** Cuts to a decimal place; half goes to the even neighbour when `toEven`, else everything is dropped. */
function toPlace(value: number, place: number, toEven: boolean): number {
  if (!Number.isFinite(value) || (Number.isInteger(value) && place >= 0)) return value
  const { digits, drop } = scaled(value, place)
  if (drop <= 0) return value
  const unit = 10n ** BigInt(drop)
  let kept = digits / unit
  const rest = (digits % unit) * 2n
  if (toEven && (rest > unit || (rest === unit && kept % 2n === 1n))) kept += 1n
  return Math.sign(value) * Number(`${kept}e${-place}`)
}

const rounding = (toEven: boolean): Operator =>
  ranged(1, 2, ([value, place = 0], name) => {
    if (isNullish(value) || place === null) return null
    if (typeof value !== 'number')
      throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`)
    if (typeof place !== 'number' || !Number.isInteger(place))
      throw requestFailed(`precision argument to  ${name} must be a integral value`)
    if (place < -20 || place > 100) {
      throw requestFailed(
        `cannot apply ${name} with precision value ${place} value must be in [-20, 100]`,
      )
    }
    return toPlace(value, place, toEven)
  })

const trigonometric = (compute: (value: number) => number): Operator => numeric(compute)

export const arithmetic: Record<string, Operator> = {
  $abs: numeric(Math.abs),
  $add,
  $ceil: numeric(Math.ceil),
  $divide: division((left, right) => left / right),
  $exp: numeric(Math.exp),
  $floor: numeric(Math.floor),
  $ln: logarithm(Math.log),
  $log,
  $log10: logarithm(Math.log10),
  $mod: division((left, right) => left % right),
  $multiply,
  $pow,
  $round: rounding(true),
  $sqrt,
  $subtract,
  $trunc: rounding(false),
  $sin: trigonometric(Math.sin),
  $cos: trigonometric(Math.cos),
  $tan: trigonometric(Math.tan),
  $asin: trigonometric(Math.asin),
  $acos: trigonometric(Math.acos),
  $atan: trigonometric(Math.atan),
  $degreesToRadians: numeric((value) => (value * Math.PI) / 180),
  $radiansToDegrees: numeric((value) => (value * 180) / Math.PI),
}
