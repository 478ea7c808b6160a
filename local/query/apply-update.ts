import { updateOne } from 'mingo/updater'
import { cloneValue } from '../engine/document'
import type { Document } from '../engine/document'
import { asRequestFailure } from './compile-filter'
import type { Filter } from './compile-filter'
import { checkUpdateFits } from './check-update'
import { baseOptions } from './mingo-context'

const positional = (update: Filter) =>
  Object.values(update).some((fields) =>
    Object.keys(fields as Filter).some((path) => /(^|\.)\$($|\.)/.test(path)),
  )

/** `$currentDate` reads the machine's clock in mingo; the local cloud has its own. */
function withoutClock(update: Filter, now: number): Filter {
  const { $currentDate, ...rest } = update
  // An update that found its document inserts nothing.
  delete rest.$setOnInsert
  if ($currentDate === undefined) return rest
  const dates = Object.fromEntries(
    Object.keys($currentDate as Filter).map((path) => [path, new Date(now)]),
  )
  return { ...rest, $set: { ...(rest.$set as Filter | undefined), ...dates } }
}

/**
 * The document after an update with operators; the one given stays as it is.
 * @param filter the query that found it: a positional `$` refers to the element it matched
 * @param now epoch ms for `$currentDate`
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's text
 */
export function applyUpdate(
  document: Document,
  update: Filter,
  filter: Filter,
  now: number,
): Document {
  checkUpdateFits(update, document)
  const copy = cloneValue(document)
  const modifier = withoutClock(update, now)
  if (Object.keys(modifier).length === 0) return copy
  try {
    updateOne(
      [copy],
      positional(modifier) ? filter : {},
      modifier as never,
      { cloneMode: 'deep' },
      baseOptions,
    )
  } catch (error) {
    throw asRequestFailure(error)
  }
  return copy
}
