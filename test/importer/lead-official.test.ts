import { only, read } from './read'

describe('the lead official that a list prints', () => {
  it.each(['责任领导', '牵头领导', '包保领导', '县级包抓领导', '牵头责任领导及职务'])(
    'is kept as printed behind %s',
    (label) => {
      const text = `反馈问题：粉尘。\n责任单位：县工信局\n${label}：县长 张某\n整改情况：完成。\n`
      expect(only(text)).toMatchObject({ leadOfficial: '县长张某' })
    },
  )

  it('is kept row by row of a table', () => {
    const { tasks } = read(
      '| 序号 | 问题内容 | 整改目标 | 牵头领导 | 责任单位 | 完成时限 |\n| 1 | 水渠发黑。 | 变清。 | 王某 | 市水利局 | 2020年6月底 |\n| 2 | 垃圾露天堆放。 | 清走。 |  | 市城管局 | 2020年6月底 |\n',
    )
    expect(tasks.map(({ leadOfficial }) => leadOfficial)).toEqual(['王某', undefined])
  })

  it('is nobody of the unit, and nobody where the list prints none', () => {
    const text = '反馈问题：粉尘。\n责任单位：县工信局\n整改责任人：张某\n整改情况：完成。\n'
    expect(only(text)).not.toHaveProperty('leadOfficial')
  })
})
