import { codes, read } from './read'

const report = (problems: string[], measures: string[], heading = '存在问题'): string =>
  [
    '某街道关于督察反馈问题的整改方案',
    `一、${heading}`,
    ...problems.map((words, at) => `${at + 1}.${words}`),
    '二、整改措施',
    ...measures.map((words, at) => `${at + 1}.${words}`),
    '三、工作要求',
    '各科室要提高认识,加强配合。',
    '',
  ].join('\n')

const problems = ['河岸有菜地3处。', '餐饮店油烟净化设施不洗。']
const measures = ['9月底前清退菜地。责任单位:街道城管办', '督促每月清洗。责任单位:南湖社区']

describe('a report whose problems and measures stand in sections of their own', () => {
  it('gives a task of each problem, with the measure of its number and whom that names', () => {
    const { tasks } = read(report(problems, measures))
    expect(tasks.map(({ number, problem }) => [number, problem])).toEqual([
      ['1', '河岸有菜地3处。'],
      ['2', '餐饮店油烟净化设施不洗。'],
    ])
    expect(tasks.map((task) => task.measures.map(({ text }) => text))).toEqual([
      ['9月底前清退菜地。'],
      ['督促每月清洗。'],
    ])
    expect(tasks.map(({ units }) => units.responsible)).toEqual([['街道城管办'], ['南湖社区']])
    expect(tasks.map(({ goals }) => goals)).toEqual([[], []])
  })

  it('a person looks at what the numbers put together, and each task is told', () => {
    const text = report(problems, measures)
    for (const { unsure } of read(text).tasks) {
      expect(unsure).toContainEqual(
        expect.objectContaining({ field: 'measures', reason: '与问题分开写,按序号对应。' }),
      )
      expect(unsure.map(({ field }) => field)).toContain('units.responsible')
    }
    expect(codes(text).filter((code) => code === 'READING_DOUBTFUL')).toHaveLength(2)
  })

  it('measures that count otherwise are proposed whole, and none is taken', () => {
    const { tasks } = read(report(problems, [...measures, '加强巡查。']))
    for (const task of tasks) {
      expect(task.measures).toEqual([])
      expect(task.unsure).toContainEqual({
        field: 'measures',
        reason: '与问题分开写,序号对不上。',
        proposed: expect.stringContaining('加强巡查') as string,
      })
    }
  })

  it('the points of one problem stay one task', () => {
    const { tasks } = read(report(problems, measures, '反馈问题'))
    expect(tasks).toHaveLength(1)
  })

  it('so do four lists: what is wrong, what is done, by whom, until when', () => {
    const { tasks } = read(`某市问题整改“四个清单”

一、问题清单
(一)断面水质不达标。
(二)秸秆焚烧时有发生。
二、任务清单
(一)清淤12公里。
(二)加强综合利用。
三、责任清单
(一)市水利局,配合单位:沿河各县。
(二)市农业农村局。
四、时限清单
(一)2024年11月底前。
(二)长期坚持。
`)
    expect(tasks.map(({ problem }) => problem)).toEqual(['断面水质不达标。', '秸秆焚烧时有发生。'])
    expect(tasks.map((task) => task.measures.map(({ text }) => text))).toEqual([
      ['清淤12公里。'],
      ['加强综合利用。'],
    ])
    expect(tasks.map(({ units }) => [units.responsible, units.supporting])).toEqual([
      [['市水利局'], ['沿河各县']],
      [['市农业农村局'], []],
    ])
    expect(tasks.map(({ deadline }) => deadline.kinds)).toEqual([['fixed'], ['longTerm']])
  })
})
