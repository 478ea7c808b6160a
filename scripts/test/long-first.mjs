/**
 * The order of the files: what takes longest begins first, so that no long file is left alone at the end while the
 * other worker has nothing to do. jest knows how long a file took only on a machine that ran it before, and takes
 * the size of the file otherwise, which says nothing of it.
 */
import sequencing from '@jest/test-sequencer'

/** From the longest on, by what `npm test` prints; a folder stands for all in it. Others follow by size. */
const long = [
  'test/functions/every-action/examined',
  'test/functions/every-action/fuzz',
  'test/functions/every-action/',
  'test/e2e/accessibility',
  'test/e2e/',
  'test/deploy/',
  'test/functions/seed/',
  'test/functions/files/photo-pairs',
  'test/weapp/simulator',
  'test/weapp/every-form-outlives',
  'test/functions/deployment/b',
]

const placeOf = ({ path, context }) => {
  const name = path.slice(context.config.rootDir.length + 1).replaceAll('\\', '/')
  const place = long.findIndex((start) => name.startsWith(start))
  return place === -1 ? long.length : place
}

export default class LongFirst extends sequencing.default {
  sort(tests) {
    // The order of what stands at one place is jest's own.
    return super.sort(tests).sort((left, right) => placeOf(left) - placeOf(right))
  }
}
