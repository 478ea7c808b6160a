import { changeDraft, decideField } from '@/domain/import/decide'
import type { DraftTask } from '@/domain/import/draft'
import { noUnits } from '@/domain/organization/unit'
import { draft } from './drafts'

const fixed = { kinds: ['fixed'], dates: ['2018-06-30'], text: '6月底前' } as const
const whole = (change: Partial<DraftTask> = {}) =>
  draft({
    units: { ...noUnits, lead: ['市局', '县局'] },
    goals: ['第一', '第二'],
    deadline: fixed,
    measures: [{ text: '建管网', units: noUnits, deadline: fixed }],
    ...change,
  })
/** The draft after a decision on one open field. */
const decided = (field: string, value: string, change: Partial<DraftTask> = {}) =>
  decideField(
    whole({ ...change, unsure: [{ field, reason: '', proposed: [], decided: null }] }),
    field,
    value,
  )

describe('a decision on an unsure field', () => {
  it.each(['number', 'upperNumber', 'parentNumber', 'title', 'problem', 'progressText'] as const)(
    'stands in the %s, is kept, and has the draft confirmed anew',
    (field) => {
      expect(decided(field, '改')).toMatchObject({
        [field]: '改',
        confirmed: false,
        unsure: [{ field, decided: '改' }],
      })
    },
  )

  it('leaves the value as it is where it was left empty on purpose', () => {
    expect(decided('title', '')).toMatchObject({
      title: '某镇污水直排',
      unsure: [{ decided: '' }],
    })
  })

  it('is none where nothing is unsure there', () => {
    expect(decideField(whole(), 'title', '改')).toBeNull()
  })

  it('is one of the goals, or all of them', () => {
    expect(decided('goals[1]', '新')?.goals).toEqual(['第一', '新'])
    expect(decided('goals', '只有这个')?.goals).toEqual(['只有这个'])
  })

  it('gives days with their own kind: one, a span, or stages; what comes beside a day stays', () => {
    const deadline = (value: string, kinds: DraftTask['deadline']['kinds'] = ['fixed']) =>
      decided('deadline.dates', value, { deadline: { ...fixed, kinds } })?.deadline
    expect(deadline('2018-07-01')).toMatchObject({ kinds: ['fixed'], dates: ['2018-07-01'] })
    expect(deadline('2018-07-01至2018-08-01', ['range'])?.kinds).toEqual(['range'])
    expect(deadline('2018-07-01、2018-08-01')?.kinds).toEqual(['staged'])
    expect(deadline('2018-07-01', ['longTerm'])?.kinds).toEqual(['fixed', 'longTerm'])
    expect(deadline('七月')).toBeUndefined()
    expect(decided('deadline.text', '七月')?.deadline.text).toBe('七月')
  })

  it('is all units of a role, one of them, or one less', () => {
    expect(decided('units.lead', '甲局、乙局')?.units.lead).toEqual(['甲局', '乙局'])
    expect(decided('units.lead[1]', '乙局')?.units.lead).toEqual(['市局', '乙局'])
    expect(decided('units.lead[0]', '甲局')?.units.lead).toEqual(['甲局', '县局'])
    expect(decided('units.nobody', '乙局')).toBeNull()
  })

  it('is a measure’s words, day or unit; of a measure that is not there it is none', () => {
    const first = (field: string, value: string) => decided(field, value)?.measures[0]
    expect(first('measures[0]', '建厂')?.text).toBe('建厂')
    expect(first('measures[0].text', '建厂')?.text).toBe('建厂')
    expect(first('measures[0].deadline.dates', '2018-07-01')?.deadline.dates).toEqual([
      '2018-07-01',
    ])
    expect(first('measures[0].units.lead', '甲局')?.units.lead).toEqual(['甲局'])
    expect(decided('measures[0].deadline.dates', '七月')).toBeNull()
    expect(decided('measures[0].units.nobody', '甲局')).toBeNull()
    expect(decided('measures[3].text', '建厂')).toBeNull()
  })

  it('is kept as said where the value has no place of its own', () => {
    const unsure = [{ field: 'notice', reason: '', proposed: [], decided: '十天' }]
    expect(decided('notice', '十天')).toEqual(whole({ confirmed: false, unsure }))
  })
})

describe('a change by hand', () => {
  it('moves what it names and leaves the rest as read', () => {
    expect(changeDraft(whole(), {})).toEqual({ ...whole(), confirmed: false })
    expect(
      changeDraft(whole(), { title: '改', lead: ['甲局'], deadlineText: '长期坚持' }),
    ).toMatchObject({
      title: '改',
      problem: '生活污水直排。',
      units: { lead: ['甲局'], responsible: [] },
      deadline: { ...fixed, text: '长期坚持' },
    })
    expect(changeDraft(whole(), { responsible: ['乙局'] }).units).toMatchObject({
      lead: ['市局', '县局'],
      responsible: ['乙局'],
    })
  })

  it('brings days with their kind, and none takes the kind away', () => {
    expect(changeDraft(whole(), { deadlineDates: [] }).deadline).toMatchObject({
      kinds: [],
      dates: [],
    })
  })
})
