import { parseList } from '@/cloudfunctions/documents/importer/parse-list'

const list = (...lines: string[]) =>
  ['某市整改任务清单', '一、东河镇污水直排。', '责任单位:市水务局', ...lines].join('\n')

/** The printed lines that are told as unclear, and the words that are told as nobody's. */
const told = (text: string, code: string) =>
  parseList(text)
    .faults.filter((fault) => fault.code === code)
    .map(({ span }) => text.slice(...span))

describe('a line that nothing explains is told, whatever its form', () => {
  it.each([
    ['a head of another form', '案例3 西河镇采砂', '整改措施:立即取缔。'],
    ['a numbered place', '12号点位 石桥村', '整改措施:立即取缔。'],
    ['a head with its number in brackets', '事项(三)南山矿区', '整改措施:立即取缔。'],
    ['a head in Latin letters', 'No.4 北山矿区', '整改措施:立即取缔。'],
    ['a number that counts on from nothing', '7.清运垃圾。', '整改措施:立即取缔。'],
  ])('%s inside a goal', (_, odd, after) => {
    const text = list('整改目标:消除直排。', odd, after)
    expect(told(text, 'IMPORT.LINE_UNCLEAR')).toEqual([odd])
  })

  it('a field of unknown name inside the progress', () => {
    const text = list('整改进展:已完成。', '包案结论:同意销号。')
    expect(told(text, 'IMPORT.LINE_UNCLEAR')).toEqual(['包案结论:同意销号。'])
  })

  it('items that count up and labels of measures are clear', () => {
    const text = list('整改措施:', '1.截污。', '责任单位:市水务局', '2.清淤。', '责任单位:市住建局')
    expect(told(text, 'IMPORT.LINE_UNCLEAR')).toEqual([])
  })

  it.each([
    [['1.清运垃圾。', '2.35吨垃圾全部清运。', '3.建立机制。', '4.加强巡查。'], 4],
    [['1.清运垃圾。', '2.35吨垃圾全部清运。', '3.12公里管网改造。', '4.加强巡查。'], 4],
    [['1.清运垃圾。', '2.开展排查。', '3.35吨垃圾全部清运。', '4.建立机制。'], 4],
  ])('an item that begins with a figure is clear by its neighbours: %s', (lines, count) => {
    const text = list('整改措施:', ...lines)
    expect(told(text, 'IMPORT.LINE_UNCLEAR')).toEqual([])
    expect(parseList(text).tasks[0]?.measures).toHaveLength(count)
  })

  it('an item behind a figure that counts nothing is told', () => {
    const text = list('整改措施:', '1.清运垃圾。', '2.开展排查。', '3.35吨垃圾。', '5.加强巡查。')
    expect(told(text, 'IMPORT.LINE_UNCLEAR')).toEqual(['5.加强巡查。'])
  })

  it('a building number in a measure is no head', () => {
    const text = list('整改措施:改造管网,包括', '3号楼一带。')
    expect(told(text, 'IMPORT.LINE_UNCLEAR')).toEqual([])
  })
})

describe('lines of one form with rising numbers', () => {
  it.each([
    ['案例', ''],
    ['No.', ''],
    ['清单第', '号'],
    ['突出问题', ''],
    ['督办件', '号'],
  ])('head tasks: %s3%s', (before, behind) => {
    const fields = '\n责任单位:市水务局\n整改时限:2021年底\n'
    const heads = ['东河污水直排', '西河采砂', '北山复绿滞后']
    const text = heads.map((words, at) => `${before}${at + 3}${behind} ${words}${fields}`).join('')
    expect(parseList(text).tasks.map(({ number, problem }) => [number, problem])).toEqual(
      heads.map((words, at) => [String(at + 3), words]),
    )
  })
})

describe('a task of which nobody knows what is wrong', () => {
  it.each([
    ['alone', 1],
    ['among others that do not say it either', 4],
  ])('is told %s', (_, count) => {
    const fields = '整改目标:达标。\n整改措施:截污。\n责任单位:市水务局\n整改时限:2021年底\n'
    expect(told(fields.repeat(count), 'IMPORT.PROBLEM_MISSING')).toHaveLength(count)
  })
})

describe('a section or field whose name nobody knows ends the value before it, and is told', () => {
  it.each([
    ['a section behind its colon', '后续打算:加强巡查。', '加强巡查'],
    ['a section that is a sentence', '我区将加强日常巡查。', '我区将加强日常巡查'],
    ['a section below its heading', '后续打算\n加强日常巡查。', '加强日常巡查'],
  ])('%s in a notice', (_, section, words) => {
    const fields = ['整改问题:污水直排。', '整改目标:消除直排。', '整改情况:已完成。', section]
    const text = `整改公示\n${fields.map((field, at) => `${'一二三四'[at]}、${field}`).join('\n')}\n`
    const { tasks } = parseList(text)
    expect(tasks.map(({ progressText }) => progressText)).toEqual(['已完成。'])
    expect(told(text, 'IMPORT.WORDS_LEFT')).toEqual([words])
  })

  it('a section above the first known field', () => {
    const text =
      '整改公示\n一、基本概况\n辖区共有企业9家。\n二、整改目标:达标。\n三、整改情况:已完成。\n'
    expect(told(text, 'IMPORT.WORDS_LEFT')).toEqual(['一、基本概况\n辖区共有企业9家'])
  })

  it('a body of unknown duty ends the deadline and the goal before it', () => {
    const text = list(
      '整改目标:消除直排。',
      '包联专班:工业专班',
      '整改时限:2021年底',
      '包抓单位:某办',
    )
    const [task] = parseList(text).tasks
    expect(task?.goals).toEqual(['消除直排。'])
    expect(task?.deadline.text).toBe('2021年底')
    expect(told(text, 'IMPORT.WORDS_LEFT')).toEqual(['工业专班'])
  })
})
