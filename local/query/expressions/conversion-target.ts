import { requestFailed } from '../../ground/cloud-error'
import { typeName, typeOfCode, typesOfAlias } from '../../ground/bson-types'

/**
 * The type that `$convert` is to give, by its name or its BSON number.
 * @throws CloudError for a type that does not exist
 */
export function conversionTarget(to: unknown): string {
  if (typeof to === 'number') {
    if (!Number.isInteger(to))
      throw requestFailed("In $convert, numeric 'to' argument is not an integer")
    const name = typeOfCode(to)
    if (name !== null) return name
    throw requestFailed(
      `In $convert, numeric value for 'to' does not correspond to a BSON type: ${to}`,
    )
  }
  if (typeof to !== 'string') {
    throw requestFailed(
      `$convert's 'to' argument must be a string or number, but is ${typeName(to)}`,
    )
  }
  // `$type` says missing, so it is a type to name here.
  if (to === 'missing') return to
  const [name, ...others] = typesOfAlias(to) ?? []
  if (name === undefined || others.length > 0) throw requestFailed(`Unknown type name: ${to}`)
  return name
}
