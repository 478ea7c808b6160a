import { isPlainObject } from '../ground/document'
import { parseStored } from './parse-geometry'
import { BadGeometry } from './parse-position'
import type { Shape } from './shape'

/** Lines and areas already read; stored documents are never changed in place. Points are read again faster. */
const known = new WeakMap<object, Shape>()

function shapeOf(value: unknown): Shape | null {
  if (typeof value !== 'object' || value === null) return null
  const cached = known.get(value)
  if (cached) return cached
  try {
    const shape = parseStored(value)
    if (shape.position === null) known.set(value, shape)
    return shape
  } catch (error) {
    if (error instanceof BadGeometry) return null
    throw error
  }
}

/** Geometries of a stored value: itself, or the elements of an array. What is no geometry is passed over. */
export function storedShapes(value: unknown): Shape[] {
  if (typeof value !== 'object' || value === null) return []
  const own = shapeOf(value)
  if (own) return [own]
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => shapeOf(item) ?? [])
}

/** What stands under a dotted path; a path through an array gives one value per element. */
export function valuesAt(document: unknown, path: string): unknown[] {
  if (!path.includes('.') && isPlainObject(document)) {
    const value = document[path]
    return value === undefined ? [] : [value]
  }
  let values: unknown[] = [document]
  for (const part of path.split('.')) {
    values = values.flatMap((value) => {
      if (Array.isArray(value)) {
        const inner = value.filter(isPlainObject).map((item) => item[part])
        return /^\d+$/.test(part) ? [value[Number(part)] as unknown, ...inner] : inner
      }
      return isPlainObject(value) ? [value[part]] : []
    })
  }
  return values.filter((value) => value !== undefined)
}
