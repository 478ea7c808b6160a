import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const built = path.resolve(__dirname, '../../../dist/cloudfunctions')
const mostBytes = 800 * 1024

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

  it.each(names)('%s stays within 800 KB', (name) => {
    expect(statSync(path.join(built, name, 'index.js')).size).toBeLessThanOrEqual(mostBytes)
  })
})
