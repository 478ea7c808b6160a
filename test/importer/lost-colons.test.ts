import { codes, read } from './read'

const task = (number: string, place: string, colon = ''): string =>
  `${number}、${place}污水直排。\n责任单位${colon}和平县水务局、及川镇人民政府\n整改时限${colon}2020年6月底前\n整改目标${colon}全面达标。\n整改措施${colon}\n1.开展排查。\n2.建立机制。\n`

describe('names of fields that lost their colons', () => {
  const list = `某县整改清单\n${task('一', '甲村')}${task('二', '乙村')}`

  it('are read where names of bodies and days stand behind them', () => {
    const { tasks, faults } = read(list)
    expect(tasks.map(({ problem }) => problem)).toEqual(['甲村污水直排。', '乙村污水直排。'])
    expect(tasks.map(({ units }) => units.responsible)).toEqual([
      ['和平县水务局', '及川镇人民政府'],
      ['和平县水务局', '及川镇人民政府'],
    ])
    expect(tasks.map(({ deadline }) => deadline.dates)).toEqual([['2020-06-30'], ['2020-06-30']])
    expect(tasks.map(({ goals }) => goals)).toEqual([['全面达标。'], ['全面达标。']])
    expect(faults).toEqual([])
  })

  it('are told in a list whose other tasks print the colons', () => {
    const mixed = `${task('一', '甲村', ':')}${task('二', '乙村')}${task('三', '丙村', ':')}`
    expect(read(mixed).tasks).toHaveLength(3)
    expect(codes(mixed)).toContain('READING_DOUBTFUL')
  })

  it.each([
    '整改措施落实不到位,责任单位没有履行职责。',
    '整改时限已经超过,责任单位不明确。',
    '责任单位对问题认识不足。',
    '整改目标未按期完成。',
  ])('are none in a sentence: %s', (words) => {
    const { tasks } = read(
      `一、甲村污水直排。\n${words}\n责任单位:市水务局\n整改时限:2020年底前\n二、乙村污水直排。\n${words}\n责任单位:市水务局\n整改时限:2020年底前\n`,
    )
    expect(tasks.map(({ problem }) => problem.replace(/\n/g, ''))).toEqual([
      `甲村污水直排。${words}`,
      `乙村污水直排。${words}`,
    ])
  })
})
