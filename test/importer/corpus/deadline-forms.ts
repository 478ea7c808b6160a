import type { PrintedDeadline } from './model'
import type { Random } from './random'

const fixed = (print: string, date: string, text?: string): PrintedDeadline => ({
  print,
  kinds: ['fixed'],
  dates: [date],
  ...(text !== undefined && { text }),
})
const open = (print: string, kinds: string[] = ['fixed'], fault?: string): PrintedDeadline => ({
  print,
  kinds,
  dates: [],
  open: true,
  ...(fault !== undefined && { fault }),
})
const dateless = (print: string, ...kinds: string[]): PrintedDeadline => ({
  print,
  kinds,
  dates: [],
})

/** Deadlines that give what they print. */
export const plainForms: readonly PrintedDeadline[] = [
  fixed('2021年6月底前', '2021-06-30'),
  fixed('2020年12月底', '2020-12-31'),
  fixed('2020年底前', '2020-12-31'),
  fixed('2020年年底前', '2020-12-31'),
  fixed('2021年6月30日前', '2021-06-30'),
  fixed('2020年2月底前', '2020-02-29'),
  dateless('立行立改', 'immediate'),
  dateless('立行整改', 'immediate'),
  dateless('长期坚持', 'longTerm'),
  dateless('立行立改,长期坚持', 'immediate', 'longTerm'),
  { print: '2021年底前,并长期坚持', kinds: ['fixed', 'longTerm'], dates: ['2021-12-31'] },
]

/** The forms in which published lists print a deadline. */
export const deadlineForms: readonly PrintedDeadline[] = [
  ...plainForms,
  fixed('2021年6月30日', '2021-06-30'),
  fixed('2021年6月', '2021-06-30'),
  fixed('2021年', '2021-12-31'),
  fixed('2021年12月31日之前', '2021-12-31'),
  fixed('2021.6.30', '2021-06-30'),
  fixed('2021-06-30', '2021-06-30'),
  fixed('2021/6/30', '2021-06-30'),
  fixed('二〇二一年六月三十日', '2021-06-30'),
  fixed('二○二一年六月底前', '2021-06-30'),
  fixed('二零二一年十二月底前', '2021-12-31'),
  fixed('2021年上半年', '2021-06-30'),
  fixed('2021年第三季度', '2021-09-30'),
  fixed('2021年三季度末', '2021-09-30'),
  fixed('2021年6月中旬', '2021-06-20'),
  fixed('自2020年6月5日起30日内', '2020-07-05'),
  fixed('2020年6月5日后60日内', '2020-08-04'),
  fixed('2021年2月5日后10个工作日内', '2021-02-24'),
  fixed('2021年5月7日前5个工作日', '2021-04-27'),
  {
    print: '2020年6、9、12月底前',
    kinds: ['staged'],
    dates: ['2020-06-30', '2020-09-30', '2020-12-31'],
  },
  {
    print: '2020年6月、12月底前',
    kinds: ['staged'],
    dates: ['2020-06-30', '2020-12-31'],
  },
  {
    print: '2021年6月底前完成一期,2022年12月底前完成二期',
    kinds: ['staged'],
    dates: ['2021-06-30', '2022-12-31'],
  },
  { print: '2021年1月至2023年12月', kinds: ['range'], dates: ['2021-01-01', '2023-12-31'] },
  { print: '2016—2017年底前', kinds: ['range'], dates: ['2016-01-01', '2017-12-31'] },
  { print: '2021年6—12月', kinds: ['range'], dates: ['2021-06-01', '2021-12-31'] },
  dateless('每年12月底前', 'recurring'),
  dateless('每季度', 'recurring'),
  dateless('省文件出台后2个月内', 'relative'),
  {
    print: '2020年6月30日前(延期至2020年12月31日)',
    kinds: ['fixed'],
    dates: ['2020-12-31'],
    fault: 'IMPORT.DEADLINE_EXTENDED',
  },
  {
    print: '2020年底前,经批准延期至2021年6月底',
    kinds: ['fixed'],
    dates: ['2021-06-30'],
    fault: 'IMPORT.DEADLINE_EXTENDED',
  },
]

/** Deadlines of which a person decides. */
export const openForms: readonly PrintedDeadline[] = [
  open('2021年春节前'),
  open('2020年国庆节前'),
  open('2020年五一前'),
  open('2020年元旦前'),
  open('2020年汛期前'),
  open('2021年全国两会前'),
  open('2020年年中'),
  open('2020年雨季来临前'),
  open('2020年入冬前'),
  open('2020年秋收后'),
  open('6月底前'),
  open('2020年6月前'),
  open('2020年前'),
  open('2020年25日前'),
  open('2020年13月底前'),
  open('2021年2月30日前'),
  open('2020年初'),
  open('20209月底前'),
  open('2020年6底前'),
  open('明年6月底前'),
  open('2021年底6月底'),
  open('44012'),
  open('待定', []),
]

/** Words in a deadline's place that set none. */
export const doneForms: readonly PrintedDeadline[] = [
  open('已于2020年6月完成', []),
  open('已完成', []),
]

export const deadlineOf = (random: Random, forms = deadlineForms): PrintedDeadline =>
  random.pick(forms)
