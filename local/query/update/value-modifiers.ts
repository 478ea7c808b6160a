import { compareValues } from '../../ground/compare-values'
import { cloneValue, isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { creating, REMOVED } from './modifier'
import type { ReadModifier } from './modifier'

export const set: ReadModifier = (argument) =>
  creating(
    () => cloneValue(argument),
    () => cloneValue(argument),
  )

/** An update that found its document inserts nothing; see `inserting` in `read-update.ts`. */
export const setOnInsert: ReadModifier = () => ({
  change: (value) => value,
  create: null,
  strictPath: false,
})

export const unset: ReadModifier = () => ({
  change: () => REMOVED,
  create: null,
  strictPath: false,
})

/** `$min` and `$max`: values of different types compare by MongoDB's order of types. */
export const extreme =
  (wins: (order: number) => boolean): ReadModifier =>
  (argument) =>
    creating(
      (value) => (wins(compareValues(argument, value)) ? cloneValue(argument) : value),
      () => cloneValue(argument),
    )

function checkDateArgument(argument: unknown): void {
  if (typeof argument === 'boolean') return
  if (!isPlainObject(argument))
    throw requestFailed(
      `${typeName(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    )
  const other = Object.keys(argument).find((key) => key !== '$type')
  if (other !== undefined) throw requestFailed(`Unrecognized $currentDate option: ${other}`)
  if (argument.$type !== 'date' && argument.$type !== 'timestamp')
    throw requestFailed(
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    )
}

/** Timestamps become dates: the SDK has no form for them. */
export const currentDate: ReadModifier = (argument, _path, now) => {
  checkDateArgument(argument)
  return creating(
    () => new Date(now),
    () => new Date(now),
  )
}
