import { isPlainObject } from '../../ground/document'

const BEYOND_LONG = 2 ** 63

/** A number as the server prints it: 16 significant digits, whole numbers of 64 bits in full. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity'
  if (Object.is(value, -0)) return '-0'
  if (Number.isInteger(value) && Math.abs(value) < BEYOND_LONG) return BigInt(value).toString()
  const [mantissa = '', exponent = ''] = value.toExponential(15).split('e')
  const digits = mantissa.replace(/\.?0+$/, '')
  const power = Number(exponent)
  if (power >= -4 && power < 16) return String(Number(`${digits}e${power}`))
  const sign = power < 0 ? '-' : '+'
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, '0')}`
}

/** A value that an expression came to, as error texts show it: `{a: 1, b: [2, "x"]}`, or MISSING. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'MISSING'
  if (typeof value === 'string') return `"${value}"`
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString()
  if (Array.isArray(value)) return `[${value.map((item: unknown) => valueText(item)).join(', ')}]`
  if (!isPlainObject(value)) return String(value)
  const fields = Object.entries(value).map(([key, item]) => `${key}: ${valueText(item)}`)
  return `{${fields.join(', ')}}`
}
