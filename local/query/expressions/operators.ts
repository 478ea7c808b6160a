import { accumulatingOperators } from './accumulating-operators'
import { arithmetic } from './arithmetic'
import { arrayElements } from './array-elements'
import { arrayIteration } from './array-iteration'
import { arrayShapes } from './array-shapes'
import { conversions } from './conversions'
import { dateFromParts } from './date-from-parts'
import { dateFromString } from './date-from-string'
import { dateParts } from './date-parts'
import { dateToString } from './date-to-string'
import type { Operator } from './expression'
import { logic } from './logic'
import { objects } from './objects'
import { sets } from './sets'
import { stringPatterns } from './string-patterns'
import { stringPositions } from './string-positions'
import { stringTrims } from './string-trims'
import { strings } from './strings'
import { variables } from './variables'

/** Every operator of expressions, by its name with `$`. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    ...accumulatingOperators,
    ...arithmetic,
    ...arrayElements,
    ...arrayIteration,
    ...arrayShapes,
    ...conversions,
    ...dateFromParts,
    ...dateFromString,
    ...dateParts,
    ...dateToString,
    ...logic,
    ...objects,
    ...sets,
    ...stringPatterns,
    ...stringPositions,
    ...stringTrims,
    ...strings,
    ...variables,
  }),
)
