import { codes, read } from './read'
import { sliceErrors } from './slices'

const heads = (text: string): string[][] => {
  const result = read(text)
  expect(sliceErrors(text, result)).toEqual([])
  return result.tasks.map((task) => [task.number, task.problem])
}

describe('the tasks of a labelled list', () => {
  it('finds each task although the first label behind its heading varies', () => {
    const text = `青溪县整改措施清单
一、责任落实不到位。一些部门认为与己无关。
责任单位：县委组织部
整改时限：2019年6月底前，并长期坚持
整改目标：压实责任。
整改措施：
1.纳入学习内容。
2.严格考核问责。
二、养殖污染突出。仍有23家养殖场直排。
牵头单位：县农业农村局
责任单位：各乡镇人民政府
整改时限：2019年12月底前
整改目标：全部配套。
整改措施：
1.依法关停：
（1）划定禁养区；
（2）2019年6月底前完成退养；
2.推进改造，2019年10月底前完成。
三、污水设施滞后。
责任单位：县财政局
牵头单位：县住建局
整改时限：2020年12月底前
整改目标：全覆盖。
整改措施：
（一）实施工程。
1.2023年6月底前完成排查。
（二）每月通报。
`
    expect(heads(text)).toEqual([
      ['一', '责任落实不到位。一些部门认为与己无关。'],
      ['二', '养殖污染突出。仍有23家养殖场直排。'],
      ['三', '污水设施滞后。'],
    ])
    const [first, second, third] = read(text).tasks
    expect(first?.measures.map((one) => one.text)).toEqual(['纳入学习内容。', '严格考核问责。'])
    expect(second?.units).toMatchObject({
      lead: ['县农业农村局'],
      responsible: ['各乡镇人民政府'],
    })
    expect(second?.measures[0]?.text).toContain('（3）'.replace('3', '2'))
    expect(third?.measures).toHaveLength(2)
  })

  it('takes sixty short tasks apart', () => {
    const text = Array.from(
      { length: 60 },
      (_, index) =>
        `${index + 1}.第${index + 1}片区污染。\n责任单位：县水利局\n整改期限：2020年${(index % 12) + 1}月底前\n整改措施：\n（1）开展排查。\n（2）落实整改。\n`,
    ).join('')
    const { tasks } = read(`青溪县任务清单\n${text}`)
    expect(tasks.map((task) => task.number)).toEqual(
      Array.from({ length: 60 }, (_, index) => String(index + 1)),
    )
    expect(tasks.every((task) => task.measures.length === 2)).toBe(true)
  })

  it('does not take the numbered fields of a task for tasks', () => {
    const text = `整改任务清单
一、珊瑚礁保护不力
（一）整改任务
覆盖率下降。
（二）整改目标。有效保护。
（三）整改时限
2020年12月底前
二、尾水直排
（一）整改任务
尾水直排入海。
（二）整改目标。达标排放。
（三）整改时限
2021年12月底前
`
    expect(heads(text)).toEqual([
      ['一', '覆盖率下降。'],
      ['二', '尾水直排入海。'],
    ])
    expect(read(text).tasks[1]).toMatchObject({ title: '尾水直排', goals: ['达标排放。'] })
  })

  it('does not take headings over groups for problems', () => {
    const text = `任务清单
一、中央督察反馈问题
1．部分企业超标排放。（市方案序号17）
整改目标：达标。
整改时限：2021年10月末
责任单位：县环保局
2．秸秆焚烧。（市方案序号23）
整改目标：禁烧。
整改时限：长期坚持
责任单位：县农业局
二、省督察反馈问题
3．渗滤液积存。
整改目标：处置。
整改时限：2020年末
责任单位：县住建局
`
    const { tasks } = read(text)
    expect(tasks.map((task) => [task.number, task.upperNumber, task.goals])).toEqual([
      ['1', '17', ['达标。']],
      ['2', '23', ['禁烧。']],
      ['3', '', ['处置。']],
    ])
  })

  it('counts anew under every heading and finds no number twice', () => {
    const group = (ordinal: string): string =>
      `${ordinal}、环境质量方面\n1.问题表述：甲。\n整改目标：乙。\n责任单位：县环保局\n2.问题表述：丙。\n整改目标：丁。\n责任单位：县环保局\n`
    const { tasks } = read(group('一') + group('二'))
    expect(tasks.map((task) => [task.parentNumber, task.number, task.problem])).toEqual([
      ['一', '1', '甲。'],
      ['一', '2', '丙。'],
      ['二', '1', '甲。'],
      ['二', '2', '丙。'],
    ])
    expect(codes(group('一') + group('二'))).toEqual([])
  })

  it.each([
    ['任务1', '任务2'],
    ['序号：1', '序号：2'],
    ['（1）', '（2）'],
    ['第1项 ', '第2项 '],
  ])('reads the heads %s and %s', (one, two) => {
    const body = '\n具体问题：直排。\n责任单位：区住建局\n整改期限：立行立改\n'
    expect(heads(`清单\n${one}${body}${two}${body}`)).toEqual([
      ['1', '直排。'],
      ['2', '直排。'],
    ])
  })

  it('ends a field at an unknown label that every task repeats', () => {
    const task = (number: string): string =>
      `问题${number}：堆场污染。\n落实程度：正在推进\n责任单位：市政府\n整改目标：治理。\n`
    expect(heads(task('一') + task('二'))).toEqual([
      ['一', '堆场污染。'],
      ['二', '堆场污染。'],
    ])
  })
})

describe('a section of progress', () => {
  const text = `一、反馈问题：“十、防护林枯死。”
二、整改时限：2023年年底前
三、整改措施落实情况
措施一：编制方案。
落实情况：2022年10月完成。
措施二：落实灌溉。
落实情况：新建管网36公里。
四、责任单位：某县党委、县人民政府
`

  it('is one task whose measures it counts, and keeps its own words whole', () => {
    const { tasks } = read(text)
    expect(tasks).toHaveLength(1)
    expect(tasks[0]).toMatchObject({
      number: '十',
      problem: '防护林枯死。',
      measures: [{ text: '编制方案。' }, { text: '落实灌溉。' }],
      units: { responsible: ['某县党委、县人民政府'] },
    })
    expect(tasks[0]?.progressText).toMatch(/^措施一[^]*36公里。$/)
  })
})
