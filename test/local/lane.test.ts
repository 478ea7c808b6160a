import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { localChanged } from '@/scripts/test/local-lane.mjs'
import { temporaryFolder } from './support/cloud'

const git = (folder: string, ...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args],
    { cwd: folder, stdio: 'ignore' },
  )

/** A repository whose branch `work` begins where `main` is. */
function repository(): string {
  const folder = temporaryFolder()
  for (const place of ['local', 'test/local', 'src']) {
    mkdirSync(join(folder, place), { recursive: true })
    writeFileSync(join(folder, place, 'a.ts'), '1')
  }
  git(folder, 'init', '-b', 'main')
  git(folder, 'add', '.')
  git(folder, 'commit', '-m', 'first')
  git(folder, 'checkout', '-b', 'work')
  return folder
}

describe('the whole suite of the local cloud runs in a check', () => {
  it('when the local cloud or its tests differ from main: edited, new, committed or removed', () => {
    for (const change of [
      (folder: string) => writeFileSync(join(folder, 'local/a.ts'), '2'),
      (folder: string) => writeFileSync(join(folder, 'test/local/b.ts'), '1'),
      (folder: string) => {
        writeFileSync(join(folder, 'local/a.ts'), '2')
        git(folder, 'commit', '-am', 'second')
      },
      (folder: string) => git(folder, 'rm', '-q', 'test/local/a.ts'),
    ]) {
      const folder = repository()
      expect(localChanged(folder)).toBe(false)
      change(folder)
      expect(localChanged(folder)).toBe(true)
    }
  })

  it('not for other changes, nor for what main itself has changed since', () => {
    const folder = repository()
    writeFileSync(join(folder, 'src/a.ts'), '2')
    git(folder, 'commit', '-am', 'elsewhere')
    git(folder, 'checkout', 'main')
    writeFileSync(join(folder, 'local/a.ts'), '3')
    git(folder, 'commit', '-am', 'on main')
    expect(localChanged(folder)).toBe(false)
    git(folder, 'checkout', 'work')
    expect(localChanged(folder)).toBe(false)
  })

  it('not where there is no history', () => expect(localChanged(temporaryFolder())).toBe(false))
})
