import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const built = path.resolve(__dirname, '../../../dist/cloudfunctions')
const mostBytes = 800 * 1024

describe('the bundles as deployed', () => {
  // `documents` carries the readers of office files; no other cold start pays for them.
  const names = readdirSync(built).filter((name) => name !== 'documents')

  it('are the functions that the deployment names', () => {
    expect(names.sort()).toEqual([
      'enterprise',
      'feedback',
      'identity',
      'notifier',
      'opinion',
      'papers',
      'task',
    ])
  })

  it.each(names)('%s stays within 800 KB', (name) => {
    expect(statSync(path.join(built, name, 'index.js')).size).toBeLessThanOrEqual(mostBytes)
  })
})
