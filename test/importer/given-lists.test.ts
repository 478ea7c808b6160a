import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as invented from './invented-lists'
import { only, read } from './read'
import { sliceErrors } from './slices'

/** Published lists lie beside the repository where they may be read; elsewhere their twins stand in. */
const folder = path.join(__dirname, '../../../shared/data/lists')

function given(name: string, twin: string): { text: string; real: boolean } {
  const file = path.join(folder, name)
  return existsSync(file)
    ? { text: readFileSync(file, 'utf8'), real: true }
    : { text: twin, real: false }
}

const codesOf = (text: string): string[] =>
  read(text).faults.map((fault) => fault.code.replace('IMPORT.', ''))

const files: [string, string, number][] = [
  ['dazhu-2018-table.txt', invented.rowsOnLines, 2],
  ['dongan-2025.txt', invented.closeOutNotice, 1],
  ['guangzhou-2020.txt', invented.twoPlans, 1],
  ['huarong-2017-letters.txt', invented.letters, 1],
  ['mianyang-2021.txt', invented.oneCellALine, 1],
  ['puyang-2023.txt', invented.closeOutNotice, 1],
  ['qingshui-2021.txt', invented.closeOutNotice, 1],
  ['suma-2024.txt', invented.numberedNotice, 1],
  ['suma-2025.txt', invented.numberedNotice, 1],
  ['tongcheng-2022.txt', invented.annexTable, 1],
]

describe('published lists', () => {
  it.each(files)('%s: every task is found and every value is its slice', (name, twin, count) => {
    const { text } = given(name, twin)
    const result = read(text)
    expect(result.tasks).toHaveLength(count)
    expect(sliceErrors(text, result)).toEqual([])
  })

  it('reads the division table to its last row', () => {
    const { text, real } = given('suining-2016-deadlines.txt', invented.cellsOnLines)
    const result = read(text)
    expect(result.tasks).toHaveLength(real ? 8 : 4)
    expect(result.tasks[1]?.unsure).toMatchObject([
      { field: 'deadline.dates', proposed: '2016-06-30' },
    ])
    expect(sliceErrors(text, result)).toEqual([])
  })

  it.each([
    ['dazhu-2018-table.txt', invented.rowsOnLines, ['COLUMNS_SHIFTED']],
    ['qingshui-2021.txt', invented.closeOutNotice, ['DATE_YEAR_OFF']],
    [
      'suma-2025.txt',
      invented.numberedNotice,
      ['NUMBERS_RUN_TOGETHER', 'DATE_BROKEN', 'DATE_BROKEN', 'DATE_BROKEN'],
    ],
    ['tongcheng-2022.txt', invented.annexTable, ['NOTICE_END_MISSING', 'CUT_OFF']],
  ])('%s: its faults are reported', (name, twin, expected) => {
    expect(codesOf(given(name, twin).text)).toEqual(expected)
  })

  it('puyang and suma-2024: stated days are held against the calendar', () => {
    const ten = given(
      'puyang-2023.txt',
      invented.closeOutNotice.replace('2022年12月底前', '2021年12月底前'),
    )
    expect(codesOf(ten.text)).toEqual([])
    const four = given(
      'suma-2024.txt',
      invented.closeOutNotice
        .replace('共5天', '共10个工作日')
        .replace('2022年12月底前', '2021年12月底前'),
    )
    expect(codesOf(four.text)).toEqual(['NOTICE_DAYS_DIFFER'])
  })

  it('mianyang: the number is the province’s, the units are parted by role', () => {
    const { text, real } = given('mianyang-2021.txt', invented.oneCellALine)
    const task = only(text)
    expect(task).toMatchObject({
      number: '',
      upperNumber: real ? '五十五' : '三十一',
      units: { lead: ['市生态环境局'] },
    })
    expect(task.units.responsible.slice(-2)).toEqual([
      '各县市区()党委和人民政府',
      '各园区党工委和管委会',
    ])
  })

  it('the mission’s own plan is no list', () => {
    const file = path.join(folder, '../seed-plan.txt')
    const text = existsSync(file)
      ? readFileSync(file, 'utf8')
      : '一、工作目标\n整改到位。\n二、主要措施\n明确责任。'
    expect(read(text)).toMatchObject({ tasks: [], faults: [{ code: 'IMPORT.NOT_A_LIST' }] })
  })
})
