import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')
const committed = join(root, 'docs', 'workflow')
const draw = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'docs.mjs'), ...args], { encoding: 'utf8' })

describe('the pages of the workflows', () => {
  it('are what would be drawn from the tables', () => {
    const { status, stderr } = draw('--check')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('are all drawn: no page is left over from a table that is gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workflow-'))
    draw('--folder', folder)
    expect(readdirSync(committed).sort()).toEqual(readdirSync(folder).sort())
    rmSync(folder, { recursive: true })
  })

  it('are refused once a page was changed by hand', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workflow-'))
    cpSync(committed, folder, { recursive: true })
    appendFileSync(join(folder, 'task.md'), 'by hand\n')
    const { status, stderr } = draw('--check', '--folder', folder)
    expect(status).toBe(1)
    expect(stderr).toContain('task')
    rmSync(folder, { recursive: true })
  })
})
