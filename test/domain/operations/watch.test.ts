import deployment from '@/cloudbaserc.json'
import {
  alarmsOf,
  alarmsToTell,
  timers,
  timerStates,
  type WatchRow,
} from '@/domain/operations/watch'

const now = Date.parse('2026-03-02T10:00:00+08:00')
const minute = 60_000

const row = (change: Partial<WatchRow>): WatchRow => ({
  on: '2026-03-02' as WatchRow['on'],
  kind: 'send',
  functionName: 'notifier',
  name: '0',
  template: 'deadline',
  count: 1,
  lastAt: now - minute,
  ...change,
})
const run = (functionName: string, minutesAgo = 1): WatchRow =>
  row({
    kind: 'timer',
    functionName,
    name: 'run',
    template: null,
    lastAt: now - minutesAgo * minute,
  })
const allRan = Object.keys(timers).map((name) => run(name))

describe('timers', () => {
  it('are those that are deployed, as often as they fire', () => {
    const deployed = deployment.functions
      .filter(({ triggers }) => triggers.length > 0)
      .map(({ name, triggers }) => {
        const [, minutes = ''] = triggers[0]!.config.split(' ')
        return [name, minutes.startsWith('*/') ? Number(minutes.slice(2)) : 60]
      })
    expect(Object.fromEntries(deployed)).toEqual(timers)
  })

  it('are late after two turns, and when they never ran', () => {
    const late = (rows: WatchRow[]) =>
      timerStates(rows, now)
        .filter(({ isLate }) => isLate)
        .map(({ functionName }) => functionName)
    expect(late(allRan)).toEqual([])
    expect(late([...allRan.slice(0, -1), run('notifier', 20)])).toEqual([])
    expect(late([...allRan.slice(0, -1), run('notifier', 21)])).toEqual(['notifier'])
    expect(late([run('task', 120), run('feedback', 121)])).toEqual([
      'feedback',
      'enterprise',
      'notifier',
    ])
  })

  it('raise an alarm that names the function', () => {
    expect(alarmsOf(allRan.slice(1), now)).toEqual([
      { kind: 'timerLate', about: 'task', lastAt: null },
    ])
  })
})

describe('what somebody is told of', () => {
  const told = (rows: WatchRow[]) => alarmsToTell(rows, now).map(({ about }) => about)

  it('leaves out a timer that never ran on the first day of all, and no longer', () => {
    expect(told(allRan.slice(1))).toEqual([])
    const yesterday = row({ ...run('notifier'), on: '2026-03-01' as never })
    expect(told([...allRan.slice(1), yesterday])).toEqual(['task'])
  })

  it('names a timer that stands still, also on the first day', () => {
    expect(told([...allRan.slice(1), run('task', 121)])).toEqual(['task'])
  })
})

describe('alarms', () => {
  it.each([
    ['40001', 'credentials', null],
    ['40164', 'addressNotAllowed', null],
    ['45009', 'quotaUsed', null],
    ['40037', 'templateUnknown', 'deadline'],
  ])('%s is %s', (name, kind, about) => {
    const rows = [...allRan, row({ name, count: 3 }), row({ name, on: '2026-03-01' as never })]
    expect(alarmsOf(rows, now)).toEqual([{ kind, about, lastAt: now - minute }])
  })

  it('name each unknown template', () => {
    const rows = [row({ name: '40037' }), row({ name: '40037', template: 'timeline' })]
    expect(alarmsOf([...allRan, ...rows], now).map(({ about }) => about)).toEqual([
      'deadline',
      'timeline',
    ])
  })

  it('are over once a message of that template went out', () => {
    const failed = row({ name: '40164', lastAt: now - 2 * minute })
    expect(alarmsOf([...allRan, failed, row({})], now)).toEqual([])
    expect(alarmsOf([...allRan, failed, row({ lastAt: now - 3 * minute })], now)).toHaveLength(1)
    expect(alarmsOf([...allRan, failed, row({ template: 'timeline' })], now)).toHaveLength(1)
  })

  it('are none for what a person’s phone says', () => {
    for (const name of ['0', '43101', '47003', 'none', '-1'])
      expect(alarmsOf([...allRan, row({ name })], now)).toEqual([])
  })
})
