import { parseList } from '@/cloudfunctions/documents/importer/parse-list'
import { codes, only } from './read'

const paper = (words: string): string =>
  `反馈问题:某河污染。\n责任单位:某县政府\n整改情况:已完成。\n${words}\n`

describe('the public notice', () => {
  it.each([
    ['公示时间:2025年7月3日至2025年7月16日', '2025-07-03', '2025-07-16', 10, 14],
    ['公示期:2023年7月3日-7日(5个工作日)', '2023-07-03', '2023-07-07', 5, 5],
    ['公示日期:2023年7月3日至7月14日', '2023-07-03', '2023-07-14', 10, 12],
    ['公示期限:2023.7.3—2023.7.14', '2023-07-03', '2023-07-14', 10, 12],
    ['公示期为5个工作日,自2024年4月8日起至4月12日止。', '2024-04-08', '2024-04-12', 5, 5],
    [
      '请在公示期间(2023年1月9日至2023年1月20日,共10个工作日)反映。',
      '2023-01-09',
      '2023-01-20',
      10,
      12,
    ],
  ])('%s', (words, from, to, workingDays, calendarDays) => {
    expect(only(paper(words)).notice).toMatchObject({ from, to, workingDays, calendarDays })
    expect(codes(paper(words))).toEqual([])
  })

  it('counts make-up working days and holidays', () => {
    const words = '公示期间:2024年9月29日至2024年10月9日,共10个工作日'
    expect(only(paper(words)).notice).toMatchObject({
      statedDays: 10,
      workingDays: 4,
      calendarDays: 11,
    })
    expect(codes(paper(words))).toEqual(['NOTICE_DAYS_DIFFER'])
    expect(codes(paper(words.replace('10个工作日', '4个工作日')))).toEqual([])
  })

  it('holds stated calendar days against calendar days', () => {
    expect(codes(paper('公示时间:2021年12月6日至12月10日,共5天'))).toEqual([])
    expect(codes(paper('公示时间:2021年12月6日至12月10日,共6天'))).toEqual(['NOTICE_DAYS_DIFFER'])
  })

  it('reports an end before the beginning and counts nothing', () => {
    const words = '公示时间:2021年12月20日至2021年12月10日'
    expect(only(paper(words)).notice).toMatchObject({ workingDays: null, calendarDays: null })
    expect(codes(paper(words))).toEqual(['DATE_ORDER'])
  })

  it('does not count working days without a calendar', () => {
    const { tasks, faults } = parseList(paper('公示期间:2024年9月29日至2024年10月9日,共10个工作日'))
    expect(tasks[0]?.notice).toMatchObject({ workingDays: null, calendarDays: 11 })
    expect(faults).toEqual([])
  })

  it('does not take an earlier notice told in the progress for the paper’s own', () => {
    const text =
      '反馈问题:某河污染。\n责任单位:某县政府\n整改情况:已完成,公示期2021年1月4日至1月8日未收到异议。\n公示时间:2021年3月1日至3月12日\n'
    expect(only(text).notice).toMatchObject({ from: '2021-03-01', to: '2021-03-12' })
  })
})
