import { cellsOf } from '../../geo/cells'
import { parseStored } from '../../geo/parse-geometry'
import { BadGeometry } from '../../geo/parse-position'
import type { Shape } from '../../geo/shape'
import { valuesAt } from '../../geo/stored-shapes'
import { requestFailed } from '../../ground/cloud-error'
import { bsonText } from '../../ground/bson-text'
import type { Document } from '../../ground/document'

/** null, `{}` and `[]` count as no place at all. */
const isNowhere = (value: unknown) =>
  value === null ||
  (typeof value === 'object' && Object.keys(value).length === 0 && !(value instanceof Date))

function shapeOf(value: unknown, path: string): Shape {
  const shape = parseStored(value, path.split('.').at(-1))
  if (shape.points.length + shape.lines.length + shape.areas.length === 0)
    throw new BadGeometry(`can't project geometry into spherical CRS: ${bsonText(value)}`)
  return shape
}

/**
 * Cells of the geometries under `path`, each once.
 * @param levels receives the levels of the cells
 * @throws CloudError "Can't extract geo keys" for what is no geometry, as MongoDB refuses it
 */
export function geoKeys(document: Document, path: string, levels: Set<number>): number[] {
  const keys = new Set<number>()
  for (const value of valuesAt(document, path)) {
    if (isNowhere(value)) continue
    try {
      for (const cells of cellsOf(shapeOf(value, path))) {
        levels.add(cells.level)
        for (const key of cells.keys) keys.add(key)
      }
    } catch (error) {
      if (!(error instanceof BadGeometry)) throw error
      throw requestFailed(`Can't extract geo keys: ${bsonText(document)}  ${error.message}`)
    }
  }
  return [...keys]
}
