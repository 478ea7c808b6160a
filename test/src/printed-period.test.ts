import { printedPeriod } from '@/src/features/staff-task/printed-period'

describe('the period that a list prints behind an event', () => {
  test.each([
    ['方案批复后6个月内', 6, 'month'],
    ['取得批复之日起30日内', 30, 'day'],
    ['收到通知后十个工作日内', 10, 'workingDay'],
    ['环评通过后二十五天以内', 25, 'day'],
    ['开工后两年之内', 2, 'year'],
    ['开工后三个月内完成主体，一年内投产', 3, 'month'],
  ])('%s: %i of %s', (text, count, unit) => {
    expect(printedPeriod(text)).toEqual({ count, unit })
  })

  test.each([
    '方案批复后及时完成',
    '2020年12月31日前',
    '批复后0日内',
    '批复后十十日内',
    '批复后二三个月内',
    '',
  ])('is for a person to read in %s', (text) => {
    expect(printedPeriod(text)).toBeNull()
  })
})
