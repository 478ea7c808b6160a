import { requestFailed } from '../../ground/cloud-error'
import { bsonText } from '../../ground/bson-text'
import { readGeoIntersects, readGeoWithin } from '../geo-predicates'
import { fieldCondition } from './condition'
import type { Condition, Fields } from './condition'

export const within = (path: string, argument: unknown): Condition =>
  fieldCondition(path, readGeoWithin(argument).matches)

export const intersects = (path: string, argument: unknown): Condition =>
  fieldCondition(path, readGeoIntersects(argument).matches)

export function nearNotFirst(_path: string, _value: unknown, siblings: Fields): Condition {
  throw requestFailed(`near must be first in: ${bsonText(siblings)}`)
}
