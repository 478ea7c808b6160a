import { parseList } from '@/cloudfunctions/documents/importer/parse-list'

const list = `某市整改措施清单
一、城区雨污分流推进缓慢，雨天污水溢流。
责任单位：市住房城乡建设局牵头，市水务局
整改目标：建成区雨污分流率达到八成。
整改措施：
1.摸清管网底数，建立问题清单。
2.完成三条主干道雨污分流改造。
整改时限：2020年12月底前
二、镇级填埋场渗滤液外渗，没有覆土。
责任单位：市城市管理和综合执法局
整改措施：
1.清运裸露垃圾，封场覆土。
整改时限：2020年6月底前
`

describe('tasks that do not print the same fields', () => {
  const { tasks } = parseList(list)

  it('are parted at their numbered heads', () => {
    expect(tasks.map(({ number }) => number)).toEqual(['一', '二'])
    expect(tasks.map(({ deadline }) => deadline.dates)).toEqual([['2020-12-31'], ['2020-06-30']])
  })

  it('keep their own units and measures', () => {
    expect(tasks.map(({ units }) => units.responsible)).toEqual([
      ['市水务局'],
      ['市城市管理和综合执法局'],
    ])
    expect(tasks.map(({ measures }) => measures.length)).toEqual([2, 1])
  })
})
