import { CloudError } from '../ground/cloud-error'

/**
 * Deeper than any event of a client, and far from where writing it as JSON runs out of stack (about 5,000).
 * What the cloud allows no public source says.
 */
const DEEPEST_EVENT = 500

/** @throws CloudError INVALID_PARAM for an event that is nested deeper than `DEEPEST_EVENT` */
export function checkDepth(event: unknown): void {
  let level: unknown[] = [event]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_EVENT)
      throw new CloudError(
        'INVALID_PARAM',
        `the event is nested deeper than ${DEEPEST_EVENT} levels`,
      )
    const next: unknown[] = []
    for (const value of level)
      if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value))
          if (typeof inner === 'object' && inner !== null) next.push(inner)
    level = next
  }
}
