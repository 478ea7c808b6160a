import { decideField } from '@/domain/import/decide'
import { deadlineOf, titleOf } from '@/domain/import/to-task'
import { noUnits } from '@/domain/organization/unit'
import { draft } from './drafts'

const nothing = { kinds: [], dates: [], text: '' } as const
const measure = (text: string) => ({ text, units: noUnits, deadline: nothing })
const open = (field: string) => ({ field, reason: '', proposed: [], decided: null })
const list = draft({
  goals: ['第一'],
  measures: [measure('建管网'), measure('清淤')],
  unsure: [open('measures[1].text'), open('title')],
})

describe('a decision', () => {
  it('changes the one measure that it is about, and closes the one question', () => {
    const next = decideField(list, 'measures[1].text', '清淤到底')!
    expect(next.measures.map(({ text }) => text)).toEqual(['建管网', '清淤到底'])
    expect(next.unsure.map(({ decided }) => decided)).toEqual(['清淤到底', null])
  })

  it('cannot stand where there is no such measure, no such role, or no day', () => {
    const asked = (field: string) => draft({ ...list, unsure: [open(field)] })
    const decided = (field: string, value: string) => decideField(asked(field), field, value)
    expect(decided('measures[2].text', '别的')).toBeNull()
    expect(decided('measures[0].units.nobody', '市局')).toBeNull()
    expect(decided('units.nobody', '市局')).toBeNull()
    expect(decided('measures[0].deadline', '某日')).toBeNull()
    expect(decided('measures[0].deadline', '2018-09-30')?.measures[0]!.deadline.dates).toEqual([
      '2018-09-30',
    ])
  })
})

describe('the deadline of a printed one', () => {
  const of = (kinds: Parameters<typeof deadlineOf>[0]['kinds'], ...dates: string[]) =>
    deadlineOf({ kinds, dates, text: '' }, '2018-06-01')

  it('is a span only with both of its ends', () => {
    expect(of(['range'], '2018-07-01', '2018-09-30')).toMatchObject({
      startsOn: '2018-07-01',
      countedOn: '2018-09-30',
    })
    expect(of(['range'], '2018-09-30')).toMatchObject({ startsOn: null, countedOn: '2018-09-30' })
  })

  it('counts the last of its days, or none', () => {
    expect(of(['staged'], '2018-09-30', '2018-07-01')).toMatchObject({ countedOn: '2018-09-30' })
    expect(of(['immediate'])).toMatchObject({ countedOn: null, stages: [], nextOn: null })
  })
})

describe('a title that no list prints', () => {
  const titled = (problem: string) => titleOf({ title: '', problem, number: '27' })

  it('is the first sentence of the problem, of 60 characters at most, or the number', () => {
    expect(titled('污水直排。没有管网。')).toBe('污水直排')
    expect(titled('水'.repeat(60))).toBe('水'.repeat(60))
    expect(titled('水'.repeat(61))).toBe(`${'水'.repeat(59)}…`)
    expect(titled('。没有管网')).toBe('27')
    expect(titleOf({ title: '直排', problem: '污水', number: '27' })).toBe('直排')
  })
})
