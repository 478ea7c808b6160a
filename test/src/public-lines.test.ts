import { type Preview, publicRows, publicTexts } from '@/src/features/staff-task/public-lines'

/** A task of which the list printed as little as a list may. */
const task: Preview['task'] = {
  number: '7',
  upperNumber: null,
  title: '工地带泥上路',
  problem: '两处工地出口车辆带泥上路。',
  category: 'other',
  goals: [],
  measures: [],
  unitNames: ['市住房城乡建设局'],
  units: [],
  dueOn: null,
  dueProvisional: false,
  dueText: '',
  regionNames: [],
  villageNames: [],
  result: null,
}
const names = (lines: readonly (readonly [string, readonly string[]])[]) =>
  lines.map(([name]) => name)

describe('what somebody reads who is to let it out', () => {
  it('has no name without words behind it, as the public page has none', () => {
    expect(names(publicRows(task, []))).toEqual(['类别', '责任分工'])
    expect(names(publicTexts(task, []))).toEqual(['反馈问题'])
    // Nothing stands there that could be left out.
    expect(names(publicRows(task, ['regions', 'villages', 'deadline']))).toEqual([
      '类别',
      '责任分工',
    ])
  })

  it('says of each that it is left out, of places once both kinds of them are', () => {
    const whole = {
      ...task,
      goals: ['车辆不带泥上路。'],
      measures: ['装冲洗台'],
      dueText: '立行立改',
      regionNames: ['茂南区'],
      villageNames: ['上塘村'],
    }
    expect(publicRows(whole, [])).toEqual([
      ['类别', ['其他']],
      ['责任分工', ['市住房城乡建设局']],
      ['整改时限', ['立行立改']],
      ['涉及地方', ['茂南区', '上塘村']],
    ])
    const placesLeft = (leftOut: Parameters<typeof publicRows>[1]) =>
      publicRows(whole, leftOut).at(-1)
    expect(placesLeft(['villages'])).toEqual(['涉及地方', ['茂南区']])
    expect(placesLeft(['regions', 'villages'])).toEqual(['涉及地方', ['不公开']])
    expect(publicTexts(whole, ['goals', 'measures'])).toEqual([
      ['反馈问题', ['两处工地出口车辆带泥上路。']],
      ['整改目标', ['不公开']],
      ['整改措施', ['不公开']],
    ])
    expect(publicTexts(whole, []).at(-1)).toEqual(['整改措施', ['1. 装冲洗台']])
  })
})
