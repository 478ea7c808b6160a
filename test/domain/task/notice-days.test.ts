import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { daysOfNotice } from '@/domain/task/notice'

/** The days of a notice as the desk draws them: the May of 2020, by the published calendar. */
const days = daysOfNotice({ from: '2020-04-22', workingDays: 10 }, workCalendar)
const dayOf = (on: string) => days.find((day) => day.on === on)

describe('the drawn days of a notice', () => {
  it('are whole weeks, Monday to Sunday, around the first and the last day', () => {
    expect(days).toHaveLength(21)
    expect([days[0]?.on, days.at(-1)?.on]).toEqual(['2020-04-20', '2020-05-10'])
  })

  it('count the first day and make-up Sundays, and no day of a holiday', () => {
    expect(dayOf('2020-04-22')?.nth).toBe(1)
    expect(dayOf('2020-04-26')).toEqual({ on: '2020-04-26', worked: true, nth: 4 })
    for (const on of ['2020-04-25', '2020-05-01', '2020-05-05'])
      expect(dayOf(on)).toEqual({ on, worked: false, nth: null })
    expect(dayOf('2020-05-07')?.nth).toBe(10)
  })

  it('count nothing before the first day and after the last, though it is worked', () => {
    for (const on of ['2020-04-21', '2020-05-08'])
      expect(dayOf(on)).toEqual({ on, worked: true, nth: null })
    // The Saturday after is a make-up day: worked, and over.
    expect(dayOf('2020-05-09')).toEqual({ on: '2020-05-09', worked: true, nth: null })
  })
})
