import {
  changesBetween,
  inForceAfter,
  nextVersion,
  settingBounds,
  settingNames,
  type SettingValue,
  valuesOf,
  whyNotChange,
  withValues,
} from '@/domain/operations/settings-rules'
import { beijingInstant } from '@/domain/calendar/day'
import { defaultSettings } from '@/domain/settings'
import { bookOf, defaultBook, type SettingsBook } from '@/domain/settings-book'
import { newAssignment } from '@/domain/task/assignment-transitions'
import { obligationsOfTask } from '@/domain/task/owed'
import { recountTask } from '@/domain/task/recount'
import type { RectificationTask } from '@/domain/task/task'
import { village } from '../actors'
import { assignment, task } from '../builders'
import { on, weekends } from '../calendars'

const faster = (version: number, inForceFrom: string, changes: readonly SettingValue[]) => ({
  settings: { ...withValues(defaultSettings, changes), version },
  inForceFrom,
})
const two = faster(2, '2018-06-10', [{ name: 'signForWorkingDays', values: [1] }])

describe('what a version changed', () => {
  it('is every value that it has otherwise than the one before, with both', () => {
    expect(changesBetween(defaultSettings, two.settings)).toEqual([
      { name: 'signForWorkingDays', before: [3], after: [1] },
    ])
    const list = withValues(defaultSettings, [{ name: 'replyDaysBefore', values: [3, 1] }])
    expect(changesBetween(defaultSettings, list)).toEqual([
      { name: 'replyDaysBefore', before: [3, 1, 0], after: [3, 1] },
    ])
    expect(changesBetween(list, list)).toEqual([])
  })
})

describe('settings of a day', () => {
  it('are ours before anybody has set any', () => {
    expect(defaultBook.on('2018-06-04')).toBe(defaultSettings)
  })

  it('are the latest version that counts on that day', () => {
    const three = faster(3, '2018-06-12', [{ name: 'signForWorkingDays', values: [2] }])
    const book = bookOf([two, three])
    expect(book.on('2018-06-09').version).toBe(1)
    expect(book.on('2018-06-10').version).toBe(2)
    expect(book.on('2018-06-11').version).toBe(2)
    expect(book.on('2018-06-12').version).toBe(3)
    // Changed twice on one day: the later word.
    expect(bookOf([two, { ...three, inForceFrom: '2018-06-10' }]).on('2018-06-10').version).toBe(3)
  })

  it('count for what begins on it, also when it is counted anew later', () => {
    const settings = bookOf([two])
    const given = newAssignment('doer', { ...on('2018-06-08'), settings })
    expect(given.signDueOn).toBe('2018-06-13')
    const later = newAssignment('doer', { ...on('2018-06-11'), settings })
    expect(later.signDueOn).toBe('2018-06-12')
    const open = { ...assignment('doer'), ...given, signDueProvisional: true }
    const anew = recountTask(task({ assignments: [open] }), { calendar: weekends, settings })
    expect(anew.assignments[0]?.signDueOn).toBe('2018-06-13')
  })

  const owedOn = (of: RectificationTask, kind: string, by: SettingsBook, withheldOn?: string) => {
    const withheld = withheldOn === undefined ? {} : { withheld: { on: withheldOn } }
    const duties = { since: '2018-06-08', release: { secrecy: null, openness: null, ...withheld } }
    const context = { ...on('2018-06-12'), settings: by, rootRegion: '440900' }
    return obligationsOfTask(of, duties, context).find((owed) => owed.kind === kind)?.dueOn
  }

  it('move nothing that is owed already, and count for what is owed from then on', () => {
    const three = bookOf([
      faster(2, '2018-06-10', [{ name: 'releaseCheckWorkingDays', values: [1] }]),
    ])
    const assignments = [assignment('doer', { assignedOn: '2018-06-08' })]
    const given = task({ state: 'inProgress', assignments })
    const before = owedOn(given, 'checkSecrecy', defaultBook)
    expect(owedOn(given, 'checkSecrecy', three)).toBe(before)
    expect(owedOn(given, 'checkSecrecy', three, '2018-06-11')).toBe('2018-06-12')
  })

  it('move nothing that runs from a day still to come when they changed', () => {
    const three = bookOf([
      faster(2, '2018-06-10', [
        { name: 'reassignWorkingDays', values: [30] },
        { name: 'waitWorkingDays', values: [30] },
      ]),
    ])
    const back = { state: 'returned', assignedOn: '2018-06-08', signDueOn: '2018-06-13' } as const
    const returned = task({ state: 'assigned', assignments: [assignment('doer', back)] })
    const before = owedOn(returned, 'reassign', defaultBook)
    expect(before).toBe('2018-06-18')
    expect(owedOn(returned, 'reassign', three)).toBe(before)
    const asked = { askedOn: '2018-06-08', dueOn: '2018-06-11', villageCodes: [village] }
    const consultation = { ...asked, enterpriseIds: [], bodies: [], opinions: [] }
    const silent = task({ state: 'consulting', consultation })
    const over = owedOn(silent, 'moveOn', defaultBook)
    expect(over).toBeDefined()
    expect(owedOn(silent, 'moveOn', three)).toBe(over)
  })
})

describe('a change of the settings', () => {
  const why = (...changes: SettingValue[]) => whyNotChange(defaultSettings, changes)

  it('may set each to each of its bounds, and to nothing beyond', () => {
    for (const name of settingNames) {
      const { least, most, order } = settingBounds[name]
      expect([name, why({ name, values: [least - 1] })?.code]).toEqual([name, 'SETTINGS.VALUE'])
      expect([name, why({ name, values: [most + 1] })?.code]).toEqual([name, 'SETTINGS.VALUE'])
      expect([name, why({ name, values: [least + 0.5] })?.code]).toEqual([name, 'SETTINGS.VALUE'])
      const several = order === 'falling' ? [most, least] : [least, most]
      expect([name, why({ name, values: several }) === null]).toEqual([name, order !== undefined])
      expect([name, why({ name, values: [...several].reverse() })?.code]).toEqual([
        name,
        'SETTINGS.VALUE',
      ])
      expect(why({ name, values: [] })?.code).toBe('SETTINGS.VALUE')
    }
    expect(why({ name: 'verifyDays', values: [1] })).toBeNull()
    expect(why({ name: 'verifyDays', values: [365] })).toBeNull()
  })

  it('is ours as it stands', () => {
    expect(whyNotChange(defaultSettings, valuesOf(defaultSettings))).toBeNull()
    expect(withValues(defaultSettings, valuesOf(defaultSettings))).toEqual(defaultSettings)
  })

  it('never gives more time than a published rule does, nor shows a notice for less', () => {
    expect(why({ name: 'answerDays', values: [60] })).toBeNull()
    expect(why({ name: 'answerDays', values: [61] })?.fields).toEqual(['answerDays'])
    expect(why({ name: 'admitDays', values: [16] })?.fields).toEqual(['admitDays'])
    expect(why({ name: 'noticeWorkingDays', values: [9] })?.fields).toEqual(['noticeWorkingDays'])
  })

  it('sends no digest in the quiet hours, and asks for no 摘要 after the day to admit', () => {
    for (const hour of [7, 21, 23])
      expect(why({ name: 'digestHour', values: [hour] })?.fields).toEqual(['digestHour'])
    for (const hour of [8, 20]) expect(why({ name: 'digestHour', values: [hour] })).toBeNull()
    const midday: SettingValue[] = [
      { name: 'quietFromHour', values: [12] },
      { name: 'quietToHour', values: [14] },
    ]
    expect(why(...midday)).toBeNull()
    expect(why(...midday, { name: 'digestHour', values: [13] })?.fields).toEqual(['digestHour'])
    const summary: SettingValue = { name: 'summarizeObjectionWorkingDays', values: [4] }
    expect(why(summary)?.fields).toEqual(['summarizeObjectionWorkingDays'])
    expect(why(summary, { name: 'objectionAdmitWorkingDays', values: [4] })).toBeNull()
  })

  it('says nothing twice', () => {
    const twice: SettingValue = { name: 'verifyDays', values: [20] }
    expect(why(twice, twice)?.fields).toEqual(['verifyDays'])
  })

  it('counts from tomorrow on, or the day after when a process could read it too late', () => {
    const midnight = beijingInstant('2018-06-05')
    expect(inForceAfter(midnight - 60_001)).toBe('2018-06-05')
    expect(inForceAfter(midnight - 60_000)).toBe('2018-06-06')
    const record = nextVersion(defaultSettings, [{ name: 'verifyDays', values: [20] }], midnight)
    expect(record).toEqual({
      settings: { ...defaultSettings, verifyDays: 20, version: 2 },
      inForceFrom: '2018-06-06',
    })
  })
})
