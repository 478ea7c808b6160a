import type { DraftTask } from '@/domain/import/draft'
import { mergeDrafts, splitDraft } from '@/domain/import/regroup'
import { noUnits } from '@/domain/organization/unit'
import { draft } from './drafts'

const day = (on: string) => ({ kinds: ['fixed'], dates: [on], text: `${on}前` }) as const
const sewers = {
  text: '建管网',
  units: noUnits,
  deadline: { kinds: [], dates: [], text: '' },
} as const
const dredging = { ...sewers, text: '清淤' }
const open = (field: string) => ({ field, reason: '', proposed: [], decided: null })

/** Two drafts with a blank line between them. */
const first = draft({
  goals: ['不直排'],
  units: { ...noUnits, lead: ['市局'] },
  measures: [sewers],
  source: { text: '一、甲。', from: 0, to: 4 },
  spans: { problem: [2, 4], 'goals[0]': [0, 1], 'measures[0].text': [1, 2] },
  unread: [[0, 1]],
  doubts: [{ message: '像是时限', span: [2, 3] }],
})
const second = draft({
  index: 1,
  number: '二',
  title: '某河黑臭',
  problem: '河水黑臭。',
  goals: ['不黑臭'],
  units: { ...noUnits, lead: ['市局', '县局'] },
  measures: [dredging],
  source: { text: '二、乙。', from: 6, to: 10 },
  spans: { problem: [8, 10], 'goals[0]': [6, 7], 'measures[0].text': [7, 8] },
  unread: [[6, 7]],
  doubts: [{ message: '像是单位', span: [8, 9] }],
})
const merged = (one: Partial<DraftTask> = {}, other: Partial<DraftTask> = {}) =>
  mergeDrafts({ ...first, ...one }, { ...second, ...other })!

describe('two drafts as one', () => {
  it('keep every value of both, the number and title of the first, and are reviewed anew', () => {
    expect(merged()).toMatchObject({
      number: '一',
      title: '某镇污水直排',
      problem: '生活污水直排。\n河水黑臭。',
      goals: ['不直排', '不黑臭'],
      units: { lead: ['市局', '县局'] },
      measures: [{ text: '建管网' }, { text: '清淤' }],
      unread: [
        [0, 1],
        [6, 7],
      ],
      doubts: [{ span: [2, 3] }, { span: [8, 9] }],
      confirmed: false,
    })
    expect(merged({ number: '', title: '' })).toMatchObject({ number: '二', title: '某河黑臭' })
    expect(merged({ problem: '' }).problem).toBe('河水黑臭。')
    expect(merged({}, { problem: first.problem }).problem).toBe(first.problem)
  })

  it('keep the place of each value in the whole text', () => {
    const { source, spans } = merged()
    expect(source).toEqual({ text: '一、甲。\n\n二、乙。', from: 0, to: 10 })
    expect(spans).toMatchObject({
      'goals[1]': [6, 7],
      'measures[1].text': [7, 8],
      problem: [2, 4],
      'problem.second': [8, 10],
    })
  })

  it('name the leader whom either prints', () => {
    expect(merged()).not.toHaveProperty('leadOfficial')
    expect(merged({}, { leadOfficial: '某市长' }).leadOfficial).toBe('某市长')
    expect(merged({ leadOfficial: '某书记' }, { leadOfficial: '某市长' }).leadOfficial).toBe(
      '某书记',
    )
  })

  it('ask about two deadlines that differ, and about nothing that is asked already', () => {
    const june = { deadline: day('2018-06-30') }
    const july = { deadline: day('2018-07-31') }
    expect(merged(june, july).unsure).toMatchObject([
      { field: 'deadline.dates', proposed: ['2018-06-30', '2018-07-31'] },
    ])
    expect(merged(june, july).deadline).toEqual(june.deadline)
    expect(merged(june, june).unsure).toEqual([])
    expect(merged({}, july)).toMatchObject({ unsure: [], deadline: july.deadline })
    const asked = { unsure: [open('deadline.dates')] }
    expect(merged({ ...june, ...asked }, { ...july, ...asked }).unsure).toEqual(asked.unsure)
  })

  it('ask of the second what it asked, at its new place', () => {
    const { unsure } = merged(
      {},
      { unsure: [open('measures[0].text'), open('goals[0]'), open('title')] },
    )
    expect(unsure.map(({ field }) => field)).toEqual(['measures[1].text', 'goals[1]', 'title'])
  })

  it('are none where the second does not stand behind the first', () => {
    expect(mergeDrafts(second, first)).toBeNull()
  })
})

describe('a draft in two', () => {
  const text = '一、甲。\n整改目标:乙。\n丙。'
  const whole = draft({
    problem: '甲。',
    title: '',
    goals: ['乙。'],
    measures: [{ ...sewers, text: '丙。' }],
    deadline: day('2018-06-30'),
    source: { text, from: 10, to: 10 + text.length },
    spans: {
      number: [10, 11],
      problem: [12, 14],
      'goals[0]': [20, 22],
      'measures[0].text': [23, 25],
      'deadline.text': [23, 25],
    },
    unread: [
      [11, 12],
      [15, 20],
    ],
    doubts: [
      { message: '像是时限', span: [12, 13] },
      { message: '像是单位', span: [23, 25] },
    ],
    unsure: [open('goals[0]'), open('deadline.dates'), open('title')],
  })
  const at = 15

  it('has each value where it stands in the text', () => {
    const [head, tail] = splitDraft(whole, at, [], [3])!
    expect(head).toMatchObject({
      ...{ index: 0, number: '一', problem: '甲。', goals: [], measures: [] },
      deadline: { text: '' },
      source: { text: '一、甲。\n', from: 10, to: 15 },
      unread: [[11, 12]],
      doubts: [{ message: '像是时限' }],
      unsure: [],
    })
    expect(tail).toMatchObject({
      ...{ index: 3, number: '', goals: ['乙。'], measures: [{ text: '丙。' }] },
      deadline: { text: '2018-06-30前' },
      unread: [[15, 20]],
      doubts: [{ message: '像是单位' }],
      confirmed: false,
    })
    expect(tail!.unsure.map(({ field }) => field)).toEqual(['goals[0]', 'deadline.dates'])
  })

  it('makes the first line of the second part its problem where no other stands in it', () => {
    const [, tail] = splitDraft(whole, at, [], [3])!
    expect(tail).toMatchObject({ problem: '整改目标:乙。', spans: { problem: [15, 22] } })
    const own = { ...whole, title: '乙', spans: { ...whole.spans, title: [20, 21] as const } }
    expect(splitDraft(own, at, [], [3])![1]).toMatchObject({ title: '乙', problem: '' })
  })

  it('cuts a value that runs on into the other part', () => {
    const long = { ...whole, problem: '甲。整改目标:乙。', spans: { problem: [12, 22] as const } }
    expect(splitDraft(long, at, [], [3])![0]).toMatchObject({ problem: '甲。', spans: {} })
  })

  it('is what the importer reads in the second part, where it reads something', () => {
    const read = [draft({ problem: '乙' }), draft({ problem: '丙' }), draft({ problem: '丁' })]
    const parts = splitDraft(whole, at, read, [3, 4])!
    expect(parts.map(({ index, problem }) => [index, problem])).toEqual([
      [0, '甲。'],
      [3, '乙'],
      [4, '丙'],
      [0, '丁'],
    ])
  })

  it('is none at an end of the text or outside it', () => {
    for (const place of [9, 10, 10 + text.length])
      expect(splitDraft(whole, place, [], [3])).toBeNull()
  })
})
