import { codes, read } from './read'

const items =
  '1.甲处垃圾成堆。(责任单位:英雄街道)\n2.乙处路面破损。(责任单位:住建局)\n3.丙处乱堆乱放(责任单位:执法局、征地中心)\n'
const wanted = [
  ['1', '甲处垃圾成堆。', ['英雄街道']],
  ['2', '乙处路面破损。', ['住建局']],
  ['3', '丙处乱堆乱放', ['执法局', '征地中心']],
]
const tasksOf = (text: string) =>
  read(text).tasks.map(({ number, problem, units }) => [number, problem, units.responsible])

describe('problems that a bracket closes with who has to act', () => {
  it.each([
    ['', ''],
    ['存在问题:\n', ''],
    ['附件:\n  存在的问题:\n', ''],
    ['一、重点督办事项\n', '二、几点要求\n1.高度重视。\n2.按时上报。\n'],
  ])('are a task each below %j', (above, below) => {
    expect(tasksOf(`整改通知\n现梳理出3条问题,请整改。\n${above}${items}${below}`)).toEqual(wanted)
  })

  it('are a task each in one run, also where a word stands before the first number', () => {
    const run = items.replace(/\n/g, ' ')
    expect(tasksOf(`关于督查的通知\n各单位: 通知如下: 一、重点督办事项 ${run}`)).toEqual(wanted)
  })

  it('are measures below the name of measures', () => {
    const text = `反馈问题:某河污染。\n整改措施:\n${items}整改时限:2020年底前\n`
    expect(read(text).tasks).toHaveLength(1)
    expect(read(text).tasks[0]?.measures).toHaveLength(3)
  })

  it('are told where a misprint loses the label', () => {
    const text = `整改通知\n存在问题:\n${items}${items.replace(/(\d)\./g, (_, at) => `${Number(at) + 3}.`)}`
    expect(
      codes(text.replace('2.乙处路面破损。(责任单位:', '2.乙处路面破损。(责任单位;')),
    ).toContain('UNITS_MISSING')
  })
})
