import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { clockTime, dayFrom, dueDay, fullDay, fullDueDay, monthDay, moment } from '@/copy/moment'

describe('days and times as people read them', () => {
  it('writes a day without leading zeros, and the year only when it is another one', () => {
    expect(monthDay('2020-03-06')).toBe('3月6日')
    expect(fullDay('2019-12-31')).toBe('2019年12月31日')
    expect(dayFrom('2020-01-01', '2020-12-31')).toBe('12月31日')
    expect(dayFrom('2020-01-01', '2019-12-31')).toBe('2019年12月31日')
  })

  it('reads a day that is over as past, and the day itself as still to come', () => {
    expect(dueDay('2019-11-29', '2020-03-02', false)).toBe('原定2019年11月29日')
    expect(dueDay('2020-03-01', '2020-03-02', false)).toBe('原定3月1日')
    expect(dueDay('2020-03-02', '2020-03-02', false)).toBe('最迟3月2日')
    expect(dueDay('2021-01-05', '2020-12-30', false)).toBe('最迟2021年1月5日')
    expect(dueDay('2020-12-31', '2020-11-18', false, true)).toBe('原定12月31日')
  })

  it('says beside each day that it rests on a calendar which is not published', () => {
    expect(dueDay('2027-10-08', '2026-11-18', true)).toBe('最迟2027年10月8日（暂定）')
    expect(dueDay('2026-11-17', '2026-11-18', true)).toBe('原定11月17日（暂定）')
    expect(fullDueDay('2027-10-08', true)).toBe('2027年10月8日（暂定）')
    expect(fullDueDay('2027-10-08', false)).toBe('2027年10月8日')
  })

  it('is promised in one place: no other text says 最迟 of a day by itself', () => {
    const folder = path.resolve(__dirname, '../../copy')
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const others = texts.filter(
      (name) =>
        name.endsWith('.ts') &&
        !['moment.ts', 'gallery.ts'].includes(name) &&
        /最迟\$\{/.test(readFileSync(path.join(folder, name), 'utf8')),
    )
    expect(others).toEqual([])
  })

  it('reads an instant in Beijing, on both sides of midnight there', () => {
    expect(moment(Date.parse('2020-02-17T18:20:00+08:00'))).toBe('2月17日18:20')
    expect(moment(Date.parse('2020-02-17T23:59:59+08:00'))).toBe('2月17日23:59')
    expect(moment(Date.parse('2020-02-18T00:00:00+08:00'))).toBe('2月18日00:00')
    expect(clockTime(Date.parse('2020-02-18T08:05:00+08:00'))).toBe('08:05')
  })
})
