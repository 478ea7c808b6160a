import type { ImportedTask } from '@/cloudfunctions/documents/importer/types'
import { codes, read } from './read'
import { sliceErrors } from './slices'

/** The fields of one task, in the order in which a list prints them. */
const block = (unit: string, day: string, measures = '1.开展排查。\n2.建立机制。'): string =>
  `责任单位:${unit}\n整改时限:${day}\n整改目标:完成整治。\n整改措施:\n${measures}\n`

function tasksOf(text: string): ImportedTask[] {
  const result = read(text)
  expect(sliceErrors(text, result)).toEqual([])
  return result.tasks
}

const unitsOf = (text: string): string[][] =>
  tasksOf(text).map(({ units }) => [...units.lead, ...units.responsible])

describe('one field more or less in one task', () => {
  const list = (second: string): string =>
    `一、甲县污水处理滞后。\n${block('市水务局', '2020年6月底前')}二、乙县养殖污染。\n${second}三、丙县矿山修复滞后。\n${block('市林业局', '2020年9月底前')}四、丁县噪声扰民。\n${block('市公安局', '2020年底前')}`

  it.each([
    [
      'a unit behind a measure',
      block('市农业农村局', '2020年底前', '1.开展排查。责任单位:市财政局\n2.建立机制。'),
    ],
    [
      'units behind all measures',
      block(
        '市农业农村局',
        '2020年底前',
        '1.开展排查。\n责任单位:市财政局\n2.建立机制。\n责任单位:市审计局',
      ),
    ],
    ['no goals and no measures', '责任单位:市农业农村局\n整改时限:2020年底前\n'],
    [
      'a second deadline in a measure',
      block('市农业农村局', '2020年底前', '1.开展排查。完成时限:2020年3月底前\n2.建立机制。'),
    ],
    ['progress that the others lack', `${block('市农业农村局', '2020年底前')}整改进展:已完成。\n`],
  ])('%s leaves the units of all tasks where they are', (_kind, second) => {
    expect(unitsOf(list(second))).toEqual([
      ['市水务局'],
      ['市农业农村局'],
      ['市林业局'],
      ['市公安局'],
    ])
  })

  it('gives the unit behind a measure to the measure', () => {
    const measures = '1.开展排查。责任单位:市财政局\n2.建立机制。'
    const [, second] = tasksOf(list(block('市农业农村局', '2020年底前', measures)))
    expect(second?.measures.map(({ units }) => units.responsible)).toEqual([['市财政局'], []])
  })
})

describe('heads and measures numbered in one style', () => {
  const task = (head: string, items: number): string =>
    `${head}\n责任单位:市水务局\n整改时限:2020年底前\n整改措施:\n${Array.from({ length: items }, (_, at) => `${at + 1}.做法${at + 1}。`).join('\n')}\n整改目标:达标。\n`

  it.each([[[1, 1, 1]], [[2, 2, 2, 2]], [[3, 1, 2, 4]], [[1, 2, 3, 4, 5]], [[5, 4, 3, 2, 1]]])(
    '%j measures',
    (counts) => {
      const text = counts.map((items, at) => task(`${at + 1}.第${at + 1}处直排。`, items)).join('')
      const tasks = tasksOf(text)
      expect(tasks.map(({ number }) => number)).toEqual(counts.map((_, at) => String(at + 1)))
      expect(tasks.map(({ measures }) => measures.length)).toEqual(counts)
      expect(codes(text)).toEqual([])
    },
  )
})

describe('parts of a task', () => {
  const part = (ordinal: string, place: string): string =>
    `(${ordinal})${place}未完成整治。\n责任单位:${place}政府\n整改目标:完成。\n整改措施:1.制定方案。2.开展监测。\n`
  const parent = (ordinal: string): string =>
    `${ordinal}、镇级填埋场整治滞后。\n整改时限:2020年底前\n`
  const plain = (ordinal: string): string =>
    `${ordinal}、某河污染。\n${block('市水务局', '2020年6月底前')}`

  it.each([
    [
      'in the middle',
      [plain('一'), parent('二') + part('一', '乙区') + part('二', '丙市'), plain('三')].join(''),
      1,
    ],
    [
      'first',
      [parent('一') + part('一', '乙区') + part('二', '丙市'), plain('二'), plain('三')].join(''),
      0,
    ],
    [
      'last',
      [
        plain('一'),
        plain('二'),
        parent('三') + part('一', '乙区') + part('二', '丙市') + part('三', '丁县'),
      ].join(''),
      2,
    ],
    [
      'everywhere',
      ['一', '二', '三']
        .map((one) => parent(one) + part('一', '乙区') + part('二', '丙市'))
        .join(''),
      0,
    ],
  ])('%s', (_where, text, at) => {
    const tasks = tasksOf(text)
    const parents = tasks.filter(({ parentNumber }) => parentNumber === '')
    const children = tasks.filter(({ parentNumber }) => parentNumber === parents[at]?.number)
    expect(parents.map(({ number }) => number)).toEqual(['一', '二', '三'])
    expect(parents[at]).toMatchObject({
      problem: '镇级填埋场整治滞后。',
      deadline: { dates: ['2020-12-31'] },
      measures: [],
    })
    expect(children.slice(0, 2)).toMatchObject([
      {
        number: '一',
        units: { responsible: ['乙区政府'] },
        measures: [{ text: '制定方案。' }, { text: '开展监测。' }],
      },
      { number: '二', units: { responsible: ['丙市政府'] } },
    ])
    // What only the whole task prints is proposed to its parts and given to none.
    for (const { deadline, unsure } of children) {
      expect(deadline.dates).toEqual([])
      expect(unsure).toMatchObject([{ field: 'deadline.dates', proposed: '2020-12-31' }])
    }
  })
})

describe('problems that print one set of fields', () => {
  const shared = '整改时限:立行立改,长期坚持。\n整改进展:已组织学习。\n'
  const single = (ordinal: string): string =>
    `(${ordinal})某厂超标。\n整改时限:2024年12月底前。\n整改进展:已停产。\n`

  it.each([
    ['第一部分 思想层面问题(3项)', '第二部分 具体问题(2项)'],
    ['一、思想认识方面', '二、环境质量方面'],
    ['第一类 责任落实', '第二类 污染治理'],
  ])('share them under %s', (first, second) => {
    const text = `${first}\n(一)压力传导不足。\n(二)忽视流域治理。\n(三)监管不到位。\n${shared}${second}\n${single('四')}${single('五')}`
    const tasks = tasksOf(text)
    expect(tasks.map(({ number }) => number)).toEqual(['一', '二', '三', '四', '五'])
    expect(tasks.slice(0, 3).map(({ progressText }) => progressText)).toEqual(
      Array.from({ length: 3 }, () => '已组织学习。'),
    )
    expect(
      tasks
        .slice(0, 3)
        .map(({ unsure }) => unsure.map(({ field, reason }) => `${field} ${reason}`)),
    ).toEqual([
      ['deadline.text 与第三项共用。', 'progressText 与第三项共用。'],
      ['deadline.text 与第三项共用。', 'progressText 与第三项共用。'],
      [],
    ])
    expect(tasks[3]?.unsure).toEqual([])
  })

  it('share nothing where no heading groups them', () => {
    const text = `${single('一')}(二)压力传导不足。\n(三)忽视流域治理。\n${single('四')}${single('五')}${single('六')}${single('七')}${single('八')}`
    const tasks = tasksOf(text)
    expect(tasks.map(({ progressText }) => progressText !== '')).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(codes(text)).toEqual(['DEADLINE_MISSING', 'DEADLINE_MISSING'])
  })
})

describe('the safety net', () => {
  const task = (ordinal: string): string =>
    `${ordinal}、某河污染。\n责任单位:市水务局\n整改时限:2020年底前\n`

  it('says where a number is missing, and nothing where none is', () => {
    expect(codes(['一', '二', '三', '四', '五'].map(task).join(''))).toEqual([])
    const text = ['一', '二', '四', '五', '六'].map(task).join('')
    const { tasks, faults } = read(text)
    expect(faults).toMatchObject([{ code: 'IMPORT.NUMBER_GAP', span: tasks[2]?.spans.number }])
  })

  it('does not miss numbers in a list that publishes some of them', () => {
    expect(codes(['三', '七', '八', '十五', '二十'].map(task).join(''))).toEqual([])
  })

  it('keeps a head without fields apart from its neighbours and says so', () => {
    const text = `${task('一')}二、乙县养殖污染。\n三、丙县矿山修复滞后。\n${task('四')}${task('五')}${task('六')}${task('七')}${task('八')}`
    const tasks = tasksOf(text)
    expect(tasks.slice(0, 3)).toMatchObject([
      { units: { responsible: ['市水务局'] }, deadline: { text: '2020年底前' } },
      { problem: '乙县养殖污染。', units: { responsible: [] }, deadline: { text: '' } },
      { problem: '丙县矿山修复滞后。', units: { responsible: [] } },
    ])
    expect(codes(text)).toEqual([
      'UNITS_MISSING',
      'DEADLINE_MISSING',
      'UNITS_MISSING',
      'DEADLINE_MISSING',
    ])
  })

  it('counts the words that a field, a label or a left-out part holds', () => {
    const { coverage } = read(`某市清单\n${task('一')}${task('二')}联系人:整改办公室王某某\n`)
    expect(coverage).toMatchObject({ share: 1, unread: [] })
    expect(coverage.leftOut).toHaveLength(2)
  })

  it('shows words that belong to no field, and says so at their task', () => {
    const extra =
      '整改进展:已完成整治。\n整改进展:一句没有归处、却有不少字数的说明,还要再长一些。\n'
    const text = `${task('一')}${task('二')}${extra}${task('三')}`
    const { coverage, faults } = read(text)
    expect(faults).toMatchObject([{ code: 'IMPORT.WORDS_LEFT' }])
    expect(coverage.unread.map(([from, to]) => text.slice(from, to))).toEqual(['已完成整治'])
    expect(coverage.share).toBeLessThan(1)
  })
})

describe('a text without line breaks', () => {
  const whole = ['一', '二', '三']
    .map((one) => `${one}、${one}县污水处理滞后。${block('市水务局', '2020年6月底前')}`)
    .join('')

  it.each([
    ['none at all', whole.replace(/\n/g, '')],
    ['a break before each task', whole.replace(/\n(?![一二三]、)/g, '')],
    ['blanks for breaks', whole.replace(/\n/g, ' ')],
  ])('%s', (_kind, text) => {
    const tasks = tasksOf(text)
    expect(tasks.map(({ number, problem }) => [number, problem])).toEqual([
      ['一', '一县污水处理滞后。'],
      ['二', '二县污水处理滞后。'],
      ['三', '三县污水处理滞后。'],
    ])
    for (const task of tasks)
      expect(task).toMatchObject({
        units: { responsible: ['市水务局'] },
        deadline: { text: '2020年6月底前' },
        goals: ['完成整治。'],
        measures: [{ text: '开展排查。' }, { text: '建立机制。' }],
      })
  })
})
