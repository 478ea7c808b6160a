import { execFileSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../../..')

interface Figures {
  readonly perSecond: number
  readonly p99: number
  readonly requests: number
  readonly documentsRead: number
}

describe('npm run bench:app', () => {
  it('makes a ledger whose chains hold, and measures every call on it beside the floors', () => {
    const size = [
      '--tasks',
      '40',
      '--reports',
      '200',
      '--few',
      '100',
      '--seconds',
      '0.1',
      '--clients',
      '8',
    ]
    const said = execFileSync(
      process.execPath,
      [path.join(root, 'scripts/bench/app.mjs'), '--json', ...size],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const result = JSON.parse(said) as {
      ledger: { chains: number }
      F1: Figures
      calls: { name: string; overFloor: number; atOnce: Record<string, Figures> }[]
    }
    expect(result.ledger.chains).toBe(240)
    expect(result.F1).toMatchObject({ requests: 1, documentsRead: 1 })
    expect(result.calls.map(({ name }) => name)).toEqual([
      'create a report',
      'my reports',
      'public list',
      'staff ledger',
      'public detail',
      'staff detail',
      'to-do',
    ])
    for (const { overFloor, atOnce } of result.calls) {
      expect(overFloor).toBeGreaterThan(0)
      expect(Object.keys(atOnce)).toEqual(['8'])
      for (const { perSecond, requests } of Object.values(atOnce)) {
        expect(perSecond).toBeGreaterThan(0)
        expect(requests).toBeGreaterThanOrEqual(1)
      }
    }
  }, 180_000)
})
