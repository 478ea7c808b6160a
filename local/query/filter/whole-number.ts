import { requestFailed } from '../../ground/cloud-error'
import { elementText } from '../../ground/value-text'

/**
 * Reads an argument that must be a whole number of 64 bits.
 * @throws CloudError with MongoDB's text
 */
export function wholeNumber(name: string, value: unknown): number {
  if (typeof value !== 'number')
    throw requestFailed(`Expected a number in: ${elementText(name, value)}`)
  if (Number.isNaN(value))
    throw requestFailed(`Expected an integer, but found NaN in: ${elementText(name, value)}`)
  if (value >= 2 ** 63 || value < -(2 ** 63))
    throw requestFailed(`Cannot represent as a 64-bit integer: ${elementText(name, value)}`)
  if (!Number.isInteger(value))
    throw requestFailed(`Expected an integer: ${elementText(name, value)}`)
  return value
}

/** As `wholeNumber`, of at least 0. */
export function countNumber(name: string, value: unknown): number {
  const number = wholeNumber(name, value)
  if (number < 0) throw requestFailed(`Expected a positive number in: ${elementText(name, value)}`)
  return number
}

/** Cut to a whole number as the server reads a number where it wants an int; 0 for anything else. */
export const truncated = (value: unknown): number =>
  typeof value === 'number' && !Number.isNaN(value) ? Math.trunc(value) + 0 : 0
