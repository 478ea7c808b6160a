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

describe('paragraphs of which only the last names a field', () => {
  const notice = (...lines: string[]) => parseList(['某镇问题整改通知', ...lines, ''].join('\n'))
  const before = [
    '1.上林村。垃圾未及时清运,蚊蝇滋生。责任人:村支书;限7月20日前整改到位。',
    '2.镇卫生院。医疗废物暂存间未上锁。',
  ]

  it('are a task each, and what each lacks is told', () => {
    const { tasks, faults } = notice(...before, '3.农贸市场。污水外溢。责任单位:镇市场监管所')
    expect(tasks.map(({ number }) => number)).toEqual(['1', '2', '3'])
    expect(tasks[2]?.units.responsible).toEqual(['镇市场监管所'])
    expect(faults.some(({ code }) => code === 'IMPORT.READING_DOUBTFUL')).toBe(true)
  })

  it('but headings over sections are none', () => {
    const { tasks } = notice('一、总体情况', '二、组织领导', '三、污水外溢。责任单位:镇市场监管所')
    expect(tasks).toHaveLength(1)
  })
})

describe('problems that are named, and nothing else of them', () => {
  const usual = '责任单位:市水务局\n整改时限:2020年底前\n'
  const named = (name: (at: number) => string): string =>
    ['甲', '乙', '丙', '丁', '戊']
      .map((place, at) => `${name(at)}${place}县污水直排。\n${[0, 3, 4].includes(at) ? usual : ''}`)
      .join('')

  it.each([
    ['问题一:', (at: number) => `问题${'一二三四五'[at]}:`],
    ['反馈问题:', () => '反馈问题:'],
  ])('are tasks with empty fields, and told: %s', (_, name) => {
    const { tasks, faults } = parseList(named(name))
    expect(tasks.map(({ problem }) => problem[0])).toEqual(['甲', '乙', '丙', '丁', '戊'])
    expect(tasks.map(({ units }) => units.responsible.length)).toEqual([1, 0, 0, 1, 1])
    expect(faults.filter(({ code }) => code === 'IMPORT.UNITS_MISSING')).toHaveLength(2)
  })
})

describe('parts of a task', () => {
  it.each(['第三项 ', '问题三:', '问题三、', '三、'])(
    'stand under a head of any form: %s',
    (head) => {
      const others = ['一', '二', '四'].map(
        (number, at) =>
          `${head.replace('三', number)}${'甲乙丙'[at]}县污水直排。\n责任单位:市水务局\n整改时限:2020年6月底前\n整改目标:达标。\n`,
      )
      const parted = `${head}镇级填埋场整治滞后。\n整改时限:2020年底前\n(一)乙区12个未完成整治。\n责任单位:乙区政府\n整改目标:12个完成。\n(二)丙市6个未完成整治。\n责任单位:丙市政府\n整改目标:6个完成。\n`
      const { tasks } = parseList([others[0], others[1], parted, others[2]].join(''))
      expect(tasks).toHaveLength(6)
      expect(tasks.map(({ parentNumber }) => parentNumber)).toEqual(['', '', '', '三', '三', ''])
      expect(tasks[3]?.units.responsible).toEqual(['乙区政府'])
    },
  )
})

it('问题九十九, 问题一百 and 问题一百零一 count on', () => {
  const text = ['九十九', '一百', '一百零一']
    .map(
      (number) => `问题${number}:第${number}处污水直排。\n责任单位:市水务局\n整改时限:2020年底前\n`,
    )
    .join('')
  expect(parseList(text).tasks.map(({ number }) => number)).toEqual(['九十九', '一百', '一百零一'])
})
