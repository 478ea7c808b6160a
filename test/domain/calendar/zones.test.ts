import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../../..')

/** Walks the days of both turns of the year, a leap day and the changes of summer time. */
const program = `
import { addDays, addMonths, beijingDay, beijingInstant, beijingTime, daysBetween, endOfMonth,
  isIsoDay, weekdayOf } from '@/domain/calendar/day'
import { addWorkingDays } from '@/domain/calendar/work-calendar'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
const lines = []
for (const first of ['2019-12-20', '2020-02-20', '2020-03-01', '2020-09-25', '2026-12-25']) {
  for (let day = first; daysBetween(first, day) < 40; day = addDays(day, 1)) {
    const at = beijingInstant(day, 0)
    lines.push([day, weekdayOf(day), isIsoDay(day), addMonths(day, 1), endOfMonth(day), at,
      beijingDay(at), beijingDay(at - 1), beijingTime(at), workCalendar.isWorkingDay(day),
      addWorkingDays(day, 10, workCalendar).on].join(' '))
  }
}
console.log(lines.join('\\n'))
`

let folder = ''
let bundle = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zones-'))
  bundle = path.join(folder, 'walk.cjs')
  const build = `require('esbuild').buildSync({
    stdin: { contents: ${JSON.stringify(program)}, resolveDir: ${JSON.stringify(root)}, loader: 'ts' },
    tsconfig: 'tsconfig.json', bundle: true, platform: 'node', format: 'cjs',
    outfile: ${JSON.stringify(bundle)},
  })`
  execFileSync(process.execPath, ['-e', build], { cwd: root })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const walkedIn = (zone: string): string =>
  execFileSync(process.execPath, [bundle], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })

const inBeijing = (): string => walkedIn('Asia/Shanghai')

it.each(['America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'UTC'])(
  'days are counted in %s as they are in Beijing',
  (zone) => {
    expect(inBeijing().split('\n')[0]).toMatch(/^2019-12-20 5 true 2020-01-20 2019-12-31 /)
    expect(walkedIn(zone)).toBe(inBeijing())
  },
)
