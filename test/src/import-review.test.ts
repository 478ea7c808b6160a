import { draftsOfList } from '@/cloudfunctions/documents/drafts-of-list'
import { describeDraft } from '@/cloudfunctions/documents/describe'
import { parseList } from '@/cloudfunctions/documents/importer/parse-list'
import { fieldName, readingText, reviewWords } from '@/copy/import-review'
import type { Draft, DraftRow } from '@/src/features/import/review/draft'
import { nextToReview } from '@/src/features/import/review/next-to-review'
import { unitPlacesOf, unsurePlacesOf } from '@/src/features/import/review/places'
import { readFieldsOf } from '@/src/features/import/review/read-fields'
import { contextParagraphs, sourceParagraphs } from '@/src/features/import/review/source-paragraphs'

const list = `整改措施清单

一、污水管网建设滞后。
反馈问题：雨污分流推进缓慢。
责 任 单 位：市住房城乡建设局牵头，各区（县级市）人民政府
整改目标：新区实行雨污分流。
整改时限：2020年12底
整改措施：
1.摸清管网底数。责任单位：市住房城乡建设局。整改时限：6月前。
2.整县推进设施建设，2020年12月底完成。
督导单位：（　　）

二、固废申报登记率偏低。
反馈问题：部分企业未申报登记。
责任单位：市生态环境局
整改时限：2020年3月前完成一期，2020年9月前全面完成
整改措施：摸清底数。
`

/** As the server answers, with an empty register of units. */
const draftsOf = (text: string): Draft[] =>
  draftsOfList({ text, ...parseList(text) }, 'b1').drafts.map((draft) =>
    describeDraft(draft, new Map()),
  )

const [first, second] = draftsOf(list) as [Draft, Draft]
const marksOf = (draft: Draft) =>
  sourceParagraphs(draft, unsurePlacesOf(draft), unitPlacesOf(draft)).flatMap(
    ({ pieces }) => pieces,
  )

describe('the source of a draft', () => {
  test.each([
    ['with unsure places', first],
    ['with none of its lines blank', second],
  ])('stays word for word, %s', (_, draft) => {
    const paragraphs = sourceParagraphs(draft, unsurePlacesOf(draft), unitPlacesOf(draft))
    const shown = paragraphs.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    const printed = draft.source.text.split('\n').filter((line) => line.trim() !== '')
    expect(shown).toEqual(printed)
  })

  test('reaches to the next item, with lines of which nothing was read', () => {
    expect(first.source.text).toMatch(/督导单位：（　　）$/)
    expect(first.source.text).not.toContain('二、')
    expect(second.source.text).toMatch(/摸清底数。$/)
  })

  test('numbers an unsure place at its printed words', () => {
    const unsure = marksOf(first).filter(({ mark }) => mark === 'unsure')
    expect(unsure.filter(({ no }) => no === 1)).toMatchObject([{ text: '2020年12底' }])
    expect(unsure.filter(({ no }) => no === 2)).toMatchObject([{ text: '6月前' }])
  })

  test('numbers a unit to be looked at after the unsure places', () => {
    expect(marksOf(first)).toContainEqual({
      text: '各区（县级市）人民政府',
      mark: 'unsure',
      no: unitPlacesOf(first).find(({ collective }) => collective)?.no,
    })
    const numbers = unitPlacesOf(first).map(({ no }) => no)
    expect(Math.min(...numbers)).toBe(first.unsure.length + 1)
  })

  test('ends no underline with a stop, not even where a date parts a measure', () => {
    const read = marksOf(first).filter(({ mark }) => mark === 'read')
    expect(read.map(({ text }) => text)).toContain('整县推进设施建设')
    expect(read.filter(({ text }) => /^[，。；、\s]|[，。；、\s]$/.test(text))).toEqual([])
  })

  test('sets the number and the headings apart, also one printed with blanks', () => {
    const labels = marksOf(first)
      .filter(({ mark }) => mark === 'label')
      .map(({ text }) => text)
    expect(labels).toEqual(expect.arrayContaining(['责 任 单 位：', '整改时限：']))
    expect(labels[0]).toMatch(/^一/)
  })

  test('is followed by two lines of the next item at most', () => {
    const context = contextParagraphs(second)
    expect(context).toHaveLength(2)
    expect(context.every(({ outside }) => outside)).toBe(true)
  })
})

describe('what is to be decided', () => {
  test('a date asks for days, a number for words', () => {
    const unsure = { reason: '', proposed: [], decided: null }
    const draft = {
      ...first,
      unsure: [
        { ...unsure, field: 'deadline.dates' },
        { ...unsure, field: 'measures[0].deadline.kinds' },
        { ...unsure, field: 'notice.to' },
        { ...unsure, field: 'number' },
      ],
    }
    expect(unsurePlacesOf(draft).map(({ asksDays }) => asksDays)).toEqual([true, true, true, false])
  })

  test('the readings of two dates are proposed together, not torn apart', () => {
    expect(second.unsure.map(({ proposed }) => proposed)).toEqual([
      ['2020-02-29、2020-08-31', '2020-03-31、2020-09-30'],
    ])
  })

  test('a name put in by hand has no place in the source', () => {
    const changed = {
      ...first,
      units: { ...first.units, responsible: ['某某街道办'] },
      unknownUnits: ['某某街道办'],
      collectiveUnits: [],
    }
    expect(unitPlacesOf(changed).map(({ name, span }) => [name, span])).toEqual([
      ['某某街道办', null],
    ])
  })

  test('a deadline that was not read is offered to be filled', () => {
    const draft = { ...first, deadline: { kinds: [], dates: [], text: '' } }
    expect(readFieldsOf(draft)).toContainEqual({
      key: 'deadline',
      name: '整改时限',
      value: '',
      edits: 'deadline',
    })
  })
})

describe('the next draft to review', () => {
  const rows = (...confirmed: boolean[]): DraftRow[] =>
    confirmed.map((each, index) => ({
      index,
      number: '',
      title: '',
      open: 0,
      confirmed: each,
      taskId: null,
      change: null,
    }))

  test('is the first unconfirmed one after this', () => {
    expect(nextToReview(rows(false, true, true, false), 1)).toBe(3)
  })
  test('is one before this when none follows', () => {
    expect(nextToReview(rows(false, true, true), 2)).toBe(0)
  })
  test('is none when only this one is left', () => {
    expect(nextToReview(rows(true, false), 1)).toBeNull()
  })
})

describe('the words of a place', () => {
  test.each([
    ['deadline.dates', '整改时限'],
    ['measures[0].deadline.dates', '措施1的期限'],
    ['measures[2].units.responsible[0]', '措施3的责任单位'],
    ['units.supervising[0]', '督导单位'],
    ['goals[1]', '整改目标'],
    ['notice.from', '公示开始日期'],
  ])('%s is called %s', (path, name) => {
    expect(fieldName(path)).toBe(name)
  })

  test('days of a reading are said in Chinese', () => {
    expect(readingText('2019-12-01 至 2020-06-30')).toBe('2019年12月1日至2020年6月30日')
    expect(readingText('二十七')).toBe('二十七')
  })

  test('a reason quotes the source and is set with full-width stops', () => {
    expect(reviewWords.reason('6月前', '“前”字不明:期初还是期末,看不出。')).toBe(
      '原文“6月前”，“前”字不明：期初还是期末，看不出',
    )
    expect(reviewWords.reason('', '没有写年份。')).toBe('没有写年份')
  })
})
