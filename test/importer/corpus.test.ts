import { layouts } from './corpus/layouts'
import { measure } from './corpus/measure'
import { readBytes } from './corpus/read-bytes'

/** The whole corpus is measured by `npm run bench:importer`. */
const sizes = [1, 24]
const seed = 1

describe('a sample of the corpus', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    '%s is read without a silent loss',
    async (_name, layout) => {
      for (const size of layout.sizes ?? sizes) {
        const { score } = await measure(layout, size, seed, readBytes)
        const { wrongSilent, missingSilent, unreported, examples } = score
        expect({ wrongSilent, missingSilent, unreported, examples }).toEqual({
          wrongSilent: 0,
          missingSilent: 0,
          unreported: 0,
          examples: expect.any(Array) as string[],
        })
        expect(score.right / score.fields).toBeGreaterThanOrEqual(0.995)
      }
    },
  )
})
