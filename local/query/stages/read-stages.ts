import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import type { RawStage } from './stage'

/**
 * Reads `[{ $stage: specification }, …]`.
 * @throws CloudError unless each element is an object with one key
 */
export function readStages(stages: readonly unknown[]): RawStage[] {
  return stages.map((stage) => {
    if (!isPlainObject(stage))
      throw requestFailed("Each element of the 'pipeline' array must be an object")
    const [entry, ...more] = Object.entries(stage)
    if (!entry || more.length > 0) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field.')
    }
    return { name: entry[0], specification: entry[1] }
  })
}
