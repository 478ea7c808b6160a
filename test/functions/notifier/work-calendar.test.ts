import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'

describe('the work calendar', () => {
  test('a weekday in the National Day week is no working day, the make-up Saturday is one', () => {
    expect(workCalendar.isWorkingDay('2019-10-01')).toBe(false)
    expect(workCalendar.isWorkingDay('2019-10-12')).toBe(true)
  })

  test('an unpublished year knows weekends only and says so', () => {
    expect(workCalendar.isPublished(2019)).toBe(true)
    expect(workCalendar.isPublished(2099)).toBe(false)
    expect(workCalendar.isWorkingDay('2099-10-01')).toBe(true)
    expect(workCalendar.isWorkingDay('2099-10-03')).toBe(false)
  })
})
