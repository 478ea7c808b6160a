import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const fixture = path.join(__dirname, 'fixture')
const config = path.join(root, '.dependency-cruiser.cjs')
const cruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Report {
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] }
}

const rulesBroken = (cwd: string, folders: readonly string[]): string[] => {
  const flags = ['--config', config, '--output-type', 'json']
  const { stdout } = spawnSync(process.execPath, [cruise, ...folders, ...flags], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const report = JSON.parse(stdout) as Report
  return [...new Set(report.summary.violations.map(({ rule }) => rule.name))].sort()
}

const allRules = (): string[] => {
  const script = `console.log(JSON.stringify(require(${JSON.stringify(config)}).forbidden.map((rule) => rule.name)))`
  return (
    JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as string[]
  ).sort()
}

/** That they hold in the project is a step of `npm run check` and of `npm test`. */
describe('the import rules', () => {
  it('bite: a deliberately bad tree breaks every one of them', () => {
    const folders = ['domain', 'contract', 'copy', 'cloudfunctions', 'src', 'local']
    expect(rulesBroken(fixture, folders)).toEqual(allRules())
  })

  it('take no component for a hook that sends in portions', () => {
    const folders = ['src/features/import/components', 'src/features/import/hooks']
    expect(rulesBroken(fixture, [folders[0]!])).toEqual(['sends-through-acting'])
    expect(rulesBroken(fixture, [folders[1]!])).toEqual([])
  })
})
