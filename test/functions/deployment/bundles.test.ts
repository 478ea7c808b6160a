import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const built = path.resolve(__dirname, '../../../dist/cloudfunctions')
const usualKilobytes = 800
/** It draws the pictures that are handed in, to know them again: decoders of JPEG and PNG, 50 KB. */
const mostKilobytes: Readonly<Record<string, number>> = { task: 870 }

describe('the bundles as deployed', () => {
  // These carry the readers and the writer of office files; no other cold start pays for them.
  const withOffice = ['documents', 'papers']
  const names = readdirSync(built).filter((name) => !withOffice.includes(name))

  it('are the functions that the deployment names', () => {
    expect(names.sort()).toEqual([
      'enterprise',
      'feedback',
      'identity',
      'notifier',
      'opinion',
      'task',
    ])
  })

  it.each(names)('%s stays within its size', (name) => {
    const { size } = statSync(path.join(built, name, 'index.js'))
    expect(size / 1024).toBeLessThanOrEqual(mostKilobytes[name] ?? usualKilobytes)
  })

  it('carry the decoders of pictures where pictures are compared, and nowhere else', () => {
    const withDecoders = names.filter((name) =>
      readFileSync(path.join(built, name, 'index.js'), 'utf8').includes('maxResolutionInMP'),
    )
    expect(withDecoders).toEqual(['task'])
  })
})
